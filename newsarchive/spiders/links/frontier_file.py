"""Opens the file of a frontier, and begins another in the place of one that a loss of power has damaged."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from newsarchive.archive.database.connection import Connection, telling

_SCHEMA = """
create table if not exists links (
    id integer primary key, url text not null unique, state integer not null default 0,
    urgent integer not null default 0, attempts integer not null default 0, link text not null
);
create index if not exists waiting on links(urgent desc, id) where state = 0;
create index if not exists held on links(json_extract(link, '$.found_on')) where state = 4;
create table if not exists places (
    url text primary key, etag text, last_modified text, modified text, interval real, next_at text,
    asked text, page integer not null, announced text, articles integer
) without rowid;
create table if not exists standing (url text primary key, place text not null);
"""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
logger = logging.getLogger(__name__)


def frontier_path(archive: Path, site: str) -> Path:
    """Return where the frontier of a site lies: beside the archive."""
    return archive.parent / "frontier" / f"{site}.db"


def opened(path: Path) -> Connection:
    """Return the connection to a frontier, made if missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and _is_damaged(path):
        logger.warning("%s is damaged; another is begun, for which the links are found again.", path)
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
    with telling(path):
        connection = sqlite3.connect(path, isolation_level=None, factory=Connection)
        connection.path = path
        connection.executescript("pragma journal_mode = wal; pragma synchronous = off;" + _SCHEMA)
        _complete(connection)
    return connection


def _is_damaged(path: Path) -> bool:
    """Say whether the file is none of SQLite, or torn; all of it is looked at only if nobody closed it."""
    asked = "quick_check(1)" if Path(f"{path}-wal").exists() else "schema_version"
    with closing(sqlite3.connect(path)) as connection:
        try:
            (found,) = connection.execute(f"pragma {asked}").fetchone()
        except sqlite3.DatabaseError as error:
            return error.sqlite_errorcode & 0xFF in _DAMAGED
    return isinstance(found, str) and found != "ok"


def _complete(connection: Connection) -> None:
    """Add the column that the frontiers of earlier releases lack."""
    if not any(row[1] == "articles" for row in connection.execute("pragma table_info(places)")):
        connection.execute("alter table places add column articles integer")
