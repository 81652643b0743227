"""Takes rows of another archive over into this one: readings of articles, memory, runs, politeness."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields

from newsarchive.archive import Archive, articles
from newsarchive.archive.articles import identity, provenance, settling, sightings
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.database.rows import StoredArticle, insert
from newsarchive.archive.database.times import by_clock, from_text
from newsarchive.archive.revisions import counted, known_contents
from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.readings import Reading
from newsarchive.items import Article
from newsarchive.urls import canonical_url

_SAME = {each.name for each in fields(Article)} & set(StoredArticle.__slots__)
_RUN = ("started_at", "finished_at", "kind", "arguments", "state", "reason", "pid", "counts", "stats")


def article(archive: Archive, other: Archive, number: int, numbers: dict[int, int]) -> list[str]:
    """Add what the other archive read of an article, capture by capture; return what each reading did."""
    stored = articles.stored(other.connection, number)
    if stored is None or archive.taken_down(stored.url, stored.site):
        return []
    known = known_contents(other.connection, number)
    whole = _as_article(other.connection, stored)
    done = []
    for row in _readings(other.connection, number, known):
        capture = numbers.get(row["capture_id"])
        if capture is None or not _is_better(archive.connection, capture, row):
            continue
        reading = _reading(other.connection, row, capture, stored.url, whole, known.get(row["content_hash"]))
        done.append(_add(archive.connection, reading, known.get(row["content_hash"])))
    _add_pages(archive, other.connection, stored)
    return done


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


def _readings(other: Connection, number: int, known: dict[int, Content]) -> list[sqlite3.Row]:
    """Return the readings of an article, first those that make its history, in the order of fetching."""
    rows = other.execute(
        "select readings.*, captures.requested_url from readings join captures on captures.id = capture_id"
        " where article_id = ? order by readings.fetched_at, readings.capture_id",
        (number,),
    ).fetchall()
    making = {row["capture_id"] for row in counted(other, number, known)}
    return sorted(rows, key=lambda row: row["capture_id"] not in making)


def _is_better(connection: Connection, capture: int, row: sqlite3.Row) -> bool:
    """Say whether a reading should replace the one here: by the later extractor, else by a fixed order."""
    here = connection.execute("select * from readings where capture_id = ?", (capture,)).fetchone()
    return here is None or (row["extractor"], row["content_hash"]) > (here["extractor"], here["content_hash"])


def _reading(
    other: sqlite3.Connection, row: sqlite3.Row, capture: int, url: str, whole: Article, content: Content | None
) -> Reading:
    said = content or Content(whole.title, whole.body, whole.source)
    alias = other.execute("select kind from url_aliases where url = ?", (row["url"],)).fetchone()
    declared = row["url"] == url or (alias and alias["kind"] in ("canonical-link", "moved"))
    return Reading(
        article=_with_content(whole, said),
        content=said,
        content_hash=row["content_hash"],
        body_hash=row["body_hash"],
        url=url if declared else row["url"],
        answered=row["url"],
        requested=canonical_url(row["requested_url"] or row["url"]),
        capture_id=capture,
        fetched_at=row["fetched_at"],
        extractor=row["extractor"],
    )


def _add(connection: Connection, reading: Reading, content: Content | None) -> str:
    if content is not None:
        return articles.add(connection, reading).outcome
    # a copy (AMP, print) beside the article's own readings: of its text the archive keeps the hash only
    found = identity.resolve(connection, reading)
    if found:
        settling.note(connection, found.article_id, reading)
        identity.add_aliases(connection, found.article_id, reading, found.how)
        settling.settle(connection, found.article_id, known_contents(connection, found.article_id))
        sightings.derive(connection, found.article_id)
    return "alias"


def _add_pages(archive: Archive, other: sqlite3.Connection, stored: StoredArticle) -> None:
    here = identity.article_id(archive.connection, stored.url)
    if here is None:
        return
    for row in other.execute("select url from url_aliases where article_id = ? and kind = 'page'", (stored.id,)):
        identity.add_page(archive.connection, here, row["url"])


def _as_article(other: Connection, stored: StoredArticle) -> Article:
    values = {name: getattr(stored, name) for name in _SAME}
    values["published"] = by_clock(stored.published, stored.published_offset)
    return Article(**values, origins=provenance.origins(other, stored.id), removed=provenance.removed(other, stored.id))


def _with_content(whole: Article, content: Content) -> Article:
    values = {each.name: getattr(whole, each.name) for each in fields(Article)}
    published = from_text(content.published)
    if published and whole.published:
        published = published.astimezone(whole.published.tzinfo)
    return Article(
        **values | {"title": content.title, "body": content.body, "source": content.source, "published": published}
    )
