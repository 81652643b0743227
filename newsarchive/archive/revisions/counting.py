"""Tells which readings of an article make its history: those of its own page, wherever that was at the time."""

from __future__ import annotations

import sqlite3
from collections.abc import Container

from newsarchive.archive.revisions.absences import absences


def counted(connection: sqlite3.Connection, article_id: int, known: Container[int]) -> list[sqlite3.Row]:
    """Return the readings that make the article's history, in the order of fetching.

    Those of its own address count, and those of the same text elsewhere while it is missing there; those of its copies
    (AMP, print) only while there are no others.
    """
    rows = connection.execute(_READINGS, (article_id,)).fetchall()
    told = [row for row in rows if row["content_hash"] in known]
    away = absences(connection, article_id) if any(row["kind"] == "duplicate" for row in told) else []

    def is_own(row: sqlite3.Row) -> bool:
        return row["own"] or row["kind"] == "duplicate" and any(look.holds(row["fetched_at"]) for look in away)

    return list(filter(is_own, told)) or told


_READINGS = """
    select capture_id, readings.fetched_at, readings.content_hash, extractor,
        url_aliases.kind, readings.url = articles.url or url_aliases.kind = 'moved' as own
    from readings join articles on articles.id = readings.article_id
    left join url_aliases on url_aliases.url = readings.url
    where readings.article_id = ? and not is_stand_in
    order by readings.fetched_at, readings.content_hash, readings.url"""
