"""Tells whether a page shows one of many lines, at a cost that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_START = 16  # characters by which a line is looked for before it is compared


class Lines:
    """Lines, told apart by how they start: of a hundred thousand, few start alike."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._starts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for line in set(lines):
            start = line[:_START]
            self._starts[len(start)][start].append(line)

    def any_in(self, text: str) -> bool:
        """Say whether one of them is in a text."""
        return any(
            text.startswith(line, place)
            for size, starts in self._starts.items()
            for place in range(len(text) - size + 1)
            for line in starts.get(text[place : place + size], ())
        )
