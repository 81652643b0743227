"""Counts the articles of the archive and draws the counts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import GROUPS, Archive
from newsarchive.cli._options import db_option, formats, output_option, query_argument, selection_options
from newsarchive.cli._printing import console, writing
from newsarchive.items import NewsarchiveError
from newsarchive.reports.charts import Counts, gapless, split_bars, svg_bars, text_bars
from newsarchive.reports.tables import csv_lines


@click.command()
@query_argument
@click.option("--by", type=click.Choice(list(GROUPS)), default="month", show_default=True, help="What to count by.")
@click.option("--split", type=click.Choice(list(GROUPS)), help="Count for each of these on its own; not as svg.")
@formats("bars", "svg", "json", "csv", help="How to draw the counts.")
@output_option
@selection_options
@db_option
def plot(
    query: str | None, by: str, split: str | None, output_format: str, output: Path | None, db: Path, **selection: Any
) -> None:
    """Count articles and draw the counts as bars.

    With a QUERY only what it finds, otherwise all; the options narrow both. Days are those of the pages, and those
    without an article count as zero.

    Example: newsarchive plot ferry OR ship --by day --format svg -o ferries.svg
    """
    if split and (split == by or output_format == "svg"):
        raise click.UsageError("--split takes another value than --by, and bars, json or csv.")
    with Archive(db, read_only=True) as archive:
        counts = gapless(archive.counts(by, query, **selection), by)
        parts = archive.split_counts(by, split, query, **selection) if split else {}
    if not counts and output_format in ("bars", "svg"):
        raise NewsarchiveError("The archive has no such articles to count.")
    labels = [label for label, _ in counts]
    split_by = [(part, [(label, found.get(label, 0)) for label in labels]) for part, found in parts.items()]
    if split:
        lines = _drawn_apart(split_by, by, split, output_format)
    else:
        lines = _drawn(counts, by, output_format, _title(by, query, selection))
    if output is None:
        sys.stdout.writelines(lines)
    else:
        with writing(output), output.open("w", encoding="utf-8", newline="") as text:
            text.writelines(lines)


def _title(by: str, query: str | None, selection: Mapping[str, Any]) -> str:
    """Return a title that says what was counted: ``Articles by day: ferry (site harbour, since 2026-03-01)``."""
    narrowed = ", ".join(f"{name} {value}" for name, value in selection.items() if value)
    return f"Articles by {by}" + (f": {query}" if query else "") + (f" ({narrowed})" if narrowed else "")


def _drawn_apart(parts: Sequence[tuple[str, Counts]], by: str, split: str, output_format: str) -> Iterable[str]:
    if output_format == "bars":
        return [f"{line}\n" for line in split_bars(parts, min(console().width, 100))]
    rows = [{by: label, split: part, "articles": count} for part, counts in parts for label, count in counts]
    if output_format == "json":
        return [json.dumps(rows, ensure_ascii=False), "\n"]
    return csv_lines(rows, [by, split, "articles"])


def _drawn(counts: Counts, by: str, output_format: str, title: str) -> Iterable[str]:
    rows = [{by: label, "articles": count} for label, count in counts]
    if output_format == "json":
        return [json.dumps(rows, ensure_ascii=False), "\n"]
    if output_format == "csv":
        return csv_lines(rows, [by, "articles"])
    if output_format == "svg":
        return [svg_bars(counts, title)]
    return [f"{line}\n" for line in text_bars(counts, min(console().width, 100))]
