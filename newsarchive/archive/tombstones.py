"""Remembers what was taken down, so that no crawl brings it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.urls import siblings

REASON = "taken down"  # why a capture of such a thing was not read; the next purge removes it


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What was taken down: ``kind`` is ``url`` (canonical) or ``site`` (key or registered domain); why and when."""

    kind: str
    pattern: str
    reason: str
    created_at: datetime


def find(connection: Connection, url: str, site: str | None, domain: str) -> Tombstone | None:
    """Return the tombstone of a canonical address or a sibling of it, or of its site by key or domain."""
    named = [*(("url", each) for each in (url, *siblings(url))), ("site", site), ("site", domain)]
    places = ", ".join(["(?, ?)"] * len(named))
    row = connection.execute(
        f"select * from tombstones where (kind, pattern) in (values {places})",  # noqa: S608 - signs only
        [text for pair in named for text in pair],
    ).fetchone()
    return Tombstone(row["kind"], row["pattern"], row["reason"], from_text(row["created_at"])) if row else None


def add(connection: Connection, kind: str, pattern: str, reason: str, now: datetime) -> None:
    """Put up a tombstone; of two for the same the earlier stays."""
    connection.execute(
        "insert into tombstones (kind, pattern, reason, created_at) values (?, ?, ?, ?)"
        " on conflict (kind, pattern) do update set reason = excluded.reason, created_at = excluded.created_at"
        " where (excluded.created_at, excluded.reason) < (created_at, reason)",
        (kind, pattern, reason, to_text(now)),
    )
