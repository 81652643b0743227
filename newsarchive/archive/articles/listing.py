"""Lists the articles of a selection, whole or counted."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from newsarchive.archive.articles.details import stored
from newsarchive.archive.database.rows import StoredArticle
from newsarchive.archive.search import FILTERS, Selection, filter_values, matching

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
TIMES: Final = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Sample:
    """So many articles at most, chosen by their addresses: the same ones from the same articles in any archive."""

    size: int
    seed: str = ""

    def of(self, urls: list[str]) -> set[str]:
        """Return the chosen ones of these addresses."""
        return set(heapq.nsmallest(self.size, urls, key=lambda url: blake2b(f"{self.seed}\n{url}".encode()).digest()))


def articles(
    connection: sqlite3.Connection, selection: Selection, query: str | None = None, sample: Sample | None = None
) -> Iterator[StoredArticle]:
    """Yield the articles that pass, the earliest published first, undated ones last."""
    chosen, values = _chosen(connection, selection, query)
    rows = connection.execute(f"select id, url {chosen} order by published is null, published, url", values).fetchall()
    kept = sample.of([row["url"] for row in rows]) if sample else None
    for row in rows:
        found = stored(connection, row["id"]) if kept is None or row["url"] in kept else None
        if found:
            yield found


def counts(
    connection: sqlite3.Connection, by: str, selection: Selection, query: str | None = None
) -> list[tuple[str, int]]:
    """Return how many articles there are of each ``by``, a key of ``GROUPS``: times in order, else the most first."""
    chosen, values = _chosen(connection, selection, query)
    order = "1" if by in TIMES else "2 desc, 1"
    counted = connection.execute(f"select {GROUPS[by]}, count(*) {chosen} group by 1 order by {order}", values)
    return [(label or "unknown", count) for label, count in counted]


def split_counts(
    connection: sqlite3.Connection, by: str, split: str, selection: Selection, query: str | None = None
) -> dict[str, dict[str, int]]:
    """Return the counts by ``by`` of each value of ``split``, another key of ``GROUPS``, in the order of the values."""
    chosen, values = _chosen(connection, selection, query)
    counted: dict[str, dict[str, int]] = {}
    asked = f"select {GROUPS[split]}, {GROUPS[by]}, count(*) {chosen} group by 1, 2 order by 1 is null, 1"
    for part, label, count in connection.execute(asked, values):
        counted.setdefault(part or "unknown", {})[label or "unknown"] = count
    return counted


def _chosen(
    connection: sqlite3.Connection, selection: Selection, query: str | None
) -> tuple[str, dict[str, str | None]]:
    """Return the end of a statement that chooses articles, with its values."""
    if query is None:
        return f"from articles where true {FILTERS}", filter_values(selection)
    found = json.dumps(matching(connection, query, selection))
    return "from articles where id in (select value from json_each(:found))", {"found": found}
