"""Adds articles so that the same readings, in whatever order they come, leave the same articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsarchive.archive.articles import asides, details, identity, related, sightings, standins
from newsarchive.archive.articles.adding import Added, add_next, revision
from newsarchive.archive.articles.settling import delete
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import StoredArticle, as_json
from newsarchive.archive.revisions.absences import absences
from newsarchive.archive.revisions.content import Content
from newsarchive.archive.revisions.readings import Reading
from newsarchive.items import Capture

__all__ = ["Added", "add", "add_together", "article", "delete", "observe"]


def add(connection: Connection, reading: Reading) -> Added:
    """Add a reading to the article it belongs to, or as a new one."""
    near = related.near(connection, reading)
    if all(related.is_next(connection, article, reading) for article in near) and len(near) < 2:
        return _without_stand_ins(connection, _add_in_order(connection, [reading])[0], reading)
    return add_together(connection, [reading])[0]


def add_together(connection: Connection, readings: Sequence[Reading]) -> list[Added]:
    """Add readings, and leave what all that bear on one another leave if they come in the order of fetching.

    One article with one address takes its readings in any order. Others are taken apart for a reading that is not the
    last, and all that the archive has of them is added again.
    """
    near = related.all_related(connection, readings)
    if near is None or (len(near) < 2 and related.have_one_address(connection, near, readings)):
        return [_without_stand_ins(connection, each) for each in _add_in_order(connection, readings)]
    return [_without_stand_ins(connection, each) for each in _add_among(connection, near, readings)]


def _add_among(connection: Connection, near: set[int], readings: Sequence[Reading]) -> list[Added]:
    """Add readings to those that the articles near them have."""
    told = {each.capture_id: each for article in near for each in asides.readings(connection, article)}
    fresh = {each.capture_id: each for each in readings}
    in_order = sorted((told | fresh).values(), key=lambda each: (each.stands_in, each.moment))
    texts = {each.content_hash: each.content for each in in_order if each.whole}
    if not fresh.keys() & told.keys() and {each.capture_id for each in in_order[-len(fresh) :]} == fresh.keys():
        added = {each.capture_id: add_next(connection, each, texts) for each in in_order[-len(fresh) :]}
    else:
        _tell_again(connection, near, in_order, texts)
        added = {each.capture_id: _outcome(connection, each, told) for each in readings}
    for article in _articles_of(connection, [each.capture_id for each in in_order]):
        asides.keep(connection, article, told | fresh)
        sightings.derive(connection, article)
    return [added[each.capture_id] for each in readings]


def _tell_of_absence(connection: Connection, article: int) -> None:
    """Have an article that is missing at its address, or is there again, go on or not where its text is shown, too."""
    near = related.all_related(connection, [], {article})
    if near and (len(near) > 1 or sightings.is_seen_elsewhere(connection, article)):
        _add_among(connection, near, [])


def observe(connection: Connection, capture: Capture) -> None:
    """Take note of a capture: of the article it misses, or of the articles whose misses it makes count."""
    for number in sightings.observed(connection, capture):
        away = absences(connection, number)
        if (away or capture.status == 304) and away != absences(connection, number, capture.id or 0):
            _tell_of_absence(connection, number)
        sightings.derive(connection, number)


def article(connection: sqlite3.Connection, url: str) -> StoredArticle | None:
    """Return the article that this canonical URL leads to."""
    article_id = identity.article_id(connection, url)
    return details.stored(connection, article_id) if article_id else None


def _add_in_order(connection: Connection, readings: Sequence[Reading]) -> list[Added]:
    added = {each.capture_id: add_next(connection, each) for each in sorted(readings, key=lambda each: each.moment)}
    for number in {each.article_id for each in added.values()}:
        sightings.derive(connection, number)
    return [added[each.capture_id] for each in readings]


def _without_stand_ins(connection: Connection, added: Added, latest: Reading | None = None) -> Added:
    """Take back what a version more shows to be a stand-in: the same that others of the site have had beside theirs."""
    if added.outcome != "revision" and added.change is None:
        return added
    found = standins.discovered(connection, added.article_id, latest)
    again = {number for each in found for number in standins.take_back(connection, *each)}
    return replace(added, again=tuple(again)) if again else added


def _tell_again(connection: Connection, near: set[int], in_order: list[Reading], texts: Mapping[int, Content]) -> None:
    """Delete the articles and add their readings again, with what came between; the site memory knows them already."""
    pages = [page for number in near for page in identity.pages(connection, number)]
    for number in near:
        delete(connection, number)
    for each in in_order:
        add_next(connection, replace(each, article=replace(each.article, observed=())), texts)
        identity.put_pages(connection, pages)


def _outcome(connection: Connection, reading: Reading, told: Mapping[int, Reading]) -> Added:
    """Say what a reading did to articles that were there."""
    row = connection.execute(_PLACE, (reading.capture_id,)).fetchone()
    if row is None:
        return Added("alias", 0)
    number, kind = row["article_id"], row["kind"]
    if reading.capture_id in told:
        return Added("reread", number)
    rows = connection.execute("select capture_id from readings where article_id = ?", (number,))
    others = [told[each["capture_id"]] for each in rows if each["capture_id"] in told]
    is_known = any(each.content_hash == reading.content_hash for each in others)
    if not others or (row["is_revision"] and not is_known):
        return Added("revision" if others else "new", number, *revision(connection, number, reading))
    if kind == "canonical-link":
        return Added("alias", number)
    is_at_another = reading.answered not in {each.answered for each in others}
    return Added("duplicate" if is_known and is_at_another else "unchanged", number)


_PLACE = """
    select readings.article_id, kind, exists(select 1 from revisions where capture_id = ?1) as is_revision
    from readings left join url_aliases on url_aliases.url = readings.url where readings.capture_id = ?1"""


def _articles_of(connection: Connection, captures: Iterable[int]) -> set[int]:
    marks = as_json(list(captures))
    asked = "select distinct article_id from readings where capture_id in (select value from json_each(?))"
    return {row["article_id"] for row in connection.execute(asked, (marks,))}
