"""Where feeds and sitemaps lie on most sites, for a site whose file, start page and robots.txt name none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from newsarchive.discovery.autodiscovery import usual_places
from newsarchive.sites import Discover, Site
from newsarchive.spiders.agenda import Agenda
from newsarchive.spiders.places import ROBOTS, announced, first_places

REST = timedelta(days=30)
"""How long a usual place is left alone that the site did not have."""


class Guesses:
    """The usual places of one site in one crawl: asked once, if nothing else tells of its articles."""

    def __init__(self, site: Site, agenda: Agenda) -> None:
        self._agenda = agenda
        self._first = first_places(site)
        self._usual = () if site.discover else tuple(map(announced, usual_places(site.start)))
        self._seen = tuple(place for place in self._usual if agenda.was_read(place.url))
        self._awaited = {place.url for place in self._first}
        self._told = bool(self._seen)

    def places(self) -> tuple[Discover, ...]:
        """Return where to begin: the places of the file, else those that any site has and the usual ones seen on it."""
        return (*self._first, *self._seen)

    def after(self, place: Discover, *, told: bool) -> Iterator[Discover]:
        """Return what to try when the last of the first places has answered and none has ``told`` of another."""
        self._told = self._told or told
        if place.url in self._awaited:
            self._awaited.remove(place.url)
            if not self._awaited and not self._told:
                due = (usual for usual in self._usual if self._agenda.is_due(usual.url))
                yield from (each for usual in due for each in self._agenda.ask(usual))

    def missed(self, place: Discover) -> bool:
        """Give up a place that told nothing; say whether the site has no need to have it, which is no failure."""
        guessed = any(place.url == usual.url for usual in self._usual) and not self._agenda.was_read(place.url)
        self._agenda.missed(place.url, rest=REST if guessed else None)
        return guessed or place.kind == ROBOTS
