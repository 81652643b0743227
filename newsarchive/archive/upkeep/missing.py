"""Finds tables and indexes that an archive has lost, by the schema of a fresh one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sqlite_utils import Database

from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.schema import MIGRATIONS
from newsarchive.archive.upkeep.findings import Finding, Remedy

_SEARCH = "articles_fts"
_SCHEMA = """
    select type, name, sql from sqlite_master
    where type in ('table', 'index') and sql is not null
    and name not like 'sqlite%' and name not like 'articles_fts_%'"""


def check(connection: Connection) -> Iterator[Finding]:
    """Yield what is missing; an index can be made again, and so can that for search."""
    for kind, name, _ in missing(connection):
        yield Finding(name, f"the {kind} is missing", _REMEDIES.get(name) or _REMEDIES.get(kind, Remedy.NONE))


_REMEDIES = {"index": Remedy.REINDEX, _SEARCH: Remedy.REBUILD_SEARCH}


def make_again(connection: Connection) -> None:
    """Make the indexes that are missing, that for search without anything in it; not those of missing tables."""
    lost = missing(connection)
    if all(kind == "index" or name == _SEARCH for kind, name, _ in lost):
        for _, _, sql in lost:
            connection.execute(sql)


def missing(connection: Connection) -> list[tuple[str, str, str]]:
    """Return kind, name and SQL of what a fresh archive has and this one does not."""
    present = {row["name"] for row in connection.execute("select name from sqlite_master")}
    with closing(sqlite3.connect(":memory:")) as fresh:
        MIGRATIONS.apply(Database(fresh))
        return [row for row in fresh.execute(_SCHEMA).fetchall() if row[1] not in present]
