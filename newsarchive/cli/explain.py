"""Says why a page reads as it does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from newsarchive.archive import Archive
from newsarchive.cli._fetch import fetch
from newsarchive.cli._options import db_option, formats
from newsarchive.cli._printing import print_table, shortened
from newsarchive.cli.extract import article_of, site_of
from newsarchive.items import Article, Candidate, RemovedBlock
from newsarchive.sites import Rule
from newsarchive.urls import is_http

_LONGEST_VALUE = 240
_SURE = "sure: how likely the chosen value (✓) is right beside all others; of these, how far their place is trusted."
_FIELDS = ("title", "authors", "source", "editor", "section", "tags", "comment_count", "published", "modified")
_LEGEND = "? the model doubts: its odds, in brackets as a logarithm, are near 0; a line above 0 would be text."
_SAME = "″"  # as in the line above: what differs is seen at once
_EDGE = 50  # letters of the first and last line
_DOUBT = re.compile(r"\([+-]0\.[0-4]\)$")  # model: unlike the text (-0.3)


@click.command()
@click.argument("place", metavar="FILE|URL|-")
@click.option("--url", help="The address of a page that comes from a file.")
@formats("table", "json")
@db_option
def explain(place: str, url: str | None, output_format: str, db: Path) -> None:
    """Tell why each field of an article is what it is, and what was removed by which rule.

    An address that the archive knows is explained as it was read then; any other page is read now.

    Example: newsarchive explain http://www.dayuan.test/gsyl/yuncheng/3474.html
    """
    origins, removed, warnings, body = _archived(place, db) or _read_now(place, url)
    if output_format == "json":
        fields = {name: [asdict(candidate) for candidate in found] for name, found in origins.items()}
        explained = {"fields": fields, "removed": [asdict(block) for block in removed], "warnings": warnings}
        click.echo(json.dumps(explained, ensure_ascii=False, indent=2))
        return
    print_table(_origins_table(origins))
    click.echo(f"\n{_SURE}")
    if empty := [name for name in _FIELDS if not any(candidate.chosen for candidate in origins.get(name, ()))]:
        click.echo(f"Nothing is told, or not surely enough, of: {', '.join(empty)}.")
    first, last = (shortened(line, _EDGE) for line in (body[0], body[-1]))
    click.echo(f"\nThe text has {len(body)} lines, from {first!r} to {last!r}.")
    if removed:
        click.echo("What was left out of it, in the order of the page:\n")
        print_table(_removed_table(removed))
    if any(map(_is_doubtful, removed)):
        click.echo(f"\n{_LEGEND}")
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)


_Explained = tuple[dict[str, tuple[Candidate, ...]], tuple[RemovedBlock, ...], tuple[str, ...], list[str]]


def _archived(place: str, db: Path) -> _Explained | None:
    if not is_http(place) or not db.exists():
        return None
    with Archive(db, read_only=True) as archive:
        article = archive.article(place)
        if article is None:
            return None
        return archive.origins(place), archive.removed(place), article.warnings, article.body.split("\n")


def _read_now(place: str, url: str | None) -> _Explained:
    page = fetch(place, url)
    site = site_of(page)
    article = article_of(page, site, place)
    warnings = (*article.warnings, *_idle_rules(article, site.rules_at(page.fetched_at) if site else ()))
    return dict(article.origins), article.removed, warnings, article.body.split("\n")


def _idle_rules(article: Article, rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the fields for which the site has rules of which none finds anything on the page."""
    for name in (*_FIELDS, "body"):
        selectors = [selector for rule in rules for selector in getattr(rule, name)]
        found = any(candidate.origin == "rule" for candidate in article.origins.get(name, ()))
        unread = any(warning.startswith(f"{name}: the rule ") for warning in article.warnings)
        if selectors and not found and not unread:
            yield f"{name}: no rule finds anything on this page: {', '.join(selectors)}"


def _origins_table(origins: dict[str, tuple[Candidate, ...]]) -> Table:
    table = Table("field", "", "value", "from", "sure", "why", box=None, pad_edge=False, header_style="bold")
    for name, candidates in origins.items():
        ordered = sorted(candidates, key=lambda candidate: (not candidate.chosen, -candidate.confidence))
        above = ""
        for number, candidate in enumerate(ordered):
            value = _SAME if candidate.value == above else shortened(candidate.value, _LONGEST_VALUE)
            cells = _candidate_cells(candidate, "" if number else name, value)
            table.add_row(*cells, style=None if candidate.chosen else "dim")
            above = candidate.value
    return table


def _candidate_cells(candidate: Candidate, name: str, value: str) -> tuple[Any, ...]:
    place = f"{candidate.origin} {candidate.where}".strip()
    mark = "✓" if candidate.chosen else ""
    return name, mark, value, place, f"{candidate.confidence:.2f}", candidate.reason


def _removed_table(removed: tuple[RemovedBlock, ...]) -> Table:
    table = Table("", "removed by", "place", "text", box=None, pad_edge=False, header_style="bold")
    for block in removed:
        doubt = "?" if _is_doubtful(block) else ""
        style = None if doubt or block.place == "inside" else "dim"
        table.add_row(doubt, block.rule, block.place, shortened(block.text, _LONGEST_VALUE), style=style)
    return table


def _is_doubtful(block: RemovedBlock) -> bool:
    return _DOUBT.search(block.rule) is not None
