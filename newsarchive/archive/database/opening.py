"""Opens the archive's SQLite file: makes or migrates it, or refuses what is not an archive of this program."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from newsarchive.archive.database.connection import Connection, telling, transaction
from newsarchive.archive.database.schema import MIGRATIONS
from newsarchive.archive.database.views import VIEWS_VERSION, renew_views
from newsarchive.items import ArchiveError

APPLICATION_ID = 0x4E415243  # "NARC" in the file's header: SQLite's own place for saying whose file it is
BUSY_SECONDS = 30.0
PAUSE_SECONDS = 0.02
CACHE_KIB = 64 * 1024
CHECKPOINT_PAGES = 8_000  # 64 MB: each batch dirties thousands of pages of the indexes, mostly the same again


def connect(path: Path, *, read_only: bool) -> Connection:
    """Open the archive at ``path``, making or migrating it unless ``read_only``; raise ArchiveError otherwise."""
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; name the archive's file, for example {path / 'newsarchive.db'}")
    if read_only:
        existing(path)
    connection = _opened_to_read(path) if read_only else _opened_to_write(path)
    try:
        _refuse_foreign(connection)
        _refuse_newer(connection)
        if read_only:
            _refuse_older(connection)
        else:
            _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def existing(path: Path) -> Path:
    """Return the path of a file that is there, for those who make no archive; raise ArchiveError otherwise."""
    if not path.exists():
        way = "newsarchive crawl, or: newsarchive demo"
        if any((path.parent / "warc").glob("*.warc.gz")):  # the database alone was lost
            way = f"newsarchive crawl, or from the WARC files beside it: newsarchive ingest {path.parent / 'warc'}"
        raise ArchiveError(f"There is no archive at {path}; make one with: {way}")
    return path


def _opened_to_write(path: Path) -> Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"The folder of {path} cannot be made: {error.strerror}.") from error
    return _connected(path, "rwc")


def _opened_to_read(path: Path) -> Connection:
    """Open without writing; a WAL file in a read-only folder can only be read as immutable."""
    connection = _connected(path, "ro")
    try:
        connection.execute("pragma schema_version").fetchone()
    except ArchiveError:
        connection.close()
        return _connected(path, "ro&immutable=1")
    return connection


def _connected(path: Path, mode: str) -> Connection:
    with telling(path):
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
    connection.path = path
    connection.row_factory = sqlite3.Row
    return connection


def _refuse_foreign(connection: Connection) -> None:
    tables = connection.execute("select count(*) from sqlite_master").fetchone()[0]
    owner = connection.execute("pragma application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise ArchiveError(f"{connection.path} is an SQLite file of another program, not a news archive.")


def _prepare(connection: Connection) -> None:
    connection.execute("pragma page_size = 8192")  # a 2.5 KB article fills a whole page of 4096 bytes
    _turn_wal_on(connection)
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma foreign_keys = on")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    connection.execute(f"pragma wal_autocheckpoint = {CHECKPOINT_PAGES}")
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    if MIGRATIONS.pending(database):
        with transaction(connection):  # another process may be at it; what is pending then is asked once more
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            MIGRATIONS.apply(database)
    if connection.execute("pragma user_version").fetchone()[0] != VIEWS_VERSION:
        with transaction(connection):
            renew_views(connection)


def _turn_wal_on(connection: Connection) -> None:
    """Change the journal's mode; SQLite itself does not wait for another process that makes the same file."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
            return
        except ArchiveError as error:
            busy = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
        time.sleep(PAUSE_SECONDS)


def _refuse_newer(connection: Connection) -> None:
    known = {migration.name for migration in MIGRATIONS._migrations}  # it offers no public list
    unknown = applied(connection) - known
    if unknown:
        raise ArchiveError(
            f"{connection.path} was written by a newer newsarchive (it knows {min(unknown)}); upgrade this program."
        )


def _refuse_older(connection: Connection) -> None:
    if {migration.name for migration in MIGRATIONS._migrations} - applied(connection):
        raise ArchiveError(
            f"{connection.path} has the tables of an older newsarchive; bring it up to date with:"
            f" newsarchive verify --db {connection.path}"
        )


def applied(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the migrations that this archive has had."""
    rows = connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchall()
    if not rows:
        return set()
    return {row[0] for row in connection.execute("select name from _sqlite_migrations")}
