"""What the meaning of a date depends on besides its text: the time of reading, the zone, the language, the country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from newsarchive.dates.zones import assumed_zone, named, printed_zone

OLDEST: Final = 1994  # the first news on the web
_MIDNIGHT: Final = datetime.min.time()


@dataclass(frozen=True, slots=True)
class Reader:
    """Gives dates their zones, and refuses those before the ``oldest`` year or after the time of reading."""

    base: datetime | None
    timezone: str | None
    language: str | None
    country: str | None
    oldest: int = OLDEST

    def zone(self, printed: re.Match[str] | None = None) -> tuple[tzinfo, str]:
        """Return the zone of a time and where it comes from: as printed, the site's, or an assumed one."""
        explicit = printed and printed_zone(printed, self.language)
        if explicit:
            return explicit, "explicit"
        site = self.timezone and named(self.timezone)
        return (site, "site") if site else (assumed_zone(self.country, self.language), "assumed")

    def in_window(self, when: datetime) -> bool:
        """Say whether a moment lies between the oldest year and the time of reading."""
        return when.year >= self.oldest and (self.base is None or when <= self.base + timedelta(days=1))

    def instant(self, seconds: int) -> datetime:
        """Return a Unix time in UTC, or by the site's clock where either shows midnight, which may be a filler."""
        when = datetime.fromtimestamp(seconds, UTC)
        local = when.astimezone(self.zone()[0])
        return local if _MIDNIGHT in {when.time(), local.time()} else when
