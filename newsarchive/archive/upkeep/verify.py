"""Checks a whole archive and mends what can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsarchive.archive import Archive, recovery
from newsarchive.archive.connection import telling
from newsarchive.archive.upkeep import records, tables
from newsarchive.archive.upkeep.findings import Finding
from newsarchive.items import ArchiveError


def verify(archive: Archive) -> Iterator[Finding]:
    """Yield everything that is wrong: in the database, in the WARC files, and between the two."""
    for checks in (tables.check(archive.connection), records.check(archive.connection, archive.warc_folder)):
        try:
            with telling(archive.path):
                yield from checks
        except ArchiveError as error:
            yield Finding("database", str(error))


def repair(archive: Archive, findings: Iterable[Finding]) -> None:
    """Mend what can be; captures that the table does not know are then ``archive.pending()``, to be read."""
    tables.mend(archive.connection, {finding.remedy for finding in findings})
    recovery.recover(archive.connection, archive.warc_folder, thoroughly=True)
