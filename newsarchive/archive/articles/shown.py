"""What the archive shows of a capture: the fields that were read from it, to be held against another reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsarchive.archive.articles import details
from newsarchive.archive.articles.details import CONTENT
from newsarchive.archive.articles.settling import row_of
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import ARTICLE_FIELDS, article_values
from newsarchive.archive.revisions import known_contents
from newsarchive.archive.revisions.content import content_of
from newsarchive.archive.revisions.counting import counted
from newsarchive.items import Article

_COLUMNS = tuple(name for name in ARTICLE_FIELDS if name not in ("site", "warnings"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The fields of a reading as the archive has them, and the version of the extractor that read them.

    Of readings that a later one followed, the archive keeps the content only.
    """

    fields: Mapping[str, Any]
    extractor: str


def shown(connection: Connection, capture_id: int) -> Shown | None:
    """Return what was read from a capture; ``None`` if nothing was, or if it stands as a copy of another."""
    row = connection.execute("select * from readings where capture_id = ?", (capture_id,)).fetchone()
    if row is None:
        return None
    known = known_contents(connection, row["article_id"])
    content = known.get(row["content_hash"])
    if content is None:
        return None
    fields: dict[str, Any] = {name: getattr(content, name) for name in CONTENT}
    if counted(connection, row["article_id"], known)[-1]["capture_id"] == capture_id:
        fields |= _details(connection, row["article_id"])
    return Shown(fields, row["extractor"])


def as_shown(found: Article) -> dict[str, Any]:
    """Return the fields of an article in the form in which ``shown`` gives them."""
    content = content_of(found)
    values = article_values(found) | {name: getattr(content, name) for name in CONTENT}
    return {name: values[name] for name in _COLUMNS} | {
        "authors": tuple(dict.fromkeys(found.authors)),
        "tags": tuple(dict.fromkeys(found.tags)),
    }


def _details(connection: Connection, article_id: int) -> dict[str, Any]:
    row = row_of(connection, article_id)
    names = {f"{kind}s": details.names_of(connection, article_id, kind) for kind in ("author", "tag")}
    return {name: row[name] for name in _COLUMNS if name not in CONTENT} | names
