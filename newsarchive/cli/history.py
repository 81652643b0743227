"""Prints how an article changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from newsarchive.archive import Archive, Piece, Revision, StoredArticle, word_diff
from newsarchive.archive.database.times import by_clock
from newsarchive.cli._diff import marked, shortened
from newsarchive.cli._lookup import article_at
from newsarchive.cli._options import db_option, formats
from newsarchive.cli._printing import by_the_page, cell, console, plain, print_text

_STYLES = {"equal": "", "delete": "red strike", "insert": "green"}
_FIELDS = ("title", "source", "published")


@click.command()
@click.argument("url")
@formats("text", "json")
@db_option
def history(url: str, output_format: str, db: Path) -> None:
    """Print every version of an article with what changed, word by word.

    A change is a typo, a headline, substantive (figures, names, negation, paragraphs) or a retraction. What went is
    printed as [-old-], what came as {+new+}; on a terminal in red and green.

    Example: newsarchive history http://www.harbour.test/2026/03/13/night-ferry-runs-aground/
    """
    with Archive(db, read_only=True) as archive:
        article = article_at(archive, url)
        revisions = archive.revisions(url)
    pairs = list(zip([None, *revisions], revisions, strict=False))
    if output_format == "json":
        rows = [_row(before, revision) for before, revision in pairs]
        click.echo(json.dumps({"url": article.url, "revisions": rows}, ensure_ascii=False, indent=2, default=plain))
        return
    for before, revision in pairs:
        _print_revision(before, revision, article)
    if article.gone_after and article.gone_before:
        click.echo(f"{cell(article.gone_before)}  gone; last seen {cell(article.gone_after)}")


def _row(before: Revision | None, revision: Revision) -> dict[str, Any]:
    pieces = word_diff(before.body, revision.body) if before else []
    return asdict(revision) | {"diff": [asdict(piece) for piece in pieces]}


def _print_revision(before: Revision | None, revision: Revision, article: StoredArticle) -> None:
    print_text(f"{cell(revision.seen_at)}  {revision.change or 'first seen'}", style="bold")
    if before is None:
        print_text(revision.title or "Untitled", indent=2)
        return
    for name, old, new in zip(_FIELDS, _shown(before, article), _shown(revision, article), strict=True):
        if old != new:
            print_text(_marked(word_diff(old, new), f"{name}: "), indent=2)
    if before.body != revision.body:
        print_text(_marked(shortened(word_diff(before.body, revision.body)), ""), indent=2)


def _shown(revision: Revision, article: StoredArticle) -> tuple[str, ...]:
    """Return the fields of a version as they are printed, its time by the clock of the article's page."""
    published = by_the_page(by_clock(revision.published, article.published_offset), article.published_precision)
    return cell(revision.title), cell(revision.source), published


def _marked(pieces: list[Piece], label: str) -> Text:
    text = Text(label)
    coloured = console().is_terminal
    for piece in pieces:
        line = Piece(piece.kind, piece.text.replace("\n", " ¶ "))
        text.append(line.text if coloured else marked(line), style=_STYLES[piece.kind])
    return text
