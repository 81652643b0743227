"""The commands about sites: those that show them are here, the others in the modules beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

import click

from newsarchive.cli._options import format_option
from newsarchive.cli._printing import print_rows
from newsarchive.cli._sites import known_sites
from newsarchive.cli.site.adding import add
from newsarchive.cli.site.checking import check
from newsarchive.cli.site.importing import import_ftr
from newsarchive.cli.site.recording import record
from newsarchive.cli.site.remembering import memory
from newsarchive.cli.site.testing import test


@click.group()
def site() -> None:
    """Add, show and test sites.

    A site is one TOML file. Its fixtures are saved pages with what they must read as.

    Example: newsarchive site add https://news.example/2026/some-article.html
    """


@site.command("list")
@format_option
def list_sites(output_format: str) -> None:
    """List the known sites.

    Example: newsarchive site list --format csv
    """
    columns = ["site", "name", "start", "language", "rules"]
    rows = [(each.key, each.name, each.start, each.language, len(each.rules)) for each in known_sites().values()]
    print_rows([dict(zip(columns, row, strict=True)) for row in rows], output_format, columns)


@site.command()
@click.argument("name", metavar="SITE|URL")
@format_option
def show(name: str, output_format: str) -> None:
    """Show what is known of one site, or of the site of an address.

    Example: newsarchive site show shanxidayuan
    """
    settings = asdict(known_sites(newsroom=True).named(name))
    rows = [{"setting": name, "value": each} for name, value in settings.items() for each in _values(value)]
    print_rows(rows, output_format, ["setting", "value"])


def _values(value: object) -> Iterator[object]:
    """Yield what a setting says: nothing if it says nothing, and tables of a site file one by one."""
    tables = value if isinstance(value, tuple) else (value,)
    if not any(isinstance(table, Mapping) for table in tables):
        tables = (value,)
    for table in tables:
        said = {name: each for name, each in table.items() if each} if isinstance(table, Mapping) else table
        if said:
            yield said


for command in (add, record, test, check, memory, import_ftr):
    site.add_command(command)
