"""Captures in, articles out: the one path from what was kept to what is archived."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from newsarchive.archive import Added, Archive, tombstones
from newsarchive.archive.articles.standins import REASON as STAND_IN
from newsarchive.archive.warc import LostRecordError
from newsarchive.extraction import EXTRACTOR_VERSION
from newsarchive.items import GONE, NOT_MODIFIED, Article, Capture, Location, NotAnArticle, PageClass
from newsarchive.reader import Counts
from newsarchive.reader.ahead import Ahead
from newsarchive.reader.articles import Articles, site_key
from newsarchive.reader.pages import RECHECK, first_page, is_later_page
from newsarchive.reader.processes import chunks
from newsarchive.reader.reading import Reading
from newsarchive.sites import Sites

BATCH = 100
_VANISHED = "archived article"
_LOST_PAGE = "another page of it is lost in the WARC files"
logger = logging.getLogger(__name__)


class Reader:
    """Reads captures of any site into one archive: many of them with ``jobs`` processes that read ahead.

    It is to be closed if there may be several.
    """

    def __init__(self, archive: Archive, sites: Sites, *, run: int | None = None, jobs: int = 1) -> None:
        self._archive = archive
        self._articles = Articles(archive, sites)
        self._run = run
        self._ahead = Ahead(archive.path, sites, jobs)
        self._unjoined: list[Capture] = []

    def read(self, captures: Iterable[tuple[Capture, bytes]]) -> Counts:
        """Read captures with their payloads; return what became of them."""
        return sum(self.read_in_batches(captures), Counts())

    def read_in_batches(self, captures: Iterable[tuple[Capture, bytes]]) -> Iterator[Counts]:
        """Read captures with their payloads; yield what became of each hundred once it is in the archive."""
        for batch in chunks(self._ahead.read(captures), BATCH):
            with self._archive.batch():
                counts = Counts((site_key(page[0]), self._add(*page)) for page in batch)
                self._join_articles()
            yield counts

    def read_captures(self, captures: Iterable[Capture]) -> Counts:
        """Read captures whose payloads are in the WARC files; pass over those whose record is damaged.

        A revisit may come before the capture that it stands for, so what is lost at first is looked for once more.
        """
        lost: list[Capture] = []
        counts = self.read(self._with_payloads(captures, lambda capture, _: lost.append(capture)))
        return counts + self.read(self._with_payloads(lost, lambda _, error: logger.warning("%s", error)))

    def read_at(self, locations: Iterable[Location]) -> Counts:
        """Read the captures that a crawl has just written, but for those that ``catch_up`` came upon before.

        It comes upon those, too, whose payload is lost, and tells of them.
        """
        return self.read(self._at(location for location in locations if not self._archive.is_read(location)))

    def catch_up(self) -> Counts:
        """Read what a crash or a full queue left behind in the WARC files."""
        return self.read_captures(self._archive.pending())

    def close(self) -> None:
        """End the processes that read ahead."""
        self._ahead.close()

    def _at(self, locations: Iterable[Location]) -> Iterator[tuple[Capture, bytes]]:
        for location in locations:
            with suppress(LostRecordError):
                yield self._archive.capture_at(location)

    def _with_payloads(
        self, captures: Iterable[Capture], lose: Callable[[Capture, LostRecordError], None]
    ) -> Iterator[tuple[Capture, bytes]]:
        for capture in captures:
            try:
                payload = self._archive.payload(capture)
            except LostRecordError as error:
                lose(capture, error)
                continue
            yield capture, payload

    def _add(self, capture: Capture, payload: bytes, ahead: Reading | None) -> str:
        if capture.status == NOT_MODIFIED:
            self._archive.add_capture(capture, run=self._run)
            return "unchanged"
        add = self._add_page if is_later_page(capture) and capture.status == 200 else self._add_first
        try:
            return add(capture, payload, ahead)
        except NotAnArticle as error:
            self._add_capture(capture, error.page_class, error.reason)
            # the site does not fail because it has no longer what it once published
            is_vanished = capture.status in GONE and capture.hints.get("kind") == RECHECK
            return f"skipped/{_VANISHED if is_vanished else error.page_class}: {error.reason}"
        except LostRecordError as error:  # of another page of the article, whose earlier reading stands
            logger.warning("%s", error)
            self._add_capture(capture, PageClass.UNREADABLE, _LOST_PAGE)
            return f"skipped/{PageClass.UNREADABLE}: {_LOST_PAGE}"

    def _add_first(self, capture: Capture, payload: bytes, ahead: Reading | None) -> str:
        self._refuse_taken_down(capture, capture.url, capture.requested_url)
        article = self._articles.whole(capture, payload, ahead)
        self._refuse_taken_down(capture, article.url)
        kept = self._add_capture(capture, PageClass.ARTICLE, capture.reason)
        added = self._add_article(article, kept)
        return f"skipped/{PageClass.UNREADABLE}: {STAND_IN}" if added.outcome == "stand-in" else added.outcome

    def _add_page(self, capture: Capture, payload: bytes, ahead: Reading | None) -> str:
        self._articles.alone(capture, payload, ahead)  # raises what it is instead
        self._add_capture(capture, PageClass.PAGE, f"a page of {capture.hints['found_on']}")
        self._unjoined.append(capture)
        return "page"

    def _join_articles(self) -> None:
        """Read articles again of which another page came."""
        firsts: dict[str, int] = {}
        for page in self._unjoined:
            first = first_page(self._archive, page)
            with suppress(LostRecordError):  # then the earlier reading stands
                if first and first.url not in firsts:
                    article = self._articles.whole(first, self._archive.payload(first))
                    firsts[first.url] = self._add_article(article, first).article_id
                if first:
                    self._archive.add_page(firsts[first.url], page.url)
        self._unjoined.clear()

    def _add_article(self, article: Article, capture: Capture) -> Added:
        added = add(self._archive, article, capture)
        for before in filter(None, map(self._archive.capture, added.again)):
            self._read_anew(before)
        if added.outcome != "revision":
            return added
        # what another version of the extractor read may differ although the page did not
        for earlier in self._archive.read_otherwise(added.article_id, EXTRACTOR_VERSION):
            self._read_anew(earlier)
        return added if self._archive.has_revision(added.revision_id) else replace(added, outcome="unchanged")

    def _read_anew(self, capture: Capture) -> None:
        with suppress(NotAnArticle, LostRecordError):  # then the earlier reading stands
            add(self._archive, self._articles.whole(capture, self._archive.payload(capture)), capture)

    def _refuse_taken_down(self, capture: Capture, *urls: str | None) -> None:
        for url in urls:
            if url and self._archive.taken_down(url, site_key(capture)):
                raise NotAnArticle(url, PageClass.ERROR, tombstones.REASON)

    def _add_capture(self, capture: Capture, page_class: PageClass, reason: str | None) -> Capture:
        judged = replace(capture, page_class=page_class, reason=reason)
        return replace(judged, id=self._archive.add_capture(judged, run=self._run))


def add(archive: Archive, article: Article, capture: Capture) -> Added:
    """Add what today's extractor read from a capture as an article of the capture's site."""
    return archive.add_article(replace(article, site=site_key(capture)), capture, extractor=EXTRACTOR_VERSION)
