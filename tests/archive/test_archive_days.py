"""The day of an article is the one that its page prints, wherever the page is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsarchive.archive import Archive
from newsarchive.archive.database.schema import m001_first_tables, m003_day_of_publication
from newsarchive.archive.sites.coverage import Month
from newsarchive.items import Article, Capture

CHINA, NEW_YORK = timezone(timedelta(hours=8)), timezone(timedelta(hours=-5))
PUBLISHED = {
    "a-day": datetime(2026, 3, 1, tzinfo=CHINA),
    "a-morning": datetime(2026, 3, 1, 7, 30, tzinfo=CHINA),
    "an-evening": datetime(2026, 3, 1, 21, 0, tzinfo=NEW_YORK),
    "utc": datetime(2026, 2, 28, 23, 30, tzinfo=UTC),
    "undated": None,
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "news.db") as opened:
        for name, published in PUBLISHED.items():
            url = f"http://news.example.test/{name}"
            article = Article(url, name, f"渡轮：{name}。", site="news", published=published)
            opened.add_article(article, Capture(url, datetime(2026, 3, 2, tzinfo=UTC)))
        yield opened


def test_articles_are_counted_by_the_day_on_the_page(archive: Archive) -> None:
    assert archive.counts("day") == [("unknown", 1), ("2026-02-28", 1), ("2026-03-01", 3)]
    assert archive.counts("month", "渡轮") == [("unknown", 1), ("2026-02", 1), ("2026-03", 3)]
    march = archive.coverage("news", date(2026, 3, 1), date(2026, 3, 31))
    assert march == [Month("2026-03", articles=3, days=1)]


def test_what_is_no_time_is_counted_from_the_most_to_the_least(archive: Archive) -> None:
    for name, site in (("x", "a"), ("y", "z"), ("z", "z")):
        url = f"http://{site}.example.test/{name}"
        archive.add_article(Article(url, name, name * 30, site=site), Capture(url, datetime(2026, 3, 2, tzinfo=UTC)))
    assert archive.counts("site") == [("news", 5), ("z", 2), ("a", 1)]


def test_a_first_and_a_last_day_are_those_of_the_pages(archive: Archive) -> None:
    day = date(2026, 3, 1)
    assert {article.title for article in archive.articles(since=day, until=day)} == {
        "a-day",
        "a-morning",
        "an-evening",
    }
    assert [hit.title for hit in archive.search("渡轮", until=date(2026, 2, 28))] == ["utc"]


def test_articles_of_one_time_come_in_the_order_of_their_addresses_in_every_archive(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for name in "bca":
            url = f"http://news.example.test/{name}"
            archive.add_article(
                Article(url, name, name * 30, published=PUBLISHED["a-day"]), Capture(url, PUBLISHED["utc"])
            )
        assert [article.title for article in archive.articles()] == ["a", "b", "c"]


def test_an_article_has_its_day_and_the_offset_of_its_clock(archive: Archive) -> None:
    article = archive.article("http://news.example.test/an-evening")
    assert article is not None
    assert (article.published_day, article.published_offset) == (date(2026, 3, 1), -300)
    assert article.published == datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def test_an_older_archive_learns_its_days_from_the_reasons_that_it_keeps(tmp_path: Path) -> None:
    db = Database(tmp_path / "old.db")
    m001_first_tables(db)
    for number, (text, value) in enumerate(
        [
            ("2026-02-28T16:00:00Z", "2026-03-01T00:00:00+08:00"),
            ("2026-03-02T02:00:00Z", "2026-03-01T21:00:00-05:00"),
            ("2026-03-02T02:00:00Z", "2026-03-01T00:00:00+08:00"),
            ("2026-02-28T16:00:00Z", "2026-03-01"),
            (None, None),
        ]
    ):
        db["articles"].insert(
            {"id": number, "url": str(number), "published": text, "body": "", "first_seen": "", "last_seen": ""}
            | dict.fromkeys(("content_hash", "body_hash"), 0)
        )
        db["origin_names"].insert(
            {"id": number, "field": "published", "origin": str(number), "place": "", "reason": ""}
        )
        db["article_origins"].insert(
            {"article_id": number, "position": 0, "name_id": number, "confidence": 1, "chosen": 1, "value": value}
        )
    m003_day_of_publication(db)
    rows = db.query("select published_day, published_offset from articles order by id")
    assert [tuple(row.values()) for row in rows] == [
        ("2026-03-01", 480),
        ("2026-03-01", -300),
        ("2026-03-02", None),
        ("2026-03-01", 480),
        (None, None),
    ]
