"""Saves pages as fixtures of their site."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from newsarchive.cli._fetch import fetch
from newsarchive.cli._fetched import Fetched
from newsarchive.cli._fixtures import expected_of, fixtures_option, summary, write_fixture
from newsarchive.cli._sites import known_sites
from newsarchive.cli.site.slim import slim as without_needless
from newsarchive.items import NewsarchiveError, NotAnArticle
from newsarchive.sites import Site
from newsarchive.urls import is_http

slim_option = click.option(
    "--slim", is_flag=True, help="Save the page without scripts, styles and drawings, if it reads the same without."
)
url_option = click.option("--url", help="The address of the page, when it comes from a file.")


@click.command()
@click.argument("place", metavar="URL|FILE")
@url_option
@slim_option
@fixtures_option
def record(place: str, url: str | None, slim: bool, folder: Path) -> None:
    """Save a page as a fixture of its site, for you to confirm.

    Example: newsarchive site record https://news.example/2026/another-article.html
    """
    page = fetched(place, url)
    found = known_sites(newsroom=True).find(page.address)
    if found is None:
        raise NewsarchiveError(f"No known site has {page.address}; add it with: newsarchive site add {place}")
    save(folder / found.key, page, found, slim=slim)


def fetched(place: str, url: str | None) -> Fetched:
    """Return the page that a command names; say so if its address leads to another."""
    if not is_http(place) and not url:
        raise click.UsageError("A page that comes from a file needs its address: --url https://…")
    page = fetch(place, url)
    if is_http(place) and urlsplit(page.address)[2:4] != urlsplit(place)[2:4]:
        click.echo(f"{place} leads to {page.address}", err=True)
    return page


def save(folder: Path, page: Fetched, site: Site, *, slim: bool) -> None:
    """Save a page as a fixture, and print what it reads as."""
    article = page.article(site)
    if slim:
        page = replace(page, body=without_needless(page.body, lambda html: _values(replace(page, body=html), site)))
    path = write_fixture(folder, page, article)
    click.echo(f"wrote {path}, which reads:")
    for line in summary(expected_of(article)):
        click.echo(f"  {line}")
    click.echo(
        f"if all is right: newsarchive site test {folder.name} --accept; else mend the site's rules, or the .json"
    )


def _values(page: Fetched, site: Site) -> dict[str, Any] | None:
    with suppress(NotAnArticle):
        return expected_of(page.article(site))
    return None
