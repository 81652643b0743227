"""Brings the bytes of one page, from an address, a file or standard input, for the commands that look at one page."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from newsarchive import __version__
from newsarchive.archive.intake import Passed, read_file
from newsarchive.archive.warc.codings import decode
from newsarchive.cli._fetched import Fetched
from newsarchive.cli._fixtures import read_fixture
from newsarchive.cli._public import opener
from newsarchive.cli._sites import known_sites
from newsarchive.items import NewsarchiveError
from newsarchive.urls import is_http

LONGEST_PAGE = 32 * 1024 * 1024
_PATIENCE_SECONDS = 30
_AGENT = f"newsarchive/{__version__} (one page, asked for by hand)"


def fetch(place: str, url: str | None = None) -> Fetched:
    """Return the page at an address, in a file as ``ingest`` reads them, or on standard input (``-``).

    ``url`` is the address of a page that comes from a file, where that does not tell; a fixture knows its own. Raises
    NewsarchiveError when there is nothing to read.
    """
    if is_http(place):
        return _from_web(place)
    if place == "-":
        return Fetched(sys.stdin.buffer.read(), url, None, datetime.now(UTC))
    if "://" in place:
        raise NewsarchiveError(f"{place!r} is no web address that can be fetched; one begins with http:// or https://.")
    if Path(place).is_dir():
        raise NewsarchiveError(f"{place!r} is a folder; name a file in it, or take all of it in: newsarchive ingest")
    return _from_file(Path(place), url)


def _from_web(url: str) -> Fetched:
    site = known_sites().find(url)
    headers = {**dict(site.headers if site else ()), "User-Agent": _AGENT}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - is_http has looked
    try:
        with opener(url, private=site is not None and site.private).open(
            request, timeout=_PATIENCE_SECONDS
        ) as response:
            body = response.read(LONGEST_PAGE)
            return Fetched(body, response.url, response.headers.get("Content-Type"), datetime.now(UTC))
    except urllib.error.HTTPError as error:
        with error:  # it is the response
            circle = 300 <= error.code < 400
            why = (
                "redirects in circles, as where a cookie is wanted"
                if circle
                else f"answered {error.code} {error.reason}"
            )
            raise NewsarchiveError(f"{url} {why}.") from error
    except (OSError, ValueError) as error:
        raise NewsarchiveError(f"{url} cannot be fetched: {getattr(error, 'reason', error)}.") from error


def _from_file(path: Path, url: str | None) -> Fetched:
    if url is None and path.with_suffix(".json").exists():
        with suppress(NewsarchiveError):  # some other file
            return read_fixture(path.with_suffix(".json")).page
    page = read_file(path, None, {})
    if isinstance(page, Passed):
        raise NewsarchiveError(f"{path}: {page.reason}.")
    headers = dict(page.headers)
    body = decode(page.body, headers.get("Content-Encoding"))
    if body.flaw:
        raise NewsarchiveError(f"{path} cannot be read: {body.flaw}.")
    return Fetched(
        body.payload, url or (page.url if is_http(page.url) else None), headers["Content-Type"], page.fetched_at
    )
