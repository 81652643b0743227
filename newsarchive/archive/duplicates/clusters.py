"""Groups articles that are copies of one another, on whatever address or site: nothing is dropped, all are linked.

A cluster is a connected part of the graph of copies, so it does not depend on the order in which articles came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from newsarchive.archive.database.rows import insert, update
from newsarchive.archive.database.times import on_the_page
from newsarchive.archive.duplicates import fingerprints
from newsarchive.archive.duplicates.shingles import Likeness, bands, likeness, shingles

MOST = 40  # candidates that are compared: the likeliest, so that a template used a thousand times costs no more


@dataclass(frozen=True, slots=True)
class Similar:
    """A copy of an article, published by its page's clock, with the shares (0..1) of shingles that both have."""

    url: str
    site: str | None
    title: str | None
    source: str | None
    published: datetime | None
    published_precision: str | None
    resemblance: float
    containment: float


def add(connection: sqlite3.Connection, article: int, body: str) -> None:
    """Index an article's text and put it into the cluster of its copies, if it has any."""
    found = bands(shingles(body))
    _cluster(connection, article, body, found)
    fingerprints.add(connection, article, found)


def remove(connection: sqlite3.Connection, article: int, body: str) -> None:
    """Take an article out of the index and its cluster, given the text it was indexed with."""
    found = bands(shingles(body))
    fingerprints.remove(connection, article, found)
    cluster = connection.execute("select cluster_id from articles where id = ?", (article,)).fetchone()["cluster_id"]
    if cluster is None:
        return
    update(connection, "articles", article, {"cluster_id": None})
    near = [row["body"] for row in _candidates(connection, article, found) if row["cluster_id"] == cluster]
    if len(near) > 1 and _hold_together(near):
        describe(connection, cluster)
    else:
        _part(connection, cluster)


def similar(connection: sqlite3.Connection, article: int) -> list[Similar]:
    """Return the articles of the same cluster, the most alike first."""
    row = connection.execute("select body, cluster_id from articles where id = ?", (article,)).fetchone()
    others = connection.execute("select * from articles where cluster_id = ? and id <> ?", (row["cluster_id"], article))
    found = [_similar(other, likeness(row["body"], other["body"])) for other in others]
    return sorted(found, key=lambda each: (-each.resemblance, each.url))


def describe(connection: sqlite3.Connection, cluster: int | None) -> None:
    """Write a cluster's size, its earliest article, and whom most of its members credit beside themselves."""
    if cluster is None:
        return
    first = connection.execute(
        "select id, published from articles where cluster_id = ? order by coalesce(published, first_seen), url limit 1",
        (cluster,),
    ).fetchone()
    credited = connection.execute(
        "select source from articles where cluster_id = ? and source is not null"
        " group by source order by count(*) - sum(source is site) desc, count(*) desc,"
        " min(coalesce(published, first_seen)), source limit 1",
        (cluster,),
    ).fetchone()
    size = connection.execute("select count(*) from articles where cluster_id = ?", (cluster,)).fetchone()[0]
    values = {"size": size, "first_article_id": first["id"], "first_published": first["published"]}
    update(connection, "clusters", cluster, values | {"credited": credited and credited["source"]})


def _candidates(connection: sqlite3.Connection, article: int, found: list[int]) -> Iterable[sqlite3.Row]:
    """Return the articles that share a band, those with the most first."""
    if not found:
        return []
    sql = f"""
        select id, body, cluster_id from articles join (
            select article_id, count(*) as shared from ({fingerprints.sharing(len(found))})
            group by article_id order by shared desc, article_id limit {MOST}
        ) on id = article_id where id <> ?{len(found) + 1}"""  # noqa: S608 - numbers only
    return connection.execute(sql, (*found, article)).fetchall()


def _cluster(connection: sqlite3.Connection, article: int, body: str, found: list[int]) -> None:
    """Put an article into the cluster of its copies; clusters with a copy of it in common become one."""
    joined: set[int] = set()
    alone: list[int] = []
    for row in _candidates(connection, article, found):
        if row["cluster_id"] in joined or not likeness(body, row["body"]).is_copy:
            continue
        if row["cluster_id"] is None:
            alone.append(row["id"])
        else:
            joined.add(row["cluster_id"])
    if joined or alone:
        _join(connection, [article, *alone], joined)


def _join(connection: sqlite3.Connection, articles: list[int], clusters: set[int]) -> None:
    """Make one cluster of articles that have none and of clusters."""
    kept = min(clusters) if clusters else insert(connection, "clusters", {"size": 0})
    for other in clusters - {kept}:
        connection.execute("update articles set cluster_id = ? where cluster_id = ?", (kept, other))
        connection.execute("delete from clusters where id = ?", (other,))
    connection.executemany("update articles set cluster_id = ? where id = ?", [(kept, each) for each in articles])
    describe(connection, kept)


def _hold_together(texts: list[str]) -> bool:
    """Say whether each text is linked to each other by copies among them: then nobody else held them together."""
    linked, apart = texts[:1], texts[1:]
    for text in linked:  # it grows on the way
        found = [other for other in apart if likeness(text, other).is_copy]
        apart = [other for other in apart if other not in found]
        linked += found
    return not apart


def _part(connection: sqlite3.Connection, cluster: int) -> None:
    """Form the clusters anew that are left of one when an article has gone from it."""
    rows = connection.execute("select id, body from articles where cluster_id = ?", (cluster,)).fetchall()
    connection.execute("delete from clusters where id = ?", (cluster,))
    for row in rows:
        _cluster(connection, row["id"], row["body"], bands(shingles(row["body"])))


def _similar(row: sqlite3.Row, found: Likeness) -> Similar:
    return Similar(
        url=row["url"],
        site=row["site"],
        title=row["title"],
        source=row["source"],
        published=on_the_page(row["published"], row["published_offset"]),
        published_precision=row["published_precision"],
        resemblance=round(found.resemblance, 3),
        containment=round(found.containment, 3),
    )
