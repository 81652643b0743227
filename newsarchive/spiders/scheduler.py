"""Scrapy's scheduler over the frontier: the spider's own requests, and the site's waiting links."""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import count

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler

from newsarchive.spiders.discovering import LATER
from newsarchive.spiders.news import NewsSpider

BATCH = 100  # links taken from disk at once
BETWEEN = 5  # pages asked for between two sitemaps: a site may have thousands


class Scheduler(BaseScheduler):
    """Hand out the requests that callbacks made, by priority, then links of the frontier as requests.

    Sitemaps, which have the priority ``LATER``, are asked for one at a time and take turns with the links, lest a site
    read sitemaps for hours before it fetches a page. Only the links of one batch are requests in memory, whatever waits
    on disk.
    """

    def __init__(self) -> None:
        self._requests: list[tuple[int, int, Request]] = []
        self._links: deque[Request] = deque()
        self._order = count()
        self._pages = BETWEEN  # links handed out since the last sitemap

    def open(self, spider: Spider) -> None:
        """Serve this spider."""
        if not isinstance(spider, NewsSpider):
            raise TypeError(f"{spider.name} is no NewsSpider, which this scheduler needs")
        self._spider = spider

    def has_pending_requests(self) -> bool:
        """Say whether anything waits that can be kept."""
        with self._spider.noting():
            return not self._spider.recorder.failure and bool(self._asks() or self._links or self._spider.may_take())
        return False

    def enqueue_request(self, request: Request) -> bool:
        """Queue a request of a callback, or one that is to be asked again; they are few and never duplicates."""
        heappush(self._requests, (-request.priority, next(self._order), request))
        return True

    def next_request(self) -> Request | None:
        """Return the next request, or ``None`` when nothing waits."""
        if self._spider.recorder.failure:
            return None
        if self._asks() and not self._must_wait():
            return self._first()
        if not self._has_links():
            return None
        self._pages += 1
        return self._links.popleft()

    def _asks(self) -> bool:
        """Say whether requests wait that are wanted: not those for sitemaps, once there is enough."""
        return bool(self._requests) and not (_is_late(self._requests[0][2]) and self._spider.has_enough)

    def _must_wait(self) -> bool:
        """Say whether the first request is for a sitemap, and another is read or it is the turn of the links."""
        if not _is_late(self._requests[0][2]):
            return False
        engine = self._spider.crawler.engine
        read = engine is not None and engine._slot is not None and any(map(_is_late, engine._slot.inprogress))
        return read or (self._pages < BETWEEN and self._has_links())

    def _first(self) -> Request:
        request = heappop(self._requests)[2]
        if _is_late(request):
            self._pages = 0
        return request

    def _has_links(self) -> bool:
        """Say whether a link can be asked for, of a batch that is read if need be."""
        with self._spider.noting():
            while not self._links and self._spider.may_take():
                self._links.extend(self._spider.take(BATCH))
        return bool(self._links)


def _is_late(request: Request) -> bool:
    return request.priority <= LATER
