"""The copies of pages that a web archive shows: where one lies, and what page it is a copy of.

Both the Wayback Machine and pywb show a copy as it was received below ``/<14 digits>id_/<address>``, redirect to the
nearest one if there is none of that moment, and mark every copy by ``Memento-Datetime`` (RFC 7089).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

COPIED_FROM = "copied_from"  # the hint of a capture that says where the web archive shows it
TIMESTAMP = "%Y%m%d%H%M%S"  # of a copy, in UTC
_SHOWN = re.compile(r"/\d{14}id_/(https?://.+)")


@dataclass(frozen=True, slots=True)
class Memento:
    """The page of which an answer is a copy, and when it was captured, in UTC."""

    url: str
    captured: datetime


def address(replay: str, captured: datetime, url: str) -> str:
    """Return where the web archive at ``replay`` shows its copy of a page.

    >>> address("https://web.archive.org/web/", datetime(2019, 3, 1, 8, tzinfo=UTC), "http://example.test/a")
    'https://web.archive.org/web/20190301080000id_/http://example.test/a'
    """
    return f"{replay.rstrip('/')}/{captured.astimezone(UTC):{TIMESTAMP}}id_/{url}"


def memento(shown_at: str, datetime_header: str | None) -> Memento | None:
    """Return what an answer is a copy of, ``None`` if it is the web archive's own page or redirect."""
    shown = _SHOWN.search(shown_at)
    try:
        captured = parsedate_to_datetime(datetime_header or "")
    except ValueError:
        return None
    return Memento(shown[1], captured.astimezone(UTC)) if shown else None
