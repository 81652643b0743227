"""Tests saved pages against what they must read as."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsarchive.cli._fixtures import (
    Fixture,
    accept,
    differences,
    fixture_files,
    fixtures_option,
    read_fixture,
    summary,
)
from newsarchive.cli._sites import known_sites
from newsarchive.items import NewsarchiveError
from newsarchive.sites import Site, Sites


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
    paths = [path for key in keys or ("*",) for path in fixture_files(folder, key)]
    if not paths:
        raise NewsarchiveError(f"There is no fixture in {folder} for {', '.join(keys) or 'any site'}.")
    sites = known_sites(newsroom=True, forgiving=True)
    failed = [path for path in paths if not _passes(path, sites, accepts=accepts)]
    click.echo(f"{len(paths) - len(failed)} of {len(paths)} pages read as they must", err=True)
    sys.exit(bool(failed))


def _passes(path: Path, sites: Sites, *, accepts: bool) -> bool:
    name = f"{path.parent.name}/{path.stem}"
    try:
        page = read_fixture(path)
        found = page.read(_site_of(page, sites))
    except NewsarchiveError as error:  # it is no article any more, or its file or that of its site is wrong
        click.echo(f"differs  {name}\n         {error}")
        return False
    lines = list(differences(page.expected, found))
    if not page.confirmed:
        lines += ["not confirmed; it reads:", *(f"  {line}" for line in summary(found))]
    verdict = "ok" if not lines else "accepted" if accepts else "differs"
    click.echo(f"{verdict:9}{name}")
    for line in lines:
        click.echo(f"         {line}")
    if lines and accepts:
        accept(page, found)
    return accepts or not lines


def _site_of(page: Fixture, sites: Sites) -> Site | None:
    if page.site in sites.broken:
        raise sites.broken[page.site]
    return sites.get(page.site)
