"""Where feeds and sitemaps lie on most sites, for a site whose file, start page and robots.txt name none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from newsarchive.discovery.autodiscovery import usual_places
from newsarchive.sites import Discover, Site
from newsarchive.spiders.agenda import Agenda
from newsarchive.spiders.places import ROBOTS, first_places

REST = timedelta(days=30)
"""How long a usual place is left alone that the site did not have."""


def known_places(site: Site, agenda: Agenda) -> tuple[Discover, ...]:
    """Return where to begin: the places of the file, else those that any site has and the usual ones seen on it."""
    if site.discover:
        return site.discover
    return (*first_places(site), *(place for place in _usual(site) if agenda.was_read(place.url)))


class Guesses:
    """The usual places of one site in one crawl: asked once, if nothing else tells of its articles."""

    def __init__(self, site: Site, agenda: Agenda) -> None:
        self._agenda = agenda
        self._usual = () if site.discover else _usual(site)
        self._awaited = {place.url for place in first_places(site)}
        self._told = any(agenda.was_read(place.url) for place in self._usual)

    def after(self, place: Discover, *, told: bool) -> Iterator[Discover]:
        """Return what to try when the last of the first places has answered and none has ``told`` of another."""
        self._told = self._told or told
        if place.url in self._awaited:
            self._awaited.remove(place.url)
            if not self._awaited and not self._told:
                for usual in self._usual:
                    if self._agenda.is_due(usual.url):
                        yield from self._agenda.ask(usual)

    def missed(self, place: Discover) -> bool:
        """Give up a place that told nothing; say whether the site has no need to have it, which is no failure."""
        guessed = any(place.url == usual.url for usual in self._usual) and not self._agenda.was_read(place.url)
        self._agenda.missed(place.url, rest=REST if guessed else None)
        return guessed or place.kind == ROBOTS


def _usual(site: Site) -> tuple[Discover, ...]:
    return tuple(
        Discover(kind="feed" if link.kind == "feed" else "sitemap", url=link.url) for link in usual_places(site.start)
    )
