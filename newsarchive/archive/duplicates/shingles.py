"""Compares texts by their shingles: fingerprints to find near-duplicates with, and measures to confirm them.

A shingle is four CJK characters or three words in a row, punctuation left out. The fingerprint is one-permutation
minwise hashing (Li, Owen and Zhang 2012) with 64 bins, empty ones filled by rotation (Shrivastava and Li 2014), cut
into 32 bands of two: two texts that share a third of their shingles have a band in common 19 times in 20, and
unrelated ones almost never.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from xxhash import xxh3_64_intdigest

from newsarchive.text import SEPARATORS, folded, is_cjk

BINS = 64
FEWEST = 12  # shingles; a shorter text says too little to be told from another
MOST = 100  # figures that are compared
_EMPTY = 1 << 64
# 25, 3.5, 二十五; a single 一 is part of many words
_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*|[〇零一二两三四五六七八九十百千万亿]{2,}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, each 0..1.

    ``resemblance`` is the share of all shingles that both have, ``containment`` that of the shorter text's,
    ``numbers`` the share of the figures of the one with fewer that the other gives in the same order.
    """

    resemblance: float
    containment: float
    numbers: float

    @property
    def is_copy(self) -> bool:
        """Whether one was made from the other: not a text of the same template with other figures."""
        return self.resemblance >= 0.2 and self.containment >= 0.5 and self.numbers >= 0.6


def shingles(text: str) -> set[str]:
    """Return the shingles of a text.

    >>> sorted(shingles("「国务院」发布"))
    ['务院发布', '国务院发']
    >>> sorted(shingles("The new rules, announced"))
    ['new rules announced', 'the new rules']
    """
    plain = folded(text)
    if is_cjk(plain):
        characters = SEPARATORS.sub("", plain)
        return {characters[start : start + 4] for start in range(len(characters) - 3)}
    words = [word for word in SEPARATORS.split(plain) if word]
    return set(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def bands(found: set[str]) -> list[int]:
    """Return the 32 numbers of a set of shingles under which it is indexed; none if there are too few."""
    if len(found) < FEWEST:
        return []
    best = [_EMPTY] * BINS
    for shingle in found:
        number = xxh3_64_intdigest(shingle.encode("utf-8", "surrogatepass"))
        if number < best[number % BINS]:
            best[number % BINS] = number
    filled = _rotated(best)
    return [_band(place, *filled[place : place + 2]) for place in range(0, BINS, 2)]


def likeness(one: str, other: str) -> Likeness:
    """Compare two texts."""
    first, second = shingles(one), shingles(other)
    shared = len(first & second)
    fewer = min(len(first), len(second))
    if not fewer:
        return Likeness(0.0, 0.0, 0.0)
    return Likeness(shared / len(first | second), shared / fewer, _shared_numbers(one, other))


def _rotated(best: list[int]) -> list[int]:
    """Give an empty bin the value of the next filled one, marked with the distance."""
    filled, value, distance = [0] * BINS, 0, 0
    for place in range(2 * BINS - 1, -1, -1):
        number = best[place % BINS]
        value, distance = (number, 0) if number != _EMPTY else (value, distance + 1)
        if place < BINS:
            filled[place] = value + distance
    return filled


def _band(place: int, first: int, second: int) -> int:
    """Mix two bins into 32 bits, which take half the room of 64 in SQLite."""
    mixed = (first * 0x9E3779B97F4A7C15 ^ second * 0xC2B2AE3D27D4EB4F) + place * 0x165667B19E3779F9
    return (mixed & 0xFFFFFFFFFFFFFFFF) >> 32


def _shared_numbers(one: str, other: str) -> float:
    first, second = _NUMBERS.findall(folded(one))[:MOST], _NUMBERS.findall(folded(other))[:MOST]
    fewer = min(len(first), len(second))
    if fewer < 3:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / fewer
