"""Opens the archive's SQLite file and says in a sentence what is wrong when that fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlite_utils import Database

from newsarchive.archive.schema import MIGRATIONS
from newsarchive.archive.views import VIEWS_VERSION, renew_views
from newsarchive.items import ArchiveError
from newsarchive.memory import SiteMemory

APPLICATION_ID = 0x4E415243  # "NARC" in the file's header: SQLite's own place for saying whose file it is
BUSY_SECONDS = 30.0
CACHE_KIB = 64 * 1024

_SENTENCES = {
    "SQLITE_BUSY": "{path} is being written by another process; wait for it to finish, or stop it.",
    "SQLITE_CANTOPEN": "{path} cannot be opened; check that its folder exists and that you may read and write there.",
    "SQLITE_CORRUPT": "{path} is damaged ({error}); restore a backup, or run: newsarchive verify --repair",
    "SQLITE_FULL": "The disk that holds {path} is full; nothing of this batch was kept, what was there before is safe.",
    "SQLITE_IOERR": "{path} cannot be read or written ({error}); check the disk.",
    "SQLITE_NOTADB": "{path} is not an SQLite file, so it is no news archive.",
    "SQLITE_PERM": "{path} cannot be opened; check that you may read it.",
    "SQLITE_READONLY": "{path} cannot be written: the file or its folder is read-only.",
}


class Connection(sqlite3.Connection):
    """An SQLite connection whose failures are sentences that name the file."""

    path: Path = Path()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What was looked up, valid until a transaction fails or another process writes.
        self.numbers: dict[tuple[str, object], int] = {}
        self.memories: dict[str, SiteMemory] = {}
        self.sites: dict[str, str] = {}
        self._version: int | None = None
        self._unsynced: set[Path] = set()

    def forget(self) -> None:
        """Drop what was looked up."""
        self.numbers.clear()
        self.memories.clear()
        self.sites.clear()

    def forget_if_others_wrote(self) -> None:
        """Drop what was looked up if another connection has written since the last call."""
        version = self.execute("pragma data_version").fetchone()[0]
        if version != self._version:
            self.forget()
            self._version = version

    @property
    def warc_folder(self) -> Path:
        """Return the folder of the WARC files, beside the SQLite file."""
        return self.path.parent / "warc"

    def sync_before_commit(self, file: str) -> None:
        """Note a WARC file that the open transaction points at."""
        self._unsynced.add(self.warc_folder / file)

    def sync(self) -> None:
        """Bring the noted files onto the disk; SQLite must not outlive what it points at when power is lost."""
        while self._unsynced:
            with suppress(FileNotFoundError), self._unsynced.pop().open("rb") as file:
                os.fsync(file.fileno())

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run one statement; raise ArchiveError when the file or the disk is at fault."""
        with telling(self.path, self):
            return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        """Run one statement for each row; raise ArchiveError when the file or the disk is at fault."""
        with telling(self.path, self):
            return super().executemany(sql, parameters)


class telling:  # noqa: N801 - reads as a statement; a class costs a third of a generator in the hot path
    """Turn the errors of SQLite that a person can act on into ArchiveError."""

    def __init__(self, path: Path, connection: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, sqlite3.Error):
            return
        name = getattr(error, "sqlite_errorname", "") or ""
        sentence = next((text for key, text in _SENTENCES.items() if name.startswith(key)), None)
        if sentence:
            raise ArchiveError(sentence.format(path=self.path, error=error)) from error


def connect(path: Path, *, read_only: bool) -> Connection:
    """Open the archive at ``path``, making or migrating it unless ``read_only``; raise ArchiveError otherwise."""
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; name the archive's file, for example {path / 'newsarchive.db'}")
    if read_only and not path.exists():
        raise ArchiveError(f"There is no archive at {path}; make one with: newsarchive crawl, or: newsarchive demo")
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


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Keep all or nothing of what is written inside; inside another transaction, join it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin immediate")
    connection.forget_if_others_wrote()
    try:
        yield
        connection.sync()
        connection.execute("commit")
    except BaseException:
        connection.forget()
        if connection.in_transaction:  # SQLite itself rolls back on a full disk
            connection.execute("rollback")
        raise


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
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma foreign_keys = on")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    if MIGRATIONS.pending(database):
        connection.execute(f"pragma application_id = {APPLICATION_ID}")  # first: what is half made is ours too
        MIGRATIONS.apply(database)
    if connection.execute("pragma user_version").fetchone()[0] != VIEWS_VERSION:
        with transaction(connection):
            renew_views(connection)


def _refuse_newer(connection: Connection) -> None:
    known = {migration.name for migration in MIGRATIONS._migrations}  # noqa: SLF001 - it offers no public list
    unknown = applied(connection) - known
    if unknown:
        raise ArchiveError(
            f"{connection.path} was written by a newer newsarchive (it knows {min(unknown)}); upgrade this program."
        )


def _refuse_older(connection: Connection) -> None:
    if {migration.name for migration in MIGRATIONS._migrations} - applied(connection):  # noqa: SLF001
        raise ArchiveError(
            f"{connection.path} has the tables of an older newsarchive; open it once for writing, "
            "for example with: newsarchive verify"
        )


def applied(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the migrations that this archive has had."""
    rows = connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchall()
    if not rows:
        return set()
    return {row[0] for row in connection.execute("select name from _sqlite_migrations")}
