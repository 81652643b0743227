"""Imports site configs of Full-Text RSS as site files."""

from __future__ import annotations

from pathlib import Path

import click

from newsarchive.cli.site.files import key_of, new_file, write_site
from newsarchive.items import NewsarchiveError
from newsarchive.sites.ftr import read_ftr
from newsarchive.sites.write import site_toml


@click.command("import-ftr")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", help="The site's key; by default made from the file's name.")
def import_ftr(file: Path, key: str | None) -> None:
    """Import a site config of Full-Text RSS (fivefilters.org), such as news.example.txt.

    Example: newsarchive site import-ftr bbc.co.uk.txt
    """
    try:
        found = read_ftr(file.read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise NewsarchiveError(f"{file} cannot be read: {error.strerror}.") from error
    if not found.rule:
        raise NewsarchiveError(f"{file} has no line that can be said in CSS, so there is nothing to import.")
    start = f"https://{file.stem.lstrip('.')}/"
    path = new_file(key or key_of(start))
    write_site(path, site_toml({"name": file.stem.lstrip("."), "start": start, "rules": [found.rule]}))
    for line in found.left_out:
        click.echo(f"left out, CSS cannot say it: {line}", err=True)
    for address in found.test_urls:
        click.echo(f"try it on a page: newsarchive site record {address}", err=True)
