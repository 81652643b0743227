from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Candidate, Capture, RemovedBlock

START = datetime(2022, 4, 19, 2, tzinfo=UTC)
BODY = "市疫情防控指挥部发布第一号通告,要求各县区落实责任。" * 8
URL = "http://city.example.test/3474.html"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "news.db") as opened:
        yield opened


def capture(url: str = URL, hours: float = 0, requested: str | None = None) -> Capture:
    return Capture(url=url, fetched_at=START + timedelta(hours=hours), requested_url=requested)


def article(body: str = BODY, title: str = "第一号通告", url: str = URL) -> Article:
    return Article(url=url, title=title, body=body, site="Example City News")


def test_an_article_comes_back_with_all_its_fields(archive: Archive) -> None:
    origins = {"title": (Candidate("第一号通告", "heading", 0.9, "h1", chosen=True), Candidate("另一", "meta", 0.4))}
    removed = (RemovedBlock("分享到微信", "share", "div.share"),)
    wanted = Article(
        url=URL,
        title="第一号通告",
        body=BODY,
        authors=("王一", "李二"),
        tags=("防控", "疫情"),
        published=START,
        origins=origins,
        removed=removed,
    )
    added = archive.add_article(wanted, capture())
    stored = archive.article(URL)
    assert added.outcome == "new"
    assert stored is not None
    assert (stored.title, stored.body, stored.authors, stored.tags) == (
        wanted.title,
        BODY,
        ("王一", "李二"),
        ("防控", "疫情"),
    )
    assert (stored.published, stored.first_seen, stored.last_seen) == (START, START, START)
    assert archive.origins(URL) == origins
    assert archive.removed(URL) == removed


def test_the_same_content_again_adds_nothing(archive: Archive) -> None:
    archive.add_article(article(), capture())
    added = archive.add_article(article(BODY.replace(",", "，") + " "), capture(hours=2))
    assert added.outcome == "unchanged"
    assert [revision.seen_at for revision in archive.revisions(URL)] == [START]
    stored = archive.article(URL)
    assert stored is not None
    assert stored.last_seen == START + timedelta(hours=2)


def test_a_changed_text_is_a_revision_and_both_texts_stay(archive: Archive) -> None:
    archive.add_article(article(), capture())
    added = archive.add_article(article(BODY + "各学校停课。"), capture(hours=2))
    assert (added.outcome, added.change) == ("revision", "substantive")
    assert [revision.body for revision in archive.revisions(URL)] == [BODY, BODY + "各学校停课。"]


def test_the_same_text_at_another_address_of_the_site_is_the_same_article(archive: Archive) -> None:
    other = "http://city.example.test/news/3474.html"
    archive.add_article(article(), capture())
    assert archive.add_article(article(url=other), capture(other, 1)).outcome == "duplicate"
    assert archive.article(other) == archive.article(URL)


def test_a_site_with_a_file_may_move_to_another_domain_with_its_articles(archive: Archive) -> None:
    other, elsewhere = "http://town.test/news/3474/", "http://copies.test/3474.html"
    archive.add_article(article(), capture())
    assert archive.add_article(article(url=other), capture(other, 1)).outcome == "duplicate"
    assert archive.article(other) == archive.article(URL)
    copy = replace(article(url=elsewhere), site="Copies")
    assert archive.add_article(copy, capture(elsewhere, 2)).outcome == "new"


def test_the_same_short_text_under_another_title_is_another_article(archive: Archive) -> None:
    other, body = (
        "http://city.example.test/news/3475.html",
        "Watch the whole meeting of the council and of its guests in our video.",
    )
    archive.add_article(article(body, "The first meeting"), capture())
    assert archive.add_article(article(body, "The second meeting", other), capture(other, 1)).outcome == "new"


def test_an_address_that_goes_its_own_way_becomes_an_article_of_its_own(archive: Archive) -> None:
    other = "http://city.example.test/news/3475.html"
    archive.add_article(article(), capture())
    archive.add_article(article(url=other), capture(other, 1))
    added = archive.add_article(article(BODY + "不同的结尾。", url=other), capture(other, 2))
    assert added.outcome == "new"
    assert [revision.body for revision in archive.revisions(other)] == [BODY, BODY + "不同的结尾。"]
    assert [revision.body for revision in archive.revisions(URL)] == [BODY]


def test_what_sqlite_cannot_hold_as_text_does_not_stop_an_article(archive: Archive) -> None:
    broken = "渡轮\ud83d搁浅\0"
    origins = {"title": (Candidate(broken, "json-ld", 0.9, chosen=True),)}
    removed = (RemovedBlock(broken, "share"),)
    whole = Article(URL, broken, broken + BODY, "city", tags=(broken,), origins=origins, removed=removed)
    archive.add_article(whole, capture())
    stored = archive.article(URL)
    assert stored is not None
    assert (stored.title, stored.tags) == ("渡轮\ufffd搁浅\ufffd", ("渡轮\ufffd搁浅\ufffd",))
    assert [hit.url for hit in archive.search("疫情防控")] == [URL]
