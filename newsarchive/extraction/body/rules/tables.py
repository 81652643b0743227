"""Tables of data: which blocks are cells of one. Tables that lay out the page are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element

MOST_CELLS: Final = 2000
FEWEST_CELLS: Final = 4
MOST_ALIKE: Final = 2


def data_table(element: Element) -> Element | None:
    """Return the table of data in which an element stands; tables that lay out the page are none."""
    cell = element.inside("td", "th")
    table = cell.inside("table") if cell else None
    if table is None or cell is None or table.last - table.first > MOST_CELLS or is_wrapped(table):
        return None
    return table if cell.last - cell.first <= 2 and table.last - table.first >= FEWEST_CELLS else None


def is_wrapped(table: Element) -> bool:
    """Say whether a table stands alone in a cell of another."""
    around = table.inside("td")
    return around is not None and around.last - around.first <= table.last - table.first + 1


def linked_cells(page: Page, kept: Iterable[Described], described: Sequence[Described]) -> set[int]:
    """Return the places of the cells that are but links, no candidates for text, in tables of which as much was kept.

    What several of them say is a button.
    """
    tables = Counter(data_table(one.block.element) for one in kept if one.features.in_cell)
    found: set[int] = set()
    for table, text in tables.items():
        cells = set(range(table.first, table.last)) if table else set()
        cells -= {one.place for one in described} if cells else set()
        if len(cells) <= text:
            said = Counter(page.blocks[place].text for place in cells)
            cells = {place for place in cells if said[page.blocks[place].text] <= MOST_ALIKE}
            found |= {place for place in cells if data_table(page.blocks[place].element) is table}
    return found
