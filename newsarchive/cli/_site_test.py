"""Tests saved pages against what they must read as."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsarchive.cli._fixtures import Fixture, accept, differences, fixtures, fixtures_option, summary
from newsarchive.cli._sites import known_sites
from newsarchive.items import NewsarchiveError, NotAnArticle
from newsarchive.sites import Sites


@click.command()
@click.argument("keys", metavar="[SITE]...", nargs=-1)
@click.option("--accept", "accepts", is_flag=True, help="Write what the pages read as today as what they must read as.")
@fixtures_option
def test(keys: tuple[str, ...], accepts: bool, folder: Path) -> None:
    """Read the saved pages again and show, field by field, what differs from what was confirmed.

    Works without the network. Exit status 1 when a page reads differently or nobody has confirmed it yet. Once you
    have seen that all is right as shown, the same with --accept confirms it.

    Example: newsarchive site test shanxidayuan
    """
    pages = [page for key in keys or ("*",) for page in fixtures(folder, key)]
    if not pages:
        raise NewsarchiveError(f"There is no fixture in {folder} for {', '.join(keys) or 'any site'}.")
    sites = known_sites(newsroom=True)
    failed = [page for page in pages if not _passes(page, sites, accepts=accepts)]
    click.echo(f"{len(pages) - len(failed)} of {len(pages)} pages read as they must", err=True)
    sys.exit(bool(failed))


def _passes(page: Fixture, sites: Sites, *, accepts: bool) -> bool:
    try:
        found = page.read(sites.get(page.site))
    except NotAnArticle as error:
        click.echo(f"differs  {page.site}/{page.path.stem}\n         {error}")
        return False
    lines = list(differences(page.expected, found))
    if not page.confirmed:
        lines += ["not confirmed; it reads:", *(f"  {line}" for line in summary(found))]
    verdict = "ok" if not lines else "accepted" if accepts else "differs"
    click.echo(f"{verdict:9}{page.site}/{page.path.stem}")
    for line in lines:
        click.echo(f"         {line}")
    if lines and accepts:
        accept(page, found)
    return accepts or not lines
