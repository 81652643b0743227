"""Finds which article a reading belongs to: by an address of it, or by the same text on its site."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsarchive.archive.duplicates.shingles import likeness
from newsarchive.archive.revisions.absences import absences
from newsarchive.archive.revisions.readings import Reading
from newsarchive.text import normalised
from newsarchive.urls import same_site, siblings

LEAST_SHARED = 0.3  # of the shorter text, for two readings of one article; copies differ in captions and boxes


@dataclass(frozen=True, slots=True)
class Found:
    """The article, and how it was found.

    By its ``own`` address, an ``alias``, as a ``duplicate``, as having ``moved`` here, or by a ``sibling`` of its
    address.
    """

    article_id: int
    how: str


def resolve(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Return the article of a reading, or ``None`` if it is one that the archive does not have."""
    found = _by_url(connection, reading) or _by_request(connection, reading)
    if found or (reading.url != reading.answered and article_id(connection, reading.answered)):
        return found
    return _by_body(connection, reading)


def believed(connection: sqlite3.Connection, reading: Reading) -> Reading:
    """Return the reading as its own page if the address that it declares is that of a wholly different article."""
    if reading.url == reading.answered:
        return reading
    row = connection.execute("select title, body from articles where url = ?", (reading.url,)).fetchone()
    if row is None or normalised(row["title"] or "") == normalised(reading.content.title or ""):
        return reading
    is_other = likeness(row["body"], reading.content.body).containment < LEAST_SHARED
    return replace(reading, url=reading.answered) if is_other else reading


def article_id(connection: sqlite3.Connection, url: str) -> int | None:
    """Return the article that this canonical URL leads to, directly, as an alias, or as a sibling of its address."""
    row = connection.execute(
        "select id from articles where url = :url union all select article_id from url_aliases where url = :url",
        {"url": url},
    ).fetchone()
    row = row or next(iter(_sibling_articles(connection, url)), None)
    return int(row[0]) if row else None


def add_page(connection: sqlite3.Connection, article: int, url: str) -> None:
    """Remember the canonical address of another page of an article, unless it is known already."""
    connection.execute(
        "insert or ignore into url_aliases (url, article_id, kind) select ?1, ?2, 'page'"
        " where not exists (select 1 from articles where url = ?1)",
        (url, article),
    )


def pages(connection: sqlite3.Connection, article: int) -> list[tuple[str, str]]:
    """Return the addresses of the other pages of an article, each with that of the article."""
    asked = (
        "select url_aliases.url, articles.url from url_aliases join articles on articles.id = article_id"
        " where article_id = ? and kind = 'page'"
    )
    return [tuple(row) for row in connection.execute(asked, (article,))]


def put_pages(connection: sqlite3.Connection, found: Iterable[tuple[str, str]]) -> None:
    """Remember them of the articles that are there, unless they are known already."""
    connection.executemany(
        "insert or ignore into url_aliases (url, article_id, kind) select ?1, id, 'page' from articles"
        " where url = ?2 and not exists (select 1 from articles where url = ?1)",
        found,
    )


def add_aliases(connection: sqlite3.Connection, article: int, reading: Reading, how: str) -> bool:
    """Remember every address that led to this reading and is no article of its own; say whether that was news."""
    kind = how if how in ("duplicate", "moved") else "canonical-link"
    named = "moved" if how == "sibling" else kind
    kinds = {reading.requested: "redirect", reading.answered: kind, reading.url: named}
    if len(kinds) == 1 and how == "own":
        return False
    cursor = connection.executemany(
        "insert into url_aliases (url, article_id, kind) select ?1, ?2, ?3"
        " where not exists (select 1 from articles where url = ?1)"
        " on conflict (url) do update set article_id = excluded.article_id, kind = excluded.kind"
        " where url_aliases.kind = 'redirect' and (excluded.article_id, excluded.kind) <> (article_id, 'redirect')"
        " or url_aliases.kind = 'duplicate' and excluded.kind = 'moved'",
        [(url, article, kind) for url, kind in kinds.items()],
    )
    return cursor.rowcount > 0


def younger_twins(connection: sqlite3.Connection, article: int, sharing: Iterable[sqlite3.Row]) -> list[int]:
    """Return those of the articles that share a body with this one that came later and have none that it never had."""
    here = connection.execute("select url, site, first_seen from articles where id = ?", (article,)).fetchone()
    return [
        row["id"]
        for row in sharing
        if (here["first_seen"], here["url"]) < (row["first_seen"], row["url"])
        and is_of_site(row, here["url"], here["site"])
        and not connection.execute(_OTHER_BODIES, {"article": article, "other": row["id"]}).fetchone()
    ]


