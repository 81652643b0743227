"""Finds the articles on which a reading may bear: those of its addresses, of its text, and of theirs in turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsarchive.archive.articles import identity
from newsarchive.archive.articles.settling import is_later
from newsarchive.archive.database.rows import as_json
from newsarchive.archive.revisions.readings import Reading
from newsarchive.urls import canonical_url, siblings

# What is told again for a reading that came late; more have a text or a declared address in common by mistake.
MOST_ARTICLES = 12
MOST_READINGS = 100


def near(connection: sqlite3.Connection, reading: Reading) -> set[int]:
    """Return the articles that have an address of the reading, or on its site its text."""
    named = {reading.answered, reading.declared, reading.requested}
    sharing = identity.of_body(connection, reading.body_hash)
    return _named(connection, named) | _on_site(sharing, reading.answered, reading.article.site)


def all_related(
    connection: sqlite3.Connection, readings: Iterable[Reading], articles: Iterable[int] = ()
) -> set[int] | None:
    """Return the articles, those near the readings, and those near them in turn; ``None`` if these are too many."""
    waiting = set(articles).union(*(near(connection, reading) for reading in readings))
    found: set[int] = set()
    while waiting:
        if len(found | waiting) > MOST_ARTICLES or _count(connection, found | waiting) > MOST_READINGS:
            return None
        article = waiting.pop()
        found.add(article)
        waiting |= _beside(connection, article) - found
    return found


def have_one_address(connection: sqlite3.Connection, found: Iterable[int], readings: Iterable[Reading]) -> bool:
    """Say whether all readings of the articles, and these, come from one address and declare the same."""
    named = {(each.url, each.answered, each.declared) for each in readings}
    asked = (
        "select 1 from articles where id = ?1 and url <> ?2 union all"
        " select 1 from readings where article_id = ?1 and (url <> ?3 or coalesce(declared, url) <> ?4)"
    )
    return len(named) == 1 and not any(
        connection.execute(asked, (article, *names)).fetchone() for article in found for names in named
    )


def is_next(connection: sqlite3.Connection, article: int, reading: Reading) -> bool:
    """Say whether a reading is later than all those of an article that has one address, the same."""
    return is_later(connection, article, reading) and have_one_address(connection, [article], [reading])


def _named(connection: sqlite3.Connection, urls: Iterable[str]) -> set[int]:
    """Return the articles at addresses or their siblings, or with readings that declare or were asked at one."""
    every = as_json([each for url in urls for each in (url, *siblings(url))])
    return {row[0] for row in connection.execute(_NAMED, (every,))}


def _count(connection: sqlite3.Connection, articles: Iterable[int]) -> int:
    asked = "select count(*) from readings where article_id in (select value from json_each(?))"
    return int(connection.execute(asked, (as_json(list(articles)),)).fetchone()[0])


def _beside(connection: sqlite3.Connection, article: int) -> set[int]:
    """Return the articles that share an address, or on the same site a text, with this one."""
    rows = connection.execute(_ADDRESSES, (article,)).fetchall()
    urls = {canonical_url(url) for row in rows for url in row if url}
    answering = connection.execute(_ANSWERING, (as_json([url for row in rows for url in row if url]),))
    own = connection.execute("select url, site from articles where id = ?", (article,)).fetchone()
    sharing = _on_site(identity.sharing(connection, article), *own)
    return _named(connection, urls) | {row[0] for row in answering} | sharing


def _on_site(rows: Iterable[sqlite3.Row], url: str, site: str | None) -> set[int]:
    return {row["id"] for row in rows if identity.is_of_site(row, url, site)}


_NAMED = f"""
    with named (url) as (select value from json_each(?))
    select id from articles where url in named
    union select article_id from url_aliases where url in named
    union select article_id from readings where declared in named
    union select article_id from captures join readings on capture_id = captures.id where requested_url in named
    limit {MOST_ARTICLES + 1}"""  # noqa: S608 - a number
_ADDRESSES = """
    select url, null, null from articles where id = ?1
    union select url, null, null from url_aliases where article_id = ?1
    union select captures.url, requested_url, declared from readings join captures on captures.id = capture_id
        where article_id = ?1"""
_ANSWERING = """
    with named (url) as (select value from json_each(?))
    select article_id from captures join readings on capture_id = captures.id where captures.url in named"""
