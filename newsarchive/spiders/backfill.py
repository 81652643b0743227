"""A crawl for the articles of a range of days: dated sitemaps, pages of days and months, lists searched by halving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from urllib.parse import urljoin

from scrapy import Request

from newsarchive.discovery import cdx
from newsarchive.discovery.dated import Days, archive_pages, days_of, is_archive, may_hold, names_none_but, trusted
from newsarchive.discovery.listsearch import ListSearch
from newsarchive.items import GONE, Link
from newsarchive.sites import Discover, Site
from newsarchive.spiders.copies import Copies
from newsarchive.spiders.links.places import ARCHIVE, HOME, PAGES, ROBOTS, UNDATED, Told


class Backfill(Copies):
    """Mixed into a site's spider: fetch what was published in ``days`` and is not archived.

    Feeds are left out, because they tell of the present. Each range has a frontier of its own, so that a stopped
    backfill goes on; one that came to its end looks everywhere again if it is wanted again. Days are taken for UTC
    where the site's file names no zone, in sitemaps too: for a range of days that will do.
    """

    partial = True
    assumed_timezone = "UTC"
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

    def conditions(self, place: Discover) -> dict[str, str]:
        """Ask for a list whether or not it has changed: the search in it begins anew."""
        return {} if self._is_searched(place) else super().conditions(place)

    def follow_place(self, told: Told, place: Discover, page: int, *, brought: int) -> Iterator[Request]:
        """Go on to sitemaps, archive pages and list pages that may hold something of the days."""
        nested = (link for link in trusted(told.places) if may_hold(link, self.days) and self._is_unread(link.url))
        yield from map(self.discover, self.agenda.nested(nested, replace(place, since=None)))
        own = [link for link in told.links if self.site.covers(link.url)] if place.kind in PAGES else []
        yield from self._ask_archives(own)
        if place.kind == ARCHIVE:
            if told.links and told.next_page and names_none_but(self.days, told.next_page):
                yield from self._ask(replace(place, url=told.next_page), page + 1)
        elif self._is_searched(place):
            search = self._lists.setdefault(place.url, ListSearch(place.url, self.days))
            search.saw(own, told.next_page)
            yield from self._search(search, place)

    def wanted(self, links: Iterable[Link]) -> Iterator[tuple[str, Link]]:
        """Leave out what was published on other days, and what a front page or list links without a date."""
        return super().wanted(
            link for link in links if may_hold(link, self.days) and (link.kind not in UNDATED or days_of(link))
        )

    def _ask_archives(self, links: Sequence[Link]) -> Iterator[Request]:
        for url in archive_pages(links, self.days):
            yield from self._ask(Discover(kind=ARCHIVE, url=url), 1)
        for link in links:
            if is_archive(link.url):
                yield from self._ask(Discover(kind="list", url=link.url), 1)

    def finish(self) -> None:
        """Forget what the places said, too: who wants these days again misses something."""
        super().finish()
        self.frontier.places.forget()

    def _missed(self, place: Discover, trouble: str) -> Iterator[Request]:
        """Go on with the search in a list of which a page is not there, which is its end, or gave no answer."""
        search = self._lists.get(place.url)
        if search and trouble in map(str, GONE):
            self.agenda.missed(place.url)
            search.saw((), None)
        else:
            yield from super()._missed(place, trouble)
            if search:
                search.lost()
        if search:
            yield from self._search(search, place)

    def _search(self, search: ListSearch, place: Discover) -> Iterator[Request]:
        if url := search.following():
            self._lists[url] = search
            yield from self._ask(replace(place, url=url), search.asked, again=True)

    def _ask(self, place: Discover, page: int, *, again: bool = False) -> Iterator[Request]:
        if again or self._is_unread(place.url):
            for asked in self.agenda.ask(place, page=page, again=again):
                yield self.discover(asked, page)

    def _is_unread(self, url: str) -> bool:
        """Say whether the place was not read when this backfill was stopped."""
        return not self.agenda.was_read(url)

    def _is_searched(self, place: Discover) -> bool:
        """Say whether a place is a list, as the start page may be of a site whose file names none."""
        return place.kind == "list" or place.kind == HOME and not self.site.discover


def places(site: Site, days: Days) -> tuple[Discover, ...]:
    """Return the places of a site that may tell of the past, and what to ask the index of a web archive."""
    own = (*(place for place in site.discover if place.kind != "feed"), *index_places(site, days))
    home = Discover(kind=HOME, url=site.start)
    return (*own, Discover(kind=ROBOTS, url=urljoin(site.start, "/robots.txt")), *(() if home in own else (home,)))


def index_places(site: Site, days: Days) -> tuple[Discover, ...]:
    """Return what to ask the index of a web archive, if the site's file names one."""
    queries = cdx.queries(site.cdx, site.domains, days) if site.cdx else ()
    return tuple(Discover(kind=cdx.KIND, url=query) for query in queries)
