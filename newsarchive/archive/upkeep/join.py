"""Brings the WARC records of another archive: whole files by a link or a copy, parts of files as new files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.upkeep.rewrite import copy, fresh_name
from newsarchive.items import Location

_WINDOW = 1 << 16  # bytes at both ends by which two files are known as the same


def bring(
    connection: Connection, folder: Path, source: Path, wanted: Collection[Location], others: Collection[Location]
) -> dict[Location, Location]:
    """Bring the wanted records of a file into ``folder``; return where each is there.

    ``others`` are the captures of the file that are not wanted. A file that is brought whole keeps its name; it is a
    draft until the caller has written what points at it.
    """
    target = folder / source.name
    if target.exists() and _is_same(source, target):
        _lengthen(source, target)
        return {place: place for place in wanted}
    if others or target.exists():
        target = folder / fresh_name(folder, source.name)
        recovery.mark(connection, [target.name], "draft")
        target.unlink(missing_ok=True)
        moved = copy(source, target, {place.offset for place in others})
        places = {place: moved[place.offset] for place in wanted if place.offset in moved}
    else:
        recovery.mark(connection, [target.name], "draft")
        _link(source, target)
        places = {place: place for place in wanted}
    warc.sync_folder(folder)
    return places


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        _lengthen(source, target)


def _lengthen(source: Path, target: Path) -> None:
    """Append what the source has more: WARC files only grow."""
    had = target.stat().st_size if target.exists() else 0
    if had >= source.stat().st_size:
        return
    with source.open("rb") as reading, target.open("ab") as writing:
        reading.seek(had)
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())


def _is_same(source: Path, target: Path) -> bool:
    """Say whether one file is the beginning of the other, by both ends of the shorter."""
    with suppress(OSError):
        if source.samefile(target):
            return True
    size = min(source.stat().st_size, target.stat().st_size)
    return all(_window(source, start) == _window(target, start) for start in (0, max(0, size - _WINDOW))) and _window(
        source, 0, size
    ) == _window(target, 0, size)


def _window(path: Path, start: int, size: int = _WINDOW) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(min(size, _WINDOW))
