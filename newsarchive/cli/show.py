"""Prints an article of the archive, as it is or as it was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from newsarchive.archive import Archive, Revision, StoredArticle
from newsarchive.archive.database.times import by_clock
from newsarchive.cli._kinds import Day
from newsarchive.cli._lookup import article_at
from newsarchive.cli._options import db_option, formats
from newsarchive.cli._printing import by_the_page, cell, facts, plain, print_text, tell
from newsarchive.items import NewsarchiveError


@click.command()
@click.argument("url")
@formats("text", "json")
@click.option(
    "--on",
    "day",
    type=Day(),
    help="As it was when last seen on this day (UTC) or before.",
)
@db_option
def show(url: str, output_format: str, day: date | None, db: Path) -> None:
    """Print an article from the archive, as it is or as it was.

    Example: newsarchive show http://www.dayuan.test/gsyl/yuncheng/3474.html --on 2026-03-13
    """
    with Archive(db, read_only=True) as archive:
        article = article_at(archive, url)
        if day:
            article = _as_of(article, archive.revisions(url), datetime.combine(day, time.max, UTC))
    if output_format == "json":
        click.echo(json.dumps(asdict(article), ensure_ascii=False, indent=2, default=plain))
    else:
        _print_article(article)


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


def _print_article(article: StoredArticle) -> None:
    print_text(article.title or "Untitled", style="bold")
    published = by_the_page(by_clock(article.published, article.published_offset), article.published_precision)
    print_text(facts(article.published_raw or published, article.source, *article.authors), style="dim")
    print_text(facts(article.site, article.section, *article.tags), style="dim")
    print_text(article.url, style="dim")
    for paragraph in article.body.splitlines():
        click.echo()
        print_text(paragraph)
    if article.gone_before:
        click.echo(f"gone from the site since {cell(article.gone_before)}", err=True)
