"""Derives an article's revisions from its readings, so that they are the same whatever the order of arrival."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from newsarchive.archive.database.rows import insert
from newsarchive.archive.database.times import from_text
from newsarchive.archive.revisions.changes import kind_of_change
from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.counting import counted
from newsarchive.archive.revisions.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article's content; ``change`` says how it differs from the one before it."""

    id: int
    seen_at: datetime
    title: str | None
    body: str
    source: str | None
    published: datetime | None
    change: str | None
    extractor: str
    capture_id: int | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive readings of the same content: what becomes one revision."""

    seen_at: str
    capture_id: int
    extractor: str
    content_hash: int
    content: Content

    @property
    def mark(self) -> tuple[str, int]:
        """What tells it from the article's other stretches."""
        return self.seen_at, self.content_hash


def revisions(connection: sqlite3.Connection, article_id: int) -> list[Revision]:
    """Return every version of an article, oldest first, with whole texts."""
    return [
        Revision(
            id=row["id"],
            seen_at=from_text(row["seen_at"]),
            title=row["title"],
            body=body,
            source=row["source"],
            published=from_text(row["published"]),
            change=row["change"],
            extractor=row["extractor"],
            capture_id=row["capture_id"],
        )
        for row, body in reversed(list(_backwards(connection, article_id)))
    ]


def exists(connection: sqlite3.Connection, revision_id: int | None) -> bool:
    """Say whether there is a revision of this number."""
    return bool(connection.execute("select 1 from revisions where id = ?", (revision_id,)).fetchone())


def known_contents(connection: sqlite3.Connection, article_id: int) -> dict[int, Content]:
    """Return the contents that an article has had, by their hash."""
    return {row["content_hash"]: _content(row, body) for row, body in _backwards(connection, article_id)}


def content_had(connection: sqlite3.Connection, article_id: int, content_hash: int) -> Content | None:
    """Return a content that an article has had, by its hash: the later it was shown, the sooner it is found."""
    found = _backwards(connection, article_id)
    return next((_content(row, body) for row, body in found if row["content_hash"] == content_hash), None)


def derive(
    connection: sqlite3.Connection, article_id: int, known: Mapping[int, Content], renewed: int | None = None
) -> list[Stretch]:
    """Write the revisions that the article's readings amount to, and return them, oldest first.

    ``known`` gives the content for each hash; ``renewed`` is the hash whose content differs from what is stored.
    The body of the last one is left to the caller, who keeps it in ``articles``.
    """
    stretches = _stretches(counted(connection, article_id, known), known)
    rows = connection.execute(_ROWS, (article_id,)).fetchall()
    stored = {_mark(row): row["id"] for row in rows}
    before = _neighbours([_mark(row) for row in rows])
    after = _neighbours([stretch.mark for stretch in stretches])
    gone = [(number,) for mark, number in stored.items() if mark not in after]
    connection.executemany("delete from revisions where id = ?", gone)
    for last, stretch, following in zip([None, *stretches], stretches, [*stretches[1:], None], strict=False):
        touched = renewed in (stretch.content_hash, following and following.content_hash)
        if touched or before.get(stretch.mark) != after[stretch.mark]:
            _write(connection, article_id, stored.get(stretch.mark), stretch, last, following)
    return stretches


_ROWS = "select * from revisions where article_id = ? order by seen_at, content_hash"  # as counting.py orders
_NEWEST_FIRST = "select * from revisions where article_id = ? order by seen_at desc, content_hash desc"


def last(connection: sqlite3.Connection, article_id: int) -> Stretch | None:
    """Return the last revision of an article."""
    found = next(_backwards(connection, article_id), None)
    if found is None:
        return None
    row, body = found
    return Stretch(row["seen_at"], row["capture_id"], row["extractor"], row["content_hash"], _content(row, body))


def append(connection: sqlite3.Connection, article_id: int, before: Stretch, stretch: Stretch) -> None:
    """Write a revision after the last one as ``derive`` does, which goes through all."""
    connection.execute(
        "update revisions set packed = ? where article_id = ? and seen_at = ? and content_hash = ?",
        (packed(before.content.body, stretch.content.body), article_id, *before.mark),
    )
    _write(connection, article_id, None, stretch, before, None)


def changed_at(connection: sqlite3.Connection, article: sqlite3.Row) -> str:
    """Return when an article, given its row, last changed; if it never did, when it was published or first seen."""
    count, last = connection.execute(
        "select (select count(*) from (select 1 from revisions where article_id = ?1 limit 2)), max(seen_at)"
        " from revisions where article_id = ?1",
        (article["id"],),
    ).fetchone()
    return str(last if count > 1 else article["published"] or article["first_seen"])


def _stretches(rows: list[sqlite3.Row], known: Mapping[int, Content]) -> list[Stretch]:
    """Join consecutive readings of equal content."""
    groups = (next(group) for _, group in groupby(rows, key=lambda row: row["content_hash"]))
    return [
        Stretch(row["fetched_at"], row["capture_id"], row["extractor"], row["content_hash"], known[row["content_hash"]])
        for row in groups
    ]


def _write(
    connection: sqlite3.Connection,
    article_id: int,
    number: int | None,
    stretch: Stretch,
    last: Stretch | None,
    following: Stretch | None,
) -> None:
    content = stretch.content
    values = {
        "article_id": article_id,
        "capture_id": stretch.capture_id,
        "seen_at": stretch.seen_at,
        "content_hash": stretch.content_hash,
        "title": content.title,
        "source": content.source,
        "published": content.published,
        "change": last and kind_of_change(last.content, content),
        "extractor": stretch.extractor,
        "packed": following and packed(content.body, following.content.body),
    }
    insert(connection, "revisions", values if number is None else {"id": number, **values}, replace=number is not None)


def _neighbours(marks: list[tuple[str, int]]) -> dict[tuple[str, int], tuple[object, object]]:
    """Map each mark to the one before and the one after it."""
    return {
        mark: (last, following)
        for last, mark, following in zip([None, *marks], marks, [*marks[1:], None], strict=False)
    }


def _backwards(connection: sqlite3.Connection, article_id: int) -> Iterator[tuple[sqlite3.Row, str]]:
    """Yield the rows of the revisions, newest first, with their bodies, each unpacked by the one after it."""
    row = connection.execute("select body from articles where id = ?", (article_id,)).fetchone()
    body = row["body"] if row else ""
    for row in connection.execute(_NEWEST_FIRST, (article_id,)):
        body = body if row["packed"] is None else unpacked(row["packed"], body)
        yield row, body


def _content(row: sqlite3.Row, body: str) -> Content:
    return Content(row["title"], body, row["source"], row["published"])


def _mark(row: sqlite3.Row) -> tuple[str, int]:
    return row["seen_at"], row["content_hash"]
