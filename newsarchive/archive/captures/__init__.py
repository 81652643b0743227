"""Rows of captures: one for each response, pointing at its record in a WARC file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from newsarchive.archive import articles
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import capture_values, insert, stored_capture
from newsarchive.archive.database.times import to_text
from newsarchive.items import Capture, Location, PageClass


def add(connection: Connection, capture: Capture, run_id: int | None = None) -> int:
    """Add a capture and return its id; one that is there already (same WARC file and offset) keeps its id.

    The bytes it points at are brought onto the disk before the transaction around this is committed.
    """
    place = capture.location
    if place:
        row = connection.execute(
            "select id from captures where warc_file = ? and warc_offset = ?", (place.file, place.offset)
        ).fetchone()
        if row:
            return int(row["id"])
        connection.sync_before_commit(place.file)
    if capture.is_revisit and not capture.digest:
        capture = with_digest(connection, capture)
    capture_id = insert(connection, "captures", {**capture_values(capture), "run_id": run_id})
    articles.observe(connection, replace(capture, id=capture_id))
    return capture_id


_CONDITIONS = {
    "site": "site = :site",
    "since": "fetched_at >= :since",
    "url": "(url = :url or requested_url = :url)",
    "page_class": "page_class = :page_class",
}


def captures(
    connection: Connection,
    *,
    site: str | None = None,
    since: datetime | None = None,
    url: str | None = None,
    page_class: PageClass | None = None,
) -> Iterator[Capture]:
    """Yield captures in the order of fetching."""
    asked = {"site": site, "since": to_text(since), "url": url, "page_class": page_class}
    return map(stored_capture, _select(connection, "*", asked, "fetched_at, id"))


def numbers(
    connection: Connection, *, site: str | None = None, since: datetime | None = None, url: str | None = None
) -> list[int]:
    """Return the ids of the captures that match, in the order in which they were added."""
    asked = {"site": site, "since": to_text(since), "url": url}
    return [row["id"] for row in _select(connection, "id", asked, "id")]


def _select(connection: Connection, columns: str, asked: Mapping[str, str | None], order: str) -> sqlite3.Cursor:
    """Select the captures for which all that is asked holds; ``None`` asks for nothing."""
    conditions = " and ".join(_CONDITIONS[name] for name, value in asked.items() if value is not None) or "true"
    sql = f"select {columns} from captures where {conditions} order by {order}"  # noqa: S608 - names from this module
    return connection.execute(sql, asked)


def first_numbers(connection: Connection, site: str) -> list[int]:
    """Return the id of the first capture of each article of a site, in the order in which they were added."""
    rows = connection.execute(
        "select min(capture_id) as id from readings join articles on articles.id = article_id"
        " where articles.site = ? group by article_id order by 1",
        (site,),
    )
    return [row["id"] for row in rows]


def capture(connection: Connection, number: int) -> Capture | None:
    """Return the capture with this id."""
    row = connection.execute("select * from captures where id = ?", (number,)).fetchone()
    return stored_capture(row) if row else None


def set_page_class(connection: Connection, capture_id: int, page_class: PageClass, reason: str | None) -> None:
    """Say what a capture turned out to be, and why."""
    connection.execute("update captures set page_class = ?, reason = ? where id = ?", (page_class, reason, capture_id))
    row = connection.execute("select * from captures where id = ?", (capture_id,)).fetchone()
    articles.observe(connection, stored_capture(row))


def originals(connection: Connection, transfer_digest: str | None) -> Iterator[Capture]:
    """Yield the captures whose payload as transferred has this digest: what revisit records stand for."""
    rows = connection.execute(
        "select * from captures where transfer_digest = ? and not is_revisit order by id", (transfer_digest,)
    )
    return map(stored_capture, rows)


def with_digest(connection: Connection, revisit: Capture) -> Capture:
    """Give a revisit the payload digest of its original, if that is known."""
    found = next(originals(connection, revisit.transfer_digest), None)
    return replace(revisit, digest=found.digest) if found else revisit


def is_read(connection: Connection, location: Location) -> bool:
    """Say whether the record at a place is a capture in the table."""
    place = (location.file, location.offset)
    return bool(connection.execute("select 1 from captures where warc_file = ? and warc_offset = ?", place).fetchone())


def has(connection: Connection, url: str, transfer_digest: str, fetched_at: datetime | None) -> bool:
    """Say whether the table has a response of this address with that payload as transferred, of that time if any."""
    row = connection.execute(
        "select 1 from captures where url = ?1 and transfer_digest = ?2 and (?3 is null or fetched_at = ?3)",
        (url, transfer_digest, to_text(fetched_at)),
    ).fetchone()
    return row is not None


def read_otherwise(connection: Connection, article_id: int, extractor: str) -> list[Capture]:
    """Return the captures of an article that were read by another version of the extractor, in order of fetching."""
    rows = connection.execute(
        "select captures.* from readings join captures on captures.id = capture_id"
        " where article_id = ? and extractor <> ? and warc_file is not null order by captures.fetched_at",
        (article_id, extractor),
    )
    return [stored_capture(row) for row in rows]
