"""Site memory counts pages, forgets what it learnt, and knows what is a site's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.items import SiteLine
from newsarchive.memory import LONGEST, MemoryRow, SiteMemory, line_key, rows_of

FOOTER = SiteLine("line", "扫描二维码 关注我们")
SECTION = SiteLine("section", "Politics")
LINES = st.lists(st.builds(SiteLine, st.sampled_from(["line", "keyword", "section"]), st.text(max_size=4)), max_size=6)


def remembered(*pages: list[SiteLine]) -> SiteMemory:
    memory = SiteMemory()
    for lines in pages:
        memory.learn(lines)
    return memory


def test_a_line_counts_once_a_page_however_often_the_page_shows_it():
    memory = remembered([FOOTER, FOOTER, SECTION], [SiteLine("line", "扫描二维码\u00a0关注我们 ")])
    assert (memory.pages, memory.count("line", "扫描二维码 关注我们"), memory.count("section", "Politics")) == (2, 2, 1)
    assert memory.count("keyword", "Politics") == 0


def test_a_line_on_two_pages_is_the_sites():
    memory = remembered([FOOTER], [FOOTER, SECTION])
    assert memory.is_repeated(FOOTER.kind, FOOTER.text)
    assert not memory.is_repeated(SECTION.kind, SECTION.text)


@pytest.mark.parametrize(
    ("kind", "pages", "needed"),
    [("line", 0, 2), ("line", 16, 2), ("line", 100, 5), ("line", 10_000, 50), ("keyword", 2, 3), ("keyword", 100, 80)],
)
def test_more_pages_ask_for_more_repetition(kind, pages, needed):
    assert SiteMemory(pages).needed(kind) == needed


@pytest.mark.parametrize(("pages", "needed"), [(2, 2), (6, 2), (20, 6), (100, 15), (10_000, 150)])
def test_whole_sentences_ask_for_more(pages, needed):
    sentence = "Half of what you are reading is paid for by people who live near us."
    assert SiteMemory(pages).needed("line", sentence) == needed


@pytest.mark.parametrize(
    ("line", "other", "same"),
    [
        (
            "This was letter 41 of a series that began in the rain.",
            "This was letter 7 of a series that began in the rain.",
            True,
        ),
        ("Day 1", "Day 2", False),
        (
            "The index fell by 12 points and closed at 3401 on Monday.",
            "The index fell by 9 points and closed at 3391 on Monday.",
            False,
        ),
    ],
)
def test_a_line_is_the_same_with_another_number_if_it_says_something_beside_that_and_no_other(line, other, same):
    assert (line_key("line", line) == line_key("line", other)) is same
    assert line_key("section", line) != line_key("section", other)


def test_long_and_empty_lines_are_not_remembered():
    assert rows_of([SiteLine("line", "x" * (LONGEST + 1)), SiteLine("line", " "), SiteLine("line", "x")]) == [
        MemoryRow("line", line_key("line", "x"), 1, "x")
    ]


def test_keys_are_pinned_since_archives_store_them():
    assert line_key("line", "Follow us on “X”") == 878469644621079941


@given(st.lists(LINES, max_size=5), LINES)
def test_forgetting_undoes_learning(pages, one_more):
    memory = remembered(*pages)
    before = (memory.pages, [(row.key, row.pages) for row in memory.rows()])
    memory.learn(one_more)
    memory.forget(one_more)
    assert (memory.pages, [(row.key, row.pages) for row in memory.rows()]) == before


@given(st.lists(LINES, max_size=5), st.randoms())
def test_the_order_of_pages_does_not_matter(pages, random):
    shuffled = random.sample(pages, len(pages))
    counts = [[(row.kind, row.key, row.pages) for row in remembered(*some).rows()] for some in (pages, shuffled)]
    assert counts[0] == counts[1]


@given(st.lists(LINES, max_size=5))
def test_rows_go_out_and_come_back(pages):
    memory = remembered(*pages)
    again = SiteMemory(memory.pages, memory.rows())
    assert list(again.rows()) == list(memory.rows())
    assert all(
        again.count(line.kind, line.text) == memory.count(line.kind, line.text) for lines in pages for line in lines
    )
