"""Brings another archive into this one, so that neither the order nor the number of times matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsarchive.archive import Archive, captures, tombstones
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import transaction
from newsarchive.archive.database.rows import stored_capture
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.archive.tombstones import Tombstone
from newsarchive.archive.upkeep import takeover
from newsarchive.archive.upkeep.join import bring
from newsarchive.archive.upkeep.purge import purge
from newsarchive.archive.upkeep.selection import names, of_site, of_url
from newsarchive.items import ArchiveError, Capture, Location

_BATCH = 200  # articles in a transaction


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought that was not there."""

    captures: int
    articles: int
    readings: int
    taken_down: int


def merge(archive: Archive, other: Archive, step: Callable[[float], None] = lambda step: None) -> Merged:
    """Bring captures, articles, versions, memory and tombstones of another archive; this one must be held alone.

    The same archives merged in any order, or twice, come to the same. Of two readings of one capture, the one by the
    later extractor stays. A merge that was killed is given again.
    """
    refuse_itself(archive.path, other.path)
    taken_down = _bring_tombstones(archive, other)
    runs = takeover.runs(archive.connection, other.connection)
    numbers = dict(_known(archive, other))
    before = len(numbers)
    for file, found in _missing(archive, other, numbers):
        numbers |= _bring_captures(archive, other, file, found, runs)
    articles, readings = _bring_articles(archive, other, numbers, step)
    takeover.rest(archive.connection, other.connection)
    return Merged(len(numbers) - before, articles, readings, taken_down)


def refuse_itself(path: Path, other: Path) -> None:
    """Raise an ArchiveError if both are the same archive."""
    if path.exists() and path.samefile(other):
        raise ArchiveError(f"{other} is the archive itself; name another one.")


def _known(archive: Archive, other: Archive) -> Iterator[tuple[int, int]]:
    """Yield the numbers of captures that both have: there and here."""
    for capture in other.captures():
        row = archive.connection.execute(
            "select id from captures where url = ? and fetched_at = ? and digest is ? and status = ?",
            (capture.url, to_text(capture.fetched_at), capture.digest, capture.status),
        ).fetchone()
        if row:
            yield capture.id or 0, row["id"]


def _missing(archive: Archive, other: Archive, numbers: dict[int, int]) -> Iterator[tuple[str, list[Capture]]]:
    """Yield the captures to bring, file by file: all together are too many to hold."""
    for (file,) in other.connection.execute(_FILES).fetchall():
        rows = other.connection.execute("select * from captures where warc_file is ? order by fetched_at, id", (file,))
        unknown = (stored_capture(row) for row in rows if row["id"] not in numbers)
        found = [capture for capture in unknown if not _is_taken_down(archive, capture)]
        if found:
            yield file or "", found


_FILES = "select warc_file from captures group by warc_file order by min(fetched_at)"


def _is_taken_down(archive: Archive, capture: Capture) -> bool:
    urls = (capture.url, capture.requested_url)
    return any(url and archive.taken_down(url, capture.site) for url in urls)


def _bring_captures(
    archive: Archive, other: Archive, file: str, found: list[Capture], runs: dict[int, int]
) -> dict[int, int]:
    """Bring captures of one file with their records; return their numbers there and here."""
    places = _bring_records(archive, other, file, [capture.location for capture in found if capture.location])
    brought = {}
    with transaction(archive.connection):
        for capture in found:
            if capture.location and capture.location not in places:
                continue  # its record is lost there
            place = places[capture.location] if capture.location else None
            run = other.connection.execute("select run_id from captures where id = ?", (capture.id,)).fetchone()[0]
            moved = replace(capture, id=None, location=place)
            brought[capture.id or 0] = captures.add(archive.connection, moved, runs.get(run))
        recovery.mark(archive.connection, {place.file for place in places.values()}, "whole")
    return brought


def _bring_records(archive: Archive, other: Archive, file: str, wanted: list[Location]) -> dict[Location, Location]:
    source = other.warc_folder / file
    if not wanted or not source.exists():
        return {}
    archive.warc_folder.mkdir(exist_ok=True)
    rows = other.connection.execute("select * from captures where warc_file = ?", (file,))
    places = {place for row in rows if (place := stored_capture(row).location)}
    return bring(archive.connection, archive.warc_folder, source, wanted, places - set(wanted))


def _bring_articles(
    archive: Archive, other: Archive, numbers: dict[int, int], step: Callable[[float], None]
) -> tuple[int, int]:
    articles = readings = 0
    ids = [row["id"] for row in other.connection.execute("select id from articles order by id")]
    for start in range(0, len(ids), _BATCH):
        with archive.batch():
            for number in ids[start : start + _BATCH]:
                added = takeover.article(archive, other, number, numbers)
                articles += "new" in added
                readings += len(added)
        step(len(ids[start : start + _BATCH]))
    return articles, readings


def _bring_tombstones(archive: Archive, other: Archive) -> int:
    """Take down here what either archive took down, under every address and domain by which one of them knows it."""
    for each in _tombstones(other):
        tombstones.add(archive.connection, each.kind, each.pattern, each.reason, each.created_at)
    done: set[Tombstone] = set()
    removed = 0
    while standing := [each for each in _tombstones(archive) if each not in done]:
        for each in standing:
            for name in names(other, each.kind, each.pattern):
                tombstones.add(archive.connection, each.kind, name, each.reason, each.created_at)
            removed += _take_down(archive, each)
        done.update(standing)
    return removed


def _take_down(archive: Archive, tombstone: Tombstone) -> int:
    chosen = (of_site if tombstone.kind == "site" else of_url)(archive, tombstone.pattern)
    if not chosen.captures and not chosen.articles:
        return 0
    return purge(archive, chosen, reason=tombstone.reason, now=tombstone.created_at).articles


def _tombstones(archive: Archive) -> list[Tombstone]:
    rows = archive.connection.execute("select * from tombstones order by id").fetchall()
    return [Tombstone(row["kind"], row["pattern"], row["reason"], from_text(row["created_at"])) for row in rows]
