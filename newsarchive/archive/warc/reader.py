"""Read captures back from WARC files: one by its place, or all in order, passing over what is damaged."""

from __future__ import annotations

import fcntl
import mmap
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newsarchive.archive.warc import record
from newsarchive.archive.warc.codings import decode
from newsarchive.archive.warc.members import MAGIC, BadMemberError, inflate
from newsarchive.archive.warc.record import Record
from newsarchive.items import ArchiveError, Capture, Location, PageClass

Known = Mapping[int, int]
NOTHING: Known = {}
HELD = 16 << 20
"""Bytes of a file that stay in memory while it is read through."""


class LostRecordError(ArchiveError):
    """A record is not where it should be, or is damaged; the message names file, place and reason.

    A place without a length is a row of a table.
    """

    def __init__(self, location: Location, reason: str) -> None:
        unit = "byte" if location.length else "row"
        super().__init__(f"{location.file} at {unit} {location.offset}: {reason}.")
        self.location = location
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes of a WARC file that are no readable record; ``at_end`` if nothing readable follows them."""

    location: Location
    reason: str
    at_end: bool


def read_record(folder: Path, location: Location) -> Record:
    """Read one record by its place; raise ``LostRecordError`` if it is not there whole."""
    try:
        with (folder / location.file).open("rb", buffering=0) as file:
            data = os.pread(file.fileno(), location.length, location.offset)
    except OSError as error:
        raise LostRecordError(location, f"the file cannot be read ({error.strerror})") from error
    try:
        return record.parsed(inflate(data).data)
    except ValueError as error:
        raise LostRecordError(location, str(error)) from error


def read_capture(folder: Path, location: Location) -> tuple[Capture, bytes]:
    """Read one capture and its payload after content decoding.

    A payload that cannot be decoded, or not wholly, has its flaw as ``reason``; with nothing to show for it the
    page class is ``unreadable``. A revisit record has neither payload nor digest: those are the original's.
    """
    return decoded(read_record(folder, location), location)


def decoded(found: Record, location: Location) -> tuple[Capture, bytes]:
    """Return the capture in a record and its decoded payload."""
    try:
        capture = record.capture(found, location)
    except (KeyError, ValueError, IndexError) as error:
        raise LostRecordError(location, f"the record is not a capture ({error})") from error
    if capture.is_revisit:
        return capture, b""
    result = decode(record.body(found), capture.header("content-encoding"))
    lost = PageClass.UNREADABLE if result.flaw and not result.payload else None
    digest = record.sha256(result.payload)
    return replace(capture, digest=digest, reason=result.flaw, page_class=lost), result.payload


def scan(path: Path, start: int = 0, known: Known = NOTHING) -> Iterator[tuple[Location, Record] | Damage]:
    """Read the records of a file from an offset on, in order, with what is damaged between them.

    Records in ``known``, which maps offsets to lengths, are passed over unread.
    """
    with path.open("rb") as file:
        if (size := os.fstat(file.fileno()).st_size) <= start:
            return
        with mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) as data, memoryview(data) as view:
            yield from _scan(path.name, data, view, start, known)


def captures(path: Path, start: int = 0, known: Known = NOTHING) -> Iterator[tuple[Capture, bytes] | Damage]:
    """Read the captures of a file as ``scan`` does, with their payloads."""
    for found in scan(path, start, known):
        if isinstance(found, Damage):
            yield found
        elif found[1].is_capture:
            try:
                yield decoded(found[1], found[0])
            except LostRecordError as error:
                yield Damage(error.location, error.reason, at_end=False)


def is_being_written(path: Path) -> bool:
    """Say whether a writer holds the file."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def cut_torn_end(path: Path, start: int = 0, known: Known = NOTHING) -> Damage | None:
    """Cut off a torn last record, unless the file is being written; return what was cut.

    Damage that has readable records behind it stays.
    """
    with path.open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        damages = [found for found in scan(path, start, known) if isinstance(found, Damage) and found.at_end]
        for damage in damages:
            file.truncate(damage.location.offset)
            os.fsync(file.fileno())
            return damage
    return None


def _scan(
    name: str, data: mmap.mmap, view: memoryview, start: int, known: Known
) -> Iterator[tuple[Location, Record] | Damage]:
    offset, held = start, 0
    while offset < len(data):
        if offset - held > HELD:
            behind = offset - offset % mmap.PAGESIZE
            data.madvise(mmap.MADV_DONTNEED, held, behind - held)
            held = behind
        if offset in known:
            offset += known[offset]
            continue
        found, length = _record_at(view, offset)
        if isinstance(found, Record):
            yield Location(name, offset, length), found
        else:
            after = _next_record(data, view, offset + 1)
            length = (after or len(data)) - offset
            yield Damage(Location(name, offset, length), found, at_end=after is None)
        offset += length


def _record_at(view: memoryview, offset: int) -> tuple[Record | str, int]:
    with view[offset:] as rest:
        try:
            member = inflate(rest)
            return record.parsed(member.data), member.length
        except (BadMemberError, ValueError) as error:
            return str(error), 0


def _next_record(data: mmap.mmap, view: memoryview, start: int) -> int | None:
    # pages packed by their servers carry the same magic bytes; only a whole member that holds a record counts
    while (start := data.find(MAGIC, start)) >= 0:
        if isinstance(_record_at(view, start)[0], Record):
            return start
        start += 1
    return None
