"""Adds a reading to what came before it: writes what it changes, and nothing when it changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsarchive.archive.articles import details, identity, standins
from newsarchive.archive.articles.settling import delete, follow, is_later, note, row_of, settle, when_to_look
from newsarchive.archive.database import fulltext
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import article_values, insert
from newsarchive.archive.duplicates import clusters
from newsarchive.archive.revisions import derive, known_contents
from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.readings import Reading
from newsarchive.archive.sites import met, sitelines


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a reading did.

    ``outcome`` is ``new``, ``revision``, ``unchanged`` (the same content again), ``duplicate`` (the same text at
    another address of the site), ``alias`` (a copy, such as AMP, of an article that is there), ``reread`` (a
    capture that had been read before) or ``stand-in`` (what stands in the place of several articles). ``change`` is
    the kind of a revision; ``again`` are captures to be read again, whose details a stand-in had replaced.
    """

    outcome: str
    article_id: int
    revision_id: int | None = None
    change: str | None = None
    again: tuple[int, ...] = ()


def add_next(connection: Connection, reading: Reading, told: Mapping[int, Content] = {}) -> Added:
    """Add a reading that is later than all that bear on it.

    ``told`` gives the contents, by their hashes, of readings that bear on it and that no article shows.
    """
    if reading.article.site:
        met.meet(connection, reading.article.site, reading.fetched_at)
    reading = identity.believed(connection, reading)
    found = identity.resolve(connection, reading)
    if reading.stands_in or standins.stands_in(connection, reading, found):
        return _set_aside(connection, found, replace(reading, stands_in=True))
    if not reading.whole:
        return _note_hashes(connection, found, reading, told)
    return _add_again(connection, found, reading, told) if found else _add_new(connection, reading, told)


def _add_new(connection: Connection, reading: Reading, told: Mapping[int, Content]) -> Added:
    values = {
        "url": reading.url,
        **article_values(reading.article),
        "first_seen": reading.fetched_at,
        "last_seen": reading.fetched_at,
        "next_check": when_to_look(reading.content.published or reading.fetched_at, reading.fetched_at),
        "content_hash": reading.content_hash,
        "body_hash": reading.body_hash,
    }
    article_id = insert(connection, "articles", values)
    fulltext.add(connection, article_id, reading.content.title, reading.content.body)
    clusters.add(connection, article_id, reading.content.body)
    details.write(connection, article_id, reading.article)
    known = _take_back(connection, article_id, reading.url, told)
    note(connection, article_id, reading)
    identity.add_aliases(connection, article_id, reading, "own")
    if known:
        settle(connection, article_id, known, reading)
    else:
        derive(connection, article_id, {reading.content_hash: reading.content})
    if reading.article.site and reading.article.observed:
        sitelines.learn(connection, reading.article.site, reading.article.observed)
    if _join_others(connection, article_id, reading, told):
        return Added("duplicate", article_id)
    return Added("new", article_id, *revision(connection, article_id, reading))


def _set_aside(connection: Connection, found: identity.Found | None, reading: Reading) -> Added:
    """Keep a stand-in as what it is, of the article that is there; other articles that show it show it no longer."""
    if found:
        note(connection, found.article_id, reading)
    standins.judge(connection, [reading.capture_id])
    again = standins.take_back(connection, reading.body_hash, reading.content_hash, reading.answered)
    return Added("stand-in", found.article_id if found else 0, again=again)


def _note_hashes(
    connection: Connection, found: identity.Found | None, reading: Reading, told: Mapping[int, Content]
) -> Added:
    """Note a reading of a copy (AMP, print) of which older archives kept no text."""
    if found:
        note(connection, found.article_id, reading)
        identity.add_aliases(connection, found.article_id, reading, found.how)
        settle(connection, found.article_id, _known(connection, told, found.article_id))
    return Added("alias", found.article_id if found else 0)


