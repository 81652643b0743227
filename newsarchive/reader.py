"""Captures in, articles out: the one path from what was kept to what is archived."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from newsarchive.archive import Archive
from newsarchive.archive.warc import LostRecordError
from newsarchive.extraction import EXTRACTOR_VERSION, extract
from newsarchive.extraction.pageclass import of_response
from newsarchive.items import Article, Capture, Location, NotAnArticle, PageClass
from newsarchive.sites import Site, Sites, all_sites
from newsarchive.urls import registered_domain

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

    def read(self, captures: Iterable[tuple[Capture, bytes]]) -> Counts:
        """Read captures with their payloads; return what became of them."""
        counts = Counts()
        captures = iter(captures)
        while batch := list(islice(captures, BATCH)):
            with self._archive.batch():
                counts.update((_site_key(capture), self._add(capture, payload)) for capture, payload in batch)
        return counts

    def read_captures(self, captures: Iterable[Capture]) -> Counts:
        """Read captures whose payloads are in the WARC files; pass over those whose record is damaged."""
        return self.read(self._with_payloads(captures))

    def read_at(self, locations: Iterable[Location]) -> Counts:
        """Read the captures that a crawl has just written."""
        return self.read(self._archive.capture_at(location) for location in locations)

    def catch_up(self) -> Counts:
        """Read what a crash or a full queue left behind in the WARC files."""
        return self.read_captures(self._archive.pending())

    def _with_payloads(self, captures: Iterable[Capture]) -> Iterator[tuple[Capture, bytes]]:
        for capture in captures:
            try:
                payload = self._archive.payload(capture)
            except LostRecordError as error:
                logger.warning("%s", error)
                continue
            yield capture, payload

    def _add(self, capture: Capture, payload: bytes) -> str:
        site = self._sites.get(capture.site or "") or self._sites.find(capture.url)
        try:
            article = _extract(capture, payload, site)
        except NotAnArticle as error:
            self._add_capture(capture, error.page_class, error.reason)
            return f"skipped/{error.page_class}: {error.reason}"
        kept = self._add_capture(capture, PageClass.ARTICLE, capture.reason)
        named = replace(article, site=_site_key(capture))
        return self._archive.add_article(named, kept, extractor=EXTRACTOR_VERSION).outcome

    def _add_capture(self, capture: Capture, page_class: PageClass, reason: str | None) -> Capture:
        judged = replace(capture, page_class=page_class, reason=reason)
        return replace(judged, id=self._archive.add_capture(judged, run=self._run))


def _extract(capture: Capture, payload: bytes, site: Site | None) -> Article:
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
            site=site,
            fetched_at=capture.fetched_at,
            hints=capture.hints,
        )
    except NotAnArticle:
        raise
    except Exception as error:  # one page must not stop the others; it stays as a capture and is told
        logger.exception("Reading %s failed.", capture.url)
        reason = f"reading failed with {type(error).__name__}"
        raise NotAnArticle(capture.url, PageClass.UNREADABLE, reason) from error


def _site_key(capture: Capture) -> str:
    return capture.site or registered_domain(capture.url)
