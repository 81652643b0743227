"""Tables of data: which blocks are cells of one, and the texts of their rows. Tables that lay out the page are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.page.elements import Element, TextBlock

MOST_CELLS: Final = 2000
FEWEST_CELLS: Final = 4


def same_table(one: TextBlock, other: TextBlock) -> bool:
    """Say whether two blocks stand in one table of data."""
    table = data_table(one.element)
    return table is not None and table is data_table(other.element)


def data_table(element: Element) -> Element | None:
    """Return the table of data in which an element stands; tables that lay out the page are none."""
    cell = element.inside("td", "th")
    table = cell.inside("table") if cell else None
    if table is None or cell is None or table.inside("td") or table.last - table.first > MOST_CELLS:
        return None
    return table if cell.last - cell.first <= 2 and table.last - table.first >= FEWEST_CELLS else None


def table_rows(cells: Sequence[TextBlock]) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table's cells, row by row."""
    rows: dict[Element | None, dict[Element | None, list[str]]] = {}
    for block in cells:
        row, cell = block.element.inside("tr"), block.element.inside("td", "th")
        rows.setdefault(row, {}).setdefault(cell, []).append(block.text)
    return tuple(tuple(" ".join(texts) for texts in row.values()) for row in rows.values())
