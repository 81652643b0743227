"""Keeps what an article has many of: authors, tags, and the reasons for its fields."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsarchive.archive.articles import provenance
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.names import number
from newsarchive.archive.database.rows import StoredArticle, article_values, stored_article, update
from newsarchive.items import Article

CONTENT = ("title", "body", "source", "published")  # what revisions keep


def write(connection: Connection, article_id: int, article: Article) -> None:
    """Write the names and the provenance of an article, in the place of earlier ones."""
    _write_names(connection, article_id, "author", article.authors)
    _write_names(connection, article_id, "tag", article.tags)
    provenance.write(connection, article_id, article)


def show(connection: Connection, article_id: int, article: Article) -> None:
    """Write all that an article has beside its content."""
    values = {name: value for name, value in article_values(article).items() if name not in CONTENT}
    update(connection, "articles", article_id, values)
    renew(connection, article_id, article)


def renew(connection: Connection, article_id: int, article: Article) -> None:
    """Write them again if the names have changed."""
    kept = {kind: names_of(connection, article_id, kind) for kind in ("author", "tag")}
    if kept != {"author": article.authors, "tag": article.tags}:
        write(connection, article_id, article)


def names_of(connection: sqlite3.Connection, article_id: int, kind: str) -> tuple[str, ...]:
    """Return the names of a kind, ``author`` or ``tag``, in the page's order."""
    rows = connection.execute(
        f"select name from article_{kind}s join {kind}s on id = {kind}_id where article_id = ? order by position",  # noqa: S608
        (article_id,),
    )
    return tuple(row["name"] for row in rows)


def stored(connection: sqlite3.Connection, article_id: int) -> StoredArticle | None:
    """Return the article of this number."""
    row = connection.execute("select * from articles where id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    return stored_article(row, names_of(connection, article_id, "author"), names_of(connection, article_id, "tag"))


def _write_names(connection: Connection, article_id: int, kind: str, names: Iterable[str]) -> None:
    connection.execute(f"delete from article_{kind}s where article_id = ?", (article_id,))  # noqa: S608 - author, tag
    rows = [
        (article_id, position, number(connection, f"{kind}s", name))
        for position, name in enumerate(dict.fromkeys(names))
    ]
    connection.executemany(f"insert into article_{kind}s values (?, ?, ?)", rows)  # noqa: S608 - author, tag
