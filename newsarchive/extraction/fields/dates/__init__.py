"""When the article may have been published and modified: every date that the page tells, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from newsarchive.extraction.fields.dates import datewords as words
from newsarchive.extraction.fields.dates.changes import Changes
from newsarchive.extraction.fields.dates.datereader import DateReader
from newsarchive.extraction.fields.dates.moments import Dated
from newsarchive.extraction.fields.dates.printed import PrintedDates
from newsarchive.extraction.fields.dates.scriptdates import dates_in_scripts
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, near
from newsarchive.items import Candidate

_DOUBTED: Final = 0.45  # of a change that stands in for the publication


class Dates:
    """The candidates for publication and modification."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, known: Known, language: str | None) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.reader = DateReader(page, known, language)
        self.changed = list(self._declared_changes())
        self.address = next(self._address(), None)
        told = self.changed or filter(None, [self.address])
        self.reader.latest = max((dated.found.value for dated in told), default=None)
        self.declared = list(self._declared())
        self.changes = Changes(self.declared, self.changed)
        self.times = list(self._times())
        self.lines = list(PrintedDates(zone, self.reader, self.changes).all())

    def published(self) -> Iterator[Dated]:
        """Yield what may be the publication."""
        yield from self.declared
        yield from (dated for dated, updated in (*self.times, *self.lines) if not updated)
        yield from filter(None, [self.address])
        yield from self.reader.said(self.known.hints.get("published", ""), "feed", "published")

    def printed_changes(self) -> Iterator[Dated]:
        """Yield the changes that a page prints: of one that tells no publication, they are mostly the only dates.

        Above the title the whole site may tell when it was last updated.
        """
        for dated, updated in (*self.times, *self.lines):
            where = dated.candidate.where
            if updated and ("above" not in where or where.startswith("class")):
                yield Dated(replace(dated.candidate, confidence=_DOUBTED), dated.found)

    def in_scripts(self) -> Iterator[Dated]:
        """Yield what the page keeps in its scripts, for them to print."""
        for name, text in dates_in_scripts(self.page.scripts, drawn=not self.zone.last):
            yield from self.reader.said(text, "script", name)

    def _declared(self) -> Iterator[Dated]:
        for text in self.facts.texts("datePublished")[:1]:
            yield from self.reader.said(text, "json-ld", "datePublished")
        for text in (self.facts.texts("dateCreated") or self.facts.texts("uploadDate"))[:1]:
            yield from self.reader.said(text, "json-ld", "dateCreated")
        for name in ("datepublished", "datecreated"):
            for element in self.facts.properties.get(name, [])[:1]:
                yield from self.reader.said(self.reader.told(element), "microdata", name)
        yield from self._for_search_engines("pubDate")
        for name, text in self.facts.meta(*words.PUBLISHED_METAS):
            yield from self.reader.said(text, "meta", name)

    def ruled(self, candidates: Iterable[Candidate]) -> Iterator[Dated]:
        """Yield the dates in what the site's rules found."""
        for one in candidates:
            if found := self.reader.read(one.value):
                dated = self.reader.dated(found, one.origin, one.where)
                yield replace(dated, candidate=replace(dated.candidate, confidence=one.confidence))

    def modified(self) -> Iterator[Dated]:
        """Yield what may be the last modification."""
        yield from self.changed
        yield from (dated for dated, updated in (*self.times, *self.lines) if updated)

    def _declared_changes(self) -> Iterator[Dated]:
        for text in self.facts.texts("dateModified")[:1]:
            yield from self.reader.said(text, "json-ld", "dateModified")
        for element in self.facts.properties.get("datemodified", [])[:1]:
            yield from self.reader.said(self.reader.told(element), "microdata", "dateModified")
        yield from self._for_search_engines("upDate")
        for name, text in self.facts.meta(*words.MODIFIED_METAS):
            yield from self.reader.said(text, "meta", name)

    def _for_search_engines(self, key: str) -> Iterator[Dated]:
        """Yield the times in the objects that Baidu asks for, which follow the printed ones by minutes."""
        for node in self.facts.nodes:
            if isinstance(node.get(key), str):
                yield from self.reader.said(node[key], "json-ld", key)

    def _times(self) -> Iterator[tuple[Dated, bool]]:
        """Yield the time elements around the title and the text, and whether they speak of a change."""
        count = 0
        around = near(self.facts.survey.times, self.zone.start, self.zone.last + 4)[:4]
        below = {one.inside("article") for one in around if self._is_entry(one)}
        elements = [one for one in around if len(below) < 2 or not self._is_entry(one)]
        told = bool(self.declared) or len(elements) > 1  # many themes call their only time "updated"
        for element in elements:
            printed = self.page.text(element)
            names = f"{element.get('class')} {element.get('itemprop')}" if told else ""
            before = f"{names} {self._text_before(element)} {printed}"
            for dated in self.reader.said(
                self.reader.told(element) or printed, "time-element", "later" if count else "first"
            ):
                updated = self.changes.tells(dated.found, before)
                count += not updated
                yield dated, updated

    def _is_entry(self, time: Element) -> bool:
        """Say whether a time stands in an article below the title; several such are entries of a live report."""
        article = time.inside("article")
        return article is not None and article.first > self.zone.title

    def _text_before(self, element: Element) -> str:
        block = self.page.blocks[element.first] if element.first < len(self.page.blocks) else None
        return "".join(self.page.runs[block.start : element.start])[-30:] if block else ""

    def _address(self) -> Iterator[Dated]:
        url = self.known.url or ""
        for pattern in (words.URL_DAY, words.URL_DAY_FIRST, words.URL_SHORT, words.URL_MONTH):
            match = pattern.search(url)
            found = self.reader.read("-".join(filter(None, match.groups()))) if match else None
            if found:
                yield self.reader.dated(found, "url", "path")
                return
