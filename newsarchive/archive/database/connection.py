"""The connection to the archive's SQLite file, which says in a sentence what is wrong with file or disk."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from newsarchive.items import ArchiveError
from newsarchive.memory import SiteMemory

_SENTENCES = {
    "no such table": "{path} is damaged ({error}); for what else is wrong run: newsarchive verify --db {path}",
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
        self.numbers: dict[tuple[object, ...], int] = {}
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
        name = f"{getattr(error, 'sqlite_errorname', None) or ''}: {error}"
        sentence = next((text for key, text in _SENTENCES.items() if key in name), None)
        if sentence:
            raise ArchiveError(sentence.format(path=self.path, error=error)) from error


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
