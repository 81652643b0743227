"""The spider of a news site: discover links, fetch what is wanted, hand over what was captured."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newsarchive.archive import Archive, SiteRun
from newsarchive.items import ArchiveError, Capture, Link
from newsarchive.reader.pages import RECHECK
from newsarchive.reader.wholeness import is_cut
from newsarchive.sites import Discover
from newsarchive.spiders.article_pages import ArticlePages
from newsarchive.spiders.clock import clock
from newsarchive.spiders.discovering import Discovering
from newsarchive.spiders.failures import HostAsleep, reason_of, request_of
from newsarchive.spiders.lease import Lease
from newsarchive.spiders.links.agenda import Agenda
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.frontier_file import frontier_path
from newsarchive.spiders.links.guesses import Guesses
from newsarchive.spiders.links.places import hint_of
from newsarchive.spiders.links.selection import SEEN_BEFORE, Selection, hints
from newsarchive.spiders.ownsettings import own_settings
from newsarchive.spiders.records.kept import kept_answer
from newsarchive.spiders.records.recorder import DUE_ONLY, LIMIT, LOSS, Recorder
from newsarchive.urls import host

NOT_ASKED = (IgnoreRequest, HostAsleep)


class NewsSpider(Discovering):
    """Crawl one site into the archive that the settings name.

    ``limit`` bounds the articles fetched. A subclass for one site sets ``site`` and may override any method. A crawl
    that is ``partial`` by intention, or may not start, tells nothing of the site's health and checks no articles again.
    """

    asked_pages: tuple[str, ...] = ()
    partial = False

    archive: Archive
    lease: Lease
    pages: ArticlePages
    outcome: Sequence[SiteRun] = ()

    def __init__(self, limit: str | int | None = None, **kwargs: Any) -> None:
        super().__init__(self.site.key, **kwargs)
        self.limit = int(limit) if limit is not None else None
        self.lacking = self.limit or 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider with its frontier and its view of the archive."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        path = Path(crawler.settings["NEWSARCHIVE_DB"])
        spider.now = clock(crawler.settings["NEWSARCHIVE_NOW"])
        spider.recorder = Recorder.open(crawler.settings, cls.site.key, started=spider.now())
        spider.archive = Archive(path, read_only=True)
        spider.lease = Lease(path, cls.asked_host(), spider.now)
        spider.frontier = Frontier(frontier_path(path, cls.frontier_name()))
        spider.agenda = Agenda(spider.frontier, spider.now(), due_only=crawler.settings.getbool("NEWSARCHIVE_DUE_ONLY"))
        spider.guesses = Guesses(cls.site, spider.agenda)
        known = (spider.archive, spider.recorder.sites)
        spider.selection = Selection(cls.site, *known, spider.now(), spider.count, spider.frontier.has)
        spider.pages = ArticlePages(cls.site, spider.frontier)
        crawler.signals.connect(spider.failed, signals.spider_error)
        crawler.signals.connect(spider.failed, signals.item_error)
        return spider

    @classmethod
    def frontier_name(cls) -> str:
        """Return the name of this crawl's frontier."""
        return cls.site.key

    @classmethod
    def asked_host(cls) -> str:
        """Return the host that this crawl keeps for itself, and whose long rest ends it."""
        return host(cls.site.start)

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Take what the site's file says."""
        super().update_settings(settings)
        settings.update(own_settings(cls.site, settings), priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """Queue what was asked for and what is due for a re-check, and ask where the site tells of its articles."""
        if not self.may_start():
            self.partial = True
            return
        self.frontier.resume()
        today = self.now().date()
        self.frontier.add(self.selection.asked(self.asked_pages), day=today)
        if not self.partial:
            self.frontier.add(self.selection.due(), day=today)
        for place, page in self.agenda.begin(self.places()):
            yield self.discover(place, page)

    def places(self) -> tuple[Discover, ...]:
        """Return where to begin to look for articles."""
        return self.guesses.places()

    def may_start(self) -> bool:
        """Say whether the site is to be crawled, and by this process."""
        stone = self.archive.taken_down(self.site.start, self.site.key)
        if stone and stone.kind == "site":
            self.logger.warning("%s was taken down and is not crawled.", self.site.key)
            return False
        if not self.lease.take():
            self.count("failed/another process asks this host")
            return False
        return True

    def may_take(self) -> bool:
        """Say whether links wait that this crawl may still fetch."""
        return self.frontier.waiting > 0 and self.limit != 0 and self.lease.take()

    def take(self, count: int) -> list[Request]:
        """Return requests for waiting links, at most ``count``."""
        links = self.frontier.take(count if self.limit is None else min(count, self.limit))
        if self.limit is not None:
            self.limit -= len(links)
        self.fetching = True
        requests = []
        for url, link in links:
            with self.noting():
                if not self._was_answered(url, link):
                    requests.append(self.fetch(url, link))
        return requests

    def fetch_one(self) -> None:
        """Ask for the first link that waits; the answer has the engine look for the next."""
        if self.may_take():
            for request in self.take(1):
                self.crawler.engine.crawl(request)

    def _was_answered(self, url: str, link: Link) -> bool:
        """Say whether the crawl that was killed while it asked had the answer already; then queue its other pages."""
        interrupted = self.frontier.was_interrupted(url) and self.selection.was_just_captured(url, link)
        kept = kept_answer(self.archive, url, link) if interrupted else None
        if kept is None:
            return False
        self.pages.follow(kept)
        self.frontier.done(url)
        return True

    def fetch(self, url: str, link: Link) -> Request:
        """Return the request for an article's page; ``url`` is its canonical address."""
        return Request(
            url,
            callback=self.keep,
            errback=self.miss,
            headers=self.selection.conditions(url) if link.kind in SEEN_BEFORE else None,
            meta={"hints": hints(hint_of(link, self.site)), "asked": url}
            | ({"playwright": True} if self.site.browser else {}),
        )

    def keep(self, response: Response) -> Iterator[Capture]:
        """Queue the article's other pages, and hand over the capture; what a server failed to give is asked again.

        In this order: a crawl that is killed in between asks again, and forgets no page.
        """
        self.pages.follow(response)
        if is_cut(response.body, broken_off=LOSS in response.flags):
            self.frontier.failed(response.meta["asked"])
        else:
            self.frontier.answered(response.meta["asked"], response.status)
        self.count(f"fetched/{response.status}")
        yield response.meta["capture"]

    def miss(self, failure: Failure) -> None:
        """Remember a page that did not answer, or that nobody may ask for, with the reason."""
        meta = request_of(failure).meta
        url = meta["asked"]
        self.pages.give_up(meta["hints"]["found_on"])
        ended = self.frontier.done if isinstance(failure.value, IgnoreRequest) else self.frontier.failed
        ended(url)
        led_on = isinstance(failure.value, IgnoreRequest) and "redirect_times" in meta  # so it was asked
        left_out = isinstance(failure.value, NOT_ASKED) and not led_on
        self.count(f"{'skipped' if left_out else 'failed'}/{reason_of(failure)}")
        if meta["hints"]["kind"] == RECHECK and not isinstance(failure.value, HostAsleep):
            self.recorder.in_vain.append(url)
        if isinstance(failure.value, ArchiveError):
            self.recorder.failure = self.recorder.failure or failure.value

    def finish(self) -> None:
        """Forget what was asked for: that was all."""
        self.frontier.finish()

    @staticmethod
    def close(spider: NewsSpider, reason: str) -> None:  # type: ignore[override]  # of this class only
        """Do what the site's own ``closed`` wants, then leave; Scrapy calls this."""
        with spider.noting():
            Spider.close(spider, reason)
        spider.leave(reason)

    def leave(self, reason: str) -> None:
        """Let go of the frontier; a crawl that came to its end leaves only what failed."""
        with self.noting():
            if reason == "finished" and not self.recorder.failure and self.lease.is_held:
                self.finish()
                if self.limit == 0 and (self.frontier.places.leave() or self.frontier.waiting):
                    reason = LIMIT
        with self.noting():
            self.frontier.close()
        self.archive.close()
        with self.noting():
            self.recorder.batches.give_back(self.lease)
        # Scrapy notes the reason after this
        stats = {**self.crawler.stats.get_stats(), "finish_reason": reason, DUE_ONLY: self.agenda.due_only}
        self.outcome = self.recorder.close(self.site.key, stats, partial=self.partial, now=self.now())
