"""Says when an article should be looked at again: soon after it was published or changed, then ever more rarely."""

from __future__ import annotations

from datetime import datetime, timedelta

STEPS = (
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=3),
    timedelta(days=7),
    timedelta(days=30),
)


def next_check(since: datetime, now: datetime) -> datetime | None:
    """Return the first step after ``now``, counted from publication or the last change; ``None`` after the last."""
    return next((since + step for step in STEPS if since + step > now), None)
