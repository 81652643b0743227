"""Dates and times as news pages print them, by a grammar of our own: strict, never fuzzy, with the zone's origin.

Only what has the shape of a date is read. Text that looks like ISO 8601 but has a rarer form goes to dateutil's
ISO parser; nothing is ever guessed from loose numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from dateutil.parser import isoparse

from newsarchive.dates.grammar import DATE, PLAIN, TIME, TIME_BEFORE, clock
from newsarchive.dates.reader import OLDEST, Reader
from newsarchive.dates.relative import day_word, time_ago
from newsarchive.dates.shapes import Day, day_of
from newsarchive.dates.zones import ZONE

_RELATIVE_CHARS: Final = 60  # a longer text is a sentence, not a time stamp
_LONG_AGO: Final = timedelta(days=330)
_DAY_ALONE: Final = 20  # letters: 28 December
_EPOCH: Final = re.compile(r"\s*(1\d{9}|[89]\d{8})(\d{3})?\s*")  # 1650334677, 1650334677000
# No date is without one of these, and most lines without a date have none.
_HINT: Final = re.compile(
    r"(?:19|20|25|13|14)\d\d|年|\d\s?[月월]|\d\s?[./-]\s?\d\d?\s?[./-]\s?\d\d|\d\d[-/]\d\d\s\d|\d.{1,24}?\d[:h.]\d\d|\d\s?[ก-ๆ]"
    r"|\d[\s-][^\W\d_]{2}[^\d:]{0,14}[012]\d(?!\d)"
)
_RARE_ISO: Final = re.compile(r"\d{4}-(?:W\d\d(?:-\d)?|\d{3})(?:T[\d:,.]+(?:Z|[+-][\d:]+)?)?")  # 2022-W16-2, 2022-109


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in a text.

    ``value`` is aware; ``precision`` is ``minute`` or ``day`` (then the time is midnight in its zone);
    ``timezone_origin`` is ``explicit`` (printed), ``site`` (given) or ``assumed`` (for country or language);
    ``start`` and ``end`` say where in the text ``raw`` stands; ``relative`` dates were counted from the base, as was
    the year of ``yearless`` ones.
    """

    value: datetime
    raw: str
    precision: str
    timezone_origin: str
    relative: bool = False
    start: int = 0
    end: int = 0
    yearless: bool = False


def read_date(
    text: str,
    *,
    base: datetime | None = None,
    timezone: str | None = None,
    language: str | None = None,
    country: str | None = None,
) -> FoundDate | None:
    """Return the first date in ``text``, ``None`` if there is none that makes sense.

    ``base`` (aware) is the time of the fetch: relative and year-less dates are counted from it, later ones refused.
    ``timezone`` is the site's IANA zone, ``country`` its ISO 3166 code; ``language`` decides CST and 04/05/2022.

    >>> read_date("发布时间：2022年04月19日10:17　来源：运城日报", language="zh").value.isoformat()
    '2022-04-19T10:17:00+08:00'
    """
    return next(find_dates(text, base=base, timezone=timezone, language=language, country=country), None)


def find_dates(
    text: str,
    *,
    base: datetime | None = None,
    timezone: str | None = None,
    language: str | None = None,
    country: str | None = None,
    oldest: int = OLDEST,
) -> Iterator[FoundDate]:
    """Yield every date in ``text`` in reading order, none before the year ``oldest``; see ``read_date``."""
    reader = Reader(base, timezone, language, country, oldest)
    plain = text if text.isascii() else text.translate(PLAIN)
    epoch = _EPOCH.fullmatch(plain)
    if epoch:
        found = _moment(reader, reader.instant(int(epoch[1])), "explicit", text, 0, len(text), True)
        return (yield from [found] if found else [])
    end = 0
    may_be = (base and len(plain) <= _DAY_ALONE) or _HINT.search(plain)
    for match in DATE.finditer(plain) if may_be else ():
        if match.start() < end:
            continue
        found = _read_match(reader, text, plain, match)
        if found:
            end = found.end
            yield found
    if not end and base and len(text) <= _RELATIVE_CHARS:
        yield from _relative(reader, text, plain)
    if not end and _RARE_ISO.fullmatch(plain.strip()):
        yield from _rare_iso(reader, text, plain)


