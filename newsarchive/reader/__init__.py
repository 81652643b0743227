"""Captures in, articles out: the one path from what was kept to what is archived."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from newsarchive.archive import Added, Archive, tombstones
from newsarchive.archive.warc import LostRecordError
from newsarchive.extraction import EXTRACTOR_VERSION, extract
from newsarchive.extraction.joining import in_full, join
from newsarchive.extraction.pageclass import of_response
from newsarchive.items import Article, Capture, Location, NotAnArticle, PageClass
from newsarchive.politeness.reservations import reservations
from newsarchive.reader.pages import first_page, is_later_page, pages_of
from newsarchive.reader.rights import as_allowed
from newsarchive.sites import DEFAULT_POLICY, Site, Sites, all_sites
from newsarchive.urls import host, registered_domain

BATCH = 100
NOT_MODIFIED = 304
logger = logging.getLogger(__name__)

Counts = Counter[tuple[str, str]]
"""How many captures of a site ended how: ``("harbour", "new")``, ``("harbour", "skipped/list: it is a list")``."""


def read(archive: Archive, captures: Iterable[Capture], *, sites: Sites | None = None) -> Counts:
    """Read captures and add their articles, a transaction for every hundred; return what became of them.

    A capture that holds no article stays as a capture with its page class and the reason.
    """
    return Reader(archive, all_sites() if sites is None else sites).read_captures(captures)


class Reader:
    """Reads captures of any site into one archive."""

    def __init__(self, archive: Archive, sites: Sites, *, run: int | None = None) -> None:
        self._archive = archive
        self._sites = sites
        self._run = run
        self._unjoined: list[Capture] = []

    def read(self, captures: Iterable[tuple[Capture, bytes]]) -> Counts:
        """Read captures with their payloads; return what became of them."""
        counts = Counts()
        captures = iter(captures)
        while batch := list(islice(captures, BATCH)):
            with self._archive.batch():
                counts.update((site_key(capture), self._add(capture, payload)) for capture, payload in batch)
                self._join_articles()
        return counts

    def read_captures(self, captures: Iterable[Capture]) -> Counts:
        """Read captures whose payloads are in the WARC files; pass over those whose record is damaged.

        A revisit may come before the capture that it stands for, so what is lost at first is looked for once more.
        """
        lost: list[Capture] = []
        counts = self.read(self._with_payloads(captures, lambda capture, _: lost.append(capture)))
        return counts + self.read(self._with_payloads(lost, lambda _, error: logger.warning("%s", error)))

    def read_at(self, locations: Iterable[Location]) -> Counts:
        """Read the captures that a crawl has just written, but for those that ``catch_up`` came upon before."""
        places = (location for location in locations if not self._archive.is_read(location))
        return self.read(self._archive.capture_at(location) for location in places)

    def catch_up(self) -> Counts:
        """Read what a crash or a full queue left behind in the WARC files."""
        return self.read_captures(self._archive.pending())

    def article(self, capture: Capture, payload: bytes) -> Article:
        """Return the article of a capture, joined from all its pages that the archive has, as far as it may be kept.

        Raises NotAnArticle, with the page class and the reason, if it holds none.
        """
        article = self._whole(capture, payload)
        tdmrep = self._archive.hosts.get(host(capture.url)).policy.get("tdmrep")
        return as_allowed(article, reservations(capture.headers, payload, capture.url, tdmrep), self._policy(capture))

    def _whole(self, capture: Capture, payload: bytes) -> Article:
        article = self._extract(capture, payload)
        pages = pages_of(self._archive, capture, payload)
        whole = pages.whole and self._page(*pages.whole)
        if whole and in_full(whole, article):
            return replace(article, body=whole.body, blocks=whole.blocks, word_count=whole.word_count)
        if pages.later or pages.missing:
            later = {page[0].url: self._page(*page) for page in pages.later}
            missing = [*pages.missing, *(url for url, page in later.items() if page is None)]
            return join([article, *(page for page in later.values() if page)], missing)
        return article

    def _page(self, capture: Capture, payload: bytes) -> Article | None:
        """Read another page of an article, if it is one."""
        try:
            return self._extract(capture, payload)
        except NotAnArticle:
            return None

    def _policy(self, capture: Capture) -> str:
        """Return the policy of the site; a page that somebody saved by hand and brought in is his to keep."""
        site = self._site(capture)
        if site:
            return site.policy
        return "keep" if "saved_as" in capture.hints else DEFAULT_POLICY

    def _site(self, capture: Capture) -> Site | None:
        return self._sites.get(capture.site or "") or self._sites.find(capture.url)

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

    def _add(self, capture: Capture, payload: bytes) -> str:
        if capture.status == NOT_MODIFIED:
            self._archive.add_capture(capture, run=self._run)
            return "unchanged"
        add = self._add_page if is_later_page(capture) and capture.status == 200 else self._add_first
        try:
            return add(capture, payload)
        except NotAnArticle as error:
            self._add_capture(capture, error.page_class, error.reason)
            return f"skipped/{error.page_class}: {error.reason}"

    def _add_first(self, capture: Capture, payload: bytes) -> str:
        self._refuse_taken_down(capture, capture.url, capture.requested_url)
        article = self.article(capture, payload)
        self._refuse_taken_down(capture, article.url)
        kept = self._add_capture(capture, PageClass.ARTICLE, capture.reason)
        return self._add_article(article, kept).outcome

    def _add_page(self, capture: Capture, payload: bytes) -> str:
        self._extract(capture, payload)  # raises what it is instead
        self._add_capture(capture, PageClass.PAGE, f"a page of {capture.hints['found_on']}")
        self._unjoined.append(capture)
        return "page"

    def _join_articles(self) -> None:
        """Read articles again of which another page came."""
        firsts: dict[str, int] = {}
        for page in self._unjoined:
            first = first_page(self._archive, page)
            if first and first.url not in firsts:
                article = self.article(first, self._archive.payload(first))
                firsts[first.url] = self._add_article(article, first).article_id
            if first:
                self._archive.add_page(firsts[first.url], page.url)
        self._unjoined.clear()

    def _add_article(self, article: Article, capture: Capture) -> Added:
        named = replace(article, site=site_key(capture))
        added = self._archive.add_article(named, capture, extractor=EXTRACTOR_VERSION)
        if added.outcome != "revision":
            return added
        # what another version of the extractor read may differ although the page did not
        for earlier in self._archive.read_otherwise(added.article_id, EXTRACTOR_VERSION):
            self._read_anew(earlier)
        return added if self._archive.has_revision(added.revision_id) else replace(added, outcome="unchanged")

    def _read_anew(self, capture: Capture) -> None:
        with suppress(NotAnArticle, LostRecordError):  # then the earlier reading stands
            article = self.article(capture, self._archive.payload(capture))
            named = replace(article, site=site_key(capture))
            self._archive.add_article(named, capture, extractor=EXTRACTOR_VERSION)

    def _refuse_taken_down(self, capture: Capture, *urls: str | None) -> None:
        for url in urls:
            if url and self._archive.taken_down(url, site_key(capture)):
                raise NotAnArticle(url, PageClass.ERROR, tombstones.REASON)

    def _add_capture(self, capture: Capture, page_class: PageClass, reason: str | None) -> Capture:
        judged = replace(capture, page_class=page_class, reason=reason)
        return replace(judged, id=self._archive.add_capture(judged, run=self._run))

    def _extract(self, capture: Capture, payload: bytes) -> Article:
        if capture.page_class is PageClass.UNREADABLE and capture.reason and not payload:
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, capture.reason)
        verdict = of_response(capture.status, capture.header, payload)
        if verdict:
            raise NotAnArticle(capture.url, verdict.page_class, verdict.reason)
        try:
            return extract(
                payload,
                capture.url,
                content_type=capture.header("content-type"),
                site=self._site(capture),
                memory=self._archive.memory(site_key(capture)),
                fetched_at=capture.fetched_at,
                hints=capture.hints,
            )
        except NotAnArticle:
            raise
        except Exception as error:  # one page must not stop the others; it stays as a capture and is told
            logger.exception("Reading %s failed.", capture.url)
            reason = f"reading failed with {type(error).__name__}"
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, reason) from error


def site_key(capture: Capture) -> str:
    """Return the site of a capture, or else its registered domain."""
    return capture.site or registered_domain(capture.url)
