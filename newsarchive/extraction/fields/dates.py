"""When the article was published and modified: the day on which the page's own statements agree, to the minute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from newsarchive.dates import FoundDate, find_dates
from newsarchive.dates.zones import assumed_zone, named
from newsarchive.extraction.fields.choice import Group, candidate, weighed, won
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.weights import PUBLISHED
from newsarchive.extraction.fields.zone import Line, Zone
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.items import Candidate

_PUBLISHED_METAS: Final = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "publishdate", "pubdate",
    "publish_date", "publication_date", "publish-date", "published_time", "article.published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "dc.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "og:release_date", "apub:time",
    "og:time", "weibo: article:create_at", "weibo:article:create_at", "firstpublishedtime", "bt:pubdate", "ptime",
    "date", "article:create_at", "datecreated", "enp:date", "displaydate", "originalpublicationdate", "citation_date",
    "citation_publication_date", "pub_date", "article_date_original", "article_publication_date",
    "shareaholic:article_published_time",
)  # fmt: skip
_MODIFIED_METAS: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "dc.date.modified", "article.updated", "modified_time", "dateupdate", "cxenseparse:recs:modifiedtime",
    "revision_date",
)  # fmt: skip
_URL_DAY: Final = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|[-_.]|$)|/\d{6}/t((?:19|20)\d\d)(\d\d)(\d\d)_"
)
_CLOCK: Final = re.compile(r"今天是|今日是|北京时间|现在时间|today is|heute ist", re.I)
_UPDATED: Final = re.compile(
    r"updat|modif|最后|更新|修改|最終|編集|수정|aktualis|geändert|mis à jour|maj\b|actuali[sz]|aggiornat|atualizad"
    r"|bijgewerkt|обновл|изменен|oppdater|uppdater|opdater|zaktualizow|güncelle|تحديث",
    re.I,
)
_LABELLED: Final = re.compile(
    r"(?:时\s*间|日\s*期|发布于|发表于|发布|刊登|時間|公開|配信|입력|등록|publi\w*|posted|erschienen"
    r"|veröffentlicht|stand|опубликован\w*|on|le|el)"
    r"\s*[:：]?\s*$",
    re.I,
)
_LEAST: Final = 0.3
"""No date is better than one that is less sure."""
_MACHINES: Final = frozenset(("json-ld", "meta", "microdata"))
_DIGIT: Final = re.compile(r"\d|昨|前|yester|gestern|hier\b|ayer|ieri|вчера|ago\b")
_ATTRIBUTES: Final = (
    "datetime",
    "content",
    "title",
    "data-time",
    "data-timestamp",
    "data-datetime",
    "data-date",
    "data-published",
)


@dataclass(frozen=True, slots=True)
class Moment:
    """The date that was chosen, in the site's zone, with all candidates."""

    value: datetime
    found: FoundDate
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A candidate with the date that it says."""

    candidate: Candidate
    found: FoundDate


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
        for name, text in self.facts.meta(*_PUBLISHED_METAS):
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
        for name, text in self.facts.meta(*_MODIFIED_METAS):
            yield from self._said(text, "meta", name)

    def local_day(self, found: FoundDate) -> str:
        """Return the day at the site, which is what pages, addresses and other dates mean by that instant."""
        if found.precision == "day":
            return found.value.date().isoformat()
        return self.local(found.value).date().isoformat()

    def local(self, when: datetime) -> datetime:
        """Return a moment that was told in UTC in the site's zone, as far as one is known or may be assumed."""
        if when.utcoffset():
            return when
        zone = named(self.timezone or "") or assumed_zone(self.country, self.language)
        return when if zone is UTC else when.astimezone(zone)

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
        for name in _ATTRIBUTES:
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
            updated = bool(_UPDATED.search(f"{names} {self._text_before(element)} {printed}"))
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
            if not _DIGIT.search(text) or _CLOCK.search(text):
                continue
            for found in self._dates_in(line):
                count += 1
                before = text[: found.start]
                yield self._dated(found, "byline", self._where(line, before)), bool(_UPDATED.search(before[-30:]))
            if count >= 5:
                return

    def _dates_in(self, line: Line) -> Iterator[FoundDate]:
        title = line.block.element.get("title")
        yield from self.dates_in(title if title and self.read(title) else line.text)  # 3天前 has its day in title

    def _where(self, line: Line, before: str) -> str:
        place = "tail" if not line.head else "above" if line.distance < 0 else "head" if line.distance < 9 else "far"
        if _LABELLED.search(before[-14:]):
            return f"label, {place}"
        near = "class" if line.marked else "start" if not before.strip() else "inside"
        return f"{near}, {place}"

    def _address(self) -> Iterator[Dated]:
        match = _URL_DAY.search(self.known.url or "")
        if match:
            year, month, day = (group for group in match.groups() if group)
            found = self.read(f"{year}-{month}-{day}")
            if found:
                yield self._dated(found, "url", "path")


