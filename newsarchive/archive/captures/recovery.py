"""Mends what a crash left: torn WARC records, half-made files, captures that the table does not know."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.warc import Damage
from newsarchive.items import Capture


def pending(connection: Connection, folder: Path) -> Iterator[Capture]:
    """Yield the captures in WARC files that the table does not know, from a crash or an overflowing queue.

    A file that is being written is left out: who writes it has its captures read.
    """
    for path in _grown(connection, folder):
        if warc.is_being_written(path):
            continue
        start, known = _known(connection, path)
        for found in warc.captures(path, start, known):
            if not isinstance(found, Damage):
                yield found[0]


def recover(connection: Connection, folder: Path, *, thoroughly: bool = False) -> list[Damage]:
    """Delete half-made files and cut torn last records; return what was cut.

    Files that another process is writing are left alone. Up to where each file is known is remembered, so that
    this costs nothing for files that did not grow, unless they are to be looked through ``thoroughly``.
    """
    if thoroughly:
        connection.execute("update warc_files set known_to = 0")
    _delete_unfinished(connection, folder)
    damages = []
    for path in _grown(connection, folder):
        if not warc.is_being_written(path):
            start, known = _known(connection, path)
            damage = warc.cut_torn_end(path, start, known)
            damages += [damage] if damage else []
            _remember(connection, path, start, known)
    return damages


def files(connection: Connection, folder: Path) -> list[Path]:
    """Return the WARC files of the archive, without those that a purge or merge was making or replacing."""
    return [folder / name for name in sorted(sizes(connection, folder))]


def mark(connection: Connection, names: Iterable[str], state: str) -> None:
    """Say of files that they are being made (``draft``), are no longer needed (``replaced``), or are ``whole``."""
    with transaction(connection):
        connection.executemany(
            "insert into warc_files (name, state) values (?, ?)"
            " on conflict (name) do update set state = excluded.state, known_to = 0",
            [(name, state) for name in names],
        )


def _grown(connection: Connection, folder: Path) -> list[Path]:
    """Return the files that are longer than they are known."""
    known_to = dict(map(tuple, connection.execute("select name, known_to from warc_files")))
    lengths = sizes(connection, folder)
    return [folder / name for name in sorted(lengths) if lengths[name] > known_to.get(name, 0)]


def sizes(connection: Connection, folder: Path) -> dict[str, int]:
    """Return the lengths of the files by name: of a hundred thousand, after a year of runs, in half a second."""
    unfinished = {row["name"] for row in connection.execute("select name from warc_files where state <> 'whole'")}
    if not folder.exists():
        return {}
    with os.scandir(folder) as entries:
        named = [entry for entry in entries if entry.name.endswith(".warc.gz") and entry.name not in unfinished]
        return {entry.name: entry.stat().st_size for entry in named if entry.is_file()}


def _known(connection: Connection, path: Path) -> tuple[int, dict[int, int]]:
    """Return up to where a file is known, and the offsets and lengths of known records after that."""
    row = connection.execute("select known_to from warc_files where name = ?", (path.name,)).fetchone()
    start = int(row["known_to"]) if row else 0
    rows = connection.execute(
        "select warc_offset, warc_length from captures"
        " where warc_file = ? and warc_offset >= ? and warc_offset + warc_length <= ?",
        (path.name, start, path.stat().st_size),
    )
    return start, {row["warc_offset"]: row["warc_length"] for row in rows}


def _remember(connection: Connection, path: Path, start: int, known: dict[int, int]) -> None:
    unknown = (found[0].location for found in warc.captures(path, start, known) if not isinstance(found, Damage))
    first = next(unknown, None)
    known_to = first.offset if first else path.stat().st_size
    with transaction(connection):
        connection.execute(
            "insert into warc_files (name, known_to) values (?, ?)"
            " on conflict (name) do update set known_to = excluded.known_to",
            (path.name, known_to),
        )


def _delete_unfinished(connection: Connection, folder: Path) -> None:
    for row in connection.execute("select name from warc_files where state <> 'whole'").fetchall():
        (folder / row["name"]).unlink(missing_ok=True)
        with transaction(connection):
            connection.execute("delete from warc_files where name = ?", (row["name"],))
