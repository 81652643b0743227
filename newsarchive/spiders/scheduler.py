"""Scrapy's scheduler over the frontier: the spider's own requests first, then the site's waiting links."""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import count

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler

from newsarchive.spiders.news import NewsSpider

BATCH = 100  # links taken from disk at once


class Scheduler(BaseScheduler):
    """Hand out the requests that callbacks made, by priority, then links of the frontier as requests.

    Only the links of one batch are requests in memory, whatever waits on disk.
    """

    def __init__(self) -> None:
        self._requests: list[tuple[int, int, Request]] = []
        self._links: deque[Request] = deque()
        self._order = count()

    def open(self, spider: Spider) -> None:
        """Serve this spider."""
        if not isinstance(spider, NewsSpider):
            raise TypeError(f"{spider.name} is no NewsSpider, which this scheduler needs")
        self._spider = spider
        self._recorder = spider.recorder

    def has_pending_requests(self) -> bool:
        """Say whether anything waits that can be kept."""
        with self._recorder.storing():
            return not self._recorder.failure and bool(self._requests or self._links or self._spider.may_take())
        return False

    def enqueue_request(self, request: Request) -> bool:
        """Queue a request of a callback; they are few and never duplicates."""
        heappush(self._requests, (-request.priority, next(self._order), request))
        return True

    def next_request(self) -> Request | None:
        """Return the next request, or ``None`` when nothing waits."""
        if self._recorder.failure:
            return None
        if self._requests:
            return heappop(self._requests)[2]
        with self._recorder.storing():
            while not self._links and self._spider.may_take():
                self._links.extend(self._spider.take(BATCH))
        return self._links.popleft() if self._links else None
