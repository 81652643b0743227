"""What the middleware of hosts notes of answers and failures."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import SimpleNamespace

import pytest
from scrapy import Request, Spider
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response

from newsarchive.archive import HostState
from newsarchive.middlewares.hostbook import HostBook
from newsarchive.middlewares.hosts import HostPace
from newsarchive.spiders.crawls.running import project_settings
from newsarchive.spiders.failures import RobotsUnavailable

PAGE = Request("http://town.test/", meta={"download_slot": "town.test"})


@pytest.fixture
def crawler(tmp_path: Path) -> Crawler:
    now = datetime(2026, 3, 2, 12, tzinfo=UTC).isoformat()
    return Crawler(Spider, project_settings(NEWSARCHIVE_DB=str(tmp_path / "a.db"), NEWSARCHIVE_NOW=now))


def test_a_robots_txt_that_cannot_be_had_is_one_failure_and_not_one_for_each_page(crawler: Crawler) -> None:
    pace = HostPace(crawler)
    for _ in range(9):
        pace.process_exception(PAGE, RobotsUnavailable("connection refused"))
    assert HostBook.of(crawler).get("town.test") == HostState("town.test")


@pytest.mark.parametrize("asked", [None, 1.0])
def test_the_crawl_delay_is_counted_from_the_answer(crawler: Crawler, asked: float | None) -> None:
    pace, slot = HostPace(crawler), Slot(1, 1.0, 0.0)
    slot.lastseen = sent = monotonic() - 0.9
    crawler.engine = SimpleNamespace(_slot=None, downloader=SimpleNamespace(slots={"town.test": slot}))  # type: ignore[assignment]
    HostBook.of(crawler).put(HostState("town.test", crawl_delay=asked))
    pace.hear(Response(PAGE.url), PAGE)
    assert slot.lastseen == sent if asked is None else slot.lastseen >= sent + 0.9
