"""What a crawl knows of hosts: read from the archive when a host is first asked, written back when it changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self
from weakref import WeakKeyDictionary

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from newsarchive.archive import Archive, HostState
from newsarchive.politeness.pace import Pace
from newsarchive.spiders.clock import clock

_BOOKS: WeakKeyDictionary[Crawler, HostBook] = WeakKeyDictionary()


class HostBook:
    """The hosts of one crawler, shared by its middlewares."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.now = now
        self._path = path
        self._states: dict[str, HostState] = {}
        self._changed: set[str] = set()

    @classmethod
    def of(cls, crawler: Crawler) -> Self | HostBook:
        """Return the crawler's book; it is saved when the spider closes."""
        if crawler not in _BOOKS:
            now = getattr(crawler.spider, "now", None) or clock(crawler.settings["NEWSARCHIVE_NOW"])
            book = _BOOKS[crawler] = cls(Path(crawler.settings["NEWSARCHIVE_DB"]), now)
            crawler.signals.connect(book.close, signal=signals.spider_closed, weak=False)
        return _BOOKS[crawler]

    def get(self, host: str) -> HostState:
        """Return what is known about a host."""
        if host not in self._states:
            self._states[host] = self._stored(host)
        return self._states[host]

    def put(self, state: HostState) -> None:
        """Remember what is known about a host."""
        if self._states.get(state.host) != state:
            self._states[state.host] = state
            self._changed.add(state.host)

    def pace(self, host: str) -> Pace:
        """Return the pace at which a host may be asked."""
        state = self.get(host)
        return Pace(state.delay or 0.0, state.next_at, state.failures, state.reason)

    def set_pace(self, host: str, pace: Pace) -> None:
        """Remember the pace of a host."""
        self.put(
            replace(
                self.get(host),
                delay=pace.delay or None,
                next_at=pace.next_at,
                failures=pace.failures,
                reason=pace.reason,
            )
        )

    def save(self) -> None:
        """Write what changed to the archive; without an archive nothing is remembered."""
        if not self._changed or not self._path.exists():
            return
        with Archive(self._path) as archive, archive.batch():
            for host in sorted(self._changed):
                archive.hosts.put(self._states[host])
        self._changed.clear()

    def close(self, spider: Spider) -> None:
        """Save; a crawl that cannot write says so when it ends."""
        recorder = getattr(spider, "recorder", None)
        with recorder.storing() if recorder else nullcontext():
            self.save()

    def _stored(self, host: str) -> HostState:
        if not self._path.exists():
            return HostState(host)
        with Archive(self._path, read_only=True) as archive:
            return archive.hosts.get(host)
