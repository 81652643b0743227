"""Writes times as the archive keeps them, UTC text to the second that sorts, and reads them back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import overload


@overload
def to_text(moment: datetime) -> str: ...
@overload
def to_text(moment: None) -> None: ...
def to_text(moment: datetime | None) -> str | None:
    """Return ``2022-04-19T02:17:57Z`` for any aware time; a naive one is an error of the caller.

    >>> to_text(datetime.fromisoformat("2022-04-19T10:17:57+08:00"))
    '2022-04-19T02:17:57Z'
    """
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


@overload
def from_text(text: str) -> datetime: ...
@overload
def from_text(text: None) -> None: ...
def from_text(text: str | None) -> datetime | None:
    """Return the aware time that ``to_text`` wrote."""
    return None if text is None else datetime.fromisoformat(text)


def by_clock(moment: datetime | None, offset: int | None) -> datetime | None:
    """Return a time by a clock that is ``offset`` minutes ahead of UTC."""
    return moment and moment.astimezone(timezone(timedelta(minutes=offset or 0)))


def on_the_page(text: str | None, offset: int | None) -> datetime | None:
    """Return the time that ``to_text`` wrote by a clock that is ``offset`` minutes ahead of UTC.

    >>> on_the_page("2022-04-19T02:17:57Z", 480).isoformat()
    '2022-04-19T10:17:57+08:00'
    """
    return by_clock(from_text(text), offset)
