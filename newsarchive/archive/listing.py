"""Lists the articles of a selection, whole or counted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final

from newsarchive.archive.articles import stored
from newsarchive.archive.rows import StoredArticle
from newsarchive.archive.search import FILTERS, Filters, filter_values, matching

# What articles can be counted by. Days are those of the pages.
GROUPS: Final = {
    "day": "published_day",
    "month": "substr(published_day, 1, 7)",
    "year": "substr(published_day, 1, 4)",
    "site": "site",
    "section": "section",
    "source": "source",
    "language": "language",
}


def articles(connection: sqlite3.Connection, filters: Filters) -> Iterator[StoredArticle]:
    """Yield the articles that pass, the earliest published first."""
    chosen = f"select id from articles where true {FILTERS} order by published, id"  # noqa: S608 - constants
    for (number,) in connection.execute(chosen, filter_values(filters)).fetchall():
        found = stored(connection, number)
        if found:
            yield found


def counts(
    connection: sqlite3.Connection, by: str, filters: Filters, query: str | None = None
) -> list[tuple[str, int]]:
    """Return how many articles that pass there are of each ``by``, a key of ``GROUPS``, in the order of their names."""
    values = filter_values(filters)
    found = ""
    if query is not None:
        found = "and id in (select value from json_each(:found))"
        values["found"] = json.dumps(matching(connection, query, filters))
    chosen = f"select {GROUPS[by]} as label, count(*) from articles where true {FILTERS} {found}"  # noqa: S608 - constants
    return [
        (label or "unknown", count) for label, count in connection.execute(f"{chosen} group by 1 order by 1", values)
    ]
