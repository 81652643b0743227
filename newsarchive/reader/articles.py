"""From a capture to its article, with the site's rules and memory, its other pages, and what may be kept of it."""

from __future__ import annotations

import logging
from dataclasses import replace

from newsarchive.archive import Archive
from newsarchive.extraction import extract
from newsarchive.extraction.joining import in_full, join
from newsarchive.extraction.responseclass import of_response
from newsarchive.items import Article, Capture, NotAnArticle, PageClass, SiteError
from newsarchive.memory import SiteMemory
from newsarchive.politeness.reservations import reservations
from newsarchive.reader.pages import pages_of
from newsarchive.reader.reading import Reading
from newsarchive.reader.rights import as_allowed
from newsarchive.reader.wholeness import BROKEN_OFF, is_cut
from newsarchive.sites import DEFAULT_POLICY, Site, Sites
from newsarchive.urls import host, is_front_page, registered_domain

logger = logging.getLogger(__name__)


class Articles:
    """Reads captures as the archive and the sites' files have it; never writes."""

    def __init__(self, archive: Archive, sites: Sites) -> None:
        self._archive = archive
        self._sites = sites

    def whole(self, capture: Capture, payload: bytes, ahead: Reading | None = None) -> Article:
        """Return the article of a capture, joined from all its pages that the archive has, as far as it may be kept.

        Raises NotAnArticle, with the page class and the reason, if it holds none.
        """
        article = self._joined(capture, payload, ahead)
        tdmrep = self._archive.hosts.get(host(capture.url)).policy.get("tdmrep")
        return as_allowed(article, reservations(capture.headers, payload, capture.url, tdmrep), self._policy(capture))

    def alone(self, capture: Capture, payload: bytes, ahead: Reading | None = None) -> Article:
        """Return the article on one page; raise NotAnArticle, with the page class and the reason, if there is none.

        What was read ``ahead`` is taken while it holds.
        """
        memory = self._archive.memory(site_key(capture))
        if ahead and ahead.holds(memory):
            return ahead.article()
        try:
            return self.read(capture, payload, memory)
        except NotAnArticle:
            raise
        except SiteError as error:  # what people wrote for it is wrong
            logger.error("%s", error)
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, str(error).removesuffix(".")) from error
        except Exception as error:  # one page must not stop the others; it stays as a capture and is told
            logger.exception("Reading %s failed.", capture.url)
            reason = f"reading failed with {type(error).__name__}"
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, reason) from error

    def read(self, capture: Capture, payload: bytes, memory: SiteMemory) -> Article:
        """Return the article on one page as read with the site's memory; raise NotAnArticle if there is none."""
        if capture.page_class is PageClass.UNREADABLE and capture.reason and not payload:
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, capture.reason)
        verdict = of_response(capture.status, capture.header, payload)
        if verdict:
            raise NotAnArticle(capture.url, verdict.page_class, verdict.reason)
        if is_cut(payload, broken_off=BROKEN_OFF in capture.hints):
            reason = "the connection broke off before the page was whole"
            raise NotAnArticle(capture.url, PageClass.UNREADABLE, reason)
        if capture.requested_url and is_front_page(capture.url) and not is_front_page(capture.requested_url):
            raise NotAnArticle(
                capture.url, PageClass.FRONT, "another page was asked for, which leads to the front page"
            )
        return extract(
            payload,
            capture.url,
            content_type=capture.header("content-type"),
            site=self._site(capture),
            memory=memory,
            fetched_at=capture.fetched_at,
            hints=capture.hints,
        )

    def _joined(self, capture: Capture, payload: bytes, ahead: Reading | None) -> Article:
        article = self.alone(capture, payload, ahead)
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
            return self.alone(capture, payload)
        except NotAnArticle:
            return None

    def _policy(self, capture: Capture) -> str:
        """Return the policy of the site; a page that somebody saved by hand and brought in is his to keep."""
        site = self._site(capture)
        if site:
            return site.policy
        return "keep" if "saved_as" in capture.hints else DEFAULT_POLICY

    def _site(self, capture: Capture) -> Site | None:
        if wrong := self._sites.broken.get(capture.site or ""):
            raise wrong
        return self._sites.get(capture.site or "") or self._sites.find(capture.url)


def site_key(capture: Capture) -> str:
    """Return the site of a capture, or else its registered domain."""
    return capture.site or registered_domain(capture.url)
