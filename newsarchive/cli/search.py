"""Finds articles in the archive and prints them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from newsarchive.archive import Archive, Hit, Revision, StoredArticle
from newsarchive.archive.database.times import by_clock
from newsarchive.cli._lookup import article_at, refuse_absent
from newsarchive.cli._options import db_option, format_option, formats, selection_options
from newsarchive.cli._printing import by_the_page, cell, console, plain, print_rows, print_text, tell
from newsarchive.items import NewsarchiveError
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
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Print at most this many.")
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
        print_rows([asdict(hit) for hit in hits], output_format, _COLUMNS)


@click.command()
@click.argument("url")
@formats("text", "json")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="As it was when last seen on this day (UTC) or before.",
)
@db_option
def show(url: str, output_format: str, day: datetime | None, db: Path) -> None:
    """Print an article from the archive, as it is or as it was.

    Example: newsarchive show http://www.dayuan.test/gsyl/yuncheng/3474.html --on 2026-03-13
    """
    with Archive(db, read_only=True) as archive:
        article = article_at(archive, url)
        if day:
            article = _as_of(article, archive.revisions(url), day.replace(tzinfo=UTC) + timedelta(days=1))
    if output_format == "json":
        click.echo(json.dumps(asdict(article), ensure_ascii=False, indent=2, default=plain))
    else:
        _print_article(article)


def print_hits(hits: list[Hit]) -> None:
    """Print hits for reading: title, where and when, and the place that matches."""
    for hit in hits:
        print_text(hit.title or hit.url, style="bold")
        print_text(
            _facts(by_the_page(hit.published, hit.published_precision), hit.site, hit.source, hit.url),
            style="dim",
            indent=2,
        )
        print_text(_highlighted(hit.snippet), indent=2)
        click.echo()


def _as_of(article: StoredArticle, revisions: Sequence[Revision], end: datetime) -> StoredArticle:
    """Return the article with the content that it had before ``end``."""
    last = next((each for each in reversed(revisions) if each.seen_at < end), None)
    if last is None:
        raise NewsarchiveError(f"The archive first saw {article.url} later, at {cell(article.first_seen)}.")
    if last is not revisions[-1]:
        tell(f"Title, text, source and date are those of the version first seen at {cell(last.seen_at)}.")
    if last.published != article.published:
        article = replace(article, published=last.published, published_raw=None, published_day=None)
    return replace(article, title=last.title, body=last.body, source=last.source)


def _highlighted(snippet: str) -> Text:
    if not console().is_terminal:
        return Text(snippet)
    text = Text(_MATCH.sub(r"\1", snippet))
    for number, match in enumerate(_MATCH.finditer(snippet)):
        start = match.start() - 4 * number
        text.stylize("bold yellow", start, start + len(match[1]))
    return text


def _facts(*values: object) -> str:
    return " · ".join(cell(value) for value in dict.fromkeys(values) if value)


def _print_article(article: StoredArticle) -> None:
    print_text(article.title or "Untitled", style="bold")
    published = by_the_page(by_clock(article.published, article.published_offset), article.published_precision)
    print_text(_facts(article.published_raw or published, article.source, *article.authors), style="dim")
    print_text(_facts(article.site, article.section, *article.tags), style="dim")
    print_text(article.url, style="dim")
    for paragraph in article.body.splitlines():
        click.echo()
        print_text(paragraph)
    if article.gone_before:
        click.echo(f"gone from the site since {cell(article.gone_before)}", err=True)
