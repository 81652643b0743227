"""Gives names that many rows share a number: tags, authors, origins of fields, removed texts."""

from __future__ import annotations

from newsarchive.archive.database.connection import Connection

KEPT_IN_MEMORY = 50_000
"""How many numbers a connection remembers: some 15 MB, however many names its archive has."""
_COLUMNS = {
    "tags": ("name",),
    "authors": ("name",),
    "origin_names": ("field", "origin", "place", "reason"),
    "removed_texts": ("key", "text"),
}
_KEYS = _COLUMNS | {"removed_texts": ("key",)}  # of a long text the hash tells which it is
_INSERT = {
    table: f"insert or ignore into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"  # noqa: S608
    for table, columns in _COLUMNS.items()
}
_SELECT = {
    table: f"select id from {table} where {' and '.join(f'{column} = ?' for column in columns)}"  # noqa: S608 - constants
    for table, columns in _KEYS.items()
}


def number(connection: Connection, table: str, *values: object) -> int:
    """Return the id of the row with these values, adding it if needed."""
    known = (table, *values[: len(_KEYS[table])])
    found = connection.numbers.get(known)
    if found is None:
        if len(connection.numbers) >= KEPT_IN_MEMORY:
            connection.numbers.clear()
        found = connection.numbers[known] = _looked_up(connection, table, known[1:], values)
    return found


def _looked_up(connection: Connection, table: str, key: tuple[object, ...], values: tuple[object, ...]) -> int:
    row = connection.execute(_SELECT[table], key).fetchone()
    if row is None:
        connection.execute(_INSERT[table], values)
        row = connection.execute(_SELECT[table], key).fetchone()
    return int(row["id"])
