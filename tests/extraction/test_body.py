"""The article's text is found among navigation, related links, comments and footers, and reasons are kept."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body import read_body
from newsarchive.extraction.page import Page

SENTENCES = [
    "The harbour board voted on Tuesday to keep the old lighthouse, which had been closed since the storm in March.",
    "Engineers who examined the tower said that its walls were sound, although the lamp room needed a new floor.",
    "“Nobody wanted to see it go,” said Ada Venn, who has run the ferry office below the tower for thirty years.",
    "The work is to begin in spring and will cost about two million crowns, most of it paid by the county council.",
]
PAGE = (
    "<html><head><title>Lighthouse stays - Harbour News</title></head><body><nav><ul><li><a href=/>Home</a>"
    "<li><a href=/news>News</a></ul></nav><main><h1>Lighthouse stays</h1><div class=meta>By Ada Venn, 3 May 2024</div>"
    "<div class=content>{}</div></main><section class=related><h3>Related</h3><a href=/a>Ferry timetable changes</a>"
    "</section><section id=comments><h3>Comments</h3><div class=comment><p>I have always liked that lighthouse, and my"
    " grandfather kept its lamp for many years.</p></div></section><footer><p>© Harbour News. All rights reserved."
    "</p></footer></body></html>"
)


def test_the_text_is_found_and_the_rest_is_left() -> None:
    body = read_body(Page(PAGE.format("".join(f"<p>{sentence}</p>" for sentence in SENTENCES))))
    assert body.text.split("\n") == SENTENCES


def test_paragraphs_may_be_bare_text_between_line_breaks() -> None:
    body = read_body(Page(PAGE.format("<br><br>".join(SENTENCES))))
    assert body.text.split("\n") == SENTENCES


def test_a_wrapper_named_like_a_side_piece_does_not_hide_the_text() -> None:
    page = PAGE.format("".join(f"<p>{sentence}</p>" for sentence in SENTENCES))
    body = read_body(Page(page.replace("<main>", "<main class='with-sidebar tag-politics paywall share'>")))
    assert body.text.split("\n") == SENTENCES


def test_what_stands_in_the_text_and_is_not_text_is_kept_with_a_reason() -> None:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    link = "<p><b>Read more: <a href=/x>Storm damages three harbours along the coast</a></b></p>"
    body = read_body(Page(PAGE.format("".join([*paragraphs[:2], link, *paragraphs[2:]]))))
    assert body.text.split("\n") == SENTENCES
    assert [block.text for block in body.removed] == ["Read more: Storm damages three harbours along the coast"]
    assert body.removed[0].rule.startswith("model: ")
    assert body.removed[0].place == "inside"


def test_a_short_text_below_teasers_keeps_its_paragraphs() -> None:
    said = [
        "Opponents of the plan argue that the money would be better spent on schools and clinics in the valley.",
        "Officials put the cost at 49 million and said that most of it would be covered by the regional fund.",
        "The inquiry found that warnings had been ignored on several occasions since the bridge was built.",
    ]
    teasers = "".join(
        f"<article class=t><a href=/n/{n}><img src=/i/{n}.jpg></a><h3><a href=/n/{n}>Story number {n} of the day</a></h3>"
        f"<p>Traffic will be diverted through the harbour, where lane {n} is to open in the spring.</p></article>"
        for n in range(3)
    )
    html = f"""<title>Old bridge to close | Post</title><nav><a href=/>Post</a></nav><section>{teasers}</section>
        <div><h1>Old bridge to close</h1><p>By Ann Lee, 13 March 2026</p><div>{"<br><br>".join(said)}</div></div>
        <section><h2>More</h2>{teasers}</section>"""
    assert extract(html, "https://news.example.test/a/1.html").body.split("\n") == said


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Join the queue, a man in yellow oilskins said, and laughed.", True),
        ("Sign up and show up, the poster says.", True),
        ("Watch the lamp, she said, not the clock.", True),
        ("Join the queue for our weekly newsletter.", False),
        ("Sign up and never miss a story again.", False),
        ("Watch the news at nine on Harbour 2.", False),
    ],
)
def test_a_last_line_that_begins_like_an_invitation_is_text_if_somebody_says_it(line: str, *, kept: bool) -> None:
    body = read_body(Page(PAGE.format("".join(f"<p>{sentence}</p>" for sentence in [*SENTENCES, line]))))
    assert body.text.split("\n") == [*SENTENCES, *[line] * kept]
