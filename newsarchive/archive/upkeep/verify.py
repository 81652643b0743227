"""Checks a whole archive and mends what can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from newsarchive.archive import Archive
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import telling
from newsarchive.archive.upkeep import records, tables
from newsarchive.archive.upkeep.findings import Finding
from newsarchive.items import ArchiveError


def verify(
    archive: Archive, step: Callable[[float], None] = lambda size: None, since: datetime | None = None
) -> Iterator[Finding]:
    """Yield everything that is wrong: in the database, in the WARC files, and between the two.

    ``step`` is told how many of the bytes of ``size`` have been checked. WARC files with nothing fetched ``since`` then
    are not read: they do not change, and a terabyte of them takes hours.
    """
    yield from _told(archive, tables.check(archive.connection))
    step(archive.path.stat().st_size)
    yield from _told(archive, records.check(archive.connection, archive.warc_folder, step, since))


def size(archive: Archive, since: datetime | None = None) -> int:
    """Return the bytes of an archive that ``verify`` goes through."""
    return archive.path.stat().st_size + records.size(archive.connection, archive.warc_folder, since)


def _told(archive: Archive, checks: Iterator[Finding]) -> Iterator[Finding]:
    try:
        with telling(archive.path):
            yield from checks
    except ArchiveError as error:
        yield Finding("database", str(error))


def repair(archive: Archive, findings: Iterable[Finding]) -> None:
    """Mend what can be; captures that the table does not know are then ``archive.pending()``, to be read."""
    tables.mend(archive.connection, {finding.remedy for finding in findings})
    recovery.recover(archive.connection, archive.warc_folder, thoroughly=True)
