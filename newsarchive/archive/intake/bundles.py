"""Reads pages that browsers save with all their parts in one file: MHTML, and Safari's web archives."""

from __future__ import annotations

import plistlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from xml.parsers.expat import ExpatError

from newsarchive.items import ArchiveError
from newsarchive.urls import is_http

ENDINGS = (".mhtml", ".mht", ".webarchive")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The page in such a file, and what the browser wrote beside it."""

    body: bytes
    content_type: str = "text/html"
    url: str | None = None
    saved_at: datetime | None = None


def unbundle(name: str, body: bytes) -> Bundle:
    """Return the page of a file of such a name; any other file is its own page.

    Raises ArchiveError if the file holds none.
    """
    name = name.lower()
    if not name.endswith(ENDINGS):
        return Bundle(body)
    return _from_web_archive(body) if name.endswith(".webarchive") else _from_mhtml(body)


def _from_mhtml(body: bytes) -> Bundle:
    """Read what RFC 2557 describes: a letter whose page is the part it starts with, or else the first one."""
    letter = message_from_bytes(body)
    parts = [part for part in letter.walk() if part.get_content_type() in _PAGES]
    start = letter.get_param("start")
    page = next((part for part in parts if start and part["Content-ID"] == start), next(iter(parts), None))
    if page is None:
        raise ArchiveError("it is no MHTML file with a page in it")
    charset = page.get_content_charset()
    return Bundle(
        bytes(page.get_payload(decode=True)),
        _content_type(page.get_content_type(), charset),
        _web_address(letter["Snapshot-Content-Location"]) or _web_address(page["Content-Location"]),
        _moment(letter["Date"]),
    )


def _from_web_archive(body: bytes) -> Bundle:
    """Read a property list, of which the main resource is the page; it says no time."""
    try:
        page = plistlib.loads(body)["WebMainResource"]
        charset = page.get("WebResourceTextEncodingName")
        return Bundle(
            bytes(page["WebResourceData"]), _content_type("text/html", charset), _web_address(page["WebResourceURL"])
        )
    except (plistlib.InvalidFileException, ExpatError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise ArchiveError("it is no web archive with a page in it") from error


def _content_type(kind: str, charset: str | None) -> str:
    return f"{kind}; charset={charset}" if charset else kind


def _web_address(text: str | None) -> str | None:
    url = "".join(str(text or "").split())  # long ones are written in several lines
    return url if is_http(url) else None


def _moment(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000": in UTC, from a place that is not said
