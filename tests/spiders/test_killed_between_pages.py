"""A crawl that is killed between an answer and its further pages asks for them when it goes on."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import Link
from newsarchive.sites import Site, Sites
from newsarchive.spiders.article_pages import ArticlePages
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.selection import Selection, hints
from newsarchive.spiders.news import NewsSpider

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST, SECOND = "http://town.test/2026/03/01/bridge.html", "http://town.test/2026/03/01/bridge_2.html"
PAGE = f"<title>Bridge</title><h1>Bridge</h1><p>Part one.</p><div class=page><a href={SECOND}>2</a></div>".encode()
LINK = Link(url=FIRST, found_on="http://town.test/", kind="list")
TOWN = Site(key="town", name="Town", start="http://town.test/", domains=("town.test",))


@pytest.fixture
def spider(tmp_path: Path) -> Iterator[SimpleNamespace]:
    """Return what a spider has when a crawl is taken up that was killed while it asked for the first page."""
    path = tmp_path / "frontier.db"
    before = Frontier(path)
    before.add([(FIRST, LINK)])
    assert [url for url, _ in before.take(1)] == [FIRST]
    before.close()
    with Archive(tmp_path / "a.db") as archive:
        frontier = Frontier(path)
        frontier.resume()
        counts: list[str] = []
        yield SimpleNamespace(
            archive=archive,
            frontier=frontier,
            pages=ArticlePages(TOWN, frontier),
            selection=Selection(TOWN, archive, Sites(), NOW, lambda *_: None, frontier.has),
            recorder=SimpleNamespace(storing=nullcontext),
            count=counts.append,
            _kept=lambda url, link: NewsSpider._kept(spider_of(archive), url, link),
        )
        frontier.close()


def spider_of(archive: Archive) -> NewsSpider:
    return SimpleNamespace(archive=archive)  # it needs no more


def waiting(frontier: Frontier) -> set[str]:
    return {url for url, _ in frontier.take(10)} - {FIRST}


def test_further_pages_are_queued_before_the_answer_is_handed_over(spider: SimpleNamespace) -> None:
    asked = Request(FIRST, meta={"hints": hints(LINK), "asked": FIRST, "capture": "capture"})
    handed = NewsSpider.keep(spider, Response(FIRST, 200, body=PAGE, request=asked))
    assert next(handed) == "capture"
    assert waiting(spider.frontier) == {SECOND}


def test_further_pages_of_an_answer_that_was_kept_are_queued_by_the_next_crawl(spider: SimpleNamespace) -> None:
    assert not NewsSpider._was_answered(spider, FIRST, LINK)
    with WarcWriter(spider.archive.warc_folder, prefix="crawl", started=NOW, software="test") as writer:
        place = writer.write(FIRST, fetched_at=NOW, body_wire=PAGE, site="town")
    spider.archive.add_capture(spider.archive.capture_at(place)[0])
    assert NewsSpider._was_answered(spider, FIRST, LINK)
    assert waiting(spider.frontier) == {SECOND}


def test_an_answer_whose_record_is_lost_is_asked_for_again(spider: SimpleNamespace) -> None:
    with WarcWriter(spider.archive.warc_folder, prefix="crawl", started=NOW, software="test") as writer:
        place = writer.write(FIRST, fetched_at=NOW, body_wire=PAGE, site="town")
    spider.archive.add_capture(spider.archive.capture_at(place)[0])
    (spider.archive.warc_folder / place.file).unlink()
    assert not NewsSpider._was_answered(spider, FIRST, LINK)
