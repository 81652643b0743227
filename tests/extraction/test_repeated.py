"""Lines that a site repeats are told from the article's, and a page is not judged by itself."""

from collections.abc import Sequence

import pytest

from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.repeated import observed_lines, repeated_lines, teasers_twice, text_twice
from newsarchive.extraction.page import Page
from newsarchive.items import SiteLine
from newsarchive.memory import LONGEST, SiteMemory

OWN = ["Rain fell on the town for the third day, and the river rose by a metre.", "Schools stay closed on Monday."]
PROMO = "Sign up for our morning letter and we will keep you in the loop."


def memory_of(*pages: list[str]) -> SiteMemory:
    memory = SiteMemory()
    for texts in pages:
        memory.learn(observed_lines(texts, ()))
    return memory


def found(lines: Sequence[str], memory: SiteMemory | None) -> list[str]:
    """Return which lines of an article (a heading, or paragraphs) its site repeats."""
    page = Page("<article>" + "".join(line if line[0] == "<" else f"<p>{line}</p>" for line in lines) + "</article>")
    repeated = repeated_lines(describe(Layout(page)), memory)
    assert set(repeated.values()) <= {"site memory"}
    return [page.blocks[place].text for place in repeated]


def test_a_line_on_two_other_pages_is_the_sites_wherever_it_stands() -> None:
    memory = memory_of(["The mayor resigned.", PROMO], [PROMO, "The bridge is open again."])
    assert found([OWN[0], PROMO, OWN[1]], memory) == [PROMO]


def test_a_line_on_one_other_page_is_kept() -> None:
    assert found([*OWN, PROMO], memory_of(["The mayor resigned.", PROMO], ["The bridge is open."])) == []


def test_a_page_that_was_learnt_twice_keeps_its_text() -> None:
    assert found(OWN, memory_of(OWN, OWN)) == []


def test_without_memory_nothing_is_repeated() -> None:
    assert found(OWN, None) == []


@pytest.mark.parametrize(
    ("lines", "left_out"),
    [
        ([OWN[0], "<h2>Background</h2>", OWN[1]], []),
        ([OWN[0], "<p><b>Background</b></p>", OWN[1]], []),
        ([OWN[0], "<h2>Background</h2>", PROMO, OWN[1]], ["Background", PROMO]),
        ([OWN[0], OWN[1], "<h2>Background</h2>"], ["Background"]),
        (["<h2>Background</h2>", *OWN], ["Background"]),
    ],
)
def test_a_heading_between_pieces_of_the_text_stays_though_others_have_it_too(
    lines: list[str], left_out: list[str]
) -> None:
    assert found(lines, memory_of(["Background", PROMO], ["Background", PROMO])) == left_out


@pytest.mark.parametrize(("pages", "left_out"), [(3, []), (7, [PROMO])])
def test_a_sentence_that_few_of_many_pages_have_is_of_a_running_story(pages: int, left_out: list[str]) -> None:
    others = [[f"Something else happened on day {number}.", *[PROMO][: number < pages]] for number in range(20)]
    assert found([*OWN, PROMO], memory_of(*others)) == left_out


def test_a_page_contributes_edges_short_lines_and_what_was_removed_but_no_long_paragraphs():
    long_inside = "x" * 200
    kept = [*(f"first {n}" for n in range(6)), long_inside, "short inside", *(f"last {n}" for n in range(12))]
    texts = [line.text for line in observed_lines([*kept, "y" * (LONGEST + 1)], ["Share this"])]
    assert texts == [*kept[:6], "short inside", *kept[8:], "Share this"]
    assert [line.kind for line in observed_lines(["a"], ())] == ["line"]
    assert list(observed_lines(["a", "a"], ["a"])) == [SiteLine("line", "a")]


@pytest.mark.parametrize(
    ("link", "times", "places"),
    [("<a href=/{n}>{title}</a>", 2, 3), ("<a href=/{n}>{title}</a>", 1, 0), ("{title}", 2, 0)],
)
def test_a_list_of_teasers_that_the_page_shows_twice(link: str, times: int, places: int) -> None:
    titles = ["Ferry aground at the bank", "Bridge closed until June", "Mayor sells the old pier"]
    said = " WINNOW: The council met for three hours on Monday night, and a spokesman said that it would meet again."
    items = "".join(f"<li>{link.format(n=n, title=title)}{said}</li>" for n, title in enumerate(titles))
    story = "".join(f"<p>{line}</p>" for line in OWN)
    page = Page(f"<h1>Rain</h1><main><ul>{items}</ul>{story}</main>{f'<div><ul>{items}</ul></div>' * (times - 1)}")
    found = teasers_twice([one for one in describe(Layout(page)) if one.features.inside][:5])
    assert list(found.values()) == ["list shown twice"] * places


STORY = [
    "The ferry to the outer islands stays in harbour until the weekend, as a pump has to be sent for.",
    "Until then a fishing boat takes passengers twice a day, at eight and at four, if the wind allows it.",
    "What it will cost, the mayor said, is nothing that he wants to talk about before the council has met again.",
]


@pytest.mark.parametrize(
    ("lines", "left_out"),
    [
        ([*STORY, *STORY], [3, 4, 5]),
        ([*STORY, *STORY, *STORY], [3, 4, 5, 6, 7, 8]),
        ([STORY[0]] * 9, []),
        ([*STORY, STORY[0]], []),  # a sentence that somebody says again
        ([STORY[0], STORY[1], STORY[2], STORY[1], STORY[0]], []),
        (["O sing", "of the sea", *STORY, "O sing", "of the sea"], []),
    ],
)
def test_a_text_that_stands_on_the_page_twice_is_read_once(lines: list[str], left_out: list[int]) -> None:
    page = Page("<article>" + "".join(line if line[0] == "<" else f"<p>{line}</p>" for line in lines) + "</article>")
    assert text_twice(describe(Layout(page))) == dict.fromkeys(left_out, "said before")
