"""Dates read by what the page says of its land, and years taken from its address, its change or the time of the fetch."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article
from tests.extraction.test_printed_authors import TEXT

FETCHED = datetime(2026, 3, 5, tzinfo=UTC)


def read(
    line: str, *, language: str = "en", head: str = "", url: str = "/mill", fetched: datetime | None = None
) -> Article:
    html = f"<html lang={language}><head>{head}</head><h1>The mill grinds again</h1><p>{line}</p>{TEXT}</html>"
    return extract(html, f"https://weir.example{url}", fetched_at=fetched)


@pytest.mark.parametrize(
    ("language", "line", "published"),
    [
        ("en-GB", "03/04/2026", "2026-04-03T00:00:00+01:00"),
        ("en-US", "03/04/2026", "2026-03-04T00:00:00+00:00"),  # as many programs call all pages
        ("en-AU", "3 March 2026 17:14", "2026-03-03T17:14:00+11:00"),
    ],
)
def test_the_land_of_the_page_orders_its_numbers_and_has_its_zone(language: str, line: str, published: str) -> None:
    found = read(line, language=language).published
    assert found and found.isoformat() == published


@pytest.mark.parametrize(
    ("head", "url", "fetched", "published"),
    [
        ("", "/2024/03/03/mill", FETCHED, "2024-03-03T17:14:00+00:00"),
        (
            "<meta property=article:modified_time content=2023-03-04T09:00:00Z>",
            "/mill",
            FETCHED,
            "2023-03-03T17:14:00+00:00",
        ),
        ("", "/mill", FETCHED, "2026-03-03T17:14:00+00:00"),
        ("", "/mill", None, None),
    ],
)
def test_a_year_that_is_not_told_comes_from_what_is_nearest(
    head: str, url: str, fetched: datetime | None, published: str | None
) -> None:
    found = read("March 3, 5:14 p.m.", head=head, url=url, fetched=fetched).published
    assert (found.isoformat() if found else None) == published


def test_a_day_without_year_above_the_title_is_the_clock_of_the_site() -> None:
    html = f"<p>5 March</p><h1>The mill grinds again</h1>{TEXT}"
    assert extract(html, "https://weir.example/mill", fetched_at=FETCHED).published is None


def test_the_address_may_tell_the_day_as_iran_counts() -> None:
    text = "<p>شورای شهر تصمیم گرفت پل قدیمی را برای تعمیر سی روز ببندد تا مهندسان پایه‌ها را بررسی کنند.</p>" * 6
    html = f"<html lang=fa><h1>پل قدیمی بسته می‌شود</h1>{text}</html>"
    published = extract(html, "https://weir.example/1404/12/12/pol").published
    assert published and published.date().isoformat() == "2026-03-03"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2024/3/5/mill.html", "2024-03-05"),
        ("/2024/03/05/mill", "2024-03-05"),
        ("/2010/TOWN/08/13/mill/index.html", "2010-08-13"),
        ("/2013/far_north/8/3/mill.html", "2013-08-03"),
        ("/2024/mar/05/mill", "2024-03-05"),
        ("/13-08-2010/mill", "2010-08-13"),
        ("/2024/of/3/5/mill", None),
        ("/2024/13/5/mill", None),
    ],
)
def test_the_day_in_an_address(path: str, day: str | None) -> None:
    text = "<p>The mill at the weir will grind again in spring, because three families have bought the old stones.</p>"
    found = extract(f"<title>The mill</title><h1>The mill</h1>{text * 3}", f"https://weir.example{path}").published
    assert (found.date().isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("declared", "day"),
    [
        ("1968-05-03", "1968-05-03"),
        ("1947-11-13T06:00:00+01:00", "1947-11-13"),
        ("1970-01-01T00:00:00Z", None),
        ("1969-12-31T19:00:00-05:00", None),
        ("1900-01-01", None),
        ("0001-05-03", None),
    ],
)
def test_the_archives_of_newspapers_declare_days_before_the_web(declared: str, day: str | None) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{declared}"}}</script>'
    found = read("Born on 3 May 1968 in the mill", head=head).published
    assert (found.date().isoformat() if found else None) == day
