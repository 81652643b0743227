"""Tells what a site shows in the place of its articles: a domain for sale, a window, a notice, a layout read wrongly.

It is the same content at the addresses of several articles that have each had another. No article of the site has it
for a version then, neither those that showed it first nor a new address that shows nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsarchive.archive.articles import sightings
from newsarchive.archive.articles.identity import Found
from newsarchive.archive.articles.settling import delete, settle
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.revisions import known_contents
from newsarchive.archive.revisions.counting import counted
from newsarchive.archive.revisions.readings import Reading
from newsarchive.items import PageClass
from newsarchive.urls import same_site

FEWEST = 3  # articles; two may have become one
REASON = "the site shows the same in the place of other articles, too"


def stands_in(connection: sqlite3.Connection, reading: Reading, found: Found | None) -> bool:
    """Say whether the content of a reading, of the article that was found for it, stands in for several articles."""
    instead = _instead(connection, reading.body_hash, reading.content_hash, reading.answered)
    if found and instead and _had_another(connection, found.article_id, reading.content_hash):
        instead.add(found.article_id)
    return len(instead) >= FEWEST


def discovered(
    connection: sqlite3.Connection, article: int, latest: Reading | None = None
) -> list[tuple[int, int, str]]:
    """Return the contents of an article, as hashes of body and content with its address, that are stand-ins.

    With one reading more, ``latest``, only its own content can be found out, and what was the only one until then.
    """
    if latest and connection.execute(_THREE_VERSIONS, (article,)).fetchone():
        shown = [(latest.body_hash, latest.content_hash, latest.answered)]
    else:
        shown = [tuple(row) for row in connection.execute(_SHOWN, (article,))]
    return [each for each in shown if len(_instead(connection, *each)) >= FEWEST]


def is_still(connection: sqlite3.Connection, capture: int, content_hash: int) -> bool:
    """Say whether a capture holds a stand-in that reads as it did before."""
    asked = "select 1 from readings where capture_id = ? and content_hash = ? and is_stand_in"
    return connection.execute(asked, (capture, content_hash)).fetchone() is not None


def take_back(connection: Connection, body_hash: int, content_hash: int, url: str) -> tuple[int, ...]:
    """Take a stand-in back from all articles of a site that show it; return captures to be read again."""
    shown = mark(connection, body_hash, content_hash, url)
    contents = {number: known_contents(connection, number) for number in shown}
    again = []
    for number, known in contents.items():
        counting = counted(connection, number, known)
        if counting:
            settle(connection, number, known)
            sightings.derive(connection, number)
            again.append(counting[-1]["capture_id"])
        else:
            delete(connection, number)
    return tuple(again)


def mark(connection: Connection, body_hash: int, content_hash: int, url: str) -> set[int]:
    """Mark the readings of a content on a site as stand-ins; return the articles that had it for a version."""
    rows = [
        row for row in connection.execute(_READ_AS, (body_hash, content_hash)).fetchall() if same_site(row["url"], url)
    ]
    judge(connection, (row["capture_id"] for row in rows))
    return {row["article_id"] for row in rows}


def judge(connection: Connection, captures: Iterable[int]) -> None:
    """Write that captures hold a stand-in, in their readings and aliases, too."""
    for number in captures:
        connection.execute(
            "update captures set page_class = ?, reason = ? where id = ?", (PageClass.UNREADABLE, REASON, number)
        )
        connection.execute("update readings set is_stand_in = 1 where capture_id = ?", (number,))
        connection.execute(_FREE, (number,))


def _instead(connection: sqlite3.Connection, body_hash: int, content_hash: int, url: str) -> set[int]:
    """Return the articles of a site that have had a content at their own address, and another one."""
    rows = connection.execute(_AT_ARTICLES, (body_hash, content_hash)).fetchall()
    return {
        row["id"] for row in rows if same_site(row["url"], url) and _had_another(connection, row["id"], content_hash)
    }


def _had_another(connection: sqlite3.Connection, article: int, content_hash: int) -> bool:
    asked = "select 1 from readings where article_id = ? and content_hash <> ?"
    return connection.execute(asked, (article, content_hash)).fetchone() is not None


_AT_ARTICLES = """
    select distinct articles.id, articles.url from readings join articles on articles.id = article_id
    where readings.body_hash = ? and readings.content_hash = ? and readings.url = articles.url"""
_READ_AS = """
    select capture_id, article_id, url from readings
    where body_hash = ? and content_hash = ? and not is_stand_in"""
_THREE_VERSIONS = "select 1 from revisions where article_id = ? limit 1 offset 2"
_SHOWN = """
    select distinct body_hash, content_hash, url from readings where article_id = ? and not is_stand_in"""
# The address of a new page that was taken for the same text at another address.
_FREE = """
    delete from url_aliases where kind = 'duplicate' and url = (select url from readings where capture_id = ?)
    and not exists (select 1 from readings where readings.url = url_aliases.url and not is_stand_in)"""
