"""Scrapy middleware that leaves hosts alone when they ask for it, in this run and the next."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newsarchive.middlewares.hostbook import HostBook
from newsarchive.politeness.pace import Pace, retry_after
from newsarchive.spiders.ending import is_ending
from newsarchive.spiders.failures import HostAsleep, HostRests, RobotsUnavailable, in_words
from newsarchive.spiders.headers import header
from newsarchive.urls import host

REFUSALS = {429, 503}
MOST_REFUSALS = 3  # in a row
STEP = 1.0
logger = logging.getLogger(__name__)


class HostPace:
    """Hold requests back while their host rests, and slow down hosts that refused.

    429 and 503 put the host to sleep, for as long as Retry-After says, else for 30 seconds and twice as long each
    time; 403, other 5xx and failed connections do after five in a row. A rest of more than
    ``NEWSARCHIVE_LONGEST_WAIT`` seconds ends the crawl of the site, and so does the third refusal in a row.
    What waits for its turn when a crawl is to end is left to the next, however slowly the host may be asked.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._book = HostBook.of(crawler)
        self._longest = crawler.settings.getfloat("NEWSARCHIVE_LONGEST_WAIT")
        self._backoff = crawler.settings.getfloat("NEWSARCHIVE_BACKOFF")
        self._own_delay = crawler.settings.getfloat("DOWNLOAD_DELAY")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Use the crawler's book of hosts, and hear of each answer before the next request leaves the queue."""
        pace = cls(crawler)
        crawler.signals.connect(pace.hear, signal=signals.response_downloaded)
        return pace

    async def process_request(self, request: Request) -> None:
        """Wait until the host may be asked; raise ``HostAsleep`` if that is too far away, or was put off too often."""
        name = host(request.url)
        while rest := (pace := self._book.pace(name)).rest(self._book.now()):
            if rest > self._longest or pace.failures >= MOST_REFUSALS:
                self._give_up(name, pace)  # also while the crawl ends, or it would not say why
            if is_ending(self._crawler):
                raise HostRests
            await asyncio.sleep(min(rest, STEP))
        self._hold(request, max(self._book.pace(name).delay, self._book.get(name).crawl_delay or 0.0))

    def hear(self, response: Response, request: Request) -> None:
        """Note how the host answered."""
        name, now = host(request.url), self._book.now()
        pace = self._book.pace(name)
        if response.status in REFUSALS:
            asked = retry_after(header(response.headers, "Retry-After"), now)
            reason = f"it answered {response.status}"
            self._refused(request, pace.refused(now, reason, rest=asked, backoff=self._backoff))
        elif response.status == 403 or response.status >= 500:
            self._failed(request, f"it answered {response.status}")
        else:
            self._book.set_pace(name, pace.answered())
        slot = self._slot_of(request)
        if slot and self._book.get(name).crawl_delay:  # counted from the answer: a request may be late on its way
            slot.lastseen = max(slot.lastseen, monotonic())
        if is_ending(self._crawler):
            self._clear(slot)

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Note that the host did not answer; ask again for what only had to wait, but robots.txt not at the end."""
        if isinstance(exception, HostRests):
            given_up = "asked_by" in request.meta and is_ending(self._crawler)
            return None if given_up else request.replace(dont_filter=True)
        if not isinstance(exception, IgnoreRequest | HostAsleep | RobotsUnavailable):  # the last was noted of its file
            self._failed(request, in_words(exception))
        return None

    def _failed(self, request: Request, reason: str) -> None:
        name, now = host(request.url), self._book.now()
        pace = self._book.pace(name).failed(now, reason, backoff=self._backoff)
        if pace.rest(now):
            self._refused(request, pace)
        else:
            self._book.set_pace(name, pace)

    def _refused(self, request: Request, pace: Pace) -> None:
        name = host(request.url)
        self._book.set_pace(name, pace)
        self._book.save()
        self._recall(request, pace)
        # once more, for requests that were on their way to the queue
        asyncio.get_running_loop().call_later(STEP, self._recall, request, pace)
        if self._crawler.stats:
            self._crawler.stats.inc_value("newsarchive/hosts_put_to_sleep")
        logger.info("%s is left alone until %s: %s.", name, pace.next_at, pace.reason)

    def _recall(self, request: Request, pace: Pace) -> None:
        """Close the host's slot for the rest, and take back the requests that wait in it, past ``process_request``."""
        slot = self._slot_of(request)
        if slot:
            slot.delay, slot.jitter = max(slot.delay, pace.delay), 0.0
            slot.lastseen = max(slot.lastseen, monotonic() + pace.rest(self._book.now()) - slot.delay)
            self._clear(slot)

    def _slot_of(self, request: Request) -> Slot | None:
        engine = self._crawler.engine
        return engine.downloader.slots.get(request.meta.get("download_slot", "")) if engine else None

    def _clear(self, slot: Slot | None) -> None:
        """Take back the requests that wait in a slot."""
        while slot and slot.queue:
            slot.queue.popleft()[1].errback(HostRests())

    def _give_up(self, name: str, pace: Pace) -> None:
        engine, asked = self._crawler.engine, getattr(self._crawler.spider, "asked_host", None)
        if engine and engine.spider and not is_ending(self._crawler) and asked and asked() == name:
            asyncio.ensure_future(engine.close_spider_async(reason="host asleep"))  # the engine keeps it
        raise HostAsleep(pace.reason or "it asked for a rest")

    def _hold(self, request: Request, delay: float) -> None:
        """Make the host's slot wait ``delay`` seconds between requests, exactly; AutoThrottle may only add to it."""
        engine = self._crawler.engine
        if engine is None:
            return
        key = urlparse_cached(request).hostname or ""
        own = max(self._own_delay, delay)
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle and delay:
            throttle.mindelay = own
        if delay:
            engine.downloader.per_slot_settings[key] = {"delay": own, "jitter": 0.0}
        slot = engine.downloader.slots.get(key)
        if slot and (delay or key in engine.downloader.per_slot_settings):
            slot.delay = max(slot.delay, own) if throttle else own
            slot.jitter = 0.0 if delay else slot.jitter
