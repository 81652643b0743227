"""How fast a host may be asked: it is left alone when it says so, then asked at half the speed, and slowly faster."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_REST = 86_400.0
LONGEST_BACKOFF = 3_600.0
LONGEST_DELAY = 60.0
FIRST_DELAY = 1.0
# Other failures (403, 500, no connection) this often in a row are a refusal too.
PATIENCE = 5
RECOVERY = 0.9
SECONDS = re.compile(r"\s*(\d{1,9})(?:\.\d*)?\s*")


@dataclass(frozen=True, slots=True)
class Pace:
    """The state of a host: seconds between requests beyond the site's own delay, and when it may be asked next."""

    delay: float = 0.0
    next_at: datetime | None = None
    failures: int = 0
    reason: str | None = None

    def refused(self, now: datetime, reason: str, *, rest: float | None = None, backoff: float = 30.0) -> Pace:
        """Return the pace after the host asked to be left alone: for ``rest`` seconds, else for longer each time."""
        seconds = min(backoff * 2.0**self.failures, LONGEST_BACKOFF) if rest is None else min(rest, LONGEST_REST)
        return Pace(
            delay=min(max(2 * self.delay, FIRST_DELAY), LONGEST_DELAY),
            next_at=now + timedelta(seconds=max(self.rest(now), seconds)),
            failures=min(self.failures + 1, 30),
            reason=reason,
        )

    def failed(self, now: datetime, reason: str, *, backoff: float = 30.0) -> Pace:
        """Return the pace after a failure that is no refusal by itself."""
        if self.failures + 1 >= PATIENCE:
            return self.refused(now, f"{reason}, {self.failures + 1} times in a row", backoff=backoff)
        return replace(self, failures=self.failures + 1)

    def answered(self) -> Pace:
        """Return the pace after an ordinary answer: a tenth faster, and at last at the site's own speed."""
        if not self.delay and not self.failures:
            return self
        delay = self.delay * RECOVERY
        return Pace(
            delay=delay if delay >= 0.1 else 0.0, next_at=self.next_at, reason=self.reason if delay >= 0.1 else None
        )

    def rest(self, now: datetime) -> float:
        """Return how many seconds the host is left alone from ``now``; more than a day is the word of a wrong clock."""
        seconds = (self.next_at - now).total_seconds() if self.next_at else 0.0
        return seconds if 0.0 < seconds <= LONGEST_REST else 0.0


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, given as seconds or as a date (RFC 9110, 10.2.3).

    >>> retry_after("120", datetime(2026, 3, 1, tzinfo=UTC))
    120.0
    >>> retry_after("Sun, 01 Mar 2026 00:01:00 GMT", datetime(2026, 3, 1, tzinfo=UTC))
    60.0
    """
    if not value:
        return None
    seconds = SECONDS.fullmatch(value)
    if seconds:
        return float(seconds[1])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