def _read_match(reader: Reader, text: str, plain: str, match: re.Match[str]) -> FoundDate | None:
    """Read a day with the time and zone around it."""
    day = day_of(match, reader.language, reader.country, reader.base)
    if day is None:
        return None
    after = TIME.match(plain, match.end())
    before = None if after else TIME_BEFORE.search(plain, max(0, match.start() - 24), match.start())
    time = after or before
    if day.needs_time and not (time or match["iso_time"]):
        return None
    start = before.start() if before else match.start()
    end = after.end() if after else match.end()
    return _dated(reader, text, plain, day, time, match, start, end)


def _dated(
    reader: Reader,
    text: str,
    plain: str,
    day: Day,
    time: re.Match[str] | None,
    match: re.Match[str],
    start: int,
    end: int,
) -> FoundDate | None:
    hour, minute, second, told = clock(time, match)
    try:
        when = datetime(day.year, day.month, day.day, hour % 24, minute, second)  # noqa: DTZ001 - the zone is put on below
    except ValueError:
        return None
    printed = ZONE.match(plain, end) if told else None
    end = printed.end() if printed else end
    if time and time["zone_before"]:  # 10:17 AM EDT, Tue April 19
        printed = printed or ZONE.match(time["zone_before"])
    if match.lastgroup == "bdy" and match["mz"]:
        printed = ZONE.match(match["mz"])
    if hour == 24:
        when += timedelta(days=1)
    zone, origin = reader.zone(printed)
    aware = when.replace(tzinfo=zone)
    if day.year_assumed and reader.base and aware > reader.base + timedelta(days=1):
        aware = aware.replace(year=aware.year - 1)
        if reader.base - aware > _LONG_AGO:
            return None  # a day soon to come, more likely than one of last year
    found = _moment(reader, aware, origin, text, start, end, told)
    return replace(found, yearless=day.year_assumed) if found else None


def _moment(
    reader: Reader, when: datetime, origin: str, text: str, start: int, end: int, told: bool, relative: bool = False
) -> FoundDate | None:
    """Refuse what lies outside the window; a filler for the time (midnight, a second before) tells the day only."""
    if not reader.in_window(when):
        return None
    filler = (when.hour, when.minute, when.second) in {(0, 0, 0), (23, 59, 59)} and not relative
    if filler or not told:
        when = when.replace(hour=0, minute=0, second=0)
    raw = text[start:end].strip()
    return FoundDate(when, raw, "day" if filler or not told else "minute", origin, relative, start, end)


def _relative(reader: Reader, text: str, plain: str) -> Iterator[FoundDate]:
    if reader.base is None:
        return
    zone, origin = reader.zone()
    local = reader.base.astimezone(zone)
    ago = time_ago(plain, local)
    if ago:
        match, when, told = ago
        found = _moment(reader, when.replace(microsecond=0), origin, text, *match.span(), told, True)
        yield from [found] if found else []
        return
    named_day = day_word(plain, local, reader.language)
    if named_day:
        match, when = named_day
        time = TIME.match(plain, match.end()) or TIME_BEFORE.search(plain, 0, match.start())
        day = Day(when.year, when.month, when.day)
        start, end = match.span()
        if time:
            start, end = min(start, time.start()), max(end, time.end())
        found = _dated(reader, text, plain, day, time, match, start, end) if time or len(plain.strip()) < 24 else None
        if found:
            yield replace(found, relative=True)


def _rare_iso(reader: Reader, text: str, plain: str) -> Iterator[FoundDate]:
    try:
        when = isoparse(plain.strip())
    except ValueError:
        return
    zone, origin = (when.tzinfo, "explicit") if when.tzinfo else reader.zone()
    found = _moment(reader, when.replace(tzinfo=zone), origin, text, 0, len(text), "T" in plain)
    yield from [found] if found else []
