"""The command line: which module of this room holds each command."""

from __future__ import annotations

import errno
import importlib
import sys

import click

from newsarchive import __version__
from newsarchive.items import NewsarchiveError

_SENTENCE = 200  # no first sentence of a help is longer, so none is cut off
_SECTIONS = {
    "Collect": {
        "demo": "demo",
        "crawl": "crawl",
        "run": "run",
        "backfill": "backfill",
        "discover": "discover",
        "ingest": "ingest",
        "schedule": "run",
    },
    "Read": {
        "search": "search",
        "show": "search",
        "history": "history",
        "similar": "history",
        "explain": "extract",
        "extract": "extract",
    },
    "Use elsewhere": {"serve": "serve", "export": "export", "plot": "plot"},
    "Sites": {"site": "site"},
    "Look after": {
        "status": "status",
        "verify": "maintain",
        "backup": "maintain",
        "reextract": "reextract",
        "merge": "maintain",
        "purge": "maintain",
    },
}
_MODULES = {command: module for section in _SECTIONS.values() for command, module in section.items()}


class _Commands(click.Group):
    """Import the module of a command only when it is asked for: Scrapy alone takes half a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in _MODULES else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what they are for."""
        for heading, names in _SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, _command(name).get_short_help_str(limit=_SENTENCE)) for name in names])

    def invoke(self, ctx: click.Context) -> object:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except NewsarchiveError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise click.ClickException("The disk is full, and what was written to it is cut off.") from error
        return done


def _command(name: str) -> click.Command:
    module = importlib.import_module(f"{__name__}.{_MODULES[name]}")
    command: click.Command = getattr(module, name)
    return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def main() -> None:
    """Archive news: crawl sites, read their articles, and search them in one SQLite file."""
