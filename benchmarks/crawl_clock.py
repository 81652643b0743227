"""Times a crawl from within Scrapy, for whoever runs it."""

from __future__ import annotations

import time

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import TextResponse


class Clock:
    """Notes when the spider opens, so that starting up is not counted, and how many answers and pages came."""

    started = 0.0
    cpu_before = 0.0
    pages = requests = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Clock:
        """Listen to the crawl."""
        crawler.signals.connect(cls.opened, signals.spider_opened)
        crawler.signals.connect(cls.received, signals.response_received)
        return cls()

    @classmethod
    def opened(cls) -> None:
        """Start the clock."""
        cls.started, cls.cpu_before = time.perf_counter(), time.process_time()

    @classmethod
    def received(cls, response: TextResponse) -> None:
        """Count an answer, and an article's page."""
        cls.requests += 1
        cls.pages += response.url.endswith(".html")
