"""Which printed dates tell of a change, by the words around them or the page's declarations, or of the story itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.dates import datewords as words
from newsarchive.extraction.fields.dates.moments import Dated

ENDS: Final = ("。", "！", "？")
_CHANGED: Final = re.compile(
    r"(?P<before>\D{1,30}?)(?:(?P<month>\d{1,2})[/月](?P<day>\d{1,2})日?\s)?(?P<hour>[012]?\d)[:.h](?P<minute>[0-5]\d)"
    r"(?!\d|[.:]\d)(?P<behind>\D{0,6})"
)
_ASIDE: Final = 20  # letters around a date without a year, in the text


class Changes:
    """What a page declares as its publication and its changes, to judge what it prints."""

    def __init__(self, published: Iterable[Dated], changed: Iterable[Dated]) -> None:
        published = tuple(published)
        self.published = _minutes(published)
        self.latest = max((one.found.value for one in published), default=None)
        self.changed = _minutes(changed)

    def tells(self, found: FoundDate, before: str, behind: str = "") -> bool:
        """Say whether a date tells of a change, given the text before and behind it.

        "Stand" is the time of the last change where the publication is declared as another one.
        """
        if words.UPDATED.search(before) or words.UPDATED_BEHIND.match(behind):
            return True
        minutes = _minutes_of(found)
        if self.latest is None or found.value <= self.latest or not minutes or minutes & self.published:
            return False
        return bool(minutes & self.changed) or bool(words.STAND.search(before))


def change_behind(text: str, found: FoundDate) -> FoundDate | None:
    """Return the change behind a date in its line that tells no day or year: 4/19 11:02 更新, updated 12:40."""
    match = _CHANGED.match(text, found.end) if found.precision == "minute" else None
    if not match or not (words.UPDATED.search(match["before"]) or words.UPDATED_BEHIND.match(match["behind"])):
        return None
    told = found.value
    try:
        value = told.replace(
            month=int(match["month"] or told.month),
            day=int(match["day"] or told.day),
            hour=int(match["hour"]),
            minute=int(match["minute"]),
            second=0,
        )
    except ValueError:
        return None
    return replace(found, value=value, raw=match[0].strip()) if value > told else None


def _minutes(dated: Iterable[Dated]) -> frozenset[datetime]:
    return frozenset().union(*(_minutes_of(one.found) for one in dated))


def _minutes_of(found: FoundDate) -> frozenset[datetime]:
    """Return the minute of a date by the clock of the page and by that of Greenwich, none if only the day is told."""
    clocks = (found.value, found.value.astimezone(UTC)) if found.precision == "minute" else ()
    return frozenset(when.replace(tzinfo=None, second=0) for when in clocks)


def is_told(text: str, found: FoundDate, inside: bool) -> bool:
    """Say whether a date without its year belongs to a sentence that tells what happened then: 今天21时22分，…"""
    if not (found.relative or found.yearless):
        return False
    return text.endswith(ENDS) or (inside and len(text) > len(found.raw) + _ASIDE)
