"""Gives names that many rows share a number: tags, authors, origins of fields, removed texts."""

from __future__ import annotations

import sqlite3

from newsarchive.archive.database.connection import Connection

KEPT_IN_MEMORY = 50_000
"""How many numbers a connection remembers: some 15 MB, however many names its archive has."""
_COLUMNS = {
    "tags": ("name",),
    "authors": ("name",),
    "origin_names": ("field", "origin", "place", "reason"),
    "removed_texts": ("key", "text"),
}
_INSERT = {
    table: f"insert or ignore into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"  # noqa: S608
    for table, columns in _COLUMNS.items()
}
_SELECT = {
    table: f"select id from {table} where {' and '.join(f'{column} = ?' for column in columns)}"  # noqa: S608 - constants
    for table, columns in _COLUMNS.items()
} | {"removed_texts": "select id from removed_texts where key = ?"}


def number(connection: Connection, table: str, *values: object) -> int:
    """Return the id of the row with these values, adding it if needed."""
    found = connection.numbers.get((table, values[0] if table == "removed_texts" else values))
    return found if found is not None else _looked_up(connection, table, values)


def _looked_up(connection: Connection, table: str, values: tuple[object, ...]) -> int:
    wanted = values[:1] if table == "removed_texts" else values
    row: sqlite3.Row | None = connection.execute(_SELECT[table], wanted).fetchone()
    if row is None:
        connection.execute(_INSERT[table], values)
        row = connection.execute(_SELECT[table], wanted).fetchone()
    if len(connection.numbers) >= KEPT_IN_MEMORY:
        connection.numbers.clear()
    connection.numbers[(table, wanted[0] if table == "removed_texts" else values)] = row[0]
    return int(row[0])