def _add_again(connection: Connection, found: identity.Found, reading: Reading, told: Mapping[int, Content]) -> Added:
    row = row_of(connection, found.article_id)
    read_before = _was_read(connection, reading)
    is_next = not read_before and is_later(connection, row["id"], reading)
    note(connection, row["id"], reading)
    is_news = identity.add_aliases(connection, row["id"], reading, found.how)
    followed = follow(connection, row, reading) if is_next and not is_news else None
    outcome = followed or _settled(connection, row, reading, told)
    _join_others(connection, row["id"], reading, told, followed=bool(followed))
    if read_before:
        return Added("reread", row["id"])
    if outcome == "revision":
        return Added("revision", row["id"], *revision(connection, row["id"], reading))
    return Added("duplicate" if found.how == "duplicate" else outcome, row["id"])


def _settled(connection: Connection, row: sqlite3.Row, reading: Reading, told: Mapping[int, Content]) -> str:
    before = _revision_count(connection, row["id"])
    counts = settle(connection, row["id"], _known(connection, told, row["id"]), reading)
    if _revision_count(connection, row["id"]) > before:
        return "revision"
    is_seen_again = row["content_hash"] == reading.content_hash and reading.fetched_at >= row["last_seen"]
    return "unchanged" if counts or is_seen_again else "alias"


def _join_others(
    connection: Connection, article_id: int, reading: Reading, told: Mapping[int, Content], *, followed: bool = False
) -> bool:
    """Make one article of this one and those that it turns out to be: its page read without the link, its twins.

    Say whether it has twins; what ``followed`` all that the article was read as has those of its own body alone.
    """
    row = connection.execute(
        "select id from articles where url = ? and id <> ?", (reading.answered, article_id)
    ).fetchone()
    if row:
        _join(connection, article_id, row["id"], "canonical-link", told)
    narrow = followed and row is None
    sharing = identity.of_body(connection, reading.body_hash) if narrow else identity.sharing(connection, article_id)
    twins = identity.younger_twins(connection, article_id, sharing)
    for twin in twins:
        _join(connection, article_id, twin, "duplicate", told)
    return bool(twins)


def _join(connection: Connection, article_id: int, other: int, kind: str, told: Mapping[int, Content]) -> None:
    row = row_of(connection, other)
    known = _known(connection, told, other, article_id)
    connection.execute("update readings set article_id = ? where article_id = ?", (article_id, other))
    connection.execute("update url_aliases set article_id = ? where article_id = ?", (article_id, other))
    delete(connection, other)
    connection.execute("insert or replace into url_aliases values (?, ?, ?)", (row["url"], article_id, kind))
    settle(connection, article_id, known)


def _take_back(connection: Connection, article_id: int, url: str, told: Mapping[int, Content]) -> dict[int, Content]:
    """Give the readings of an address that stood as an alias to the article it is after all; return their contents."""
    alias = connection.execute("select article_id from url_aliases where url = ?", (url,)).fetchone()
    if alias is None:
        return {}
    other = alias["article_id"]
    known = _known(connection, told, other)
    connection.execute("delete from url_aliases where url = ?", (url,))
    taken = connection.execute("select content_hash from readings where article_id = ? and url = ?", (other, url))
    hashes = {row["content_hash"] for row in taken}
    connection.execute("update readings set article_id = ? where article_id = ? and url = ?", (article_id, other, url))
    settle(connection, other, known)
    return {each: content for each, content in known.items() if each in hashes}


def _known(connection: Connection, told: Mapping[int, Content], *numbers: int) -> dict[int, Content]:
    known = dict(told)
    for number in numbers:
        known |= known_contents(connection, number)
    return known


def _was_read(connection: Connection, reading: Reading) -> bool:
    return bool(connection.execute("select 1 from readings where capture_id = ?", (reading.capture_id,)).fetchone())


def _revision_count(connection: Connection, article_id: int) -> int:
    return int(connection.execute("select count(*) from revisions where article_id = ?", (article_id,)).fetchone()[0])


def revision(connection: Connection, article_id: int, reading: Reading) -> tuple[int | None, str | None]:
    """Return number and kind of change of the revision that a reading made or saw again."""
    row = connection.execute(
        "select id, change from revisions where article_id = ? and content_hash = ? and seen_at <= ?"
        " order by seen_at desc",
        (article_id, reading.content_hash, reading.fetched_at),
    ).fetchone()
    return (row["id"], row["change"]) if row else (None, None)
