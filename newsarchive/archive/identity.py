"""Finds which article a reading belongs to: by an address of it, or by the same text on its site."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from newsarchive.archive.content import Content
from newsarchive.archive.readings import Reading
from newsarchive.archive.revisions import known_contents
from newsarchive.text import normalised
from newsarchive.urls import same_site

SHORTEST_BODY = 100  # characters: two pages that say less than this may say the same and be two articles


@dataclass(frozen=True, slots=True)
class Found:
    """The article, and how it was found: ``own``, ``alias``, ``moved`` or ``duplicate``."""

    article_id: int
    how: str


def resolve(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Return the article of a reading, or ``None`` if it is one that the archive does not have."""
    for url in dict.fromkeys((reading.url, reading.answered)):
        found = _by_url(connection, url, reading)
        if found:
            return found
    return _by_request(connection, reading) or _by_body(connection, reading)


def article_id(connection: sqlite3.Connection, url: str) -> int | None:
    """Return the article that this canonical URL leads to, directly or as an alias."""
    row = connection.execute(
        "select id from articles where url = :url union all select article_id from url_aliases where url = :url",
        {"url": url},
    ).fetchone()
    return row and int(row[0])


def add_page(connection: sqlite3.Connection, article: int, url: str) -> None:
    """Remember the canonical address of another page of an article, unless it is known already."""
    connection.execute(
        "insert or ignore into url_aliases (url, article_id, kind) select ?1, ?2, 'page'"
        " where not exists (select 1 from articles where url = ?1)",
        (url, article),
    )


def add_aliases(connection: sqlite3.Connection, article: int, reading: Reading, how: str) -> None:
    """Remember every address that led to this reading and is no article of its own."""
    kind = how if how in ("duplicate", "moved") else "canonical-link"
    kinds = {reading.requested: "redirect", reading.answered: kind, reading.url: kind}
    connection.executemany(
        "insert into url_aliases (url, article_id, kind) select ?1, ?2, ?3"
        " where not exists (select 1 from articles where url = ?1)"
        " on conflict (url) do update set article_id = excluded.article_id, kind = excluded.kind"
        " where url_aliases.kind = 'redirect'",
        [(url, article, kind) for url, kind in kinds.items()],
    )


def rename(connection: sqlite3.Connection, row: sqlite3.Row, found: Found, reading: Reading) -> None:
    """Give the article the address it has whatever came first: the one it declares, or the one seen earliest."""
    declares_another = found.how == "own" and row["url"] == reading.answered != reading.url
    was_there_before = found.how == "duplicate" and (reading.fetched_at, reading.url) < (row["first_seen"], row["url"])
    if declares_another or was_there_before:
        connection.execute("delete from url_aliases where url = ?", (reading.url,))
        connection.execute("update articles set url = ? where id = ?", (reading.url, row["id"]))
        kind = "canonical-link" if declares_another else "duplicate"
        connection.execute("insert or replace into url_aliases values (?, ?, ?)", (row["url"], row["id"], kind))


def take_back(connection: sqlite3.Connection, article: int, url: str) -> dict[int, Content]:
    """Give the readings of an address that stood as an alias to the article it is after all; return their contents."""
    alias = connection.execute("delete from url_aliases where url = ? returning article_id", (url,)).fetchone()
    moved = (
        alias
        and connection.execute(
            "update readings set article_id = ? where article_id = ? and url = ? returning content_hash",
            (article, alias["article_id"], url),
        ).fetchall()
    )
    if not moved:
        return {}
    known = known_contents(connection, alias["article_id"])
    hashes = {row["content_hash"] for row in moved}
    return {hash_: content for hash_, content in known.items() if hash_ in hashes}


def _by_url(connection: sqlite3.Connection, url: str, reading: Reading) -> Found | None:
    row = connection.execute("select id from articles where url = ?", (url,)).fetchone()
    if row:
        return Found(row["id"], "own")
    row = connection.execute("select article_id, kind from url_aliases where url = ?", (url,)).fetchone()
    if row is None or row["kind"] == "redirect":  # an address that once redirected may carry an article of its own
        return None
    if row["kind"] == "duplicate" and not _has_had(connection, row["article_id"], reading.body_hash):
        return None
    return Found(row["article_id"], "duplicate" if row["kind"] == "duplicate" else "alias")


def _has_had(connection: sqlite3.Connection, article: int, body_hash: int) -> bool:
    return bool(
        connection.execute(
            "select 1 from readings where article_id = ? and body_hash = ?", (article, body_hash)
        ).fetchone()
    )


def _by_request(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Find the article that was asked for and has moved here; a redirect to some other article is no move."""
    row = connection.execute("select id, title from articles where url = ?", (reading.requested,)).fetchone()
    same = row and normalised(row["title"] or "") == normalised(reading.content.title or "")
    return Found(row["id"], "moved") if same else None


def _by_body(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Find the same text under another address of the same site."""
    rows = connection.execute("select id, url, title from articles where body_hash = ?", (reading.body_hash,))
    long_enough = len(reading.content.body) >= SHORTEST_BODY
    for row in rows:
        if same_site(row["url"], reading.url) and (long_enough or row["title"] == reading.content.title):
            return Found(row["id"], "duplicate")
    return None
