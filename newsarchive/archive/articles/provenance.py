"""Keeps why each field is what it is and what was removed, and reads it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.names import number
from newsarchive.archive.revisions.content import key
from newsarchive.items import Article, Candidate, RemovedBlock

LONGEST_VALUE = 300  # characters; the whole text is in the capture


def write(connection: Connection, article_id: int, article: Article) -> None:
    """Replace what is known about the reading of an article."""
    connection.execute("delete from article_origins where article_id = ?", (article_id,))
    connection.execute("delete from article_removed where article_id = ?", (article_id,))
    connection.executemany(
        "insert into article_origins values (?, ?, ?, ?, ?, ?)", _origin_rows(connection, article_id, article.origins)
    )
    connection.executemany(
        "insert into article_removed values (?, ?, ?, ?)", _removed_rows(connection, article_id, article.removed)
    )


def origins(connection: Connection, article_id: int) -> dict[str, tuple[Candidate, ...]]:
    """Return all candidates of each field, in the order the extractor gave them."""
    rows = connection.execute(
        "select field, origin, place, reason, confidence, chosen, value from article_origins"
        " join origin_names on origin_names.id = name_id where article_id = ? order by position",
        (article_id,),
    ).fetchall()
    return {
        field: tuple(
            Candidate(row["value"], row["origin"], row["confidence"], row["place"], bool(row["chosen"]), row["reason"])
            for row in group
        )
        for field, group in groupby(rows, key=lambda row: row["field"])
    }


def removed(connection: Connection, article_id: int) -> tuple[RemovedBlock, ...]:
    """Return the blocks that were taken out of an article, in page order."""
    rows = connection.execute(
        "select text, origin, place from article_removed join removed_texts on removed_texts.id = text_id"
        " join origin_names on origin_names.id = name_id where article_id = ? order by position",
        (article_id,),
    )
    return tuple(RemovedBlock(row["text"], row["origin"], row["place"]) for row in rows)


def _origin_rows(
    connection: Connection, article_id: int, found: Mapping[str, tuple[Candidate, ...]]
) -> Iterable[tuple[object, ...]]:
    candidates = [(field, candidate) for field, each in found.items() for candidate in each]
    for position, (field, candidate) in enumerate(candidates):
        name = number(connection, "origin_names", field, candidate.origin, candidate.where, candidate.reason)
        value = shortened(candidate.value)
        yield article_id, position, name, round(candidate.confidence, 3), candidate.chosen, value


def _removed_rows(
    connection: Connection, article_id: int, blocks: tuple[RemovedBlock, ...]
) -> Iterable[tuple[object, ...]]:
    for position, block in enumerate(blocks):
        text = number(connection, "removed_texts", key(block.text), shortened(block.text))
        yield article_id, position, text, number(connection, "origin_names", "removed", block.rule, block.place, "")


def shortened(text: str) -> str:
    """Return the text, cut to LONGEST_VALUE characters with a mark that it was cut."""
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
