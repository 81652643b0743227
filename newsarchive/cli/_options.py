"""Options and arguments that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import click

from newsarchive.cli._kinds import Day, Whole

DEFAULT_DB = Path("data/newsarchive.db")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_Command = TypeVar("_Command", bound=Callable[..., Any])


def db_option(command: _Command) -> _Command:
    """Add ``--db``, passed on as the ``Path`` named ``db``."""
    return click.option(
        "--db",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DEFAULT_DB,
        envvar="NEWSARCHIVE_DB",
        show_default=True,
        show_envvar=True,
        help="The archive's SQLite file.",
    )(command)


def formats(*names: str, default: str | None = None, help: str = "How to print it.") -> Callable[[_Command], _Command]:
    """Add ``--format``, passed on as ``output_format``; the first name is the default unless another is given."""
    choice, first = click.Choice(names), default or names[0]
    return click.option("--format", "output_format", type=choice, default=first, show_default=True, help=help)


def format_option(command: _Command) -> _Command:
    """Add ``--format table|json|csv``, which ``print_rows`` understands."""
    return formats("table", "json", "csv", help="How to print the rows.")(command)


def log_level_option(default: str = "WARNING") -> Callable[[_Command], _Command]:
    """Add ``--log-level``, passed on as the name of a level of Python's logging."""
    levels = click.Choice(_LEVELS, case_sensitive=False)
    told = "Show log lines of this level and above: debug, info, warning, error, critical."
    return click.option("--log-level", type=levels, metavar="LEVEL", default=default, show_default=True, help=told)


def jobs_option(command: _Command) -> _Command:
    """Add ``--jobs``, passed on as the number of processes that may read pages."""
    return click.option(
        "--jobs", type=Whole(), default=cores(), show_default="all cores", help="Processes that read pages."
    )(command)


def cores() -> int:
    """Return how many cores this process may use, which a container or taskset may have made fewer."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def query_argument(command: _Command) -> _Command:
    """Add a query of any number of words, passed on as the text named ``query``, or ``None``."""
    return click.argument("query", nargs=-1, callback=_joined)(command)


def output_option(command: _Command) -> _Command:
    """Add ``--output``, passed on as a path or ``None``."""
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=path, help="The file to write; otherwise stdout.")(command)


def span_options(first: str, last: str, *, required: bool = False) -> Callable[[_Command], _Command]:
    """Add ``--from`` and ``--to`` with these explanations, passed on as the days ``since`` and ``until``."""

    def day(option: str, name: str, told: str) -> Callable[[_Command], _Command]:
        return click.option(option, name, type=Day(), required=required, callback=_day, help=told)

    return lambda command: day("--from", "since", first)(day("--to", "until", last)(command))


def since_option(told: str) -> Callable[[_Command], _Command]:
    """Add ``--since``, passed on as the moment with which that day begins, or ``None``."""
    return click.option("--since", type=Day(), callback=_begin, help=f"{told} (UTC).")


def selection_options(command: _Command) -> _Command:
    """Add ``--site``, ``--from``, ``--to``, ``--tag`` and ``--language``, passed on as Archive's methods name them."""
    site = click.option("--site", help="Only articles of this site.")
    span = span_options("Only published on this day or later.", "Only published on this day or before.")
    tag = click.option("--tag", help="Only articles with this tag.")
    language = click.option("--language", help="Only articles in this language, for example zh.")
    return site(span(tag(language(command))))


def _joined(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> str | None:
    return " ".join(words) if words else None


def _begin(context: click.Context, parameter: click.Parameter, day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, UTC) if day else None


def _day(context: click.Context, parameter: click.Parameter, day: date | None) -> date | None:
    days = {**context.params, parameter.name: day}  # of the two options, the one that is read last sees both
    first, last = days.get("since"), days.get("until")
    if first and last and first > last:
        raise click.UsageError("The first day comes after the last.")
    return day
