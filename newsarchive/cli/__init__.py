"""The command line: each command is the function of its name in the module of its name."""

from __future__ import annotations

import errno
import importlib
import io
import sys

import click

from newsarchive import __version__
from newsarchive.items import NewsarchiveError

_SENTENCE = 200  # no first sentence of a help is longer, so none is cut off
_SECTIONS = {
    "Collect": "demo crawl run backfill discover ingest schedule".split(),
    "Read": "search show history similar explain extract".split(),
    "Use elsewhere": "serve export plot".split(),
    "Sites": ["site"],
    "Look after": "status verify backup reextract merge purge".split(),
}


class _Commands(click.Group):
    """Import the module of a command only when it is asked for: Scrapy alone takes half a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in _SECTIONS.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in self.list_commands(ctx) else None

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
    module = importlib.import_module(f"{__name__}.{name}")
    command: click.Command = getattr(module, name)
    return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def main() -> None:
    """Archive news: crawl sites, read their articles, and search them in one SQLite file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a terminal of another charset shows \u5e02 instead of a traceback
            stream.reconfigure(errors="backslashreplace")
