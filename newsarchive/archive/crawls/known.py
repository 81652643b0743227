"""Says what the archive knows about an address, and which articles are due for another look."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import takewhile
from urllib.parse import parse_qsl, urlsplit

from newsarchive.archive.articles import sightings
from newsarchive.archive.articles.identity import article_id
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.items import GONE
from newsarchive.urls import canonical_url


@dataclass(frozen=True, slots=True)
class Known:
    """What the last answer of an address was, and when it should be asked again if it led to an article.

    ``etag`` and ``last_modified`` are those of the page as the archive has it, whatever the server answered since, and
    ``warc_file`` has that page. ``gone_since`` is when it first answered that it is gone, if it has not said otherwise.
    """

    url: str
    fetched_at: datetime | None
    status: int | None
    page_class: str | None
    etag: str | None
    last_modified: str | None
    article_id: int | None
    next_check: datetime | None
    warc_file: str | None
    gone_since: datetime | None


def known(connection: sqlite3.Connection, url: str) -> Known | None:
    """Return what is known about an address; ``None`` if it was never fetched."""
    canonical = canonical_url(url)
    captures = _back_to_its_page(connection, url, canonical)
    capture = captures[0] if captures else None
    article = article_id(connection, canonical)
    if capture is None and article is None:
        return None
    next_check = connection.execute("select next_check from articles where id = ?", (article,)).fetchone()
    validators, warc_file = _validators(captures)
    gone = list(takewhile(lambda each: each["status"] in GONE, captures))
    return Known(
        url=url,
        fetched_at=from_text(capture["fetched_at"]) if capture else None,
        status=capture["status"] if capture else None,
        page_class=capture["page_class"] if capture else None,
        etag=validators.get("etag"),
        last_modified=validators.get("last-modified"),
        article_id=article,
        next_check=from_text(next_check["next_check"]) if next_check else None,
        warc_file=warc_file,
        gone_since=from_text(gone[-1]["fetched_at"]) if gone else None,
    )


def _back_to_its_page(connection: sqlite3.Connection, *urls: str) -> list[sqlite3.Row]:
    """Return the captures of addresses, newest first, back to the last page given: a feed has thousands."""
    asked = ((column, url) for column in ("url", "requested_url") for url in set(urls))
    streams = (connection.execute(_NEWEST_FIRST.format(column), (url,)) for column, url in asked)
    found: dict[int, sqlite3.Row] = {}
    for row in merge(*streams, key=lambda row: (row["fetched_at"], row["id"]), reverse=True):
        found[row["id"]] = row
        if row["status"] == 200:
            break
    return list(found.values())


_NEWEST_FIRST = """
    select id, fetched_at, status, page_class, headers, warc_file from captures
    where {} = ? order by fetched_at desc, id desc"""


def _validators(captures: Iterable[sqlite3.Row]) -> tuple[dict[str, str], str | None]:
    """Return the headers of the last page that a server gave, and the WARC file that has it.

    With the headers is what the server added when it said that nothing had changed. ``captures`` come newest first. An
    answer "not modified" need not repeat them; that of an error is of another text.
    """
    said: dict[str, str] = {}
    for capture in captures:
        if capture["status"] in (200, 304):
            said = {name.lower(): value for name, value in json.loads(capture["headers"])} | said
        if capture["status"] == 200:
            return said, capture["warc_file"]
    return said, None


def is_view(connection: sqlite3.Connection, url: str) -> bool:
    """Say whether a canonical address only adds parameters to that of an article, whatever their values are.

    So it is when two addresses with the same parameters led to that article, and none to one of its own.
    """
    bare, _, query = url.partition("?")
    if not query:
        return False
    span = (f"{bare}?", f"{bare}@")  # "@" comes after "?"
    if connection.execute("select 1 from articles where url >= ? and url < ?", span).fetchone():
        return False
    rows = connection.execute(
        "select url_aliases.url from url_aliases join articles on articles.id = article_id where url_aliases.url >= ?"
        " and url_aliases.url < ? and kind in ('canonical-link', 'duplicate') and articles.url = ?",
        (*span, bare),
    )
    return sum(_parameters(row["url"]) == _parameters(url) for row in rows) >= 2


def _parameters(url: str) -> list[str]:
    return sorted(name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True))


def due(connection: sqlite3.Connection, now: datetime, site: str | None = None, limit: int = 1000) -> list[str]:
    """Return the addresses of so many articles whose next look is due, the longest due first.

    One that may be missing at its own is looked for where it was seen since, too.
    """
    rows = connection.execute(
        "select id from articles where next_check <= ? and (?2 is null or site = ?2) order by next_check limit ?3",
        (to_text(now), site, limit),
    ).fetchall()
    return [url for row in rows for url in sightings.places(connection, row["id"])]


def pages(connection: sqlite3.Connection, site: str, limit: int) -> Iterator[tuple[str, bool]]:
    """Return the last pages that a site answered with, and whether each was an article."""
    rows = connection.execute(
        "select url, page_class = 'article' as is_article from captures"
        " where site = ? and status = 200 order by fetched_at desc limit ?",
        (site, limit),
    )
    return ((row["url"], bool(row["is_article"])) for row in rows)
