"""The moment that was chosen among dates: the day on which the page's statements agree, to the minute."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.choice import Group, weighed, won
from newsarchive.items import Candidate

_LEAST: Final = 0.3
"""No date is better than one that is less sure."""
_MACHINES: Final = frozenset(("json-ld", "meta", "microdata"))


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


def shown(found: FoundDate) -> str:
    """Return a date as people read it: the day, and the minute with its zone if it is known."""
    return found.value.date().isoformat() if found.precision == "day" else found.value.isoformat(timespec="seconds")


_ZONES: Final = {
    "assumed": "the zone is that of its country or language",
    "site": "the zone is that of the site",
    "page": "the zone is that of another date of the page",
}


def origin_of(found: FoundDate) -> str:
    """Say how a date is printed, and of a time whose zone is not printed whence that is."""
    zone = _ZONES.get(found.timezone_origin) if found.precision == "minute" and not found.relative else None
    return "; ".join(filter(None, (f"printed as {found.raw!r}", zone)))


def choose_date(dated: Sequence[Dated], zone: tzinfo | None) -> Moment | None:
    """Choose the day in the site's zone on which most agree, then its most trusted time of day."""
    if not dated:
        return None
    utc = {one.found.value for one in dated if one.found.timezone_origin == "explicit"}
    dated = [_in_told_zone(one, zone, utc) for one in dated if not _is_local_called_utc(one, dated)]
    by_value = {one.candidate.value: one for one in reversed(dated)}
    days = {value: local_day(one.found, zone) for value, one in by_value.items()}
    groups = weighed((one.candidate for one in dated), days.__getitem__, mild=True)
    if groups[0].confidence < _LEAST:
        return None
    timed = _timed(groups[0], by_value) or _beside(groups, by_value)
    best = [groups[0]]
    if timed:
        best = weighed(timed, lambda value: str(by_value[value].found.value.timestamp() // 60), mild=True)
    winner = replace(won(best[0]), confidence=round(groups[0].confidence, 3))
    found = by_value[winner.value].found
    first = (winner.value, winner.origin, winner.where)
    rest = (one.candidate for one in dated if (one.candidate.value, one.candidate.origin, one.candidate.where) != first)
    value = _local(found.value, zone) if found.precision == "minute" else found.value
    return Moment(value, found, (winner, *rest))


def local_day(found: FoundDate, zone: tzinfo | None) -> str:
    """Return the day at the site, which is what pages, addresses and other dates mean by that instant."""
    when = found.value if found.precision == "day" else _local(found.value, zone)
    return when.date().isoformat()


def _local(when: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment that was told in UTC in the site's zone."""
    return when if when.utcoffset() or zone is UTC else when.astimezone(zone)


def told_zone(dated: Iterable[Dated]) -> tzinfo | None:
    """Return the offset from UTC that the page itself tells with one of its dates."""
    told = (one.found.value for one in dated if one.found.timezone_origin == "explicit")
    return next((when.tzinfo for when in told if when.utcoffset()), None)


def _is_local_called_utc(one: Dated, dated: Sequence[Dated]) -> bool:
    """Say whether another place tells the same time of day with an offset: "13:46-04:00" beside "13:46+00:00"."""
    when = one.found.value
    return when.utcoffset() == timedelta(0) and any(
        bool(other.found.value.utcoffset())
        and other.found.timezone_origin == "explicit"
        and other.found.precision == "minute"
        and other.found.value.replace(tzinfo=UTC) == when
        for other in dated
    )


def _in_told_zone(one: Dated, zone: tzinfo | None, utc: Container[datetime]) -> Dated:
    """Return a time without a zone, which was taken for UTC, in the zone that the page tells with another date.

    That is UTC if the page says the same time so.
    """
    found = one.found
    taken_for_utc = found.timezone_origin == "assumed" and found.value.tzinfo is UTC and found.precision == "minute"
    told = UTC if found.value in utc else zone if zone is not UTC else None
    if told is None or not taken_for_utc:
        return one
    found = replace(found, value=found.value.replace(tzinfo=told), timezone_origin="page")
    return Dated(replace(one.candidate, value=shown(found), reason=origin_of(found)), found)


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
    if one.origin == "json-ld" and one.where != "pubDate":
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
