"""Rewrites WARC files without some of their records, so that a crash at any moment leaves the old or the new."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive import warc
from newsarchive.archive.warc import Damage, Record
from newsarchive.items import ArchiveError, Location

_GENERATION = re.compile(r"(?:-r(\d+))?\.warc\.gz$")  # crawl-20220419120000-7-00001-r2.warc.gz


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file that stands for another: the places of its records by their offset in the old one."""

    old: str
    new: str
    moved: Mapping[int, Location]


def successors(folder: Path, dropped: Iterable[Location], replaced: Iterable[Location]) -> dict[str, str]:
    """Return the names that the files with these records will have."""
    files = {place.file for place in (*dropped, *replaced)}
    return {name: fresh_name(folder, name) for name in sorted(files) if (folder / name).exists()}


def rewrite(
    folder: Path, names: Mapping[str, str], dropped: Iterable[Location], replaced: Mapping[Location, bytes]
) -> list[Rewritten]:
    """Write each file again under its new name, without the dropped records and their requests.

    ``replaced`` gives whole members that stand in for others. The old files stay, for the caller to delete once
    nothing points at them.
    """
    offsets = defaultdict(set)
    for place in dropped:
        offsets[place.file].add(place.offset)
    members = {(place.file, place.offset): member for place, member in replaced.items()}
    done = [_rewrite(folder, old, new, offsets[old], members) for old, new in names.items()]
    if done:
        warc.sync_folder(folder)
    return done


def copy(path: Path, target: Path, dropped: set[int], members: Mapping[int, bytes] = {}) -> dict[int, Location]:
    """Write a file again as ``target`` without the records at the ``dropped`` offsets; return where the others went."""
    moved = {}
    try:
        with path.open("rb") as source, target.open("xb") as fresh:
            for place in list(_kept(path, dropped)):
                source.seek(place.offset)
                data = members.get(place.offset) or source.read(place.length)
                moved[place.offset] = Location(target.name, fresh.tell(), len(data))
                fresh.write(data)
            fresh.flush()
            os.fsync(fresh.fileno())
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written again as {target}: {error.strerror}.") from error
    return moved


def _rewrite(
    folder: Path, old: str, new: str, dropped: set[int], members: Mapping[tuple[str, int], bytes]
) -> Rewritten:
    path = folder / old
    if warc.is_being_written(path):
        raise ArchiveError(f"{path} is being written; wait until the crawl is done, then try again.")
    own = {offset: member for (file, offset), member in members.items() if file == old}
    return Rewritten(old, new, copy(path, folder / new, dropped, own))


def _kept(path: Path, dropped: set[int]) -> Iterator[Location]:
    """Yield the places of what stays: not the dropped records, their requests, nor damaged bytes of theirs."""
    names = _names_of(path, dropped)
    for found in warc.scan(path):
        place = found.location if isinstance(found, Damage) else found[0]
        asked_for = None if isinstance(found, Damage) else found[1].fields.get("warc-concurrent-to")
        if place.offset not in dropped and asked_for not in names:
            yield place


def _names_of(path: Path, dropped: set[int]) -> set[str]:
    found = (item for item in warc.scan(path) if not isinstance(item, Damage))
    return {_name(record) for place, record in found if place.offset in dropped}


def _name(record: Record) -> str:
    return record.fields.get("warc-record-id", "")


def fresh_name(folder: Path, name: str) -> str:
    """Return a name that is free, such as ``crawl-1-r1.warc.gz`` for ``crawl-1.warc.gz``."""
    match = _GENERATION.search(name)
    number = int(match[1] or 0) if match else 0
    while True:
        number += 1
        fresh = _GENERATION.sub(f"-r{number}.warc.gz", name)
        if not (folder / fresh).exists():
            return fresh
