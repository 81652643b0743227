"""Finds articles in the archive and prints them."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from newsarchive.archive import Archive, Hit
from newsarchive.cli._kinds import Whole
from newsarchive.cli._lookup import refuse_absent
from newsarchive.cli._options import db_option, format_option, selection_options
from newsarchive.cli._printing import by_the_page, console, facts, print_rows, print_text, tell
from newsarchive.query.advice import advice

_MATCH = re.compile(r"\*\*(.+?)\*\*")  # the snippet's marks: the **ferry** ran aground
_UNWANTED = re.compile(r"-(?!h$)[^\W\d]\S*")  # -aground
_COLUMNS = ("published", "site", "source", "title", "url", "snippet", "rank")


class _Query(click.Command):
    """Takes ``-word`` for a word that is not wanted, not for short options; ``-h`` stays what it is everywhere."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f"NOT {arg[1:]}" if _UNWANTED.fullmatch(arg) else arg for arg in args])


@click.command(cls=_Query)
@click.argument("query", nargs=-1, required=True)
@selection_options
@click.option("--limit", type=Whole(), default=20, show_default=True, help="Print at most this many.")
@click.option("--newest", is_flag=True, help="Print the latest first, not the best.")
@format_option
@db_option
def search(query: tuple[str, ...], limit: int, newest: bool, output_format: str, db: Path, **selection: Any) -> None:
    """Search the archive.

    All words must occur. A "quoted phrase" stands together, a prefix* may go on, and Chinese, Japanese, Korean and
    Thai are found wherever they stand, from one character on; simplified and traditional ones find each other, unless
    quoted. OR between two wants either, NOT before one wants it absent, title: before one looks into titles alone. Days
    are those of the pages.

    Example: newsarchive search 疫情 OR 防控 NOT 火山 --site dayuan --from 2022-04-01
    """
    if not "".join(query).strip():
        raise click.UsageError("Say what to search for.")
    with Archive(db, read_only=True) as archive:
        hits = archive.search(" ".join(query), limit=limit, newest=newest, **selection)
        if not hits:
            refuse_absent(archive, selection["site"])
    if output_format == "table":
        print_hits(hits)
        for sentence in advice(" ".join(query)):
            tell(sentence)
        click.echo(f"{len(hits)} found" if len(hits) < limit else f"the first {limit}; more with --limit", err=True)
    else:
        print_rows(map(asdict, hits), output_format, _COLUMNS)


def print_hits(hits: list[Hit]) -> None:
    """Print hits for reading: title, where and when, and the place that matches."""
    for hit in hits:
        print_text(hit.title or hit.url, style="bold")
        print_text(
            facts(by_the_page(hit.published, hit.published_precision), hit.site, hit.source, hit.url),
            style="dim",
            indent=2,
        )
        print_text(_highlighted(hit.snippet), indent=2)
        click.echo()


def _highlighted(snippet: str) -> Text:
    if not console().is_terminal:
        return Text(snippet)
    text = Text(_MATCH.sub(r"\1", snippet))
    for number, match in enumerate(_MATCH.finditer(snippet)):
        start = match.start() - 4 * number
        text.stylize("bold yellow", start, start + len(match[1]))
    return text
