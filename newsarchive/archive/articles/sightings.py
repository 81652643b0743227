"""Tells whether an article is still there: gone when it is missing at its address and wherever it was seen since.

What is stored follows from the captures, in whatever order they came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from newsarchive.archive.articles.checks import next_check
from newsarchive.archive.articles.identity import article_id
from newsarchive.archive.database.rows import update
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.archive.revisions import changed_at
from newsarchive.archive.revisions.absences import APART, MISSED, NEARBY, Look, home, looks, seen_at_home
from newsarchive.items import Capture, PageClass
from newsarchive.urls import canonical_url


def observed(connection: sqlite3.Connection, capture: Capture) -> set[int]:
    """Return the article that a capture misses or finds unchanged, or those whose misses it makes count."""
    if capture.page_class is None and capture.status == 200:
        return set()
    urls = {capture.url, capture.requested_url}
    if capture.status == 304 or capture.status == 200 and capture.page_class in _THERE:
        moment = capture.fetched_at
        near = connection.execute(_MISSES_NEARBY, (capture.site, to_text(moment - NEARBY), to_text(moment + NEARBY)))
        misses = {url for row in near for url in row}
        urls = misses | urls if capture.status == 304 else misses
    articles = {article_id(connection, url) for url in {canonical_url(url) for url in urls if url}}
    return {article for article in articles if article}


_THERE = (PageClass.ARTICLE, PageClass.LIST, PageClass.FRONT)
_MISSES_NEARBY = f"""
    select url, requested_url from captures
    where site is ? and fetched_at between ? and ? and {MISSED}"""  # noqa: S608 - from absences.py


def derive(connection: sqlite3.Connection, article: int) -> None:
    """Write when an article was last seen and, if it is gone, between which two times it went."""
    row = connection.execute("select * from articles where id = ?", (article,)).fetchone()
    if row is None:
        return
    places = [look for _, look in _places(connection, row)]
    seen = max([row["last_seen"], *(look.seen for look in places)])
    looked = from_text(max([seen, *(look.looked for look in places)]))
    gone = max(look.misses[0] for look in places) if all(look.is_missing for look in places) else None
    values = {
        "last_seen": seen,
        "gone_after": seen if gone else None,
        "gone_before": to_text(gone),
        "next_check": to_text(_next_look(connection, row, places, looked, gone)),
    }
    update(connection, "articles", article, values)


def places(connection: sqlite3.Connection, article: int) -> list[str]:
    """Return where to look for an article: at its address and, if it may be missing there, where it was seen since."""
    row = connection.execute("select * from articles where id = ?", (article,)).fetchone()
    found = list(_places(connection, row))
    return [url for url, _ in (found if found[0][1].misses else found[:1])]


def _places(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[tuple[str, Look]]:
    """Yield the article's address with the last look at it, and the others where it has been seen since."""
    elsewhere = connection.execute(_SEEN_ELSEWHERE, (row["id"],)).fetchall()
    seen = max(seen_at_home(connection, row["id"]), default=row["first_seen"]) if elsewhere else row["last_seen"]
    here = looks(connection, row["id"], home(connection, row["id"]), [seen])[-1]
    yield row["url"], here
    for url, moment in elsewhere:
        if moment > here.seen:
            yield url, looks(connection, row["id"], [url], [moment])[-1]


_SEEN_ELSEWHERE = """
    select url, max(fetched_at) from readings join url_aliases using (url, article_id)
    where article_id = ? and kind = 'duplicate' and not is_stand_in group by url order by url"""


def _next_look(
    connection: sqlite3.Connection, row: sqlite3.Row, places: list[Look], looked: datetime, gone: datetime | None
) -> datetime | None:
    """Return when to look again: what was answered instead of the article (a block, an error) was a look, too."""
    if gone:
        return next_check(gone, looked)
    if any(look.misses and not look.is_missing for look in places):
        return looked + APART
    return next_check(from_text(changed_at(connection, row)), looked)


def is_seen_elsewhere(connection: sqlite3.Connection, article: int) -> bool:
    """Say whether the text of an article was read at another address of its site."""
    return connection.execute(_SEEN_ELSEWHERE, (article,)).fetchone() is not None


def looked(connection: sqlite3.Connection, url: str, now: datetime) -> None:
    """Write when to look next at an article, given by its canonical URL, of which there was nothing to capture."""
    article = article_id(connection, url)
    if article:
        row = connection.execute("select * from articles where id = ?", (article,)).fetchone()
        following = next_check(from_text(changed_at(connection, row)), now)
        update(connection, "articles", article, {"next_check": to_text(following)})
