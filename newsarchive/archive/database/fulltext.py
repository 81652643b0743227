"""Keeps the full-text index in step with the articles.

The index holds no text (``content=''``) and no positions (``detail=none``): a fifth of the size, and exact because
search confirms each hit in the text. An entry can only leave it together with the text it was made of.
"""

from __future__ import annotations

import logging
import sqlite3
import time

from newsarchive.text import HALF_SPACE, JOINERS, segmented

PATIENCE = 5.0  # seconds between two words about work that takes long
logger = logging.getLogger(__name__)


def add(connection: sqlite3.Connection, article_id: int, title: str | None, body: str) -> None:
    """Index an article."""
    connection.execute(
        "insert into articles_fts (rowid, title, body) values (?, ?, ?)",
        (article_id, segmented(title or ""), segmented(body)),
    )


def remove(connection: sqlite3.Connection, article_id: int, title: str | None, body: str) -> None:
    """Take an article out of the index, given the title and body it was indexed with."""
    connection.execute(
        "insert into articles_fts (articles_fts, rowid, title, body) values ('delete', ?, ?, ?)",
        (article_id, segmented(title or ""), segmented(body)),
    )


def index_joined(connection: sqlite3.Connection) -> None:
    """Index words with half-spaces as one word, too, in articles that were indexed by their parts alone."""
    texts = " or ".join(f"instr({column}, '{char}')" for column in ("title", "body") for char in JOINERS)
    for number, *text in connection.execute(f"select id, title, body from articles where {texts}").fetchall():  # noqa: S608
        title, body = (HALF_SPACE.sub(" ", part or "") for part in text)
        joined = set(segmented(" ".join(filter(None, text))).split()) - set(segmented(f"{title} {body}").split())
        asked = "select 1 from articles_fts where articles_fts match ? and rowid = ?"
        if joined and not connection.execute(asked, (f'"{min(joined)}"', number)).fetchone():
            remove(connection, number, title, body)
            add(connection, number, *text)


def rebuild(connection: sqlite3.Connection) -> int:
    """Make the index again from the articles, telling how far it is; return how many there are."""
    connection.execute("insert into articles_fts (articles_fts) values ('delete-all')")
    total = connection.execute("select count(*) from articles").fetchone()[0]
    told = time.monotonic()
    for count, (number, title, body) in enumerate(connection.execute("select id, title, body from articles")):
        if time.monotonic() - told > PATIENCE:
            told = time.monotonic()
            logger.warning("The search index is being made again: %d of %d articles", count, total)
        add(connection, number, title, body)
    return int(total)
