"""Scrapy middleware that obeys robots.txt after RFC 9309, with its crawl delay, and asks for it once a day."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured, StopDownload
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newsarchive.archive import HostState
from newsarchive.middlewares.hostbook import HostBook
from newsarchive.politeness.robots import MAX_BYTES, Robots, robots_text
from newsarchive.spiders.failures import HostRests, RobotsUnavailable, in_words
from newsarchive.urls import host

FRESH = timedelta(hours=24)
# A copy this old still serves while the host cannot say (RFC 9309, 2.3.1.4).
STALE = timedelta(days=30)
FIRST = 1_000
TDMREP = "/.well-known/tdmrep.json"
MAX_TDMREP = 65_536
logger = logging.getLogger(__name__)


class RobotsTxt:
    """Refuse what robots.txt forbids, and note its crawl delay and the host's tdmrep.json."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._book = HostBook.of(crawler)
        self._longest_delay = crawler.settings.getfloat("NEWSARCHIVE_MAX_CRAWL_DELAY")
        self._rules: dict[str, asyncio.Task[Robots]] = {}
        self._troubles: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Use the crawler's book of hosts."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise ``IgnoreRequest`` for what robots.txt forbids, ``RobotsUnavailable`` while nobody knows."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        origin = "/".join(request.url.split("/", 3)[:3])
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._read(origin))
        rules = await asyncio.shield(self._rules[origin])
        if rules.text is None:
            raise RobotsUnavailable(self._troubles.get(f"{origin}/robots.txt", "no answer"))
        if not rules.allows(request.url):
            raise IgnoreRequest("forbidden by robots.txt")

    async def _read(self, origin: str) -> Robots:
        state, now = self._book.get(host(origin)), self._book.now()
        age = now - state.robots_at if state.robots is not None and state.robots_at else None
        if age is not None and abs(age) < FRESH:  # of a time to come: by a clock that was wrong
            return self._noted(state, state.robots)
        response = await self._ask(f"{origin}/robots.txt", MAX_BYTES)
        text = None if response is None else robots_text(response.status, response.body)
        if text is None:
            return self._noted(self._book.get(host(origin)), state.robots if age is not None and age < STALE else None)
        rules = self._noted(replace(self._book.get(host(origin)), robots=text, robots_at=now), text)
        policy = await self._policy(origin, rules)
        self._book.put(replace(self._book.get(host(origin)), policy=policy))
        return rules

    def _noted(self, state: HostState, text: str | None) -> Robots:
        rules = Robots(text)
        delay = rules.crawl_delay
        if delay is not None and delay > self._longest_delay:
            logger.info("%s asks for %g s between requests; it gets %g s.", state.host, delay, self._longest_delay)
            delay = self._longest_delay
        self._book.put(replace(state, crawl_delay=delay))
        return rules

    async def _policy(self, origin: str, rules: Robots) -> dict[str, str]:
        if not rules.allows(origin + TDMREP):
            return {}
        response = await self._ask(origin + TDMREP, MAX_TDMREP)
        found = response is not None and response.status == 200 and response.body.lstrip().startswith(b"[")
        return {"tdmrep": response.body[:MAX_TDMREP].decode("utf-8", "replace")} if found and response else {}

    async def _ask(self, url: str, most: int) -> Response | None:
        """Return the answer, read no further than ``most`` bytes; ``None`` when there is none."""
        received: Counter[str] = Counter()

        def count(data: bytes, request: Request, spider: Spider) -> None:
            received[request.url] += len(data) if request.meta.get("asked_by") is self else 0
            if received[request.url] > most:
                raise StopDownload(fail=False)

        meta = {"dont_obey_robotstxt": True, "download_maxsize": 0, "download_warnsize": 0, "asked_by": self}
        request = Request(url, priority=FIRST, meta=meta, callback=NO_CALLBACK)
        self._crawler.signals.connect(count, signal=signals.bytes_received)
        try:
            response: Response = await self._crawler.engine.download_async(request)
            self._troubles[url] = f"the server answers {response.status}"
            return response
        except (IgnoreRequest, HostRests):
            raise  # an address that may not be asked for anything, or the end of the crawl
        except Exception as error:  # whatever went wrong, the file could not be had, and the rules know what that means
            logger.info("%s could not be had: %s: %s", url, type(error).__name__, error)
            self._troubles[url] = in_words(error)
            return None
        finally:
            self._crawler.signals.disconnect(count, signal=signals.bytes_received)
