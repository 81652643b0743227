"""Writes what the readings of an article amount to: its revisions, the text it shows, when to look again."""

from __future__ import annotations

import sqlite3

from newsarchive.archive import revisions
from newsarchive.archive.articles import details
from newsarchive.archive.articles.checks import next_check
from newsarchive.archive.database import fulltext
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import article_values, insert, update
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.archive.duplicates import clusters
from newsarchive.archive.revisions import Stretch, changed_at, derive
from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.counting import counted
from newsarchive.archive.revisions.readings import Reading


def settle(connection: Connection, article_id: int, known: dict[int, Content], reading: Reading | None = None) -> bool:
    """Derive the revisions, with this reading among the others, and show the last; say whether this one counts."""
    row = row_of(connection, article_id)
    if reading and (reading.content_hash not in known or _is_first_of_its_content(connection, article_id, reading)):
        known = known | {reading.content_hash: reading.content}
    stretches = derive(connection, article_id, known, renewed=reading.content_hash if reading else None)
    captures = [each["capture_id"] for each in counted(connection, article_id, known)]
    if reading and captures[-1] == reading.capture_id:
        _write(connection, article_id, reading)
    seen = connection.execute(
        "select min(fetched_at), max(fetched_at) from readings where article_id = ? and not is_stand_in", (article_id,)
    ).fetchone()
    _show(connection, row, stretches[-1].content, *seen)
    return bool(reading and reading.capture_id in captures)


def follow(connection: Connection, row: sqlite3.Row, reading: Reading) -> str | None:
    """Do what ``settle`` does for a reading that is later than all others, at a cost that does not grow with them.

    Return whether it is a ``revision``, the same ``unchanged``, or an ``alias`` that does not count; nothing if what
    came before it may be another history by this reading: the first of its own page, after those of copies, the first
    that tells what an earlier one said, or one of the same text elsewhere.
    """
    last = revisions.last(connection, row["id"])
    content = _content_of(connection, row["id"], reading)
    if last is None or content is None:
        return None
    place = connection.execute("select url from readings where capture_id = ?", (last.capture_id,)).fetchone()
    kinds = [_kind(connection, row, url) for url in (reading.answered, place["url"])] if place else ["duplicate"]
    if "duplicate" in kinds or kinds[0] == "own" != kinds[1]:
        return None
    counts = kinds[0] == "own" or kinds[1] != "own"
    is_same = last.content_hash == reading.content_hash
    if counts and not is_same:
        marks = (reading.fetched_at, reading.capture_id, reading.extractor, reading.content_hash)
        revisions.append(connection, row["id"], last, Stretch(*marks, content))
        _write(connection, row["id"], reading)
        _show(connection, row, content, row["first_seen"], reading.fetched_at)
        return "revision"
    if counts:
        details.show(connection, row["id"], reading.article)
    update(connection, "articles", row["id"], {"last_seen": reading.fetched_at})
    _schedule(connection, row["id"])
    return "unchanged" if is_same else "alias"


def note(connection: Connection, article_id: int, reading: Reading) -> None:
    """Write that an article was read from a capture, in the place of an earlier reading of the same."""
    # not "insert or replace": its savepoint makes SQLite write out the full-text index, 1 ms an article
    connection.execute("delete from readings where capture_id = ?", (reading.capture_id,))
    values = {
        "capture_id": reading.capture_id,
        "article_id": article_id,
        "url": reading.answered,
        "fetched_at": reading.fetched_at,
        "content_hash": reading.content_hash,
        "body_hash": reading.body_hash,
        "extractor": reading.extractor,
        "declared": None if reading.declared == reading.answered else reading.declared,
        "is_stand_in": reading.stands_in,
    }
    insert(connection, "readings", values)


def delete(connection: Connection, article_id: int) -> None:
    """Delete an article with everything that belongs to it alone."""
    row = row_of(connection, article_id)
    clusters.remove(connection, article_id, row["body"])
    fulltext.remove(connection, article_id, row["title"], row["body"])
    connection.execute("delete from articles where id = ?", (article_id,))


def is_later(connection: sqlite3.Connection, article_id: int, reading: Reading) -> bool:
    """Say whether a reading is later than all those of an article."""
    asked = "select 1 from readings where article_id = ? and (fetched_at, content_hash, url) >= (?, ?, ?)"
    return connection.execute(asked, (article_id, *reading.moment)).fetchone() is None


def row_of(connection: Connection, article_id: int) -> sqlite3.Row:
    """Return the row of an article."""
    row: sqlite3.Row = connection.execute("select * from articles where id = ?", (article_id,)).fetchone()
    return row


def when_to_look(since: str, now: str) -> str | None:
    """Return when to look at an article again, as the archive writes times."""
    return to_text(next_check(from_text(since), from_text(now)))


def _write(connection: Connection, article_id: int, reading: Reading) -> None:
    update(connection, "articles", article_id, article_values(reading.article))
    details.write(connection, article_id, reading.article)


def _kind(connection: Connection, article: sqlite3.Row, url: str) -> str:
    """Return what an address is to an article: ``own`` for its first and those to which it has moved, or its alias."""
    asked = "select kind from url_aliases where url = ? and article_id = ?"
    row = None if url == article["url"] else connection.execute(asked, (url, article["id"])).fetchone()
    return row["kind"] if row and row["kind"] != "moved" else "own"


def _content_of(connection: Connection, article_id: int, reading: Reading) -> Content | None:
    """Return the content of a reading as the article has had it, if it has; none if only its hash is known so far."""
    asked = "select 1 from readings where body_hash = ? and article_id = ? and content_hash = ? and capture_id <> ?"
    marks = (reading.body_hash, article_id, reading.content_hash, reading.capture_id)
    if connection.execute(asked, marks).fetchone() is None:
        return reading.content
    return revisions.content_had(connection, article_id, reading.content_hash)


def _show(connection: Connection, row: sqlite3.Row, content: Content, first_seen: str, last_seen: str) -> None:
    """Make this the article's text, with the index in step."""
    content_hash, body_hash = content.hashes()
    values = {
        "title": content.title,
        "body": content.body,
        "source": content.source,
        "published": content.published,
        "content_hash": content_hash,
        "body_hash": body_hash,
        "first_seen": first_seen,
        "last_seen": last_seen,
    }
    if row["body_hash"] != body_hash:
        clusters.remove(connection, row["id"], row["body"])
    update(connection, "articles", row["id"], values)
    _schedule(connection, row["id"])
    if (row["title"], row["body"]) != (content.title, content.body):
        fulltext.remove(connection, row["id"], row["title"], row["body"])
        fulltext.add(connection, row["id"], content.title, content.body)
    if row["body_hash"] != body_hash:
        clusters.add(connection, row["id"], content.body)
    else:
        clusters.describe(connection, row["cluster_id"])


def _schedule(connection: Connection, article_id: int) -> None:
    """Write when to look again, counted from publication or, once it has changed, from the last change."""
    row = row_of(connection, article_id)
    since = changed_at(connection, row)
    update(connection, "articles", article_id, {"next_check": when_to_look(since, row["last_seen"])})


def _is_first_of_its_content(connection: Connection, article_id: int, reading: Reading) -> bool:
    row = connection.execute(
        "select min(fetched_at) from readings where article_id = ? and content_hash = ?",
        (article_id, reading.content_hash),
    ).fetchone()
    return bool(row[0] == reading.fetched_at)
