"""Searches the full-text index, confirms each candidate in the article's text, and ranks it there.

The index finds the articles that have the words and pairs of characters of the query; the text itself tells whether
they stand together, and whether it has what is excluded. Rank is BM25 (Robertson and Zaragoza, 2009) of the confirmed
matches with the title counting five times, over the POOL most recently added candidates, which bounds the cost of words
that half the archive contains.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypedDict

from newsarchive.archive.database.times import on_the_page
from newsarchive.query import Clause, is_in_index, match_expression, parse
from newsarchive.query.snippets import snippet
from newsarchive.query.terms import Term

POOL = 500
TITLE_WEIGHT = 5.0
USUAL_LENGTH = 1500  # characters of a news article, in the mean of both scripts
MANY = 1000  # matches from which walking the index of dates is cheaper than sorting


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, published by its page's clock.

    ``snippet`` has the matches between ``**``, the best ``rank`` is the highest.
    """

    url: str
    title: str | None
    site: str | None
    source: str | None
    published: datetime | None
    published_precision: str | None
    snippet: str
    rank: float


class Selection(TypedDict, total=False):
    """What the articles must be, beside containing the query; the days of publication are those of the pages.

    ``since`` is the first of them, ``until`` the last. ``None`` asks for nothing.
    """

    site: str | None
    since: date | None
    until: date | None
    tag: str | None
    language: str | None


def search(
    connection: sqlite3.Connection, query: str, selection: Selection, *, limit: int = 20, newest: bool = False
) -> list[Hit]:
    """Return the best hits, or with ``newest`` the latest published; none for an empty query."""
    clauses = parse(query)
    if not clauses:
        return []
    confirmed = _confirmed(connection, clauses, selection, newest=newest)
    if newest:
        scored = list(islice(confirmed, limit))
    else:
        pool = islice(confirmed, max(POOL, limit))
        scored = heapq.nlargest(limit, pool, key=lambda hit: (hit[0], hit[1]["published"] or "", hit[1]["url"]))
    terms = [term for clause in clauses if not clause.excluded for term in clause.terms]
    return [_hit(row, rank, terms) for rank, row in scored]


def matching(connection: sqlite3.Connection, query: str, selection: Selection) -> list[int]:
    """Return the numbers of all articles that a search finds; none for an empty query."""
    clauses = parse(query)
    if clauses and all(map(is_in_index, clauses)):  # a tenth of the time
        values, filters = _asked(clauses, selection)
        asked = f"{_MATCHING_NUMBERS if values['match'] else _NUMBERS} {filters}"
        return [number for (number,) in connection.execute(asked, values)]
    return [row["id"] for _, row in _confirmed(connection, clauses, selection)] if clauses else []


def _candidates(
    connection: sqlite3.Connection, clauses: Sequence[Clause], selection: Selection, *, newest: bool
) -> Iterator[sqlite3.Row]:
    """Yield the rows that the index and the filters let through: the latest published, or else added, first."""
    values, filters = _asked(clauses, selection)
    if not values["match"]:  # nothing but punctuation or what is excluded
        return connection.execute(f"{_ARTICLES} where true {filters} order by published desc, id desc", values)
    if not newest:
        return connection.execute(f"{_MATCHING_ARTICLES} {filters} order by articles_fts.rowid desc", values)
    few = connection.execute(f"select count(*) from ({_MATCHING} limit {MANY})", values).fetchone()[0] < MANY  # noqa: S608
    found = f"{_MATCHING_ARTICLES} {filters}" if few else f"{_BY_DATE} where articles.id in ({_MATCHING}) {filters}"
    return connection.execute(f"{found} order by articles.published desc, articles.id desc", values)


_COLUMNS = (
    "articles.id, url, articles.title, articles.body, site, source, published, published_offset, published_precision"
)
_ARTICLES = f"select {_COLUMNS} from articles"  # noqa: S608 - constants, here and below
_BY_DATE = f"{_ARTICLES} indexed by articles_by_published"
_MATCHING = "select rowid from articles_fts where articles_fts match :match"
_NUMBERS = "select articles.id from articles where true"
_WITHOUT = "and articles.id not in (select rowid from articles_fts where articles_fts match :unwanted)"
_OF_ARTICLES = (
    "from articles_fts cross join articles on articles.id = articles_fts.rowid where articles_fts match :match"
)
_MATCHING_ARTICLES = f"select {_COLUMNS} {_OF_ARTICLES}"
_MATCHING_NUMBERS = f"select articles.id {_OF_ARTICLES}"
FILTERS = """
    and (:site is null or site = :site)
    and (:since is null or published_day >= :since)
    and (:until is null or published_day <= :until)
    and (:language is null or language = :language)
    and (:tag is null or exists (
        select 1 from article_tags join tags on tags.id = tag_id where article_id = articles.id and name = :tag))"""


def filter_values(selection: Selection) -> dict[str, str | None]:
    """Return the values of the placeholders in ``FILTERS``."""
    first, last = selection.get("since"), selection.get("until")
    return {
        "site": selection.get("site"),
        "since": first.isoformat() if first else None,
        "until": last.isoformat() if last else None,
        "tag": selection.get("tag"),
        "language": selection.get("language"),
    }


def _asked(clauses: Sequence[Clause], selection: Selection) -> tuple[dict[str, str | None], str]:
    """Return the values of a statement, and the conditions that its rows must meet, as far as the index can tell."""
    excluded = tuple(term for clause in clauses if clause.excluded and is_in_index(clause) for term in clause.terms)
    unwanted = match_expression([Clause(excluded)]) if excluded else ""
    values = {"match": match_expression(clauses), "unwanted": unwanted, **filter_values(selection)}
    return values, f"{FILTERS} {_WITHOUT if unwanted else ''}"


def _confirmed(
    connection: sqlite3.Connection, clauses: Sequence[Clause], selection: Selection, *, newest: bool = False
) -> Iterator[tuple[float, sqlite3.Row]]:
    """Yield the rows for whose text every clause holds, with their rank."""
    for row in _candidates(connection, clauses, selection, newest=newest):
        title, body = row["title"] or "", row["body"]
        rank = 0.0
        for clause in clauses:
            count = sum(_score(term, title, body) for term in clause.terms)
            if bool(count) == clause.excluded:
                break
            rank += _weight(count, len(body))
        else:
            yield rank, row


def _score(term: Term, title: str, body: str) -> float:
    return term.count(title) * TITLE_WEIGHT + (0 if term.in_title else term.count(body))


def _weight(count: float, length: int) -> float:
    """BM25 of one term with k1 = 1.2 and b = 0.75, without the rarity of terms."""
    return count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / USUAL_LENGTH))


def _hit(row: sqlite3.Row, rank: float, terms: Sequence[Term]) -> Hit:
    return Hit(
        url=row["url"],
        title=row["title"],
        site=row["site"],
        source=row["source"],
        published=on_the_page(row["published"], row["published_offset"]),
        published_precision=row["published_precision"],
        snippet=snippet(row["body"], terms),
        rank=round(rank, 4),
    )
