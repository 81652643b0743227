"""The command line: every module of this room adds the commands it defines."""

from __future__ import annotations

import importlib
import pkgutil

import click

from newsarchive import __version__
from newsarchive.items import NewsarchiveError


class _Commands(click.Group):
    """Find commands in this room's modules, and import them only when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(command for module in _modules() for command in _commands(module))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = (_commands(module).get(cmd_name) for module in _modules())
        return next((command for command in found if command), None)

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
