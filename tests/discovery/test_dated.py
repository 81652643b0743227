from datetime import UTC, date, datetime

import pytest

from newsarchive.discovery.dated import Days, PageSearch, archive_pages, days_in, may_hold
from newsarchive.items import Link

SPRING = Days(date(2019, 3, 1), date(2019, 5, 31))


def link(url: str, published: str | None = None, modified: str | None = None) -> Link:
    moments = [datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None for text in (published, modified)]
    return Link(url=url, found_on="", kind="list", published=moments[0], modified=moments[1])


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://a.test/2019/03/14/x.html", "2019-03-14", "2019-03-14"),
        ("https://a.test/2019/3/4/x.html", "2019-03-04", "2019-03-04"),
        ("https://a.test/2019-03/14/content_1.htm", "2019-03-14", "2019-03-14"),
        ("https://a.test/a/20190314/1.html", "2019-03-14", "2019-03-14"),
        ("https://a.test/201903/t20190314_77.html", "2019-03-14", "2019-03-14"),
        ("https://a.test/sitemap-2019-02.xml", "2019-02-01", "2019-02-28"),
        ("https://a.test/sitemaps/2019_11.xml.gz", "2019-11-01", "2019-11-30"),
        ("https://a.test/archive/2019/", "2019-01-01", "2019-12-31"),
    ],
)
def test_an_address_names_its_days(url: str, first: str, last: str) -> None:
    assert days_in(url) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "url", ["https://a.test/news/3474.html", "https://a.test/120195.html", "https://a.test/2019-02-31"]
)
def test_other_numbers_are_no_days(url: str) -> None:
    assert days_in(url) is None


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        (link("https://a.test/sitemap-2019-04.xml"), True),
        (link("https://a.test/sitemap-2018-04.xml", modified="2026-01-01"), False),
        (link("https://a.test/sitemap-7.xml", modified="2019-02-28"), False),
        (link("https://a.test/sitemap-7.xml", modified="2026-01-01"), True),
        (link("https://a.test/sitemap-7.xml"), True),
        (link("https://a.test/1.html", published="2019-06-01"), False),
    ],
)
def test_what_cannot_hold_the_days_is_passed_over(found: Link, holds: bool) -> None:
    assert may_hold(found, SPRING) is holds


def test_archive_pages_follow_the_pattern_that_the_site_links() -> None:
    links = [
        link("https://a.test/archive/2026/1/"),
        link("https://a.test/archive/2026/2/"),
        link("https://a.test/about"),
    ]
    assert list(archive_pages(links, SPRING)) == [f"https://a.test/archive/2019/{month}/" for month in (3, 4, 5)]
    daily = list(archive_pages([link("https://a.test/day/2026-01-31.html")], SPRING))
    assert (daily[0], daily[-1], len(daily)) == (
        "https://a.test/day/2019-03-01.html",
        "https://a.test/day/2019-05-31.html",
        92,
    )
    assert list(archive_pages([link("https://a.test/2026/01/31/an-article.html")], SPRING)) == []


@pytest.mark.parametrize("pages", [1, 2, 7, 100, 250])
@pytest.mark.parametrize("wanted", [(10, 19), (0, 0), (240, 260), (90, 99), (300, 310)])
def test_pages_of_a_list_are_found_without_reading_it_all(pages: int, wanted: tuple[int, int]) -> None:
    newest = date(2020, 1, 1).toordinal()
    days = Days(date.fromordinal(newest - wanted[1]), date.fromordinal(newest - wanted[0]))
    search = PageSearch(days)
    while (page := search.next_page()) is not None:
        day = date.fromordinal(newest - page + 1)  # each page holds one day
        search.saw(page, [link(f"https://a.test/{day}/1")] if page <= pages else [])
    needed = {number + 1 for number in range(wanted[0], wanted[1] + 1) if number < pages}
    assert needed <= set(search.seen)
    assert len(search.seen) <= len(needed) + 20
