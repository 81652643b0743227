"""How commands print: rows, paragraphs and single values, on a terminal and elsewhere."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsarchive.items import NewsarchiveError

_WIDE = 10_000
_LONGEST_WORD = 25  # 2026-03-11T08:00:00+00:00


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


def shortened(text: str, longest: int) -> str:
    """Return the beginning of a text, with a mark if there is more of it."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def facts(*values: object) -> str:
    """Return what is there of some values as a line, each once."""
    return " · ".join(cell(value) for value in dict.fromkeys(values) if value)


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


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file that is written into a sentence."""
    try:
        yield
    except OSError as error:
        raise NewsarchiveError(f"{path} cannot be written: {error.strerror}.") from error
