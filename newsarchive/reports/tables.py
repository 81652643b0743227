"""Writes articles as rows for other programs: CSV, JSON lines, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from newsarchive.items import NewsarchiveError

COLUMNS = (
    "url", "site", "title", "source", "authors", "editor", "section", "published", "published_day", "published_raw",
    "published_precision", "timezone_origin", "modified", "tags", "language", "word_count", "comment_count", "access",
    "images", "first_seen", "last_seen", "gone_after", "gone_before", "body_digest", "body",
)  # fmt: skip
WITHOUT_TEXT = tuple(name for name in COLUMNS if name not in ("body", "images"))  # captions are text
_TIMES = ("published", "modified", "first_seen", "last_seen", "gone_after", "gone_before")
_LISTS = ("authors", "tags")
_NUMBERS = ("word_count", "comment_count")
_ROWS_AT_ONCE = 2_000

Row = Mapping[str, Any]


def csv_lines(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> Iterator[str]:
    """Yield CSV with a header line, several values in one cell joined by ``; ``."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([_cell(row[name]) for name in columns])


def json_lines(rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> Iterator[str]:
    """Yield one JSON object a line, lists as lists and times in ISO 8601."""
    for row in rows:
        yield json.dumps({name: _plain(row[name]) for name in columns}, ensure_ascii=False) + "\n"


def write_parquet(rows: Iterable[Row], path: Path, columns: Sequence[str] = COLUMNS) -> None:
    """Write a Parquet file with typed columns.

    Raises NewsarchiveError when pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise NewsarchiveError("Parquet needs pyarrow; install it with: pip install 'newsarchive[parquet]'") from error
    types: dict[str, pyarrow.DataType] = dict.fromkeys(COLUMNS, pyarrow.string())
    types |= dict.fromkeys(_TIMES, pyarrow.timestamp("s", tz="UTC"))
    types["published_day"] = pyarrow.date32()
    types |= dict.fromkeys(_LISTS, pyarrow.list_(pyarrow.string()))
    types |= dict.fromkeys(_NUMBERS, pyarrow.int64())
    schema = pyarrow.schema([(name, types[name]) for name in columns])
    waiting = iter(rows)
    with ParquetWriter(path, schema, compression="zstd") as writer:
        while chunk := list(islice(waiting, _ROWS_AT_ONCE)):
            writer.write_table(pyarrow.Table.from_pylist([_typed(row) for row in chunk], schema=schema))


def _csv_line(values: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, list):
        return "; ".join(each["url"] if isinstance(each, dict) else each for each in plain)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return value


def _typed(row: Row) -> dict[str, Any]:
    values = {name: list(row[name]) if name in _LISTS else row[name] for name in COLUMNS}
    return values | {"images": json.dumps(_plain(row["images"]), ensure_ascii=False)}
