"""The authors whom pages name only in their scripts: ``"author": "Ann Lee"``, ``"authors": [{"name": "Bo Yu"}]``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

_KEYS: Final = frozenset(("author", "authors", "byline", "authorname", "authornames", "articleauthor", "contentauthor"))
_STRING: Final = r"\"(?:[^\"\\\n]|\\.){0,200}\"|'[^'\\\n]{0,200}'"
# What stands behind the name of a key: a text, a list, or an object with a name.
_VALUE: Final = re.compile(rf"[\"']?\s*[:=]\s*(?P<all>{_STRING}|\[[^\[\]]{{0,2000}}\]|\{{[^{{}}]{{0,400}}\}})")
_NAMED: Final = re.compile(rf"[\"']name[\"']\s*:\s*({_STRING})")
_ANY: Final = re.compile(_STRING)
_KEY: Final = re.compile(r"\w+")
_STEMS: Final = (("uthor", 9), ("yline", 2))  # of keys, with the most letters before them
_MOST: Final = 200  # places that may have such a key


def authors_in(scripts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield keys, and the texts that they have in all scripts together; one with several values is that of a list.

    >>> list(authors_in(['{"byline": "By Ann Lee", "authors": [{"id": 1, "name": "Ann Lee"}]}']))
    [('authors', ['Ann Lee']), ('byline', ['By Ann Lee'])]
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for script in scripts:
        for place in (place for stem, before in _STEMS for place in _places(script, stem, before)):
            key = _KEY.search(script, place)
            name = key[0].replace("_", "").lower() if key else ""
            value = _VALUE.match(script, key.end()) if key and name in _KEYS else None
            if value and (texts := tuple(_texts(value["all"]))):
                found.setdefault(name, set()).add(texts)
    yield from ((name, list(values.pop())) for name, values in found.items() if len(values) == 1)


def _places(script: str, stem: str, before: int) -> Iterator[int]:
    """Yield where the first words begin that have a stem."""
    place = -1
    for _ in range(_MOST):
        place = script.find(stem, place + 1)
        if place < 0:
            return
        begin = place
        while begin > max(0, place - before) and (script[begin - 1].isalnum() or script[begin - 1] == "_"):
            begin -= 1
        yield begin


def _texts(value: str) -> Iterator[str]:
    """Yield the names of objects in a value, else its texts."""
    strings = _NAMED.findall(value) or ([] if value[0] == "{" else _ANY.findall(value))
    for string in strings:
        try:
            text = json.loads(f'"{string[1:-1]}"', strict=False)
        except ValueError:
            continue
        if text.strip():
            yield text.strip()
