"""Read the times that feeds, sitemaps and lists state, and drop those that cannot be."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

# "2026-03-01T08:30:00+0800": fromisoformat of Python 3.11 reads it; "2026-03-01T08:30:00 +08:00" it does not.
SPACE_BEFORE_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def read_moment(text: str | None, *, timezone: str | None = None, now: datetime | None = None) -> datetime | None:
    """Return the aware time of an RFC 2822 or ISO 8601 text, or ``None``.

    A text without a zone is read in ``timezone`` (an IANA name) and is nothing without one. Times before 1990
    and more than a day after ``now`` are refused: feeds advertise events and count from the epoch.

    >>> read_moment("Sun, 01 Mar 2026 08:30:00 +0800").isoformat()
    '2026-03-01T08:30:00+08:00'
    >>> read_moment("2026-03-01 08:30") is None
    True
    """
    value = _parse(" ".join(text.split())) if text else None
    if value is None:
        return None
    if value.tzinfo is None:
        if timezone is None:
            return None
        value = value.replace(tzinfo=ZoneInfo(timezone))
    return value if _possible(value, now) else None


def _parse(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(SPACE_BEFORE_ZONE.sub("", text))
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _possible(value: datetime, now: datetime | None) -> bool:
    try:
        return value >= EARLIEST and (now is None or value <= now + timedelta(days=1))
    except OverflowError:
        return False
