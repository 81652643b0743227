"""Which of the discovered links a crawl fetches; each one left out is counted with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from newsarchive.archive import Archive
from newsarchive.discovery.dated import is_before
from newsarchive.discovery.links import is_page
from newsarchive.discovery.shapes import Shapes, learn
from newsarchive.health import FAILED_LATELY
from newsarchive.items import Link, PageClass
from newsarchive.reader.pages import PAGE, RECHECK, WHOLE
from newsarchive.sites import Site, Sites
from newsarchive.urls import canonical_url

ASKED = "asked"  # by a person
SEEN_BEFORE = {RECHECK, PAGE, WHOLE}
TELLS_OF_ARTICLES = {"feed", "news-sitemap"}  # whatever these link is an article
ASK_AGAIN_AFTER = timedelta(hours=1)  # a page that failed or was blocked
FOLLOW_AGAIN_AFTER = timedelta(days=1)  # a page that led away from the site or in circles
LOOK_AGAIN_AFTER = timedelta(days=30)  # a page that was no article
WAITS = dict.fromkeys((PageClass.BLOCK, PageClass.ERROR, PageClass.UNREADABLE, None), ASK_AGAIN_AFTER)
WAITS[PageClass.REDIRECT] = FOLLOW_AGAIN_AFTER
MAX_DUE = 10_000  # re-checks in one crawl of a site


class Selection:
    """Decide about links with what the site's file says, the site's address shapes, and what the archive knows.

    What the crawl itself has ``queued`` is no news to it, whether or not the archive has it by now.
    """

    def __init__(
        self,
        site: Site,
        archive: Archive,
        sites: Sites,
        now: datetime,
        count: Callable[[str], None],
        queued: Callable[[str], bool],
    ) -> None:
        self._site = site
        self._archive = archive
        self._within = [each for each in sites.values() if any(_is_within(place, site) for place in each.domains)]
        self._now = now
        self._count = count
        self._queued = queued
        self.articles = 0  # links that look like articles, known or not
        self._shapes: Shapes = learn(archive.pages(site.key))
        self._articles = re.compile(site.articles) if site.articles else None
        self._skip = re.compile(site.skip) if site.skip else None

    def due(self) -> Iterator[tuple[str, Link]]:
        """Return the archived articles that are due for a re-check, with their canonical addresses."""
        for url in self._archive.due(self._now, site=self._site.key, limit=MAX_DUE):
            self._count("due")
            yield url, Link(url=url, found_on=url, kind=RECHECK)

    def asked(self, urls: Iterable[str]) -> Iterator[tuple[str, Link]]:
        """Return pages that a person asked for, whatever they look like; one that is archived is asked for anew."""
        for asked in urls:
            self._count("found")
            url = canonical_url(asked)
            if reason := self._takedown(url):
                self._count(f"skipped/{reason}")
                continue
            known = self._archive.known(url)
            yield url, Link(url=url, found_on=url, kind=RECHECK if known and known.article_id else ASKED)

    def wanted(self, links: Iterable[Link]) -> Iterator[tuple[str, Link]]:
        """Return the links to fetch with their canonical addresses; count the others as skipped."""
        for link in links:
            self._count("found")
            url = canonical_url(link.url)
            objection = self._objection(link)
            self.articles += objection is None
            reason = objection or self._takedown(url)
            if reason is None and not self._queued(url):
                reason = self._acquaintance(url)
            if reason is None:
                yield url, link
            else:
                self._count(f"skipped/{reason}")

    def since(self, links: Iterable[Link], day: date) -> Iterator[Link]:
        """Leave out and count the links that tell an earlier date."""
        for link in links:
            if is_before(link, day):
                self._count("found")
                self.articles += 1
                self._count("skipped/older than the site's file asks for")
            else:
                yield link

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that ask for a page only if it has changed since it was captured, and is still kept."""
        known = self._archive.known(url)
        if known is None or not known.warc_file or not (self._archive.warc_folder / known.warc_file).exists():
            return {}
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in asked.items() if value}

    def was_just_captured(self, url: str, link: Link) -> bool:
        """Say whether an address is captured; if it has been before, within the last hour."""
        known = self._archive.known(url)
        if known is None or known.fetched_at is None:
            return False
        return link.kind not in SEEN_BEFORE or known.fetched_at + ASK_AGAIN_AFTER > self._now

    def _objection(self, link: Link) -> str | None:
        closeness = self._site.covers(link.url)
        if not closeness:
            return "leaves the site"
        for other in self._within:
            if other.covers(link.url) > closeness:
                return f"belongs to the site {other.key}"
        if not is_page(link.url):
            return "not a page"
        if self._skip and self._skip.search(link.url):
            return "excluded by the site's file"
        if self._articles:
            return None if self._articles.search(link.url) else "no article by the site's file"
        if link.kind in TELLS_OF_ARTICLES or self._shapes.is_article(link.url):
            return None
        return "does not look like an article"

    def _takedown(self, url: str) -> str | None:
        return "taken down" if self._archive.taken_down(url, self._site.key) else None

    def _acquaintance(self, url: str) -> str | None:
        known = self._archive.known(url)
        if known is None:
            return "known" if self._archive.is_view(url) else None
        if known.article_id or known.status is None:
            return "known"
        page_class = PageClass(known.page_class) if known.page_class else None
        waits = WAITS.get(page_class, LOOK_AGAIN_AFTER)
        if known.fetched_at and known.gone_since:  # a sitemap may name such pages for years
            waits = min(max(waits, known.fetched_at - known.gone_since), LOOK_AGAIN_AFTER)
        if known.fetched_at is None or abs(self._now - known.fetched_at) >= waits:  # a wrong clock's is farther off
            return None
        if waits > ASK_AGAIN_AFTER and known.gone_since:
            return "known as gone"
        return f"known as {page_class}" if waits == LOOK_AGAIN_AFTER else FAILED_LATELY


def _is_within(place: str, site: Site) -> bool:
    """Say whether a place such as a host is a part of a site that covers more."""
    return 0 < site.covers(f"http://{place}") < len(place)


def hints(link: Link) -> dict[str, str]:
    """Return what discovery knew of a link, as it goes into the capture."""
    known = {
        "kind": link.kind,
        "found_on": link.found_on,
        "title": link.title,
        "published": link.published and link.published.isoformat(),
        "modified": link.modified and link.modified.isoformat(),
        "section": link.section,
        "tags": "\n".join(link.tags),
    }
    return {name: value for name, value in known.items() if value}
