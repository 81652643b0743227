"""Tests saved pages against what they must read as."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsarchive.cli._fixtures import Fixture, differences, fixtures, fixtures_option
from newsarchive.cli._sites import known_sites
from newsarchive.items import NewsarchiveError
from newsarchive.sites import Sites


@click.command()
@click.argument("keys", metavar="[SITE]...", nargs=-1)
@fixtures_option
def test(keys: tuple[str, ...], folder: Path) -> None:
    """Read the saved pages again and show, field by field, what differs from what was confirmed.

    Works without the network. Exit status 1 when a page reads differently or nobody has confirmed it yet.

    Example: newsarchive site test shanxidayuan
    """
    pages = [page for key in keys or ("*",) for page in fixtures(folder, key)]
    if not pages:
        raise NewsarchiveError(f"There is no fixture in {folder} for {', '.join(keys) or 'any site'}.")
    sites = known_sites(newsroom=True)
    failed = [page for page in pages if not _passes(page, sites)]
    click.echo(f"{len(pages) - len(failed)} of {len(pages)} pages read as they must", err=True)
    sys.exit(bool(failed))


def _passes(page: Fixture, sites: Sites) -> bool:
    name = f"{page.site}/{page.path.stem}"
    lines = list(differences(page.expected, page.read(sites.get(page.site))))
    if not page.confirmed:
        lines.append('not confirmed: look at the page, correct the fields, and set "confirmed" to true')
    click.echo(f"{'differs' if lines else 'ok':8}{name}")
    for line in lines:
        click.echo(f"        {line}")
    return not lines
