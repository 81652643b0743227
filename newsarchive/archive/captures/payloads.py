"""Reads what captures hold, as payload or as the WARC record that keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.captures import originals, with_digest
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import stored_capture
from newsarchive.archive.database.times import to_text
from newsarchive.archive.warc import LostRecordError, Record
from newsarchive.archive.warc.record import body
from newsarchive.items import Capture, Location

NOWHERE = Location("captures", 0, 0)


def payload(connection: Connection, folder: Path, capture: Capture) -> bytes:
    """Return the payload of a capture after content decoding.

    Raises ``LostRecordError``, an ArchiveError, if the record is missing or damaged.
    """
    if capture.location is None:
        raise LostRecordError(_place(capture), f"{capture.url} has no WARC record")
    found, content = warc.read_capture(folder, capture.location)
    return _of_original(connection, folder, found, capture.location) if found.is_revisit else content


def read(connection: Connection, folder: Path, location: Location) -> tuple[Capture, bytes]:
    """Read a record that need not be in the table: the capture with its payload, or that of its original."""
    capture, content = warc.read_capture(folder, location)
    if not capture.is_revisit:
        return capture, content
    return with_digest(connection, capture), _of_original(connection, folder, capture, location)


def members(
    connection: Connection, folder: Path, article_id: int, lose: Callable[[LostRecordError], None]
) -> Iterator[bytes]:
    """Yield the records of an article's captures as WARC members that need no other file, the earliest first.

    ``lose`` is told of those that are missing or damaged.
    """
    for row in connection.execute(_CAPTURES, (article_id,)).fetchall():
        capture = stored_capture(row)
        try:
            if capture.location:
                yield _member(connection, folder, capture.location, capture)
        except LostRecordError as error:
            lose(error)


_CAPTURES = """
    select captures.* from readings join captures on captures.id = readings.capture_id
    where readings.article_id = ? order by captures.fetched_at, captures.id"""


def _member(connection: Connection, folder: Path, place: Location, capture: Capture) -> bytes:
    found = warc.read_record(folder, place)
    if not capture.is_revisit:
        with (folder / place.file).open("rb") as file:
            file.seek(place.offset)
            return file.read(place.length)
    return warc.promoted(found, original(connection, folder, capture.transfer_digest, place)[1])


def original(
    connection: Connection, folder: Path, transfer_digest: str | None, revisit: Location = NOWHERE
) -> tuple[Capture, Record]:
    """Return what a revisit record stands for: the first capture of that payload whose record is whole, with it.

    Raises ``LostRecordError`` if there is none.
    """
    lost = LostRecordError(revisit, "the record that this revisit stands for is not in the archive")
    for found in originals(connection, transfer_digest):
        try:
            return found, warc.read_record(folder, _place(found))
        except LostRecordError as error:
            lost = error
    raise lost


def same(
    connection: Connection, folder: Path, digest: str, url: str, at: datetime | None
) -> tuple[tuple[tuple[str, str], ...], bytes] | None:
    """Return headers and body of a response as transferred, by its digest or its address and time."""
    for row in connection.execute(_SAME, (digest, url, to_text(at))):
        with suppress(LostRecordError):
            found, kept = original(connection, folder, row["transfer_digest"])
            return found.headers, body(kept)
    return None


_SAME = """
    select transfer_digest from captures where transfer_digest = ?
    union all select transfer_digest from captures where url = ? and fetched_at = ?"""


def _of_original(connection: Connection, folder: Path, revisit: Capture, place: Location) -> bytes:
    found, record = original(connection, folder, revisit.transfer_digest, place)
    return warc.decoded(record, _place(found))[1]


def _place(capture: Capture) -> Location:
    """Return where a capture lies; of one whose record was lost in a merge, its row in the table."""
    return capture.location or replace(NOWHERE, offset=capture.id or 0)
