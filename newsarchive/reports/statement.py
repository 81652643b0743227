"""Writes a data statement: what a selection of articles holds, what it lacks, and how it was made, as Markdown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from newsarchive.reports.charts import gapless

Row = Mapping[str, Any]

_FIELDS = ("title", "published", "source", "authors", "section", "tags", "language", "access")
_METHOD = """\
## How it was made

- The pages were fetched by crawls that heed robots.txt, or brought in from saved pages and WARC files. What sites hid
  from crawlers, refused them, or took away before the first visit is not in it. No share of what was published is
  claimed.
- Title, text and all other fields were read from the pages by general rules and the rules of each site. The table
  `field_origins` of the archive says of each value where it was found and how sure that is, `removed_lines` what was
  left out of the text.
- The text is the one last seen. Earlier versions are in the view `history`, copies on other addresses in `copies`: they
  were not left out.
- Days are those of the pages' clocks. A sample is the articles whose addresses have the least BLAKE2b digests, with the
  seed in front of them; the same articles give the same sample.
- `body_digest` is the SHA-256 of the text in UTF-8. Whoever fetches an address again can tell whether it is the same.
"""


def statement(rows: Iterable[Row], chosen: str) -> Iterator[str]:
    """Yield the statement about the articles of the rows; ``chosen`` says which they are."""
    facts = _Facts(rows)
    yield f"# {facts.articles:,} news articles\n\nChosen: {chosen}.\n\n## What it holds\n\n"
    yield f"- {facts.words:,} words; of scripts written without spaces, letters\n"
    yield f"- published from {_span(facts.every_day)}, {facts.undated:,} without a date\n"
    yield f"- seen from {_span(facts.seen)}\n\n"
    yield from _table(("language", "articles"), facts.languages.most_common())
    yield from _table(
        ("site", "articles", "first", "last", "months without an article"),
        [(site, count, *facts.span(site)) for site, count in facts.sites.most_common()],
    )
    yield "## What it lacks\n\n"
    yield f"- {facts.gone:,} articles have vanished from their sites; their texts are as last seen\n"
    yield f"- {facts.paid:,} were told by their pages to be behind a paywall, whose texts may be cut\n"
    yield f"- {facts.assumed:,} have a time whose zone was assumed from country or language\n\n"
    if facts.articles:
        shares = [(name, f"{facts.has[name] / facts.articles:.1%}") for name in _FIELDS]
        yield from _table(("field", "articles that have it"), shares)
    yield _METHOD


class _Facts:
    """What is counted of the articles."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.articles = self.words = self.undated = self.gone = self.paid = self.assumed = 0
        self.languages: Counter[str] = Counter()
        self.sites: Counter[str] = Counter()
        self.has: Counter[str] = Counter()
        self.seen: set[date] = set()
        self._days: defaultdict[str, Counter[date]] = defaultdict(Counter)
        for row in rows:
            self._count(row)

    @property
    def every_day(self) -> set[date]:
        """Return all days of publication."""
        return {day for days in self._days.values() for day in days}

    def span(self, site: str) -> tuple[str, str, int]:
        """Return the first and last day of a site, and how many months between them have no article."""
        days = self._days[site]
        if not days:
            return "-", "-", 0
        months = Counter(f"{day:%Y-%m}" for day in days.elements())
        empty = sum(not count for _, count in gapless(sorted(months.items()), "month"))
        return str(min(days)), str(max(days)), empty

    def _count(self, row: Row) -> None:
        site = row["site"] or "unknown"
        self.articles += 1
        self.words += row["word_count"] or 0
        self.languages[row["language"] or "unknown"] += 1
        self.sites[site] += 1
        self.has.update(name for name in _FIELDS if row[name])
        self.seen |= {row["first_seen"].date(), row["last_seen"].date()}
        self.undated += row["published_day"] is None
        self.gone += row["gone_before"] is not None
        self.paid += row["access"] == "paywalled"
        self.assumed += row["timezone_origin"] == "assumed"
        if row["published_day"]:
            self._days[site][row["published_day"]] += 1


def _span(days: set[date]) -> str:
    return f"{min(days)} to {max(days)}" if days else "- to -"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}\n"
    for row in rows:
        cells = (f"{each:,}" if isinstance(each, int) else str(each).replace("|", "\\|") for each in row)
        yield f"| {' | '.join(cells)} |\n"
    yield "\n"
