"""Keeps whole the readings that an article with several addresses does not show, and tells all of an article again."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime

from newsarchive.archive.articles import details, provenance
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import StoredArticle, insert
from newsarchive.archive.database.times import by_clock, from_text
from newsarchive.archive.revisions import known_contents
from newsarchive.archive.revisions.content import Content, content_of
from newsarchive.archive.revisions.counting import counted
from newsarchive.archive.revisions.readings import Reading
from newsarchive.items import Article, Candidate, Image, RemovedBlock
from newsarchive.urls import canonical_url

_SAME = {each.name for each in fields(Article)} & set(StoredArticle.__slots__)


def readings(connection: Connection, article_id: int) -> list[Reading]:
    """Return all readings of an article in the order of fetching, as whole as the archive has them.

    Of those from one address and with one content, the last has its own details and the others some of the article's.
    """
    stored = details.stored(connection, article_id)
    if stored is None:
        return []
    shown = _as_article(connection, stored)
    rows = connection.execute(_READINGS, (article_id,)).fetchall()
    kept = {row["capture_id"]: _unpacked(row["packed"]) for row in rows if row["packed"]}
    texts = {row["content_hash"]: content_of(kept[row["capture_id"]]) for row in rows if row["is_text_kept"]}
    texts |= known_contents(connection, article_id)
    return [_reading(row, kept.get(row["capture_id"], shown), texts.get(row["content_hash"])) for row in rows]


def _reading(row: sqlite3.Row, article: Article, content: Content | None) -> Reading:
    said = content or content_of(article)
    return Reading(
        article=_with_content(article, said),
        content=said,
        content_hash=row["content_hash"],
        body_hash=row["body_hash"],
        url=row["declared"] or row["url"],
        answered=row["url"],
        requested=canonical_url(row["requested_url"] or row["url"]),
        capture_id=row["capture_id"],
        fetched_at=row["fetched_at"],
        extractor=row["extractor"],
        declared=row["declared"] or row["url"],
        whole=content is not None,
        stands_in=bool(row["is_stand_in"]),
    )


def keep(connection: Connection, article_id: int, told: Mapping[int, Reading]) -> None:
    """Show what the last reading of an article's history said, and put aside what the article would lose of others.

    ``told`` gives its readings by the numbers of their captures.
    """
    rows = connection.execute(_READINGS, (article_id,)).fetchall()
    connection.executemany("delete from asides where capture_id = ?", [(row["capture_id"],) for row in rows])
    known = set(known_contents(connection, article_id))
    shown = counted(connection, article_id, known)[-1]["capture_id"]
    details.show(connection, article_id, told[shown].article)
    last = {(row["url"], row["declared"]): row["capture_id"] for row in rows}
    if len(last) < 2:
        return
    for row in reversed(rows):
        number, content_hash = row["capture_id"], row["content_hash"]
        is_text_lost = content_hash not in known
        if (is_text_lost or number == last[row["url"], row["declared"]] != shown) and told[number].whole:
            packed = _packed(told[number].article, is_text_lost)
            values = {"capture_id": number, "is_text_kept": is_text_lost, "packed": packed}
            insert(connection, "asides", values)
            known.add(content_hash)


_READINGS = """
    select readings.*, requested_url, is_text_kept, packed
    from readings join captures on captures.id = readings.capture_id
    left join asides on asides.capture_id = readings.capture_id
    where article_id = ? order by readings.fetched_at, content_hash, readings.url"""


def _packed(article: Article, with_text: bool) -> bytes:
    values = asdict(replace(article, body=article.body if with_text else "", blocks=(), observed=()))
    return zlib.compress(
        json.dumps(values, ensure_ascii=False, default=datetime.isoformat).encode("utf-8", "surrogatepass")
    )


def _unpacked(packed: bytes) -> Article:
    values = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    values |= {name: from_text(values[name]) for name in ("published", "modified")}
    values |= {name: tuple(values[name]) for name in ("authors", "tags", "warnings", "blocks", "observed")}
    values["images"] = tuple(Image(**each) for each in values["images"])
    values["removed"] = tuple(RemovedBlock(**each) for each in values["removed"])
    values["origins"] = {
        field: tuple(Candidate(**each) for each in candidates) for field, candidates in values["origins"].items()
    }
    return Article(**values)


def _as_article(connection: Connection, stored: StoredArticle) -> Article:
    values = {name: getattr(stored, name) for name in _SAME}
    values["published"] = by_clock(stored.published, stored.published_offset)
    return Article(
        **values, origins=provenance.origins(connection, stored.id), removed=provenance.removed(connection, stored.id)
    )


def _with_content(whole: Article, content: Content) -> Article:
    published = from_text(content.published)
    if published and whole.published:
        published = published.astimezone(whole.published.tzinfo)
    return replace(whole, title=content.title, body=content.body, source=content.source, published=published)
