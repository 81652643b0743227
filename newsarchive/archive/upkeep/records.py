"""Checks the WARC files: every record readable, every capture at its place with its digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.times import to_text
from newsarchive.archive.upkeep.findings import Finding, Remedy
from newsarchive.archive.warc import Damage, LostRecordError, Record
from newsarchive.archive.warc.record import sha1
from newsarchive.items import Location

Step = Callable[[float], None]  # is told how many bytes have been read


def check(connection: Connection, folder: Path, step: Step, since: datetime | None = None) -> Iterator[Finding]:
    """Yield what is wrong in the WARC files and between them and the table of captures.

    Files with nothing fetched ``since`` then are not read.
    """
    present = recovery.files(connection, folder)
    yield from _missing_files(connection, {path.name for path in present})
    older = _older(connection, since)
    for path in present:
        if path.name not in older:
            yield from _check_file(connection, path, step)
    yield from _revisits_of_nothing(connection)


def size(connection: Connection, folder: Path, since: datetime | None = None) -> int:
    """Return the bytes that ``check`` will read."""
    older = _older(connection, since)
    return sum(length for name, length in recovery.sizes(connection, folder).items() if name not in older)


def _older(connection: Connection, since: datetime | None) -> set[str]:
    """Return the files whose captures were all fetched before; of no captures in the table, nobody knows."""
    if since is None:
        return set()
    asked = "select warc_file from captures group by warc_file having max(fetched_at) < ?"
    return {row["warc_file"] for row in connection.execute(asked, (to_text(since),))}


def _missing_files(connection: Connection, present: set[str]) -> Iterator[Finding]:
    rows = connection.execute(
        "select warc_file, count(*) as captures from captures where warc_file is not null group by warc_file"
    )
    for row in rows:
        if row["warc_file"] not in present:
            yield Finding(row["warc_file"], f"the file is missing, and with it {row['captures']} captures")


def _check_file(connection: Connection, path: Path, step: Step) -> Iterator[Finding]:
    rows = connection.execute(
        "select warc_offset, warc_length, url, digest from captures where warc_file = ?", (path.name,)
    )
    expected = {row["warc_offset"]: row for row in rows}
    unknown = 0
    for found in warc.scan(path):
        step((found.location if isinstance(found, Damage) else found[0]).length)
        if isinstance(found, Damage):
            row = expected.pop(found.location.offset, None)
            yield _damaged(path, found, row)
        elif found[1].is_capture:
            row = expected.pop(found[0].offset, None)
            unknown += row is None
            problem = _problem(found[1], found[0], row)
            if problem:
                yield Finding(_place(found[0]), problem)
    for offset, row in expected.items():
        yield Finding(
            f"{path.name} at byte {offset}", f"there is no record, but a capture of {row['url']} points there"
        )
    if unknown:
        yield Finding(path.name, f"the table of captures does not know {unknown} of its records", Remedy.READ)


def _damaged(path: Path, damage: Damage, row: sqlite3.Row | None) -> Finding:
    is_cut_off = row is None or damage.location.length < row["warc_length"]
    torn = damage.at_end and is_cut_off and not warc.is_being_written(path)
    problem = f"{damage.reason} ({damage.location.length} bytes)"
    return Finding(_place(damage.location), problem, Remedy.CUT if torn else Remedy.NONE)


def _problem(record: Record, location: Location, row: sqlite3.Row | None) -> str | None:
    """Say how a record differs from its own digests and from its row."""
    stated = record.fields.get("warc-block-digest")
    if stated and stated != sha1(record.block):
        return "the record is not what its digest says"
    if row is None:
        return None
    try:
        capture, _ = warc.decoded(record, location)
    except LostRecordError as error:
        return error.reason
    if capture.url != row["url"]:
        return f"the record is of {capture.url}, but the table says {row['url']}"
    if capture.digest and row["digest"] and capture.digest != row["digest"]:
        return f"the payload of {row['url']} is not the one that the table knows"
    return None


def _revisits_of_nothing(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "select url, warc_file, warc_offset from captures as revisit where is_revisit and not exists"
        " (select 1 from captures where transfer_digest = revisit.transfer_digest and not is_revisit)"
    )
    for row in rows:
        place = Location(row["warc_file"], row["warc_offset"], 0)
        yield Finding(_place(place), f"the record that the revisit of {row['url']} stands for is not in the archive")


def _place(location: Location) -> str:
    return f"{location.file} at byte {location.offset}"
