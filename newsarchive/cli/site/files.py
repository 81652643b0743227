"""New site files: their names, and where they are written."""

from __future__ import annotations

import re
from pathlib import Path

import click

from newsarchive.cli._sites import OWN_FOLDER
from newsarchive.items import NewsarchiveError
from newsarchive.sites import Site, load
from newsarchive.urls import registered_domain


def key_of(address: str) -> str:
    """Return what a site of this address is called, if nobody says otherwise."""
    return re.sub(r"[^a-z0-9_-]+", "-", registered_domain(address).partition(".")[0]).strip("-_") or "site"


def new_file(key: str) -> Path:
    """Return the path of a site's file to be; raise NewsarchiveError if it is there already."""
    path = OWN_FOLDER / f"{key}.toml"
    if path.exists():
        raise NewsarchiveError(f"{path} is there already; choose another name with --key, or edit that file.")
    return path


def write_site(path: Path, text: str) -> Site:
    """Write a site's file, say so, and return the site."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"wrote {path}; crawl it with: newsarchive crawl {path.stem}")
    return load(path)
