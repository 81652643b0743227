"""Reads folders of saved pages, with what a JSON Lines file says about each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from newsarchive.archive.intake import bundles
from newsarchive.archive.intake.page import Page, Passed
from newsarchive.archive.warc.codings import decode
from newsarchive.items import ArchiveError
from newsarchive.urls import is_front_page

ENDINGS = (".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", *bundles.ENDINGS)
_HEAD = 100_000  # bytes in which a page says where it is from
_URL = rb"""(https?://[^\s"'<>]+)"""
_BROWSERS = (
    # <!-- saved from url=(0036)https://news.example.test/1.html -->
    re.compile(rb"<!-- saved from url=\(\d+\)" + _URL),
    re.compile(rb"<!--\s*Page saved with SingleFile\s+url: " + _URL),  # Zotero saves by it, too
)
_SITES = (
    re.compile(rb"""<link\b[^>]*\brel=["']?canonical["']?[^>]*\bhref=["']?""" + _URL, re.IGNORECASE),
    re.compile(rb"""<link\b[^>]*\bhref=["']?""" + _URL + rb"""["']?[^>]*\brel=["']?canonical\b""", re.IGNORECASE),
    re.compile(rb"""<meta\b[^>]*\bproperty=["']?og:url["']?[^>]*\bcontent=["']?""" + _URL, re.IGNORECASE),
)
# saved date: Tue Apr 19 2022 10:17:57 GMT+0800 (China Standard Time)
_SAVED = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url: [^\n]*\s+saved date: (\w+ \w+ \d+ \d+ [\d:]+ GMT[+-]\d{4})"
)
_TEXTS = ("url", "fetched_at", "site", "content_type")
Entry = Mapping[str, Any]


def is_saved_page(path: Path) -> bool:
    """Say whether a file is a saved page by its name."""
    return path.name.lower().endswith(ENDINGS)


def read_folder(folder: Path, charset: str | None) -> Iterator[Page | Passed]:
    """Read the pages below a folder in the order of their names.

    Each line of a ``*.jsonl`` file may name a page in or below its folder, by ``file`` (the path from there) or
    ``id`` (the name without endings), and say ``url``, ``fetched_at`` (ISO 8601), ``site``, ``content_type``.
    """
    files = sorted(path for path in folder.rglob("*") if is_saved_page(path))
    known = _known(folder, files)
    for path in files:
        yield read_file(path, charset, known.get(path, {}))


def read_file(path: Path, charset: str | None, entry: Entry) -> Page | Passed:
    """Read one saved page; an entry without address leaves it to the page, and that to the name of the file."""
    try:
        saved_at, body = datetime.fromtimestamp(path.stat().st_mtime, UTC), path.read_bytes()
        return _page(path, body, saved_at, entry, charset)
    except OSError as error:
        return Passed(str(path), f"the file cannot be read ({error.strerror})", 0)
    except ArchiveError as error:
        return Passed(str(path), str(error), len(body))
    except ValueError as error:
        return Passed(str(path), f"its entry is wrong ({error})", 0)


def _page(path: Path, body: bytes, saved_at: datetime, entry: Entry, charset: str | None) -> Page:
    _refuse_wrong(entry)
    bundle = bundles.unbundle(path.name, body)
    packed = path.name.endswith(".gz")
    declared = f"text/html; charset={charset}" if charset else bundle.content_type
    content_type = entry.get("content_type") or declared
    headers = [("Content-Type", content_type), *([("Content-Encoding", "gzip")] if packed else [])]
    given = entry.get("fetched_at")
    head = decode(bundle.body, "gzip" if packed else None).payload[:_HEAD]
    fetched_at = _moment(given) if given else bundle.saved_at or _saved_at(head)
    return Page(
        url=(entry.get("url") or "").strip() or bundle.url or _address(head) or path.resolve().as_uri(),
        fetched_at=fetched_at or saved_at,
        body=bundle.body,
        headers=tuple(headers),
        size=len(body),
        site=entry.get("site"),
        dated=fetched_at is not None,
        hints={**(entry.get("hints") or {}), "saved_as": path.name},
    )


def _refuse_wrong(entry: Entry) -> None:
    for name in _TEXTS:
        if not isinstance(entry.get(name), str | None):
            raise ValueError(f'"{name}" is no text')
    if not isinstance(entry.get("hints"), dict | None):
        raise ValueError('"hints" is no object')
    if not re.match(r"\s*(https?://|file:/|$)", entry.get("url") or "", re.IGNORECASE):
        raise ValueError('"url" is no web address')


def _saved_at(head: bytes) -> datetime | None:
    found = _SAVED.search(head)
    try:
        return datetime.strptime(found[1].decode(), "%a %b %d %Y %H:%M:%S GMT%z") if found else None
    except ValueError:
        return None  # then the file's own time must do


def _address(head: bytes) -> str | None:
    """Return what the browser wrote, or else what the site says; some name their front page on all pages."""
    browsers = _addresses(_BROWSERS, head)
    sites = (url for url in _addresses(_SITES, head) if not is_front_page(url))
    return next(chain(browsers, sites), None)


def _addresses(patterns: Iterable[re.Pattern[bytes]], head: bytes) -> Iterator[str]:
    found = (pattern.search(head) for pattern in patterns)
    return (match[1].decode("ascii", "ignore").replace("&amp;", "&") for match in found if match)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _known(folder: Path, pages: list[Path]) -> dict[Path, Entry]:
    known = {}
    for listing in sorted(folder.rglob("*.jsonl")):
        named = {_name(page): page for page in pages if listing.parent in page.parents}
        for entry in _entries(listing):
            file = entry.get("file")
            page = listing.parent / file if isinstance(file, str) else named.get(str(entry.get("id")))
            if page:
                known[page] = entry
    return known


def _entries(listing: Path) -> Iterator[Entry]:
    try:
        lines = listing.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{listing} is not written in UTF-8; save it so, or move it out of the folder.") from error
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise ArchiveError(f"{listing}, line {number}, is not JSON: {error.msg}.") from error
        if isinstance(entry, dict):
            yield entry


def _name(path: Path) -> str:
    """Return ``a.b`` for ``a.b.html.gz``."""
    return re.sub(r"(?i)\.(x?html?(\.gz)?|mhtml?|webarchive)$", "", path.name)
