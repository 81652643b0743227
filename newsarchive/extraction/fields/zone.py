"""Where on the page the article's own lines stand: around its title, before its text, right after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsarchive.extraction.fields.labels import LONE, SIGN, labelled
from newsarchive.extraction.known import key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, visible
from newsarchive.extraction.page.marks import Mark, own_marks

LINE: Final = 200
"""A longer block is running text, not a line of facts."""
SHORT: Final = 80
"""So is a longer one between the first and the last paragraph."""
_BEFORE_TITLE: Final = 8
_AFTER_START: Final = 4
_AFTER_TITLE: Final = 7
_FOREIGN: Final = int(Mark.COMMENT | Mark.RELATED)
_COMMENT: Final = int(Mark.COMMENT)
_BYLINE: Final = int(Mark.BYLINE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_CELLS: Final = frozenset(("td", "th", "dt", "dd"))
_VALUE: Final = 40
_CLOSE: Final = 3  # blocks after the text


@dataclass(frozen=True, slots=True)
class Line:
    """A short block in the article's head or tail, at its ``place`` among the page's blocks.

    ``distance`` counts the blocks from the title on (below it: > 0). ``pieces`` are its texts between the borders of
    inline elements, ``text`` joins them with spaces; ``marked`` says that a class near it speaks of by-lines and dates.
    """

    block: TextBlock
    pieces: tuple[str, ...]
    text: str
    place: int
    distance: int
    head: bool
    marked: bool

    @property
    def side(self) -> str:
        """Say with what the kind of a place ends: nothing near the title, else that it is below."""
        return "" if self.head else " (tail)"


class Zone:
    """The lines about the article: from a little above its title to its first paragraphs, and those that end it.

    ``labels`` are the labelled values in them.
    """

    def __init__(self, page: Page, title: str | None, first: int, last: int) -> None:
        self.page = page
        self.first, self.last = first, last
        self._own: dict[Element, int] = {}
        self.title = self._title_index(key(title or ""), (title or "").casefold().split(" ")[0][:6])
        self.start = max(0, min(self.title, first) - _BEFORE_TITLE)
        self.lines = list(self._lines())
        self.labels = [
            (line, one)
            for line in self.lines
            for pieces in (self._with_cell(line),)
            if len(pieces) > 1 or SIGN.search(line.text)
            for one in labelled(pieces)
        ]

    def _with_cell(self, line: Line) -> tuple[str, ...]:
        """Return the pieces of a line, with the cell behind it if it is that of a label alone."""
        blocks, behind = self.page.blocks, line.place + 1
        if line.block.element.tag not in _CELLS or behind >= len(blocks):
            return line.pieces
        if not (line.text.endswith((":", "：")) or LONE.fullmatch(line.text)):
            return line.pieces
        cell = blocks[behind]
        is_value = cell.element.tag in _CELLS and len(cell.text) <= _VALUE
        return (*line.pieces, cell.text) if is_value else line.pieces

    def _title_index(self, title: str, start: str) -> int:
        """Return the index of the block that shows the title: the last one above the text, else the first one."""
        if title:
            found = [
                index
                for index, block in enumerate(self.page.blocks[: max(self.last, 1)])
                if len(block.text) < 2 * len(title) + 40 and start in block.text.casefold() and title in key(block.text)
            ]
            headings = [index for index in found if self.page.blocks[index].element.tag in _HEADINGS]
            above = [index for index in headings if index <= self.first]
            if found:
                return (above[-1:] or headings or found)[0]
        return max(0, self.first - 12)

    def _lines(self) -> Iterator[Line]:
        blocks = self.page.blocks
        head_end = min(len(blocks), max(self.first + _AFTER_START, self.title + _AFTER_TITLE))
        for index in range(self.start, head_end):
            yield from self._line(index, True)
        for index in range(max(head_end, self.last - 6), min(len(blocks), self.last + 14)):
            yield from self._line(index, False)

    def _line(self, index: int, head: bool) -> Iterator[Line]:
        block = self.page.blocks[index]
        if len(block.text) <= (SHORT if self.first <= index < self.last else LINE):
            marks = self.marks_around(block.element)
            if not marks & _FOREIGN or (marks & _BYLINE and not marks & _COMMENT):
                pieces = texts_between(self.page.runs[block.start : block.end]) if block.end > block.start + 1 else ()
                pieces = pieces or (block.text,)
                yield Line(block, pieces, " ".join(pieces), index, index - self.title, head, bool(marks & _BYLINE))

    def follows_text(self, line: Line) -> bool:
        """Say whether a line stands right below the text."""
        return 0 <= line.place - self.last < _CLOSE

    def marks_around(self, element: Element | None) -> int:
        """Return the marks of an element and its nearest ancestors, but not of what holds the title as well."""
        marks = levels = 0
        while element is not None and levels < 4 and not element.first <= self.title < element.last:
            own = self._own.get(element)
            if own is None:  # neighbours share their ancestors
                own = self._own[element] = own_marks(element)
            marks |= own
            element = element.parent
            levels += 1
        return marks


def texts_between(runs: Sequence[str]) -> tuple[str, ...]:
    """Return the texts between the borders of elements; a character reference inside a word is no border.

    >>> texts_between(["Tobias K", "ö", "ltzsch", " ", "0", "Kommentare"])
    ('Tobias Költzsch', '0', 'Kommentare')
    """
    joined: list[str] = []
    inside = False
    for run in runs:
        letter = len(run) == 1 and run < "\u2000" and (run.isalpha() or run in "&'-")
        if joined and (letter or inside) and not joined[-1][-1:].isspace() and not run[:1].isspace():
            joined[-1] += run
        else:
            joined.append(run)
        inside = letter
    return tuple(filter(None, map(visible, joined)))
