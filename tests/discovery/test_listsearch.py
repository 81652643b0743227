from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.discovery.dated import Days
from newsarchive.discovery.listsearch import ListSearch
from newsarchive.items import Link

SITE = "https://a.test"
NEWEST = datetime(2020, 1, 1, tzinfo=UTC)
ON_A_PAGE = 10


def article(age: int) -> Link:
    """Return the link of an article of so many days ago; there is one a day, and they go on in the future."""
    return Link(f"{SITE}/story/{age}.html", found_on="", kind="list", published=NEWEST - timedelta(days=age))


def items(page: int, pages: int, shift: int = 0) -> list[Link]:
    ages = range((page - 1) * ON_A_PAGE - shift, page * ON_A_PAGE - shift)
    return [article(age) for age in ages if age < pages * ON_A_PAGE]


def of_ages(first: int, last: int) -> Days:
    return Days((NEWEST - timedelta(days=last)).date(), (NEWEST - timedelta(days=first)).date())


Answer = Callable[[str, int], tuple[list[Link], str | None] | None]


def found(answer: Answer, wanted: tuple[int, int]) -> tuple[set[str], list[str]]:
    """Return the articles seen and the addresses asked of a list whose ``answer`` may depend on the requests so far."""
    search, url = ListSearch(f"{SITE}/list", of_ages(*wanted)), f"{SITE}/list"
    seen: set[str] = set()
    asked: list[str] = []
    while url:
        asked.append(url)
        assert len(asked) < 500
        told = answer(url, len(asked))
        if told is None:
            search.lost()
        else:
            seen.update(link.url for link in told[0])
            search.saw(*told)
        url = search.following() or ""
    return seen, asked


def needed(wanted: tuple[int, int], pages: int) -> set[str]:
    return {article(age).url for age in range(wanted[0], wanted[1] + 1) if age < pages * ON_A_PAGE}


WANTED = [(100, 195), (5, 9), (2400, 2600), (900, 999), (3000, 3100)]


def number_in(url: str) -> int:
    return int("".join(filter(str.isdigit, url)) or 1)


@pytest.mark.parametrize("pages", [1, 2, 7, 100, 250])
@pytest.mark.parametrize("wanted", WANTED)
def test_pages_of_a_list_are_found_without_reading_it_all(pages: int, wanted: tuple[int, int]) -> None:
    def answer(url: str, _: int) -> tuple[list[Link], str | None]:
        page = number_in(url)
        return items(page, pages), f"{SITE}/list?page={page + 1}" if page < pages else None

    seen, asked = found(answer, wanted)
    assert needed(wanted, pages) <= seen
    assert len(asked) <= len(needed(wanted, pages)) / ON_A_PAGE + 24


@pytest.mark.parametrize("wanted", WANTED)
def test_addresses_may_count_down_or_by_articles(wanted: tuple[int, int]) -> None:
    def down(url: str, _: int) -> tuple[list[Link], str | None]:
        page = 251 - number_in(url) if url != f"{SITE}/list" else 1
        return items(page, 250), f"{SITE}/list/{250 - page}.htm" if page < 250 else None

    def by_articles(url: str, _: int) -> tuple[list[Link], str | None]:
        page = number_in(url) // ON_A_PAGE + 1
        return items(page, 250), f"{SITE}/list?start={page * ON_A_PAGE}" if page < 250 else None

    for answer in (down, by_articles):
        seen, asked = found(answer, wanted)
        assert needed(wanted, 250) <= seen
        assert len(asked) <= len(needed(wanted, 250)) / ON_A_PAGE + 24


def test_a_list_whose_pages_name_the_next_in_their_own_way_is_read_in_a_row() -> None:
    def answer(url: str, _: int) -> tuple[list[Link], str | None]:
        page = len(url.partition("=")[2]) + 1
        return items(page, 250), f"{SITE}/list?after={'xyz' * 100}"[: len(SITE) + len("/list?after=") + page]

    seen, asked = found(answer, (100, 195))
    assert needed((100, 195), 250) <= seen
    assert len(asked) == 21


@pytest.mark.parametrize("wanted", [(1000, 1095), (2400, 2600), (300, 310)])
def test_articles_that_move_to_the_next_page_meanwhile_are_not_missed(wanted: tuple[int, int]) -> None:
    def answer(url: str, requests: int) -> tuple[list[Link], str | None]:
        page = number_in(url)
        return items(page, 250, shift=requests * 3), f"{SITE}/list?page={page + 1}"

    seen, asked = found(answer, wanted)
    assert needed(wanted, 250) <= seen
    assert len(asked) <= len(needed(wanted, 250)) / (ON_A_PAGE - 3) + 30


def beside(page: int) -> list[Link]:
    return [article(age) for age in (0, 1, 2, 2490)]


@pytest.mark.parametrize("wanted", [(1000, 1095), (2400, 2499), (300, 310)])
@pytest.mark.parametrize("further", [beside, lambda page: []], ids=["with a column beside it", "alone"])
@pytest.mark.parametrize("end", ["first", "last", "empty"])
def test_what_a_list_shows_beyond_its_end_and_beside_it_leads_nobody_astray(
    wanted: tuple[int, int], further: Callable[[int], list[Link]], end: str
) -> None:
    def answer(url: str, _: int) -> tuple[list[Link], str | None]:
        page = number_in(url)
        if page > 250:
            page = {"first": 1, "last": 250, "empty": page}[end]
        return [*items(page, 250), *further(page)], f"{SITE}/list?page={page + 1}"

    seen, asked = found(answer, wanted)
    assert needed(wanted, 250) <= seen
    assert len(asked) <= len(needed(wanted, 250)) / ON_A_PAGE + 30


@pytest.mark.parametrize("bad", [96, 98, 99, 100, 101, 104, 105, 110, 128])
def test_a_page_that_gives_no_answer_costs_its_own_articles_alone(bad: int) -> None:
    def answer(url: str, _: int) -> tuple[list[Link], str | None] | None:
        page = number_in(url)
        return None if page == bad else (items(page, 250), f"{SITE}/list?page={page + 1}")

    seen, asked = found(answer, (1000, 1095))
    lost = {link.url for link in items(bad, 250)}
    assert needed((1000, 1095), 250) - lost <= seen
    assert len(asked) <= 40
