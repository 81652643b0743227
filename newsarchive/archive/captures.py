"""Rows of captures: one for each response, pointing at its record in a WARC file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from newsarchive.archive.rows import capture_values, insert, stored_capture
from newsarchive.archive.times import to_text
from newsarchive.items import Capture, PageClass


def add(connection: sqlite3.Connection, capture: Capture, run_id: int | None = None) -> int:
    """Add a capture and return its id; one that is there already (same WARC file and offset) keeps its id."""
    place = capture.location
    row = (
        place
        and connection.execute(
            "select id from captures where warc_file = ? and warc_offset = ?", (place.file, place.offset)
        ).fetchone()
    )
    return int(row["id"]) if row else insert(connection, "captures", {**capture_values(capture), "run_id": run_id})


def captures(
    connection: sqlite3.Connection,
    *,
    site: str | None = None,
    since: datetime | None = None,
    url: str | None = None,
    page_class: PageClass | None = None,
) -> Iterator[Capture]:
    """Yield captures in the order of fetching."""
    rows = connection.execute(
        "select * from captures where (:site is null or site = :site) and (:since is null or fetched_at >= :since)"
        " and (:url is null or url = :url or requested_url = :url)"
        " and (:page_class is null or page_class = :page_class) order by fetched_at, id",
        {"site": site, "since": to_text(since), "url": url, "page_class": page_class},
    )
    return map(stored_capture, rows)


def set_page_class(connection: sqlite3.Connection, capture_id: int, page_class: PageClass, reason: str | None) -> None:
    """Say what a capture turned out to be, and why."""
    connection.execute("update captures set page_class = ?, reason = ? where id = ?", (page_class, reason, capture_id))
