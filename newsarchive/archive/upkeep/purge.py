"""Takes things down: out of the tables, the index and the WARC files, with a tombstone so that they stay away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from newsarchive.archive import Archive, articles, tombstones
from newsarchive.archive.captures import recovery
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.database.rows import as_json
from newsarchive.archive.revisions import known_contents
from newsarchive.archive.sites import sitelines
from newsarchive.archive.upkeep.rewrite import Rewritten, rewrite, successors
from newsarchive.archive.upkeep.selection import Doomed, Takedown, own_domains
from newsarchive.archive.warc import LostRecordError, promoted, read_record
from newsarchive.items import ArchiveError, Capture, Location


@dataclass(frozen=True, slots=True)
class Purged:
    """What was removed; ``files`` counts the WARC files that were written again."""

    articles: int
    captures: int
    files: int


def purge(archive: Archive, chosen: Takedown, *, reason: str, now: datetime) -> Purged:
    """Remove what was chosen and leave tombstones; the archive must be held alone.

    Killed at any moment, it leaves everything or nothing; given again, it finishes the cleaning.
    """
    db, folder = archive.connection, archive.warc_folder
    dropped = [capture.location for capture in chosen.captures if capture.location]
    standing = _standing_in(archive, chosen.captures)
    names = successors(folder, dropped, standing)
    recovery.mark(db, names.values(), "draft")
    files = rewrite(folder, names, dropped, standing)
    with transaction(db):
        _forget_lines(db, chosen.articles)
        for article in chosen.articles:
            articles.delete(db, article.id)
        db.executemany("delete from captures where id = ?", [(capture.id,) for capture in chosen.captures])
        _delete_unused_names(db)
        _repoint(db, files, standing)
        recovery.mark(db, names.keys(), "replaced")
        recovery.mark(db, names.values(), "whole")
        _leave_tombstones(db, chosen, reason, now)
        if chosen.site:
            sitelines.clear(db, chosen.site)
    recovery.recover(db, folder)
    _delete_frontiers(archive, chosen)
    clean(db)
    return Purged(len(chosen.articles), len(chosen.captures), len(files))


def clean(connection: Connection) -> None:
    """Leave no trace of deleted rows: not in the index, not in free pages, not in the write-ahead log."""
    connection.execute("insert into articles_fts (articles_fts) values ('optimize')")
    connection.execute("vacuum")
    busy = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    if busy:
        raise ArchiveError(
            f"What was removed still stands in {connection.path}-wal, because another process reads the archive;"
            " give the command again when it is done."
        )


def _forget_lines(connection: Connection, doomed: Iterable[Doomed]) -> None:
    """Delete what the memory of each site has of their versions; in one go, as a site has a hundred thousand lines."""
    lines: dict[str, set[str | None]] = defaultdict(set)
    for article in doomed:
        for content in known_contents(connection, article.id).values():
            lines[article.site or ""].update((content.title, *content.body.split("\n")))
    for site, texts in lines.items():
        connection.execute(_FORGET, (site, as_json(list(texts))))
        connection.memories.pop(site, None)


_FORGET = "delete from site_lines where site = ? and text <> '' and text in (select value from json_each(?))"


def _delete_unused_names(connection: Connection) -> None:
    for kind in ("tag", "author"):
        used = f"select {kind}_id from article_{kind}s"  # noqa: S608 - tag, author
        connection.execute(f"delete from {kind}s where id not in ({used})")  # noqa: S608 - tag, author
    connection.execute("delete from removed_texts where id not in (select text_id from article_removed)")
    used = "select name_id from article_origins union select name_id from article_removed"
    connection.execute(f"delete from origin_names where id not in ({used})")  # noqa: S608 - from above
    connection.numbers.clear()


def _standing_in(archive: Archive, doomed: Iterable[Capture]) -> dict[Location, bytes]:
    """Return whole records for the revisits that stay while the records they stand for go."""
    db, going = archive.connection, {capture.id for capture in doomed}
    found = {}
    for capture in doomed:
        if capture.location is None or capture.is_revisit:
            continue
        for revisit in _revisits(db, capture, going):
            with suppress(LostRecordError):  # one of the two is damaged: there is nothing left to save
                records = (read_record(archive.warc_folder, place) for place in (revisit, capture.location))
                found[revisit] = promoted(*records)
    return found


def _revisits(connection: Connection, original: Capture, going: set[int | None]) -> list[Location]:
    rows = connection.execute(
        "select id, is_revisit, warc_file, warc_offset, warc_length from captures where transfer_digest = ?",
        (original.transfer_digest,),
    ).fetchall()
    staying = [row for row in rows if row["id"] not in going]
    if any(not row["is_revisit"] for row in staying):
        return []
    return [Location(row["warc_file"], row["warc_offset"], row["warc_length"]) for row in staying]


def _repoint(connection: Connection, files: list[Rewritten], standing: Iterable[Location]) -> None:
    whole = [(place.file, place.offset) for place in standing]
    connection.executemany("update captures set is_revisit = 0 where warc_file = ? and warc_offset = ?", whole)
    for file in files:
        moves = [(place.file, place.offset, place.length, file.old, old) for old, place in file.moved.items()]
        connection.executemany(
            "update captures set warc_file = ?, warc_offset = ?, warc_length = ?"
            " where warc_file = ? and warc_offset = ?",
            moves,
        )


def _leave_tombstones(connection: Connection, chosen: Takedown, reason: str, now: datetime) -> None:
    for site in {chosen.site, *own_domains(connection, chosen.site, _urls(chosen))} if chosen.site else ():
        tombstones.add(connection, "site", site, reason, now)
    for url in sorted(chosen.urls):
        tombstones.add(connection, "url", url, reason, now)


def _urls(chosen: Takedown) -> list[str]:
    return [*(each.url for each in chosen.articles), *(each.url for each in chosen.captures)]


def _delete_frontiers(archive: Archive, chosen: Takedown) -> None:
    """Delete what crawls of these sites had still to fetch, titles and all; they find their links again."""
    sites = {article.site for article in chosen.articles} | {capture.site for capture in chosen.captures}
    for site in sites - {None}:
        for file in (archive.path.parent / "frontier").glob(f"{site}.db*"):
            file.unlink(missing_ok=True)
