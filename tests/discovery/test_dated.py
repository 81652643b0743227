from datetime import UTC, date, datetime

import pytest

from newsarchive.discovery.dated import Days, archive_pages, days_in, is_archive, may_hold, trusted
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
        ("https://a.test/world/2019/mar/4/bridge", "2019-03-04", "2019-03-04"),
        ("https://a.test/sitemap.xml?yyyy=2019&mm=03", "2019-03-01", "2019-03-31"),
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
        (link("https://a.test/1.html", published="2019-03-01"), True),
        (link("https://a.test/1.html", published="2019-05-31"), True),
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


@pytest.mark.parametrize(
    ("linked", "pages"),
    [
        ("/archive?date=2026-11-30", ["/archive?date=2019-03-01", "/archive?date=2019-05-31"]),
        ("/archive?year=2026&month=9", ["/archive?year=2019&month=3", "/archive?year=2019&month=5"]),
        ("/news?y=2026&m=11&d=3", ["/news?y=2019&m=03&d=1", "/news?y=2019&m=05&d=31"]),
        ("/archive/2026/november/", ["/archive/2019/march/", "/archive/2019/may/"]),
        ("/world/2026/Nov/28", ["/world/2019/Mar/01", "/world/2019/May/31"]),
        ("/archive/2026/", ["/archive/2019/", "/archive/2019/"]),
    ],
)
def test_archives_are_called_after_years_names_of_months_and_values(linked: str, pages: list[str]) -> None:
    found = list(archive_pages([link(f"https://a.test{linked}")], SPRING))
    assert [found[0], found[-1]] == [f"https://a.test{page}" for page in pages]


@pytest.mark.parametrize("url", ["/best-films-of-2026/", "/story.php?id=2026&page=3&mode=1"])
def test_what_ends_with_a_year_is_no_archive(url: str) -> None:
    assert list(archive_pages([link(f"https://a.test{url}")], SPRING)) == []


def test_a_time_of_change_that_all_sitemaps_share_says_nothing() -> None:
    made = [link(f"https://a.test/sitemap-{number}.xml", modified="2015-01-01") for number in range(3)]
    assert [may_hold(each, SPRING) for each in trusted(made)] == [True] * 3
    told = [*made, link("https://a.test/sitemap-3.xml", modified="2026-01-01")]
    assert [may_hold(each, SPRING) for each in trusted(told)] == [False] * 3 + [True]


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://a.test/archive/", True),
        ("https://a.test/news/archives.html", True),
        ("https://a.test/Archiv/index.php", True),
        ("https://a.test/archive/2019/", False),
        ("https://a.test/archive-of-the-town-opens/", False),
    ],
)
def test_an_archive_is_called_so(url: str, answer: bool) -> None:
    assert is_archive(url) is answer
