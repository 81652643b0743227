"""What people bring along: a page that somebody fetched once, or a thing that is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is known of its fetching; ``body`` as transferred, ``size`` in bytes of the input.

    ``dated`` says that ``fetched_at`` is told with the page and not the time of a file, which a copy may change.
    """

    url: str
    fetched_at: datetime
    body: bytes
    headers: tuple[tuple[str, str], ...]
    size: int
    status: int = 200
    reason: str = "OK"
    site: str | None = None
    dated: bool = True
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Again:
    """A page that was fetched again and was the same as before: what it was, and how its bytes are known.

    By their ``digest`` as transferred, or as those of ``same_url`` fetched at ``same_at``.
    """

    page: Page
    place: str
    digest: str
    same_url: str
    same_at: datetime | None


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that cannot be taken in: where it is, and why."""

    place: str
    reason: str
    size: int
