"""Which lines of a text make one block: those of a paragraph, an item of a list, a quotation, a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from newsarchive.extraction.body.rules.quotations import quotation
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.structure.tables import CELLS, Tables

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 3}
MOST_IN_ITEM: Final = 4  # lines
SETTING: Final = (*HEADINGS, "li", "pre", *CELLS)
SINGLE: Final = frozenset((*HEADINGS, "pre"))  # each of their lines is a block
Group: TypeAlias = tuple[Element | None, Sequence[TextBlock]]  # what says which kind of block the lines are, and they


def grouped(page: Page, lines: Iterable[TextBlock]) -> Iterator[Group]:
    """Put together the lines of one paragraph or item, the cells of one table, and a quotation with who said it."""
    groups = Groups(page)
    group: list[TextBlock] = []
    held: Element | None = None
    for line in lines:
        holder = groups.holder(line)
        if group and not line.joined and (holder is None or holder is not held or holder.tag in SINGLE):
            yield held, group
            group = []
        if not group:
            held = holder
        group.append(line)
    if group:
        yield held, group


class Groups:
    """The elements of a page that say which kind of block a line is; each list item and table is judged once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tables = Tables(page)
        self.items: dict[Element, bool] = {}

    def holder(self, line: TextBlock) -> Element | None:
        """Return the table, heading, code, item of a list or quotation in which a line stands."""
        element = line.element
        for one in element.upwards(2):
            if one.get("role") == "heading":
                return one
        nearest = element.inside(*SETTING)
        table = self.tables.of(nearest) if nearest else None
        if table:
            return table
        if nearest is None or nearest.tag in CELLS:
            return quotation(self.page, element)
        return nearest if nearest.tag != "li" or self.is_item(nearest) else None

    def is_item(self, item: Element) -> bool:
        """Say whether an item of a list has few lines of its own and no heading: others hold parts of an article."""
        if item not in self.items:
            lines = (self.page.blocks[place] for place in range(item.first, item.last))
            nearest = (line.element.inside(*HEADINGS, "li") for line in lines if not line.joined)
            own = list(islice((one for one in nearest if one is item or (one and one.tag != "li")), MOST_IN_ITEM + 1))
            self.items[item] = len(own) <= MOST_IN_ITEM and all(one is item for one in own)
        return self.items[item]