def shown(found: FoundDate) -> str:
    """Return a date as people read it: the day, and the minute with its zone if it is known."""
    return found.value.date().isoformat() if found.precision == "day" else found.value.isoformat(timespec="seconds")


def choose_date(dated: Sequence[Dated], dates: Dates) -> Moment | None:
    """Choose the day on which most agree, then its most trusted time of day."""
    if not dated:
        return None
    by_value = {one.candidate.value: one for one in reversed(dated)}
    groups = weighed((one.candidate for one in dated), lambda value: dates.local_day(by_value[value].found))
    if groups[0].confidence < _LEAST:
        return None
    timed = _timed(groups[0], by_value) or _beside(groups, by_value)
    best = weighed(timed, lambda value: str(by_value[value].found.value.timestamp() // 60)) if timed else [groups[0]]
    winner = replace(won(best[0]), confidence=round(groups[0].confidence, 3))
    found = by_value[winner.value].found
    first = (winner.value, winner.origin, winner.where)
    rest = (one.candidate for one in dated if (one.candidate.value, one.candidate.origin, one.candidate.where) != first)
    value = dates.local(found.value) if found.precision == "minute" else found.value
    return Moment(value, found, (winner, *rest))


def _timed(group: Group, by_value: Mapping[str, Dated]) -> list[Candidate]:
    """Return the candidates of a group that tell a time of day, as far as each is trusted for it."""
    return [
        replace(one, confidence=_trust_in_time(one, by_value[one.value].found))
        for one in group.candidates
        if by_value[one.value].found.precision == "minute"
    ]


def _beside(groups: Sequence[Group], by_value: Mapping[str, Dated]) -> list[Candidate]:
    """Return what machines tell of the evening before or the night after a day that is only printed.

    Papers print the day of the issue, and a page in a zone that is not known prints another day than UTC has.
    """
    day = by_value[groups[0].candidates[0].value].found.value.date()
    return [
        one
        for group in groups[1:]
        for one in _timed(group, by_value)
        if one.origin in _MACHINES
        and by_value[one.value].found.timezone_origin == "explicit"
        and abs(by_value[one.value].found.value.date() - day) <= timedelta(days=1)
    ]


def _trust_in_time(one: Candidate, found: FoundDate) -> float:
    """Return how much a place is trusted for the time of day: machines write it with its zone, people round it."""
    if one.origin == "json-ld":
        return 0.97
    return 0.85 if found.timezone_origin == "explicit" else min(one.confidence, 0.75)


def disagreement(moment: Moment) -> Iterator[str]:
    """Yield a warning where a trusted place tells another day than the chosen one."""
    day = moment.value.date().isoformat()
    for one in moment.candidates[1:]:
        other = datetime.fromisoformat(one.value)
        if one.confidence >= 0.7 and abs((other.date() - moment.value.date()).days) > 1:
            yield f"published: {one.origin} {one.where} says {one.value}, chosen was {day}"
            return
