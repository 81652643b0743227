"""Options that several commands share, and the one way in which rows are printed."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsarchive.items import NewsarchiveError

_WIDE = 10_000
_LONGEST_WORD = 25  # 2026-03-11T08:00:00+00:00
DEFAULT_DB = Path("data/newsarchive.db")

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


def format_option(command: _Command) -> _Command:
    """Add ``--format table|json|csv``, passed on as ``output_format``."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="How to print the rows.",
    )(command)


def jobs_option(command: _Command) -> _Command:
    """Add ``--jobs``, passed on as the number of processes that may read pages."""
    number = click.IntRange(min=1)
    return click.option(
        "--jobs", type=number, default=_cores(), show_default="all cores", help="Processes that read pages."
    )(command)


def _cores() -> int:
    """Return how many cores this process may use, which a container or taskset may have made fewer."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def query_argument(command: _Command) -> _Command:
    """Add a query of any number of words, passed on as the text named ``query``, or ``None``."""
    return click.argument("query", nargs=-1, callback=_joined)(command)


def output_option(command: _Command) -> _Command:
    """Add ``--output``, passed on as a path or ``None``."""
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=path, help="The file to write; otherwise stdout.")(command)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file that is written into a sentence."""
    try:
        yield
    except OSError as error:
        raise NewsarchiveError(f"{path} cannot be written: {error.strerror}.") from error


def site_option(command: _Command) -> _Command:
    """Add ``--site``."""
    return click.option("--site", help="Only articles of this site.")(command)


def span_options(command: _Command) -> _Command:
    """Add ``--from`` and ``--to``, passed on as the days ``since`` and ``until``."""
    day = click.DateTime(["%Y-%m-%d"])
    first = click.option(
        "--from", "since", type=day, metavar="DAY", callback=_day, help="Only published on this day or later."
    )
    last = click.option(
        "--to", "until", type=day, metavar="DAY", callback=_day, help="Only published on this day or before."
    )
    return first(last(command))


def selection_options(command: _Command) -> _Command:
    """Add ``--site``, ``--from``, ``--to``, ``--tag`` and ``--language``, passed on as Archive's methods name them."""
    tag = click.option("--tag", help="Only articles with this tag.")
    language = click.option("--language", help="Only articles in this language, for example zh.")
    return site_option(span_options(tag(language(command))))


def _joined(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> str | None:
    return " ".join(words) if words else None


def _day(context: click.Context, parameter: click.Parameter, moment: datetime | None) -> date | None:
    day = moment and moment.date()
    days = {**context.params, parameter.name: day}  # of the two options, the one that is read last sees both
    first, last = days.get("since"), days.get("until")
    if first and last and first > last:
        raise click.UsageError("The first day comes after the last.")
    return day


def print_rows(
    rows: Iterable[Mapping[str, Any]], output_format: str = "table", columns: Sequence[str] | None = None
) -> None:
    """Print rows to stdout as a table (nothing for none), one JSON array, or CSV with a header line."""
    found = list(rows)
    names = list(columns or (found[0] if found else ()))
    if output_format == "json":
        click.echo(
            json.dumps([{name: row[name] for name in names} for row in found], ensure_ascii=False, default=plain)
        )
    elif output_format == "csv":
        _print_csv(found, names)
    elif found:
        _print_table(found, names)


def _print_csv(rows: list[Mapping[str, Any]], names: list[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([plain(row[name]) for name in names] for row in rows)


def _print_table(rows: list[Mapping[str, Any]], names: list[str]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        numbers = all(isinstance(row[name], int | float | None) for row in rows)
        table.add_column(name.replace("_", " "), justify="right" if numbers else "left")
    for row in rows:
        table.add_row(*(cell(row[name]) for name in names))
    print_table(table)


def print_table(table: Table) -> None:
    """Print a table: fitted to a terminal, and elsewhere as wide as it is, without blanks at the ends of lines."""
    output = console()
    if output.is_terminal:
        _fit(table, output.width)
        output.print(table)
        return
    with output.capture() as captured:
        output.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _fit(table: Table, room: int) -> None:
    """Fold the widest columns between words, and inside of those alone that are long, such as addresses."""
    columns = [[str(text) for text in (column.header, *column.cells)] for column in table.columns]
    widths = [max(map(cell_len, texts)) for texts in columns]
    words = [[cell_len(word) for text in texts for word in text.split()] for texts in columns]
    least = [max((length for length in lengths if length <= _LONGEST_WORD), default=1) for lengths in words]
    table.collapse_padding = sum(widths) + 2 * len(widths) > room  # one blank between columns instead of two
    room -= len(widths) * (1 if table.collapse_padding else 2)
    while sum(widths) > room and widths != least:
        widest = max(range(len(widths)), key=lambda at: (widths[at] > least[at]) * widths[at])
        widths[widest] -= 1
    for column, width in zip(table.columns, widths, strict=True):
        column.overflow, column.width = "fold", width


def print_text(text: str | Text, *, style: str = "", indent: int = 0) -> None:
    """Print a paragraph: wrapped on a terminal, and elsewhere as one line."""
    output = console()
    styled = Text(text, style=style) if isinstance(text, str) else text
    lines = styled.wrap(output, output.width - indent) if output.is_terminal else [styled]
    for line in lines:
        output.print(Text(" " * indent).append_text(line), soft_wrap=True)


def console(*, to_stderr: bool = False) -> Console:
    """Return a console that never takes text for markup and does not fold lines off a terminal."""
    output = Console(stderr=to_stderr, markup=False, highlight=False, emoji=False)
    if not output.is_terminal:
        output.width = _WIDE
    return output


def tell(sentence: str) -> None:
    """Say something that is not data."""
    click.echo(sentence, err=True)


def plain(value: object) -> str:
    """Return a value as a program wants it: times in ISO 8601."""
    return value.isoformat() if isinstance(value, datetime) else cell(value)


def by_the_page(published: datetime | None, precision: str | None) -> str:
    """Return when an article was published as a reader wants it: by the clock that it has, or its day if that is all.

    >>> by_the_page(datetime.fromisoformat("2022-04-19T10:17:57+08:00"), "minute")
    '2022-04-19 10:17+08:00'
    """
    return cell(published.date() if published and precision == "day" else published)


def cell(value: object) -> str:
    """Return a value as a reader of a table wants it: nothing for ``None``, times to the minute."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {cell(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return str(value)
