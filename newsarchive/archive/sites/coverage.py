"""Counts the archived articles of a site by the month of their publication."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Month:
    """A month such as ``2019-03``: articles published in it, and on how many of its days."""

    month: str
    articles: int = 0
    days: int = 0


def coverage(connection: sqlite3.Connection, site: str, first: date, last: date) -> list[Month]:
    """Return every month from the first to the last day; days are those of the pages."""
    rows = connection.execute(
        "select substr(published_day, 1, 7) as month, count(*) as articles,"
        " count(distinct published_day) as days from articles"
        " where site = ? and published_day between ? and ? group by month",
        (site, first.isoformat(), last.isoformat()),
    )
    found = {row["month"]: Month(row["month"], row["articles"], row["days"]) for row in rows}
    return [found.get(month, Month(month)) for month in _months(first, last)]


def _months(first: date, last: date) -> list[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]
