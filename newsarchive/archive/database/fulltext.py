"""Keeps the full-text index in step with the articles.

The index holds no text (``content=''``) and no positions (``detail=none``): a fifth of the size, and exact because
search confirms each hit in the text. An entry can only leave it together with the text it was made of.
"""

from __future__ import annotations

import logging
import sqlite3
import time

from newsarchive.text import segmented

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
