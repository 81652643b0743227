"""Lists where else an article stands."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.cli._lookup import article_at
from newsarchive.cli._options import db_option, format_option
from newsarchive.cli._printing import by_the_page, print_rows

_COLUMNS = ("published", "site", "source", "title", "url", "resemblance", "containment")


@click.command()
@click.argument("url")
@format_option
@db_option
def similar(url: str, output_format: str, db: Path) -> None:
    """List the copies of an article on other addresses and sites.

    Copies are found in the text: another header, footer or lead, a few changed words or a left-out half make no
    difference. Resemblance and containment are the shares of four-character or three-word strings in common.

    Example: newsarchive similar http://www.harbour.test/2026/03/13/night-ferry-runs-aground/
    """
    with Archive(db, read_only=True) as archive:
        article_at(archive, url)
        found = archive.similar(url)
    rows = [asdict(each) for each in found]
    if output_format == "table":
        rows = [row | {"published": by_the_page(row["published"], row["published_precision"])} for row in rows]
    print_rows(rows, output_format, _COLUMNS)
    if output_format == "table":
        click.echo(f"{len(found)} found", err=True)
