"""The clock of a crawl."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def clock(start: str | None) -> Callable[[], datetime]:
    """Return the real clock, or for tests one that stands at ``start`` now and goes on from there."""
    offset = datetime.fromisoformat(start) - datetime.now(UTC) if start else timedelta()
    return lambda: datetime.now(UTC) + offset
