"""Reads what captures hold: the bytes that their WARC records keep."""

from __future__ import annotations

from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.captures import original, with_digest
from newsarchive.archive.connection import Connection
from newsarchive.archive.warc import LostRecordError
from newsarchive.items import Capture, Location


def payload(connection: Connection, folder: Path, capture: Capture) -> bytes:
    """Return the payload of a capture after content decoding.

    Raises ``LostRecordError``, an ArchiveError, if the record is missing or damaged.
    """
    if capture.location is None:
        raise LostRecordError(Location("captures", capture.id or 0, 0), f"{capture.url} has no WARC record")
    found, content = warc.read_capture(folder, capture.location)
    return _of_original(connection, folder, found, capture.location) if found.is_revisit else content


def read(connection: Connection, folder: Path, location: Location) -> tuple[Capture, bytes]:
    """Read a record that need not be in the table: the capture with its payload, or that of its original."""
    capture, content = warc.read_capture(folder, location)
    if not capture.is_revisit:
        return capture, content
    return with_digest(connection, capture), _of_original(connection, folder, capture, location)


def _of_original(connection: Connection, folder: Path, revisit: Capture, place: Location) -> bytes:
    found = original(connection, revisit.transfer_digest)
    if found is None or found.location is None:
        raise LostRecordError(place, "the record that this revisit stands for is not in the archive")
    return warc.read_capture(folder, found.location)[1]
