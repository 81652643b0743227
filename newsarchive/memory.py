"""Site memory: how many pages of a site showed a line, to tell what the site repeats from what one article says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isqrt

from xxhash import xxh3_64_intdigest

from newsarchive.items import SiteLine
from newsarchive.text import normalised, utf8_length

LONGEST = 500
"""Longer lines are an article's own text and are not remembered."""
SITE_WIDE = 0.8
"""Share of the pages that must show a keyword before it is the site's and not the article's."""
SENTENCE = 60
"""Bytes of a line that says as much as a sentence. Articles of a running story repeat one of theirs, too, so so many
times as many pages or such a share of them must show it."""
MORE, OFTEN = 3, 0.3
NUMBER = re.compile(r"\d+")
FEWEST_LETTERS = 30
"""Bytes beside the one number of a line that is the same whatever that is; Chapter 3 is not Chapter 4."""


@dataclass(frozen=True, slots=True)
class MemoryRow:
    """One remembered line as it is stored: ``key`` fits a signed 64-bit integer, ``pages`` have shown it."""

    kind: str
    key: int
    pages: int
    text: str


@lru_cache(maxsize=1 << 14)  # a site shows the same lines on every page, and each is asked for twice
def line_key(kind: str, text: str) -> int:
    """Return the number by which a line is remembered, the same for all ways to write white space, quotes and a number.

    >>> line_key("line", "关注  我们") == line_key("line", "关注\\u00a0我们 ") != line_key("keyword", "关注 我们")
    True
    """
    said = normalised(text)
    words, numbers = NUMBER.subn("", said) if kind == "line" else (said, 0)
    if numbers == 1 and utf8_length(words) >= FEWEST_LETTERS:
        said = words
    return xxh3_64_intdigest(f"{kind}\0{said}".encode("utf-8", "surrogatepass")) - (1 << 63)


def rows_of(lines: Iterable[SiteLine]) -> list[MemoryRow]:
    """Return what one page adds to its site's memory: each line once, however often the page shows it."""
    found = {line_key(line.kind, line.text): line for line in lines if 0 < len(line.text.strip()) <= LONGEST}
    return [MemoryRow(line.kind, key, 1, line.text.strip()) for key, line in found.items()]


class SiteMemory:
    """What the pages of one site have in common.

    ``learn`` and ``forget`` take what one page observed (``Article.observed``) and undo each other, so that the memory
    depends on the set of pages only, not on their order. Rows go to the archive and come back from it.
    """

    def __init__(self, pages: int = 0, rows: Iterable[MemoryRow] = ()) -> None:
        self.pages = pages
        self._rows = {row.key: row for row in rows}

    def put(self, row: MemoryRow) -> None:
        """Take the count of a line as the archive has it; with no pages left, drop the line."""
        if row.pages > 0:
            self._rows[row.key] = row
        else:
            self._rows.pop(row.key, None)

    def learn(self, lines: Iterable[SiteLine]) -> None:
        """Count the lines of one more page."""
        self.pages += 1
        for row in rows_of(lines):
            self._add(row, 1)

    def forget(self, lines: Iterable[SiteLine]) -> None:
        """Take back what one page had added."""
        self.pages -= 1
        for row in rows_of(lines):
            self._add(row, -1)

    def count(self, kind: str, text: str) -> int:
        """Return how many pages showed the line."""
        row = self._rows.get(line_key(kind, text))
        return row.pages if row else 0

    def is_repeated(self, kind: str, text: str) -> bool:
        """Say whether the line is the site's: on two pages at least, and on more the more pages are known.

        A keyword must be on most pages, since articles share subjects; anything else on half the square root of
        their number (2 of 16, 5 of 100, 50 of 10,000), since footers differ from section to section; a whole sentence
        on three times as many, or three in ten of a few pages.
        """
        return self.count(kind, text) >= self.needed(kind, text)

    def needed(self, kind: str, text: str = "") -> int:
        """Return the number of pages from which a line of this kind and length counts as repeated."""
        if kind == "keyword":
            return max(3, round(SITE_WIDE * self.pages))
        few = max(2, isqrt(self.pages) // 2)
        return max(2, min(MORE * few, round(OFTEN * self.pages))) if utf8_length(text) >= SENTENCE else few

    def rows(self) -> Iterator[MemoryRow]:
        """Yield what is remembered, in a fixed order."""
        return iter(sorted(self._rows.values(), key=lambda row: (row.kind, row.key)))

    def _add(self, row: MemoryRow, change: int) -> None:
        known = self._rows.get(row.key, replace(row, pages=0))
        self.put(replace(known, pages=known.pages + change))
