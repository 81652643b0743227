"""The sites that the command line knows: those of the package, of ``./sites`` and of ``NEWSARCHIVE_SITES``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import click

from newsarchive import sites
from newsarchive.newsroom import site_folder
from newsarchive.sites import Site, Sites, all_sites

OWN_FOLDER = Path("sites")


def site_folders() -> list[Path]:
    """Return the folders of people's own site files; a later one overrules an earlier one."""
    named = os.environ.get("NEWSARCHIVE_SITES", "").split(os.pathsep)
    return [OWN_FOLDER, *(Path(folder) for folder in named if folder)]


def reading_folders() -> list[Path]:
    """Return the folders of all sites of which an archive may have captures: those of the demo, too."""
    return [site_folder(), *site_folders()]


def known_sites(*, newsroom: bool = False, forgiving: bool = False) -> Sites:
    """Return all known sites, with those of the newsroom if wanted; ``forgiving`` as in ``all_sites``."""
    return all_sites(reading_folders() if newsroom else site_folders(), forgiving=forgiving)


def contact(sites: Sequence[Site]) -> dict[str, str]:
    """Ask, on a terminal and if it is not set, how the operators of these sites can reach the archive's."""
    if os.environ.get("NEWSARCHIVE_CONTACT") or all(site.private for site in sites) or not sys.stdin.isatty():
        return {}
    click.echo("How can the operators of a site reach you? Set NEWSARCHIVE_CONTACT to be asked no more.", err=True)
    return {"NEWSARCHIVE_CONTACT": click.prompt("An e-mail address or a web page", err=True)}


def site_files() -> list[Path]:
    """Return the files of the known sites."""
    folders = [Path(str(files(sites))), *site_folders()]
    return [path for folder in folders for path in sorted(folder.glob("*.toml"))]


def own_sites(sites: Sites) -> list[Site]:
    """Return the sites that people have files of, without those that only the package ships; tell of wrong files.

    Raises the SiteError if there is no other file.
    """
    keys = {path.stem for folder in site_folders() for path in folder.glob("*.toml")}
    found = [sites[key] for key in sorted(keys & sites.keys())]
    for key, error in sites.broken.items():
        if not found:
            raise error
        click.echo(f"{error} The site {key} is left out.", err=True)
    return found
