"""Brings the WARC records of another archive: whole files by a link or a copy, parts of files as new files."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.upkeep.growing import lengthen
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
        lengthen(source, target)
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
        lengthen(source, target)


def _is_same(source: Path, target: Path) -> bool:
    """Say whether one file is the beginning of the other, by both ends of the shorter."""
    with suppress(OSError):
        if source.samefile(target):
            return True
    size = min(source.stat().st_size, target.stat().st_size)
    return all(_window(source, start, size) == _window(target, start, size) for start in (0, max(0, size - _WINDOW)))


def _window(path: Path, start: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(min(_WINDOW, end - start))
