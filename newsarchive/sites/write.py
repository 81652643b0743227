"""Writes site files: the few lines of TOML that say what differs from the generic reading."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def site_toml(table: Mapping[str, Any]) -> str:
    """Return a site file; lists of tables become ``[[name]]`` sections after the plain values.

    >>> print(site_toml({"name": "News", "rules": [{"body": "div.text"}]}), end="")
    name = "News"
    <BLANKLINE>
    [[rules]]
    body = "div.text"
    """
    lines = [f"{key} = {_value(value)}" for key, value in table.items() if value and not _is_tables(value)]
    for key, value in table.items():
        if _is_tables(value):
            for row in value:
                lines += ["", f"[[{key}]]", *(f"{name} = {_value(each)}" for name, each in row.items() if each)]
    return "\n".join(lines) + "\n"


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _value(value: str | Sequence[str]) -> str:
    if isinstance(value, str) and "\\" in value and value.isprintable() and "'" not in value:
        return f"'{value}'"  # a regular expression, as people write it
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(_value(each) for each in value)}]" if len(value) > 1 else _value(value[0])
