"""The command line: every module of this room adds the commands it defines."""

from __future__ import annotations

import importlib
import pkgutil

import click

from newsarchive import __version__
from newsarchive.items import NewsarchiveError

_SECTIONS = {
    "Collect": "demo crawl run backfill discover ingest schedule",
    "Read": "search show history similar explain extract",
    "Use elsewhere": "serve export plot",
    "Sites": "site",
    "Look after": "status verify backup reextract merge purge",
}


class _Commands(click.Group):
    """Find commands in this room's modules, and import them only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(command for module in _modules() for command in _commands(module))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = (_commands(module).get(cmd_name) for module in _modules())
        return next((command for command in found if command), None)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what they are for."""
        found = {name: command for module in _modules() for name, command in _commands(module).items()}
        others = " ".join(found.keys() - set(" ".join(_SECTIONS.values()).split()))
        for heading, names in {**_SECTIONS, "Other": others}.items():
            rows = [(name, found[name].get_short_help_str(limit=80)) for name in names.split() if name in found]
            if not rows:
                continue
            with formatter.section(heading):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except NewsarchiveError as error:
            raise click.ClickException(str(error)) from error


def _modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]


def _commands(module: str) -> dict[str, click.Command]:
    names = vars(importlib.import_module(f"{__name__}.{module}"))
    return {
        command.name: command
        for command in names.get("COMMANDS", ())
        if isinstance(command, click.Command) and command.name
    }


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def main() -> None:
    """Archive news: crawl sites, read their articles, and search them in one SQLite file."""
