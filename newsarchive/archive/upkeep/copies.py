"""Checks the fingerprints by which copies are found against the articles, and makes them again."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.archive.database.connection import Connection
from newsarchive.archive.duplicates import clusters, fingerprints
from newsarchive.archive.duplicates.shingles import bands, shingles
from newsarchive.archive.upkeep.findings import Finding, Remedy

_PLACE = "fingerprints"


def check(connection: Connection) -> Iterator[Finding]:
    """Yield how many articles cannot be found as copies, and how many articles that are not there can."""
    indexed = fingerprints.counts(connection)
    present = {row["id"] for row in connection.execute("select id from articles")}
    lost = list(_lost(connection, indexed))
    if lost:
        yield Finding(_PLACE, f"copies of {len(lost)} articles cannot be found", Remedy.REBUILD_COPIES)
    if strange := indexed.keys() - present:
        yield Finding(_PLACE, f"there are some of {len(strange)} articles that are gone", Remedy.REBUILD_COPIES)


def mend(connection: Connection) -> None:
    """Index what is not, with the clusters that come of it, and drop what belongs to no article."""
    lost = list(_lost(connection, fingerprints.counts(connection)))
    fingerprints.drop(connection, lost)
    for change in (clusters.remove, clusters.add):
        for number in lost:
            row = connection.execute("select body from articles where id = ?", (number,)).fetchone()
            change(connection, number, row["body"])


def _lost(connection: Connection, indexed: dict[int, int]) -> Iterator[int]:
    """Yield the numbers of the articles that are not under all their bands; those of short texts have none."""
    for row in connection.execute("select id from articles").fetchall():
        number = row["id"]
        if indexed.get(number) != fingerprints.BANDS:
            body = connection.execute("select body from articles where id = ?", (number,)).fetchone()["body"]
            if len(set(bands(shingles(body)))) != indexed.get(number, 0):
                yield number
