"""When to ask the places of a site again: by what they answered the last times."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

from scrapy.http.headers import Headers
from xxhash import xxh64_intdigest

from newsarchive.items import Link
from newsarchive.sites import Discover, Site
from newsarchive.spiders.headers import header
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.places import announced

SHORTEST, FIRST, LONGEST = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)
REST = timedelta(days=30)
"""How long a usual place is left alone that the site did not have."""
UNTRUE = timedelta(days=7)
"""How long a sitemap is left alone at most that says again and again that it has changed, and brings nothing."""


class Agenda:
    """The places of one site, with what its frontier remembers of each; every place is asked once in a crawl."""

    def __init__(self, frontier: Frontier, now: datetime, *, due_only: bool = False) -> None:
        self._places = frontier.places
        self._now = now
        self.due_only = due_only
        self._asked: set[str] = set()
        self._indexes: dict[str, str] = {}  # of the sitemaps that were asked for in this crawl

    def heed(self, site: Site) -> None:
        """Have the places tell everything anew if the site's file says otherwise than before which links are wanted."""
        said = (site.start, site.domains, site.articles, site.skip, site.discover)
        self._places.heed(xxh64_intdigest(repr(said).encode()) >> 33)

    def begin(self, places: Iterable[Discover]) -> Iterator[tuple[Discover, int]]:
        """Return the places to ask first with their page numbers; those that a killed crawl left come first."""
        for left in self._places.asked():
            for place in self.ask(_unpacked(left.asked or "{}"), page=left.page):
                yield place, left.page
        for place in places:
            if not self.due_only or self.is_due(place.url):
                yield from ((each, 1) for each in self.ask(place))

    def standing(self) -> tuple[Discover, ...]:
        """Return the places that the site told of in an earlier crawl and that have intervals of their own."""
        return tuple(map(_unpacked, self._places.standing()))

    def announced(self, places: Iterable[Discover]) -> Iterator[Discover]:
        """Return the places that are due of those that the site tells of, and ask them by themselves from now on."""
        for place in places:
            if not self.due_only or self.is_due(place.url):
                for asked in self.ask(place):
                    self._places.stand(asked.url, _packed(asked))
                    yield asked

    def nested(self, links: Iterable[Link], index: Discover) -> Iterator[Discover]:
        """Return the further places to ask; a sitemap that says when it changed is asked only if it did.

        Some sites say of all their sitemaps that they have changed today: those that have long brought nothing wait.
        """
        for link in links:
            modified = link.modified.isoformat() if link.modified else None
            known = self._places.get(link.url)
            untrue = (known.interval or 0) > LONGEST.total_seconds() and not self.is_due(link.url)
            if modified is None or (known.modified != modified and not untrue):
                self._indexes[link.url] = index.url
                yield from self.ask(replace(announced(link), since=index.since), modified=modified)

    def ask(
        self, place: Discover, *, page: int = 1, modified: str | None = None, again: bool = False
    ) -> Iterator[Discover]:
        """Return the place unless it was asked in this crawl, or ``again``; remember that its answer is awaited."""
        if again or place.url not in self._asked:
            self._asked.add(place.url)
            before = self._places.get(place.url)
            self._places.remember(replace(before, asked=_packed(place), page=page, announced=modified))
            yield place

    def headers(self, url: str) -> dict[str, str]:
        """Return the headers that ask for the place only if it has changed."""
        place = self._places.get(url)
        asked = {"If-None-Match": place.etag, "If-Modified-Since": place.last_modified}
        return {name: value for name, value in asked.items() if value}

    def is_due(self, url: str) -> bool:
        """Say whether the place's interval has passed; one of a time that is farther off was set by a wrong clock."""
        place = self._places.get(url)
        if place.next_at is None:
            return True
        wait = datetime.fromisoformat(place.next_at) - self._now
        longest = REST if place.interval is None else max(LONGEST, timedelta(seconds=place.interval))
        return not timedelta() < wait <= longest

    def is_quiet(self, url: str) -> bool:
        """Say whether a place is due that has brought nothing for days."""
        return self._places.get(url).interval == LONGEST.total_seconds() and self.is_due(url)

    def answered(self, url: str, headers: Headers, *, brought: int, articles: int = 0) -> None:
        """Remember a place that was read, with how many ``articles`` it told of if it told of any.

        One that brings nothing new is asked more rarely, up to once a day.
        """
        before = self._places.get(url)
        interval = _interval(before.interval, brought, UNTRUE if before.announced else LONGEST)
        self._places.remember(
            replace(
                before,
                etag=header(headers, "ETag") or before.etag,
                last_modified=header(headers, "Last-Modified") or before.last_modified,
                modified=before.announced or before.modified,
                interval=interval.total_seconds(),
                next_at=(self._now + interval).isoformat(),
                asked=None,
                articles=articles or before.articles,
            )
        )
        if brought:
            self._hasten(self._indexes.get(url))

    def _hasten(self, index: str | None) -> None:
        """Take what sitemaps brought, once in a crawl, for something that their index brought."""
        if index is None:
            return
        for url in [url for url, above in self._indexes.items() if above == index]:
            del self._indexes[url]
        place = self._places.get(index)
        interval = max((place.interval or 0) / 3, SHORTEST.total_seconds())  # it was just stretched by half
        next_at = self._now + timedelta(seconds=interval)
        self._places.remember(replace(place, interval=interval, next_at=next_at.isoformat()))
        self._hasten(self._indexes.get(index))

    def articles(self, url: str) -> int:
        """Return how many articles the place told of in its last reading that told of any."""
        return self._places.get(url).articles or 0

    def was_read(self, url: str) -> bool:
        """Say whether the place has ever told something."""
        return self._places.get(url).interval is not None

    def missed(self, url: str, *, rest: timedelta | None = None, gone: bool = False) -> None:
        """Give up a place that did not answer for a time of ``rest``, by default its interval.

        One that is ``gone`` is asked again when the site tells of it again.
        """
        before = self._places.get(url)
        rest = rest or timedelta(seconds=before.interval or FIRST.total_seconds())
        self._places.remember(replace(before, asked=None, next_at=(self._now + rest).isoformat()))
        if gone:
            self._places.drop(url)


def _packed(place: Discover) -> str:
    return json.dumps(asdict(place), default=date.isoformat)


def _unpacked(asked: str) -> Discover:
    fields = json.loads(asked)
    return Discover(**fields | {"since": date.fromisoformat(fields["since"]) if fields.get("since") else None})


def _interval(before: float | None, brought: int, longest: timedelta) -> timedelta:
    """Halve the interval of a place that told something, and stretch that of one that did not by half."""
    interval = FIRST if before is None else timedelta(seconds=before) * (0.5 if brought else 1.5)
    return min(max(interval, SHORTEST), longest)
