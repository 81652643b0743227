"""Tables of data: which blocks are cells of one, and the texts of their rows. Tables that lay out the page are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock

MOST_CELLS: Final = 2000
FEWEST_CELLS: Final = 4
MOST_SPANNED: Final = 50  # columns or rows, whatever a page says
MOST_COLUMNS: Final = 100  # that wide and high cells may fill: thousands of them would fill millions of places


def same_table(one: TextBlock, other: TextBlock) -> bool:
    """Say whether two blocks stand in one table of data."""
    table = data_table(one.element)
    return table is not None and table is data_table(other.element)


def data_table(element: Element) -> Element | None:
    """Return the table of data in which an element stands; tables that lay out the page are none."""
    cell = element.inside("td", "th")
    table = cell.inside("table") if cell else None
    if table is None or cell is None or table.last - table.first > MOST_CELLS:
        return None
    around = table.inside("td")
    if around and around.last - around.first <= table.last - table.first + 1:
        return None
    return table if cell.last - cell.first <= 2 and table.last - table.first >= FEWEST_CELLS else None


def table_rows(page: Page, table: Element, blocks: Sequence[TextBlock]) -> tuple[tuple[str, ...], ...]:
    """Return the texts of the blocks that stand in a table, row by row, each cell in its column.

    Empty are cells without text, and the places that a wide or high cell covers besides its first.
    """
    texts: dict[Element | None, list[str]] = {}
    for block in blocks:
        texts.setdefault(block.element.inside("td", "th"), []).append(block.text)
    rows: dict[Element | None, list[Element]] = {}
    for element in page.within(table):
        if element.tag in ("td", "th"):
            rows.setdefault(element.inside("tr"), []).append(element)
    below: dict[int, int] = {}  # how many rows more a column is covered by a cell above
    shown = [row for cells in rows.values() if any(row := tuple(placed(cells, texts, below)))]
    width = max((number for row in shown for number, text in enumerate(row, 1) if text), default=0)
    return tuple(row[:width] for row in shown)


def placed(
    cells: Iterable[Element], texts: Mapping[Element | None, Sequence[str]], below: dict[int, int]
) -> Iterator[str]:
    """Yield what a row shows in its columns."""
    column = 0
    for cell in (*cells, None):
        while below.get(column, 0) > 0:
            below[column] -= 1
            column += 1
            yield ""
        if cell is not None:
            wide, high = (span(cell, name) if column < MOST_COLUMNS else 1 for name in ("colspan", "rowspan"))
            below.update(dict.fromkeys(range(column, column + wide), high - 1))
            column += wide
            yield from (" ".join(texts.get(cell, ())), *[""] * (wide - 1))


def span(cell: Element, name: str) -> int:
    """Return how many columns or rows a cell is wide or high."""
    value = cell.get(name) or ""
    return min(max(int(value), 1), MOST_SPANNED) if value.isdecimal() and value.isascii() else 1
