"""Shows how texts differ: the words that changed, with a little of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from newsarchive.archive import Piece, word_diff

_CONTEXT = 30  # characters of unchanged text on each side of a change
_MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Keep of the unchanged text what stands beside a change."""
    last = len(pieces) - 1
    return [
        piece if piece.kind != "equal" else Piece("equal", _edges(piece.text, after=place > 0, before=place < last))
        for place, piece in enumerate(pieces)
    ]


def _edges(text: str, *, after: bool, before: bool) -> str:
    if len(text) <= _CONTEXT * (after + before):
        return text
    return f"{text[:_CONTEXT] + ' ' if after else ''}…{' ' + text[-_CONTEXT:] if before else ''}"


def marked(piece: Piece) -> str:
    """Return a piece between marks that say what became of it: ``[-gone-]``, ``{+new+}``."""
    begin, end = _MARKS[piece.kind]
    return f"{begin}{piece.text}{end}"


def paragraph_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield a line for each paragraph that went (``-``), came (``+``) or changed a little (``~``).

    >>> list(paragraph_changes(["It rained.", "The ferry sailed at noon."], ["The ferry sailed at ten."]))
    ['- It rained.', '~ The ferry sailed at [-noon-]{+ten+}.']
    """
    old, new = list(before), list(after)
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _replaced(old[start:end], new[first:last])


def _replaced(old: list[str], new: list[str]) -> Iterator[str]:
    while old and new:
        if pieces := _alike(old[0], new[0]):
            yield "~ " + "".join(map(marked, shortened(pieces)))
            old, new = old[1:], new[1:]
        elif len(old) >= len(new):
            yield f"- {old[0]}"
            old = old[1:]
        else:
            yield f"+ {new[0]}"
            new = new[1:]
    yield from (f"- {text}" for text in old)
    yield from (f"+ {text}" for text in new)


def _alike(old: str, new: str) -> list[Piece] | None:
    """Return how a paragraph became the other, if most of it is the same."""
    pieces = word_diff(old, new)
    same = sum(len(piece.text) for piece in pieces if piece.kind == "equal")
    return pieces if 2 * same > max(len(old), len(new)) else None
