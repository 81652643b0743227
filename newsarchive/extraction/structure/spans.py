"""Which pieces of a block's text are links, and which are in bold or slanted type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Final

from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import BLOCK_TAGS, Element, TextBlock, visible
from newsarchive.items import Span, SpanKind

KINDS: Final = {
    "a": SpanKind.LINK,
    "b": SpanKind.STRONG,
    "strong": SpanKind.STRONG,
    "i": SpanKind.EMPHASIS,
    "em": SpanKind.EMPHASIS,
}
DEEP: Final = 8
WEB: Final = ("http://", "https://", "/")


def spans_of(page: Page, group: Sequence[TextBlock], url: str | None) -> tuple[Span, ...]:
    """Return the links and emphases in lines that line ends join, in order, those around others first."""
    found: list[Span] = []
    offset = 0
    for line in group:
        if line.anchors or line.strong_chars:
            found.extend(spans_in(page, line, url, offset))
        offset += len(line.text) + 1
    return tuple(found)


def spans_in(page: Page, line: TextBlock, url: str | None, offset: int) -> Iterator[Span]:
    """Yield the links and emphases of a line that begins at an offset."""
    held: dict[Element, tuple[int, int]] = {}
    end = 0
    for start, end, owner in placed(page, line):
        inline = list(takewhile(lambda one: one.tag not in BLOCK_TAGS, owner.upwards(DEEP)))
        outermost = {KINDS[one.tag]: one for one in inline if one.tag in KINDS}
        for one in sorted(outermost.values(), key=attrgetter("number")):
            held[one] = held.get(one, (start,))[0], end
    if end != len(line.text):
        return  # it holds a word that nobody sees
    for one, (first, last) in held.items():
        there = address(url, (one.get("href") or "").strip()) if one.tag == "a" else None
        if one.tag != "a" or (there and one.get("href") and there.startswith(WEB)):
            yield Span(offset + first, offset + last, KINDS[one.tag], there)


def placed(page: Page, line: TextBlock) -> Iterator[tuple[int, int, Element]]:
    """Yield where the pieces of a line stand in its text, white space folded, each with its innermost element."""
    end, blank = 0, False
    for text, owner in page.pieces(line):
        shown = visible(text)
        if shown:
            start = end + bool(end and (blank or text[0].isspace()))
            end = start + len(shown)
            yield start, end, owner
        blank = text[-1:].isspace() or (blank and not shown)
