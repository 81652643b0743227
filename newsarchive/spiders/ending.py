"""Whether a crawl is to end."""

from __future__ import annotations

from scrapy.crawler import Crawler


def is_ending(crawler: Crawler) -> bool:
    """Say whether a crawl is to end as soon as the pages are there that have been asked for, or nothing can be kept."""
    recorder = getattr(crawler.spider, "recorder", None)  # a survey has none
    if recorder and recorder.failure:
        return True
    engine = crawler.engine
    return bool(engine and engine._slot and engine._slot.closing)  # no signal tells of it in time
