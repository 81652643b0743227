"""Bands are found in whichever table they are, and none is lost on the way from one to the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.duplicates import fingerprints

BAND = 1 << 31  # in the middle: slice 1 of 2


@pytest.fixture
def connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setattr(fingerprints, "EVERY", 4)
    monkeypatch.setattr(fingerprints, "SLICES", 2)
    monkeypatch.setattr(fingerprints, "SLICE_WIDTH", 1 << 31)
    with Archive(tmp_path / "news.db") as archive:
        yield archive.connection


def rows(connection: Connection, table: str) -> list[tuple[int, int]]:
    return [tuple(row) for row in connection.execute(f"select band, article_id from {table} order by 1, 2")]


def under(connection: Connection, *bands: int) -> list[int]:
    return sorted(row[0] for row in connection.execute(fingerprints.sharing(len(bands)), bands))


def test_a_slice_is_moved_every_few_articles(connection: Connection) -> None:
    for article in range(1, 4):
        fingerprints.add(connection, article, [7, BAND + article])
    assert rows(connection, "fingerprints") == []
    fingerprints.add(connection, 4, [7, BAND + 4])
    assert rows(connection, "fingerprints") == [(BAND + article, article) for article in (1, 2, 3, 4)]
    assert rows(connection, "recent_fingerprints") == [(7, article) for article in (1, 2, 3, 4)]
    for article in range(5, 9):
        fingerprints.add(connection, article, [BAND + article])
    assert rows(connection, "fingerprints")[:4] == [(7, article) for article in (1, 2, 3, 4)]
    assert rows(connection, "recent_fingerprints") == [(BAND + article, article) for article in (5, 6, 7, 8)]


def test_bands_are_found_and_removed_in_both_tables(connection: Connection) -> None:
    for article in range(1, 7):
        fingerprints.add(connection, article, [7, BAND])
    assert under(connection, BAND) == under(connection, 7) == [1, 2, 3, 4, 5, 6]
    assert under(connection, 7, BAND, 8) == sorted([1, 2, 3, 4, 5, 6] * 2)
    for article in (1, 6):
        fingerprints.remove(connection, article, [7, BAND])
    assert under(connection, 7, BAND) == sorted([2, 3, 4, 5] * 2)


def test_the_last_band_belongs_to_the_last_slice() -> None:
    assert fingerprints.SLICES * fingerprints.SLICE_WIDTH == 1 << 32
