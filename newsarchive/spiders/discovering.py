"""The half of a spider that asks where a site tells of its articles, and queues the links."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from logging import DEBUG, WARNING

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newsarchive.discovery.dated import all_before, newness
from newsarchive.discovery.found import Unreadable
from newsarchive.health import EMPTY_PLACE, FEW
from newsarchive.items import Link
from newsarchive.sites import Discover
from newsarchive.spiders.ending import is_ending
from newsarchive.spiders.failures import HostAsleep, led_to, reason_of, request_of
from newsarchive.spiders.faults import Faults
from newsarchive.spiders.headers import content_type_of
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.guesses import Guesses
from newsarchive.spiders.links.places import FIRST, HOME, SITEMAPS, Told, announced, read_place
from newsarchive.spiders.links.selection import Selection

MAX_LIST_PAGES = 100
LATER = -10  # the priority of requests that take turns with pages: of sitemaps, of which there may be thousands
CHUNK = 100  # links queued at once, in about a hundredth of a second
TELLING = {"feed", "list", HOME}  # a sitemap of the last two days may well be empty


class Discovering(Faults):
    """Ask the places of a site: feeds, sitemaps, lists and front pages, each of which may tell of others.

    ``limit`` is the number of articles that this crawl may still fetch, ``lacking`` how many of them it has not found;
    ``fetching`` says that pages have been asked for.
    """

    frontier: Frontier
    guesses: Guesses
    selection: Selection
    now: Callable[[], datetime]
    limit: int | None
    lacking: int
    fetching = False
    assumed_timezone: str | None = None

    @property
    def has_enough(self) -> bool:
        """Say whether this crawl has found as much as it may fetch, or may fetch no more; one of none only looks."""
        return self.limit is not None and (self.lacking <= 0 if self.limit else self.fetching)

    def discover(self, place: Discover, page: int = 1) -> Request:
        """Return the request for one place of discovery."""
        return Request(
            place.url,
            callback=self.read_place,
            errback=self.miss_place,
            headers=self.conditions(place),
            cb_kwargs={"place": place, "page": page},
            meta={"playwright": True} if self.site.browser and place.kind in {HOME, "list"} else None,
            priority=LATER if place.kind == "sitemap" else 0,
        )

    def conditions(self, place: Discover) -> dict[str, str]:
        """Return the headers that ask for a place only if it has changed; some servers never say that it has."""
        in_full = place.kind in TELLING and self.agenda.is_quiet(place.url)
        return {} if in_full else self.agenda.headers(place.url)

    async def read_place(self, response: Response, place: Discover, page: int) -> AsyncIterator[Request]:
        """Queue the links of a feed, sitemap or list, and go on to its next page while there is something new."""
        told = self._told(response, place)
        if told is None:
            further = self._missed(place, "unreadable" if response.status == 200 else str(response.status))
        elif queued := await self._queue(told, place):
            further = self._answered(response, place, page, told, *queued)
        else:
            further = iter(())  # the crawl is to end, and the next one begins with this place
        for request in further:
            yield request

    def _answered(
        self, response: Response, place: Discover, page: int, told: Told, added: int, articles: int
    ) -> Iterator[Request]:
        """Remember a place whose links are queued, and ask those that it leads to."""
        self.count(f"places/{response.status}")
        if response.status == 304:
            self._tells_the_same(place)
        yield from self.follow_place(told, place, page, brought=added)
        if response.status == 200 and page == 1 and not articles:
            self._emptied(place)
        self.agenda.answered(place.url, response.headers, brought=added, articles=articles)
        self.guesses.saw(place, response.body, response.url, content_type_of(response))
        tells = response.status == 304 or bool(told.places) or place.kind not in FIRST
        yield from map(self.discover, self.guesses.after(place, told=tells))

    def _tells_the_same(self, place: Discover) -> None:
        """Count the articles of a place that has not changed since it told of them."""
        for what in ("found", "skipped/known"):
            self.count(what, self.agenda.articles(place.url))

    def _emptied(self, place: Discover) -> None:
        """Count a place that tells of no articles, if it has done so before."""
        if place.kind in TELLING and self.agenda.articles(place.url) >= FEW:
            self.count(f"places/{EMPTY_PLACE}")
            self.logger.warning("%s %s", place.url, EMPTY_PLACE)

    async def _queue(self, told: Told, place: Discover) -> tuple[int, int] | None:
        """Queue links as they are read; return how many were queued, and how many look like articles.

        While a million are queued, pages are fetched and other sites are served. ``None`` says that the crawl is to
        end before they are.
        """
        links = self._legible(told.links)
        if place.since:
            links = self.selection.since(links, place.since)
        day = None if place.kind in SITEMAPS else self.now().date()
        added = articles = 0
        while chunk := list(islice(links, CHUNK)):
            before = self.selection.articles
            queued = self.frontier.add(self.wanted(chunk), day=day)
            added += queued
            self.lacking -= queued
            articles += self.selection.articles - before
            if not self.fetching and added:
                self.fetch_one()
            await asyncio.sleep(0)
            if is_ending(self.crawler):
                return None
        return added, articles

    def fetch_one(self) -> None:
        """Have a page fetched at once; the engine would look for others only when all is queued, or after seconds."""

    def _legible(self, links: Iterable[Link]) -> Iterator[Link]:
        """Return links up to where a sitemap turns out to be too long or broken."""
        try:
            yield from links
        except Unreadable as error:
            self.count("places/unreadable")
            self.logger.warning(str(error))

    def wanted(self, links: Iterable[Link]) -> Iterator[tuple[str, Link]]:
        """Return the links to fetch with their canonical addresses."""
        return self.selection.wanted(links)

    def follow_place(self, told: Told, place: Discover, page: int, *, brought: int) -> Iterator[Request]:
        """Ask the further places that a place told of, and the next page of a list that brought something new."""
        if place.kind in FIRST:
            further = self.agenda.announced(map(announced, told.places))
        else:
            further = self.agenda.nested(sorted(told.places, key=newness, reverse=True), place)
        yield from map(self.discover, further)
        if told.next_page and brought and self._goes_back(told, place, page) and not self.has_enough:
            for following in self.agenda.ask(replace(place, url=told.next_page), page=page + 1):
                yield self.discover(following, page + 1)

    def _told(self, response: Response, place: Discover) -> Told | None:
        if response.status == 304:
            return Told()
        if response.status != 200:
            return None
        try:
            told = self.read(response.body, response.url, place, content_type_of(response))
        except Unreadable as error:
            lead = f"{place.url} leads elsewhere: " if response.url != place.url else ""
            self.logger.log(DEBUG if self.guesses.is_guess(place) else WARNING, f"{lead}{error}")
            return None
        if not isinstance(told, Told):
            raise TypeError(f"read() must return what is Told, not {told!r}")
        return told

    def read(self, body: bytes, url: str, place: Discover, content_type: str) -> Told:
        """Return what the bytes of a place tell; raise Unreadable if they are not what they should be."""
        site = replace(self.site, timezone=self.site.timezone or self.assumed_timezone)
        return read_place(body, url, place, site, self.now(), content_type)

    def _goes_back(self, told: Told, place: Discover, page: int) -> bool:
        """Say whether the site's file wants more of a list than this page of it; a start page is none."""
        if place.kind == HOME:
            return False
        if place.since and all_before((link for link in told.links if self.site.covers(link.url)), place.since):
            return False
        return page < (place.pages or MAX_LIST_PAGES)

    def miss_place(self, failure: Failure) -> Iterator[Request]:
        """Count a place of discovery that did not answer."""
        request = request_of(failure)
        place: Discover = request.cb_kwargs["place"]
        if isinstance(failure.value, HostAsleep):
            self.count(f"skipped/{reason_of(failure)}")
            return  # the next crawl begins with it
        yield from self._missed(place, reason_of(failure) + led_to(failure))

    def _missed(self, place: Discover, trouble: str) -> Iterator[Request]:
        """Count a place that told nothing, and go on to the usual ones if it was the last to be awaited."""
        self.count("guesses/missed" if self.guesses.missed(place, trouble) else f"places/{trouble}")
        yield from map(self.discover, self.guesses.after(place, told=False))
