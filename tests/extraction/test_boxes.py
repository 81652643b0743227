"""Boxes among the paragraphs are told from text by what they hold; lists, parts and headings of the text stay."""

import re

import pytest

from newsarchive.extraction import extract

TEXT = [
    "Thousands of households along the northern coast spent a second night without power after a storm brought down lines "
    "and closed roads from Hallow Point to the estuary.",
    "Winds of up to 140 kilometres an hour were measured at the lighthouse shortly before midnight, the highest since the "
    "station was rebuilt 31 years ago.",
    "“We heard the roof go and ran, the four of us,” said Tom Sayer, 58, who spent the night with his family in a school gym.",
    "The grid operator said that 6,200 homes had been connected again by noon, but that some villages would have to wait.",
    "Insurers put the damage at about 40 million, though they said it was too early for a reliable figure.",
]
CARD = "<div class=k><h3><a href=/c{n}>Harbour master retires after quarrel number {n}</a></h3><p>He says that he was pushed, and the council that he jumped.</p></div>"
BOXES = {
    "form": "<div class=q><h4>The Morning Tide</h4><p>Everything you need to know before breakfast.</p><label>Email address</label><input type=email></div>",
    "advertisement": "<div class=q><span>Advertisement</span><p>Book your summer on the islands: seven nights from 399, ferry included.</p></div>",
    "cards of other articles": f"<div class=q>{CARD.format(n=1)}{CARD.format(n=2)}</div>",
    "one card": "<div class=q><a href=/c3><img src=c.jpg><span>Ferry firm wants a longer pier</span></a><p>The company says that its ships have outgrown the old one.</p></div>",
    "comments": "<div class=q><h3>2 Comments</h3><div><b>salty</b><p>The firm has known about those woods for years. Nobody listens to us.</p></div></div>",
    "biography": "<div class=q><h4>Ada Moor</h4><p>Ada Moor has written about the coast since 2014. She lives in Winnow with two dogs.</p></div>",
    "gallery": "<div class=q><img src=1.jpg><span>2 of 3</span><p>The roof of the school gym lies on the road to Hallow.</p></div>",
    "caption": "<div class=q><img src=1.jpg><p>Ada Moor / Coast Herald</p></div>",
    "pulled quote": "<aside class=q><p>“We heard the roof go and ran”</p><cite>Tom Sayer</cite></aside>",
}  # fmt: skip
KEPT = {
    "a list": "<ul><li>Hallow Point has no water, and the school there is shut</li><li>Winnow has no ferry before the weekend</li></ul>",
    "a quotation": "<blockquote><p>The lines run through woods that nobody can enter yet.</p></blockquote>",
    "a part": "<div class=q><p>The harbour at Winnow stayed shut, and the ferry to the islands will not sail before the weekend.</p></div>",
    "a heading": "<h2>Comments from the council</h2>",
}  # fmt: skip


def read(inserted: str, at: int, *, classes: bool) -> list[str]:
    paragraphs = [f"<p>{line}</p>" for line in TEXT]
    story = "".join([*paragraphs[:at], inserted, *paragraphs[at:]])
    head = "<h1>Storm leaves thousands without power</h1><div>By Ada Moor</div><div>19 April 2022</div>"
    page = f"<html lang=en><body><div class=n><a href=/>Herald</a></div>{head}<div class=c>{story}</div></body></html>"
    page = page if classes else re.sub(r" class=\w+", "", page)
    return extract(page, "https://www.example.test/news/storm-123456.html").body.split("\n")


@pytest.mark.parametrize("classes", [True, False])
@pytest.mark.parametrize("at", [3, 5])
@pytest.mark.parametrize("name", BOXES)
def test_a_box_is_no_text_whatever_its_name(name: str, at: int, *, classes: bool) -> None:
    if name == "biography":
        at = len(TEXT)
    assert read(BOXES[name], at, classes=classes) == TEXT


@pytest.mark.parametrize("name", KEPT)
def test_what_the_author_set_apart_is_text(name: str) -> None:
    lines = [line for line in re.split(r"<[^>]*>", KEPT[name]) if line]
    assert read(KEPT[name], 3, classes=True) == [*TEXT[:3], *lines, *TEXT[3:]]


def test_what_a_box_is_stands_beside_what_was_removed() -> None:
    story = "".join(f"<p>{line}</p>" for line in [*TEXT[:3], BOXES["pulled quote"], *TEXT[3:]])
    page = f"<h1>Storm</h1><div>{story}</div>".replace("aside", "div")
    article = extract(page, "https://www.example.test/a/storm-1.html")
    assert {block.text: block.rule for block in article.removed} == {
        "“We heard the roof go and ran”": "pulled quote",
        "Tom Sayer": "pulled quote",
    }


def test_a_heading_between_paragraphs_is_text_after_a_box_too() -> None:
    links = "<div><h3>Related</h3><ul><li><a href=/x1>Ferry firm wants a longer pier at Winnow</a></li></ul></div>"
    inserted = f"{links}<h2>What happens next</h2>"
    assert read(inserted, 3, classes=False) == [*TEXT[:3], "What happens next", *TEXT[3:]]
