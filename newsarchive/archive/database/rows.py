"""Turns articles and captures into rows and rows back into what callers read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from newsarchive.archive.database.times import from_text, to_text
from newsarchive.items import Article, Capture, Image, Location, PageClass


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the archive shows it at present, with when it was seen and when it went.

    ``gone_after`` and ``gone_before`` bound the time at which it vanished; both are ``None`` while it is there.
    """

    id: int
    url: str
    site: str | None
    title: str | None
    body: str
    source: str | None
    authors: tuple[str, ...]
    editor: str | None
    section: str | None
    published: datetime | None
    published_day: date | None
    published_offset: int | None
    published_raw: str | None
    published_precision: str | None
    timezone_origin: str | None
    modified: datetime | None
    tags: tuple[str, ...]
    language: str | None
    images: tuple[Image, ...]
    comment_count: int | None
    word_count: int
    access: str | None
    warnings: tuple[str, ...]
    first_seen: datetime
    last_seen: datetime
    gone_after: datetime | None
    gone_before: datetime | None
    cluster_id: int | None


ARTICLE_FIELDS = (
    "site", "title", "source", "editor", "section", "published", "published_raw", "published_precision",
    "timezone_origin", "modified", "language", "body", "images", "comment_count", "word_count", "access", "warnings",
)  # fmt: skip
# What is asked of a response later on; all its headers are in the WARC record.
KEPT_HEADERS = frozenset(
    ["content-type", "content-encoding", "content-language", "date", "etag", "last-modified",
     "link", "location", "retry-after", "x-robots-tag", "tdm-reservation", "tdm-policy",
     "cf-mitigated", "x-amzn-waf-action"]
)  # fmt: skip
_TIMES = ("published", "modified", "first_seen", "last_seen", "gone_after", "gone_before")


def article_values(article: Article) -> dict[str, Any]:
    """Return the columns of ``articles`` that come from the article itself."""
    values = {name: getattr(article, name) for name in ARTICLE_FIELDS}
    return values | {
        "published": to_text(article.published),
        "published_offset": _offset(article.published),
        "modified": to_text(article.modified),
        "images": as_json([asdict(image) for image in article.images]),
        "warnings": as_json(article.warnings),
    }


def stored_article(row: sqlite3.Row, authors: tuple[str, ...], tags: tuple[str, ...]) -> StoredArticle:
    """Return the article of a row of ``articles``."""
    values = {name: row[name] for name in StoredArticle.__slots__ if name not in ("authors", "tags")}
    values |= {name: from_text(row[name]) for name in _TIMES}
    values["published_day"] = date.fromisoformat(row["published_day"]) if row["published_day"] else None
    values["images"] = tuple(Image(**image) for image in json.loads(row["images"]))
    values["warnings"] = tuple(json.loads(row["warnings"]))
    return StoredArticle(**values, authors=authors, tags=tags)


def _offset(moment: datetime | None) -> int | None:
    offset = moment.utcoffset() if moment else None
    return None if offset is None else offset // timedelta(minutes=1)


def capture_values(capture: Capture) -> dict[str, Any]:
    """Return the row of ``captures`` for a capture."""
    place = capture.location
    return {
        "url": capture.url,
        "requested_url": capture.requested_url,
        "site": capture.site,
        "fetched_at": to_text(capture.fetched_at),
        "status": capture.status,
        "headers": as_json([(name, value) for name, value in capture.headers if name.lower() in KEPT_HEADERS]),
        "hints": as_json(dict(capture.hints)),
        "digest": capture.digest,
        "page_class": capture.page_class,
        "reason": capture.reason,
        "warc_file": place and place.file,
        "warc_offset": place and place.offset,
        "warc_length": place and place.length,
        "transfer_digest": capture.transfer_digest,
        "is_revisit": capture.is_revisit,
    }


def stored_capture(row: sqlite3.Row) -> Capture:
    """Return the capture of a row of ``captures``."""
    file = row["warc_file"]
    return Capture(
        url=row["url"],
        fetched_at=from_text(row["fetched_at"]),
        status=row["status"],
        headers=tuple((name, value) for name, value in json.loads(row["headers"])),
        requested_url=row["requested_url"],
        digest=row["digest"],
        location=Location(file, row["warc_offset"], row["warc_length"]) if file else None,
        site=row["site"],
        page_class=PageClass(row["page_class"]) if row["page_class"] else None,
        reason=row["reason"],
        hints=json.loads(row["hints"]),
        transfer_digest=row["transfer_digest"],
        is_revisit=bool(row["is_revisit"]),
        id=row["id"],
    )


def as_json(value: object) -> str:
    """Return compact JSON that a person can read in any script."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # json.dumps makes one at each call


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Any], *, replace: bool = False) -> int:
    """Insert one row and return its rowid. Names come from this room's code, values go in as parameters."""
    names, marks, verb = ", ".join(values), ", ".join("?" * len(values)), "replace" if replace else "insert"
    cursor = connection.execute(f"{verb} into {table} ({names}) values ({marks})", tuple(values.values()))
    return int(cursor.lastrowid or 0)


def update(connection: sqlite3.Connection, table: str, row_id: int, values: Mapping[str, Any]) -> None:
    """Set columns of the row with this id."""
    names = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"update {table} set {names} where id = ?", (*values.values(), row_id))  # noqa: S608
