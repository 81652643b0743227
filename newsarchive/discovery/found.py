"""What one page of discovery says: the links on it, and where it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from newsarchive.items import Link, NewsarchiveError


class Unreadable(NewsarchiveError):  # noqa: N818 - reads as what it says
    """The bytes are not what they were taken for (a feed, a sitemap); the message says what they are."""


@dataclass(frozen=True, slots=True)
class Found:
    """Links in page order, each URL once, and the page on which they go on, if there is one."""

    links: tuple[Link, ...] = ()
    next_page: str | None = None
