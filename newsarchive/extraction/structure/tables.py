"""Tables of data with the texts of their rows, each cell in its column. Tables that lay out the page are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsarchive.extraction.body.rules.tables import FEWEST_CELLS, MOST_CELLS, is_wrapped
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.structure.spans import spans_in
from newsarchive.items import Block, BlockKind, Span

CELLS: Final = ("td", "th")
MOST_SPANNED: Final = 50  # columns or rows, whatever a page says
MOST_COLUMNS: Final = 100  # that wide and high cells may fill: thousands of them would fill millions of places
LARGE: Final = 2  # lines
FEW_LARGE: Final = 4  # cells with fewer lines for each that has more
LARGEST: Final = 20


class Tables:
    """The tables of a page; each is judged once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[Element, bool] = {}

    def of(self, element: Element) -> Element | None:
        """Return the table of data in which an element stands."""
        cell = element.inside(*CELLS)
        table = cell.inside("table") if cell else None
        if cell is None or table is None or cell.last - cell.first > LARGEST:
            return None
        if table not in self.known:
            self.known[table] = self.is_data(table)
        return table if self.known[table] else None

    def is_data(self, table: Element) -> bool:
        """Say whether a table holds data: it has several columns, and few of its cells have more than two lines."""
        if not FEWEST_CELLS <= table.last - table.first <= MOST_CELLS or is_wrapped(table):
            return False
        cells = [one for one in self.page.within(table) if one.tag in CELLS and one.inside("table") is table]
        large = sum(one.last - one.first > LARGE for one in cells)
        return FEW_LARGE * large <= len(cells) > len({one.inside("tr") for one in cells})


def table_block(page: Page, table: Element, lines: Sequence[TextBlock], url: str | None) -> Block:
    """Return a table of those of its lines that are text, row by row, each cell in its column.

    Empty are cells without text, and the places that a wide or high cell covers besides its first.
    """
    held: dict[Element | None, list[TextBlock]] = {}
    for line in lines:
        held.setdefault(line.element.inside(*CELLS), []).append(line)
    grid = [row for row in grid_of(page, table) if any(cell in held for cell in row)]
    width = max((number for row in grid for number, cell in enumerate(row, 1) if cell in held), default=0)
    rows: list[tuple[str, ...]] = []
    spans: list[Span] = []
    offset = 0  # one sign stands behind each line and behind an empty cell
    for row in grid:
        for cell in row[:width]:
            for line in held.get(cell, ()):
                spans.extend(spans_in(page, line, url, offset))
                offset += len(line.text) + 1
            offset += cell not in held
        rows.append(tuple(" ".join(line.text for line in held.get(cell, ())) for cell in row[:width]))
    return Block(BlockKind.TABLE, "\n".join(map("\t".join, rows)), rows=tuple(rows), spans=tuple(spans))


def grid_of(page: Page, table: Element) -> Iterator[list[Element | None]]:
    """Yield the rows of a table, each cell at its column; ``None`` stands where it is covered by another."""
    rows: dict[Element | None, list[Element]] = {}
    for element in page.within(table):
        if element.tag in CELLS:
            rows.setdefault(element.inside("tr"), []).append(element)
    below: dict[int, int] = {}  # how many rows more a column is covered by a cell above
    for cells in rows.values():
        yield list(placed(cells, below))


def placed(cells: Iterable[Element], below: dict[int, int]) -> Iterator[Element | None]:
    """Yield what a row shows in its columns."""
    column = 0
    for cell in (*cells, None):
        while below.get(column, 0) > 0:
            below[column] -= 1
            column += 1
            yield None
        if cell is not None:
            wide, high = (span(cell, name) if column < MOST_COLUMNS else 1 for name in ("colspan", "rowspan"))
            below.update(dict.fromkeys(range(column, column + wide), high - 1))
            column += wide
            yield from (cell, *[None] * (wide - 1))


def span(cell: Element, name: str) -> int:
    """Return how many columns or rows a cell is wide or high."""
    value = cell.get(name) or ""
    return min(max(int(value), 1), MOST_SPANNED) if value.isdecimal() and value.isascii() else 1
