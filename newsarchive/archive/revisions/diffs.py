"""Compares two texts word by word, and Chinese, Japanese and Korean character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from os.path import commonprefix

from newsarchive.text import CJK, MARKS

MOST = 4_000_000  # pairs of words that are compared; two texts beyond that count as wholly different
_LETTERS = rf"[^\W_{CJK}](?:[^\W_{CJK}]|[{MARKS}\u200c\u200d])*"
WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*")  # isn't, یاد‌شده, हिन्दी
# a CJK character, a word, white space, or any other single character
_TOKEN = re.compile(rf"[{CJK}]|{WORD.pattern}|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both (``equal``), was taken out (``delete``) or put in (``insert``)."""

    kind: str
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Return how one text became the other, in reading order; what goes stands before what comes.

    >>> [(piece.kind, piece.text) for piece in word_diff("最高25度 today", "最高28度 today")]
    [('equal', '最高'), ('delete', '25'), ('insert', '28'), ('equal', '度 today')]
    """
    pieces = _lines(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [Piece(kind, "".join(piece.text for piece in group)) for kind, group in groupby(pieces, lambda p: p.kind)]


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """Compare paragraph by paragraph first, which is quick and keeps words from matching across the text."""
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("equal", "".join(before[start:end]))
        else:
            yield from _words(_TOKEN.findall("".join(before[start:end])), _TOKEN.findall("".join(after[first:last])))


def _words(before: list[str], after: list[str]) -> Iterator[Piece]:
    head = len(commonprefix([before, after]))
    tail = len(commonprefix([before[head:][::-1], after[head:][::-1]]))
    yield from _piece("equal", before[:head])
    yield from _changed(before[head : len(before) - tail], after[head : len(after) - tail])
    yield from _piece("equal", before[len(before) - tail :])


def _changed(before: list[str], after: list[str]) -> Iterator[Piece]:
    if len(before) * len(after) > MOST:
        yield from _piece("delete", before)
        yield from _piece("insert", after)
        return
    for tag, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _piece("equal", before[start:end])
        else:
            yield from _piece("delete", before[start:end])
            yield from _piece("insert", after[first:last])


def _piece(kind: str, words: Sequence[str]) -> Iterator[Piece]:
    if words:
        yield Piece(kind, "".join(words))
