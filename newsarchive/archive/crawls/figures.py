"""How well the articles that a run read on a site were read: the share that has each field, and their length."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from newsarchive.archive.database.connection import Connection

FIELDS = ("title", "source", "published", "section", "language", "authors", "tags")
RARE_FIELDS = ("editor", "modified", "comment_count", "body")
"""Fields that many a good page lacks, and the text, which is left out where rights are reserved."""
_READ = """
with read as (
    select distinct revisions.article_id as id from captures join revisions on revisions.capture_id = captures.id
    where captures.site = :site and captures.run_id = :run
        and captures.fetched_at >= (select started_at from runs where id = :run)
)
select articles.title, source, published, section, language, editor, modified, comment_count,
    nullif(length(body), 0) as body,
    (select author_id from article_authors where article_id = articles.id) as authors,
    (select tag_id from article_tags where article_id = articles.id) as tags,
    (
        select json_group_array(distinct field) from article_origins join origin_names on origin_names.id = name_id
        where article_id = articles.id and chosen and origin = 'rule'
    ) as by_rule
from read join articles using (id)
"""


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """How well new and changed articles were read: ``coverage`` is the share that has a field, from 0 to 1.

    ``body_length`` is the median. An article that is as it was tells nothing: its row says how it was read before.
    Articles without a text, which a site's policy left out, have no part in the median. Where a site's rule gave the
    field, ``coverage`` has ``"FIELD by rule"`` too.
    """

    articles: int = 0
    coverage: dict[str, float] = field(default_factory=dict)
    body_length: float | None = None


def reading_figures(connection: Connection, run_id: int, site: str) -> ReadingFigures:
    """Return how well a run read a site's new and changed articles."""
    rows = connection.execute(_READ, {"run": run_id, "site": site}).fetchall()
    if not rows:
        return ReadingFigures()
    counts = Counter({name: sum(row[name] is not None for row in rows) for name in (*FIELDS, *RARE_FIELDS)})
    counts.update(f"{name} by rule" for row in rows for name in json.loads(row["by_rule"]))
    coverage = {name: round(number / len(rows), 4) for name, number in counts.items()}
    lengths = [row["body"] for row in rows if row["body"]]
    return ReadingFigures(len(rows), coverage, median(lengths) if lengths else None)
