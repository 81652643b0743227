"""Lines that a site repeats are told from the article's, and a page is not judged by itself."""

import pytest

from newsarchive.extraction.body.model.features import describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.rules.repeated import observed_lines, repeated_lines, teasers_twice
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


def test_a_line_on_two_other_pages_is_the_sites_wherever_it_stands():
    memory = memory_of(["The mayor resigned.", PROMO], [PROMO, "The bridge is open again."])
    assert repeated_lines([OWN[0], PROMO, OWN[1]], memory) == {1}


def test_a_line_on_one_other_page_is_kept():
    assert repeated_lines([*OWN, PROMO], memory_of(["The mayor resigned.", PROMO], ["The bridge is open."])) == set()


def test_a_page_that_was_learnt_twice_keeps_its_text():
    assert repeated_lines(OWN, memory_of(OWN, OWN)) == set()


def test_without_memory_nothing_is_repeated():
    assert repeated_lines(OWN, None) == set()


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
