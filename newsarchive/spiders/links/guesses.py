"""Where to look on a site that names no feed or sitemap anywhere: in the usual places, then in its sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newsarchive.discovery.autodiscovery import usual_places
from newsarchive.discovery.sections import sections
from newsarchive.items import GONE, Link
from newsarchive.sites import Discover, Site
from newsarchive.spiders.links.agenda import LONGEST, REST, Agenda
from newsarchive.spiders.links.places import HOME, ROBOTS, announced, first_places

SECTION_PAGES = 3
"""How much of each section's list is read: a site's file says if more is wanted."""


class Guesses:
    """What to ask of a site in a crawl while nothing tells of its articles: usual places, then its sections."""

    def __init__(self, site: Site, agenda: Agenda) -> None:
        self._site = site
        self._agenda = agenda
        agenda.heed(site)
        self._first = first_places(site)
        self._usual = () if site.discover else tuple(map(announced, usual_places(site.start)))
        self._standing = () if site.discover else agenda.standing()
        self._awaited = {place.url for place in self._first}
        self._told = any(place.kind != "list" for place in self._standing)
        self._read_sections: Callable[[], Iterable[Link]] = tuple
        self._steps = [self._due_usual, self._found_sections]

    def places(self) -> tuple[Discover, ...]:
        """Return where to begin: the places of the file, else those that any site has and what this one told of."""
        return (*self._first, *self._standing)

    def saw(self, place: Discover, body: bytes, url: str, content_type: str) -> None:
        """Remember the start page, should its sections be asked for."""
        if place.kind == HOME and not self._site.discover:
            self._read_sections = partial(sections, body, url, content_type=content_type)

    def after(self, place: Discover, *, told: bool) -> Iterator[Discover]:
        """Return what to try once all that were asked have answered, and none has ``told`` where to look."""
        self._told = self._told or told
        self._awaited.discard(place.url)
        while self._steps and not self._awaited and not self._told:
            asked = list(self._agenda.announced(self._steps.pop(0)()))
            self._awaited = {each.url for each in asked}
            yield from asked

    def _due_usual(self) -> Iterable[Discover]:
        return (usual for usual in self._usual if self._agenda.is_due(usual.url))

    def _found_sections(self) -> Iterable[Discover]:
        urls = (link.url for link in self._read_sections() if self._site.covers(link.url))
        return (Discover(kind="list", url=url, pages=SECTION_PAGES) for url in urls)

    def missed(self, place: Discover, trouble: str) -> bool:
        """Give up a place that told nothing; say whether the site has no need to have it, which is no failure."""
        guessed = self.is_guess(place)
        rest = REST if guessed else LONGEST if place.kind == ROBOTS else None
        self._agenda.missed(place.url, rest=rest, gone=guessed or trouble in map(str, GONE))
        return guessed or place.kind == ROBOTS

    def is_guess(self, place: Discover) -> bool:
        """Say whether a place is a usual one that this site was never seen to have."""
        return any(place.url == usual.url for usual in self._usual) and not self._agenda.was_read(place.url)
