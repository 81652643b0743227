"""Takes rows of another archive over into this one: readings of articles, memory, runs, politeness."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from newsarchive.archive import Archive, articles
from newsarchive.archive.articles import asides, identity
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.database.rows import insert
from newsarchive.archive.revisions.readings import Reading

_RUN = ("started_at", "finished_at", "kind", "arguments", "state", "reason", "pid", "counts", "stats")


def article(archive: Archive, other: Archive, number: int, numbers: dict[int, int]) -> list[str]:
    """Add what the other archive read of an article, capture by capture; return what each reading did."""
    row = other.connection.execute("select url, site from articles where id = ?", (number,)).fetchone()
    if archive.taken_down(row["url"], row["site"]):
        return []
    wanted = [
        replace(reading, capture_id=numbers[reading.capture_id])
        for reading in asides.readings(other.connection, number)
        if reading.capture_id in numbers and _is_better(archive.connection, numbers[reading.capture_id], reading)
    ]
    added = articles.add_together(archive.connection, wanted) if wanted else []
    identity.put_pages(archive.connection, identity.pages(other.connection, number))
    return [each.outcome for each in added]


def runs(connection: Connection, other: sqlite3.Connection) -> dict[int, int]:
    """Take over the runs that are not there; return their numbers there and here."""
    numbers = {}
    with transaction(connection):
        for row in other.execute("select * from runs order by id").fetchall():
            mark = (row["kind"], row["started_at"], row["pid"], row["arguments"])
            asked = "select id from runs where kind = ? and started_at = ? and pid is ? and arguments = ?"
            found = connection.execute(asked, mark).fetchone()
            numbers[row["id"]] = (
                found["id"] if found else insert(connection, "runs", {name: row[name] for name in _RUN})
            )
            if not found:
                _take_site_runs(connection, other, row["id"], numbers[row["id"]])
    return numbers


def rest(connection: Connection, other: sqlite3.Connection) -> None:
    """Take over what sites and hosts are known by: of two states the larger, which no order of merging changes."""
    taken_down = {row[0] for row in connection.execute("select pattern from tombstones where kind = 'site'")}

    def remembered(sql: str) -> Iterator[tuple[object, ...]]:
        return (tuple(row) for row in other.execute(sql) if row["site"] not in taken_down)

    with transaction(connection):
        connection.executemany(_SITE_LINE, remembered("select site, kind, key, pages, text from site_lines"))
        connection.executemany(_SITE_PAGES, remembered("select site, pages from site_pages"))
        connection.executemany(_HOST, map(tuple, other.execute("select host, next_at, delay, reason from hosts")))
        connection.executemany(_SITE, map(tuple, other.execute("select name, first_seen, settings from sites")))
    connection.memories.clear()


_SITE_LINE = """
    insert into site_lines (site, kind, key, pages, text) values (?, ?, ?, ?, ?) on conflict do update
    set pages = max(pages, excluded.pages), text = max(coalesce(text, ''), coalesce(excluded.text, ''))"""
_SITE_PAGES = "insert into site_pages values (?, ?) on conflict do update set pages = max(pages, excluded.pages)"
_HOST = """
    insert into hosts (host, next_at, delay, reason) values (?, ?, ?, ?) on conflict do update
    set next_at = excluded.next_at, delay = excluded.delay, reason = excluded.reason
    where (excluded.next_at, coalesce(excluded.reason, ''), coalesce(excluded.delay, 0))
        > (coalesce(next_at, ''), coalesce(reason, ''), coalesce(delay, 0))"""
_SITE = """
    insert into sites (name, first_seen, settings) values (?, ?, ?) on conflict do update
    set first_seen = min(first_seen, excluded.first_seen)"""


def _take_site_runs(connection: Connection, other: sqlite3.Connection, there: int, here: int) -> None:
    for row in other.execute("select * from run_sites where run_id = ?", (there,)).fetchall():
        insert(connection, "run_sites", dict(row) | {"run_id": here}, replace=True)


def _is_better(connection: Connection, capture: int, reading: Reading) -> bool:
    """Say whether a reading should replace the one here: by the later extractor, else by a fixed order."""
    here = connection.execute("select * from readings where capture_id = ?", (capture,)).fetchone()
    return here is None or (reading.extractor, reading.content_hash) > (here["extractor"], here["content_hash"])
