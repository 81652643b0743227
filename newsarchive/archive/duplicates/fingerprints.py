"""Indexes articles by the bands of their fingerprints, so that adding one costs much the same in a large archive.

Bands are random numbers: written at once, each of an article's 32 would change another page of a large index. New
ones wait in ``recent_fingerprints``, which stays small, and every few articles one slice of all bands is moved from
there, in order, so that a page of the large index takes many bands when it is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsarchive.archive.database.rows import as_json

SLICES = 128  # of all bands; after each has been moved once, the first comes again
EVERY = 64  # articles; with SLICES it says how many articles wait: half of 8,192
SLICE_WIDTH = (1 << 32) // SLICES
BANDS = 32  # of an article
CROWD = 200  # articles of one band that are counted: copies share others, too, but a template's bands hold thousands


def add(connection: sqlite3.Connection, article: int, bands: Iterable[int]) -> None:
    """Index an article under its bands."""
    rows = [(band, article) for band in bands]
    connection.executemany("insert or ignore into recent_fingerprints (band, article_id) values (?, ?)", rows)
    if article % EVERY == 0:
        _settle(connection, article // EVERY % SLICES)


def remove(connection: sqlite3.Connection, article: int, bands: Iterable[int]) -> None:
    """Take an article out of the index, given the bands it was indexed under."""
    rows = [(band, article) for band in bands]
    for table in ("recent_fingerprints", "fingerprints"):
        connection.executemany(f"delete from {table} where band = ? and article_id = ?", rows)  # noqa: S608


def counts(connection: sqlite3.Connection) -> dict[int, int]:
    """Return under how many bands each article is, by its number."""
    return dict(map(tuple, connection.execute(_COUNTS)))


def drop(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Take articles out of the index under whatever bands they are, and what belongs to no article."""
    gone = as_json(list(articles))
    for table in ("recent_fingerprints", "fingerprints"):
        connection.execute(
            f"delete from {table} where article_id in (select value from json_each(?))"  # noqa: S608
            " or article_id not in (select id from articles)",
            (gone,),
        )


def sharing(bands: int) -> str:
    """Return a query for the articles under as many bands, each once for every band; the bands are its parameters."""
    return " union all ".join(_OF_BAND.format(band=number) for number in range(1, bands + 1))


def _settle(connection: sqlite3.Connection, place: int) -> None:
    """Move one slice of the bands that wait into the large index."""
    bounds = (place * SLICE_WIDTH, (place + 1) * SLICE_WIDTH)
    connection.execute(f"insert or ignore into fingerprints {_WAITING} order by band, article_id", bounds)
    connection.execute("delete from recent_fingerprints where band >= ? and band < ?", bounds)


_COUNTS = """
    select article_id, count(*) from (
        select article_id from fingerprints union all select article_id from recent_fingerprints) group by article_id"""
_OF_BAND = f"""
    select * from (select article_id from fingerprints where band = ?{{band}} limit {CROWD})
    union all select * from (select article_id from recent_fingerprints where band = ?{{band}} limit {CROWD})"""  # noqa: S608
_WAITING = "select band, article_id from recent_fingerprints where band >= ? and band < ?"
