"""When the article may have been published and modified: every date that the page tells, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from functools import partial
from typing import Final

from newsarchive.dates import FoundDate, find_dates
from newsarchive.dates.zones import assumed_zone, named
from newsarchive.extraction.fields import datewords as words
from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.moments import Dated, shown, told_zone
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.weights import PUBLISHED
from newsarchive.extraction.fields.zone import Line, Zone
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element

_DATE_ALONE: Final = 40  # letters of a line that has a date and little else
_PICTURES: Final = ("figure", "figcaption")


class Dates:
    """The candidates for publication and modification."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, known: Known, language: str | None) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.timezone = known.site.timezone if known.site else None
        self.language = language
        self.country = known.country
        self.latest: datetime | None = None
        self.read_before: dict[tuple[str, datetime | None], list[FoundDate]] = {}
        self.changed = list(self._declared_changes())
        self.latest = max((dated.found.value for dated in self.changed), default=None)
        self.times = list(self._times())
        self.lines = list(self._lines())

    def published(self) -> Iterator[Dated]:
        """Yield what may be the publication."""
        for text in self.facts.texts("datePublished")[:1]:
            yield from self._said(text, "json-ld", "datePublished")
        for text in (self.facts.texts("dateCreated") or self.facts.texts("uploadDate"))[:1]:
            yield from self._said(text, "json-ld", "dateCreated")
        for name in ("datepublished", "datecreated"):
            for element in self.facts.properties.get(name, [])[:1]:
                yield from self._said(self._told(element), "microdata", name)
        for name, text in self.facts.meta(*words.PUBLISHED_METAS):
            yield from self._said(text, "meta", name)
        yield from (dated for dated, updated in (*self.times, *self.lines) if not updated)
        yield from self._address()
        yield from self._said(self.known.hints.get("published", ""), "feed", "published")

    def ruled(self, texts: Iterable[str]) -> Iterator[Dated]:
        """Yield what the site's rules found."""
        for text in texts:
            yield from self._said(text, "rule", "")

    def modified(self) -> Iterator[Dated]:
        """Yield what may be the last modification."""
        yield from self.changed
        yield from (dated for dated, updated in (*self.times, *self.lines) if updated)

    def _declared_changes(self) -> Iterator[Dated]:
        for text in self.facts.texts("dateModified")[:1]:
            yield from self._said(text, "json-ld", "dateModified")
        for element in self.facts.properties.get("datemodified", [])[:1]:
            yield from self._said(self._told(element), "microdata", "dateModified")
        for name, text in self.facts.meta(*words.MODIFIED_METAS):
            yield from self._said(text, "meta", name)

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
        found = list(read(text, base=self.known.fetched_at))
        if not found and self.latest and not self.known.fetched_at:
            found = list(read(text, base=self.latest))
        return found

    def _said(self, text: str, origin: str, where: str) -> Iterator[Dated]:
        found = self.read(text) if text and len(text) < 100 else None
        if found:
            yield self._dated(found, origin, where)

    def _dated(self, found: FoundDate, origin: str, where: str) -> Dated:
        where_of = where if found.precision == "minute" else f"{where} (day)"
        return Dated(candidate(PUBLISHED, shown(found), origin, where_of, f"printed as {found.raw!r}"), found)

    def _told(self, element: Element) -> str:
        """Return what an element says of its time: in an attribute if there is one, else as printed."""
        attributes = element.attributes
        for name in words.ATTRIBUTES:
            value = attributes.get(name)
            if value and any(char.isdigit() for char in value):
                return value
        return self.page.text(element)

    def _times(self) -> Iterator[tuple[Dated, bool]]:
        """Yield the time elements around the title and the text, and whether they speak of a change."""
        count = 0
        for element in near(self.facts.survey.times, self.zone.start, self.zone.last + 4)[:4]:
            printed = self.page.text(element)
            names = f"{element.get('class')} {element.get('itemprop')}"
            updated = bool(words.UPDATED.search(f"{names} {self._text_before(element)} {printed}"))
            for dated in self._said(self._told(element) or printed, "time-element", "later" if count else "first"):
                count += not updated
                yield dated, updated

    def _text_before(self, element: Element) -> str:
        block = self.page.blocks[element.first] if element.first < len(self.page.blocks) else None
        return "".join(self.page.runs[block.start : element.start])[-30:] if block else ""

    def _lines(self) -> Iterator[tuple[Dated, bool]]:
        """Yield the dates printed around the title and after the text, and whether they speak of a change."""
        count = 0
        for line in self.zone.lines:
            text = line.text
            if not words.DIGIT.search(text) or words.CLOCK.search(text) or line.block.element.inside(*_PICTURES):
                continue
            inside = self.zone.title + line.distance >= self.zone.first
            for found in self._dates_in(line):
                if found.start and inside and line.block.link_chars > 0.8 * len(text):
                    continue  # a link to another article, with its day
                count += 1
                before = text[: found.start]
                yield self._dated(found, "byline", self._where(line, found)), bool(words.UPDATED.search(before[-30:]))
            if count >= 5:
                return
        if not count:
            yield from ((dated, False) for dated in self._datelines())

    def _datelines(self) -> Iterator[Dated]:
        """Yield the dates with which the text begins: "27.1.2022 - When", "Berlin, 3 March 2026 – Who"."""
        for block in self.page.blocks[self.zone.first : self.zone.first + 4]:
            begin = block.text[:80]
            found = self.read(begin)
            if found and found.start < 40 and words.DASH.match(begin, found.start + len(found.raw)):
                yield self._dated(found, "byline", "dateline")

    def _dates_in(self, line: Line) -> Iterator[FoundDate]:
        title = line.block.element.get("title")
        if title and self.read(title):  # 3天前 has its day there
            yield from self.dates_in(title)
        else:
            yield from self.dates_in(line.text + self._clock_below(line))

    def _clock_below(self, line: Line) -> str:
        """Return the time of day that stands under a line, alone: "April 19, 2022", "10:17 am"."""
        place = self.zone.title + line.distance + 1
        alone = line.head and len(line.text) <= _DATE_ALONE and place < len(self.page.blocks)
        below = self.page.blocks[place].text if alone else ""
        return f" {below}" if words.TIME_OF_DAY.fullmatch(below) else ""

    def _where(self, line: Line, found: FoundDate) -> str:
        before, behind = line.text[: found.start], line.text[found.start + len(found.raw) :]
        place = "tail" if not line.head else "above" if line.distance < 0 else "head" if line.distance < 9 else "far"
        if words.LABELLED.search(before[-14:]):
            return f"label, {place}" if before.find(" ", 1, -2) > 0 or behind.strip() else f"label alone, {place}"
        sentence = line.text.endswith(("。", "！", "？"))
        near = "class" if line.marked else "inside" if before.strip() or sentence else "start"
        return f"{near}, {place}"

    def _address(self) -> Iterator[Dated]:
        url = self.known.url or ""
        for pattern in (words.URL_DAY, words.URL_DAY_FIRST):
            match = pattern.search(url)
            found = self.read("-".join(filter(None, match.groups()))) if match else None
            if found:
                yield self._dated(found, "url", "path")
                return