def sharing(connection: sqlite3.Connection, article: int) -> list[sqlite3.Row]:
    """Return the articles, of whatever site, that have had a body that this one has had."""
    return connection.execute(_SHARING, (article,)).fetchall()


def of_body(connection: sqlite3.Connection, body_hash: int) -> list[sqlite3.Row]:
    """Return the articles, of whatever site, that have had a body, the first first."""
    return connection.execute(_OF_BODY, (body_hash,)).fetchall()


def is_of_site(article: sqlite3.Row, url: str, site: str | None) -> bool:
    """Say whether an article is of the site of an address: on its domain, or on another one of a site with a file."""
    return same_site(article["url"], url) or site is not None and article["site"] == site


_OF_BODY = """
    select distinct articles.id, articles.url, articles.site, articles.first_seen
    from readings join articles on articles.id = article_id
    where readings.body_hash = ? and not is_stand_in order by first_seen, articles.url"""
_SHARING = """
    select distinct articles.id, articles.url, articles.site, articles.first_seen
    from (select distinct body_hash from readings where article_id = ?1 and not is_stand_in) as own
    join readings using (body_hash) join articles on articles.id = article_id
    where article_id <> ?1 and not is_stand_in"""
_OTHER_BODIES = """
    select 1 from readings where article_id = :other and not is_stand_in
    and body_hash not in (select body_hash from readings where article_id = :article)"""


def _by_url(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    row = connection.execute("select id from articles where url = ?", (reading.url,)).fetchone()
    if row:
        return Found(row["id"], "own")
    near = _sibling_articles(connection, reading.url)
    row = connection.execute("select article_id, kind from url_aliases where url = ?", (reading.url,)).fetchone()
    if row and row["kind"] == "duplicate":
        found = _by_request(connection, reading) or _twin(connection, row["article_id"], reading)
        return found or _gone_there(connection, row["article_id"], reading)
    # an address that once redirected may carry an article of its own
    if row and row["kind"] != "redirect" and row["article_id"] not in [each["id"] for each in near]:
        return Found(row["article_id"], "alias")
    return Found(near[0]["id"], "sibling") if near else None


def _sibling_articles(connection: sqlite3.Connection, url: str) -> list[sqlite3.Row]:
    """Return the articles at siblings of an address, the first first."""
    sql = "select id, url, first_seen from articles where url in (?, ?, ?) order by first_seen, url"
    others = siblings(url)
    return connection.execute(sql, others).fetchall() if others else []


def _twin(connection: sqlite3.Connection, article: int, reading: Reading) -> Found | None:
    """Take the article for that of the reading if it was there before, with this body."""
    row = connection.execute(
        "select url, site, first_seen from articles where id = ? and exists"
        " (select 1 from readings where article_id = articles.id and readings.body_hash = ? and not is_stand_in)",
        (article, reading.body_hash),
    ).fetchone()
    before = row and (row["first_seen"], row["url"]) < (reading.fetched_at, reading.url)
    is_twin = before and is_of_site(row, reading.url, reading.article.site)
    return Found(article, "duplicate") if is_twin else None


def _gone_there(connection: sqlite3.Connection, article: int, reading: Reading) -> Found | None:
    """Take the article for that of a reading at another address of its text while it is missing at its own."""
    is_away = any(look.holds(reading.fetched_at) for look in absences(connection, article))
    return Found(article, "duplicate") if is_away else None


def _by_request(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Find the article that was asked for and has moved here; a redirect to some other article is no move.

    It is the same by its title, or by its text: where addresses are made of titles, a new one moves the page.
    """
    if reading.requested == reading.answered:
        return None
    row = connection.execute(
        "select id, title, exists (select 1 from readings where article_id = articles.id and body_hash = ?2"
        " and not is_stand_in) as told from articles where url = ?1",
        (reading.requested, reading.body_hash),
    ).fetchone()
    same = row and (row["told"] or normalised(row["title"] or "") == normalised(reading.content.title or ""))
    return Found(row["id"], "moved") if same else None


def _by_body(connection: sqlite3.Connection, reading: Reading) -> Found | None:
    """Find the same text under another address of the same site."""
    rows = of_body(connection, reading.body_hash)
    return next(filter(None, (_twin(connection, row["id"], reading) for row in rows)), None)
