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
        parts = archive.split_counts(by, split, query, **selection) if split else {"": dict(counts)}
    if not counts and output_format in ("bars", "svg"):
        raise NewsarchiveError("The archive has no such articles to count.")
    apart = [(part, [(label, found.get(label, 0)) for label, _ in counts]) for part, found in parts.items()]
    lines: Iterable[str]
    if output_format == "svg":
        lines = [svg_bars(counts, _title(by, query, selection))]
    elif output_format == "bars":
        width = min(console().width, 100)
        lines = [f"{line}\n" for line in (split_bars(apart, width) if split else text_bars(counts, width))]
    else:
        lines = _rows(apart, by, split, output_format)
    if output is None:
        sys.stdout.writelines(lines)
    else:
        with writing(output), output.open("w", encoding="utf-8", newline="") as text:
            text.writelines(lines)


def _title(by: str, query: str | None, selection: Mapping[str, Any]) -> str:
    """Return a title that says what was counted: ``Articles by day: ferry (site harbour, since 2026-03-01)``."""
    narrowed = ", ".join(f"{name} {value}" for name, value in selection.items() if value)
    return f"Articles by {by}" + (f": {query}" if query else "") + (f" ({narrowed})" if narrowed else "")


def _rows(parts: Sequence[tuple[str, Counts]], by: str, split: str | None, output_format: str) -> Iterable[str]:
    columns = [by, split, "articles"] if split else [by, "articles"]
    every = [(label, part, count) if split else (label, count) for part, counts in parts for label, count in counts]
    rows = [dict(zip(columns, each, strict=True)) for each in every]
    return [json.dumps(rows, ensure_ascii=False), "\n"] if output_format == "json" else csv_lines(rows, columns)
