"""A crawl for the articles of a range of days: dated sitemaps, pages of days and months, lists searched by halving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urljoin

from scrapy import Request

from newsarchive.discovery import cdx
from newsarchive.discovery.dated import Days, PageSearch, archive_pages, days_of, may_hold
from newsarchive.discovery.paging import at_page
from newsarchive.items import Link
from newsarchive.sites import Discover, Site
from newsarchive.spiders.copies import Copies
from newsarchive.spiders.links.places import ARCHIVE, ROBOTS, UNDATED, Told, read_place


@dataclass(slots=True)
class ListSearch:
    """The search in one list: where its second page lies tells where the others do."""

    pages: PageSearch
    second: str | None = None


class Backfill(Copies):
    """Mixed into a site's spider: fetch what was published in ``days`` and is not archived.

    Feeds are left out, because they tell of the present. Each range has a frontier of its own, so that a stopped
    backfill goes on.
    """

    partial = True
    days: Days

    @classmethod
    def frontier_name(cls) -> str:
        """Return the name of the frontier of this site and range."""
        return f"{cls.site.key}.{cls.days.first}.{cls.days.last}{'.copies' if cls.copies else ''}"

    @cached_property
    def _lists(self) -> dict[str, ListSearch]:
        return {}

    def places(self) -> tuple[Discover, ...]:
        """Return the places that reach back."""
        return index_places(self.site, self.days) if self.copies else places(self.site, self.days)

    def read(self, body: bytes, url: str, place: Discover, content_type: str) -> Told:
        """Take days for UTC where the site's file names no zone, in sitemaps too: for a range of days that will do."""
        site = replace(self.site, timezone=self.site.timezone or "UTC")
        return read_place(body, url, place, site, self.now(), content_type)

    def follow_place(self, told: Told, place: Discover, page: int, *, brought: int) -> Iterator[Request]:
        """Go on to sitemaps, archive pages and list pages that may hold something of the days."""
        nested = (link for link in told.places if may_hold(link, self.days))
        yield from map(self.discover, self.agenda.nested(nested))
        for url in archive_pages((link for link in told.links if self.site.covers(link.url)), self.days):
            yield from self._ask(Discover(kind=ARCHIVE, url=url), 1)
        if place.kind == ARCHIVE and told.next_page and told.links:
            yield from self._ask(replace(place, url=told.next_page), page + 1)
        elif place.kind == "list":
            yield from self._search(told, place, page)

    def wanted(self, links: Iterable[Link]) -> Iterator[tuple[str, Link]]:
        """Leave out what was published on other days, and what a front page or list links without a date."""
        return super().wanted(
            link for link in links if may_hold(link, self.days) and (link.kind not in UNDATED or days_of(link))
        )

    def _search(self, told: Told, place: Discover, page: int) -> Iterator[Request]:
        search = self._lists.setdefault(place.url, ListSearch(PageSearch(self.days)))
        search.pages.saw(page, (link for link in told.links if self.site.covers(link.url) and days_of(link)))
        search.second = search.second or (told.next_page if page == 1 else None)
        following = search.pages.next_page()
        url = at_page(search.second, following - 2) if search.second and following else None
        if url and following:
            self._lists[url] = search
            yield from self._ask(replace(place, url=url), following)

    def _ask(self, place: Discover, page: int) -> Iterator[Request]:
        for asked in self.agenda.ask(place, page=page):
            yield self.discover(asked, page)


def places(site: Site, days: Days) -> tuple[Discover, ...]:
    """Return the places of a site that may tell of the past, and what to ask the index of a web archive."""
    own = (*(place for place in site.discover if place.kind != "feed"), *index_places(site, days))
    home = Discover(kind="home", url=site.start)
    return (*own, Discover(kind=ROBOTS, url=urljoin(site.start, "/robots.txt")), *(() if home in own else (home,)))


def index_places(site: Site, days: Days) -> tuple[Discover, ...]:
    """Return what to ask the index of a web archive, if the site's file names one."""
    queries = cdx.queries(site.cdx, site.domains, days) if site.cdx else ()
    return tuple(Discover(kind=cdx.KIND, url=query) for query in queries)
