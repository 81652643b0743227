"""Read the dates of a page with what is known of its site, language and country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import Final

from newsarchive.dates import FoundDate, find_dates
from newsarchive.dates.zones import assumed_zone, named
from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.dates.datewords import ATTRIBUTES, TOLD
from newsarchive.extraction.fields.dates.moments import Dated, origin_of, shown, told_zone
from newsarchive.extraction.fields.weights import PUBLISHED
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock

_DECLARED: Final = ("json-ld", "microdata", "meta")
_OLDEST: Final = 1900
# 1968-05-03, but not the ends of computers' calendars
_OLD_DAY: Final = re.compile(r"19\d\d-(?!01-01|12-31)\d\d-\d\d(?!\d)")
_COARSE: Final = timedelta(days=27)  # what was so long ago is told in months or years, not to the day


class DateReader:
    """Reads texts and elements of one page; ``latest`` is the last moment that the page is known to tell."""

    def __init__(self, page: Page, known: Known, language: str | None) -> None:
        self.page = page
        self.known = known
        self.timezone = known.site.timezone if known.site else None
        self.language = language
        self.country = known.country
        self.latest: datetime | None = None
        self.read_before: dict[tuple[str, datetime | None], list[FoundDate]] = {}

    def zone_of(self, dated: Iterable[Dated]) -> tzinfo | None:
        """Return the site's zone: as its file says, else as the page tells with a date, else the one to be assumed."""
        return named(self.timezone or "") or told_zone(dated) or assumed_zone(self.country, self.language)

    def read(self, text: str) -> FoundDate | None:
        """Return the first date in a text, read with what is known of the site."""
        return next(self.dates_in(text), None)

    def dates_in(self, text: str) -> Iterator[FoundDate]:
        """Yield the dates in a text; where the time of the fetch is not known, a year may come from the page."""
        place = text, self.latest
        if place not in self.read_before:  # the line under the title is asked for by several readers
            self.read_before[place] = self._find(text)
        yield from self.read_before[place]

    def _find(self, text: str) -> list[FoundDate]:
        read = partial(find_dates, timezone=self.timezone, language=self.language, country=self.country)
        now = self.known.fetched_at
        found = [one for one in read(text, base=now) if not (now and one.relative and now - one.value > _COARSE)]
        if self.latest and (any(one.yearless for one in found) if now else not found):
            found = list(read(text, base=self.latest)) or found
        return found

    def said(self, text: str, origin: str, where: str) -> Iterator[Dated]:
        """Yield the date that a place of the page says, if it says one and little else."""
        found = self.read(text) if text and len(text) < 100 else None
        if text and not found and origin in _DECLARED:
            found = self._of_old_papers(text)
        if found:
            yield self.dated(found, origin, where)

    def _of_old_papers(self, text: str) -> FoundDate | None:
        """Return a day before the web, as newspapers' archives declare it; the first days of years are fillers."""
        day = _OLD_DAY.match(text)
        return (
            next(find_dates(day[0], timezone=self.timezone, country=self.country, oldest=_OLDEST), None)
            if day
            else None
        )

    def dated(self, found: FoundDate, origin: str, where: str) -> Dated:
        """Return a date as the candidate of a place."""
        where_of = where if found.precision == "minute" else "yearless" if found.yearless else f"{where} (day)"
        return Dated(candidate(PUBLISHED, shown(found), origin, where_of, origin_of(found)), found)

    def title_of(self, block: TextBlock, *, alone: bool) -> str | None:
        """Return what a block, or unless ``alone`` an element in it, says of a day to machines: that of 3天前."""
        inside = () if alone else self.page.within(block.element)
        within = (one for one in inside if block.start <= one.start and one.end <= block.end)
        titles = (one.get(name) or "" for one in (block.element, *within) for name in TOLD)
        return next((title for title in titles if any(map(str.isdigit, title)) and self.read(title)), None)

    def told(self, element: Element) -> str:
        """Return what an element says of its time: in an attribute if there is one, else as printed."""
        attributes = element.attributes
        for name in ATTRIBUTES:
            value = attributes.get(name)
            if value and any(char.isdigit() for char in value):
                return value
        return self.page.text(element)
