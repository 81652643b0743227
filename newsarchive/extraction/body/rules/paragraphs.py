"""The paragraphs of the running text among kept blocks, and the boxes around the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.lines import is_link
from newsarchive.extraction.body.rules.openings import folded
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import MOST_STEPS, Element, TextBlock, home

# Paragraphs stand in elements that hold so much of all text, and so much of what the largest of them holds.
MAIN_SHARE: Final = 0.15
OF_LARGEST: Final = 0.5
# No box among the paragraphs holds more of all text, none below them more than that.
MOST_SHARE: Final = 0.2
BELOW_SHARE: Final = 0.5
# Fields to fill in are of these types; a form has no more lines than that.
FIELDS: Final = frozenset((None, "", "text", "email", "tel", "radio"))
MOST_OF_FORM: Final = 8


class Text:
    """Which of the kept blocks are paragraphs of the running text, and which stand in boxes of their own."""

    def __init__(self, page: Page, kept: Sequence[Described]) -> None:
        self.page = page
        self.kept = kept
        units = [int(one.features.units) for one in kept]
        self.units = sum(units)
        self.sums = [0, *accumulate(units)]
        self.all_places = [one.place for one in kept]
        homes: dict[Element, int] = {}
        looks: dict[tuple[str, str | None], int] = {}
        items = [(home(item), appearance(item)) for item in (one.block.item for one in kept)]
        for (where, own), count in zip(items, units, strict=True):
            homes[where] = homes.get(where, 0) + count
            looks[own] = looks.get(own, 0) + count
        self.main = tag, name = max(looks, key=looks.__getitem__)
        most = max(homes.values())
        least = max(MAIN_SHARE * self.units, OF_LARGEST * most)
        wide = {one for one, count in homes.items() if count >= least and not is_form(page, one)}
        self.holds = [own[0] == tag and (where in wide or bool(name and own[1] == name)) for where, own in items]
        self.places = [one.place for one, held in zip(kept, self.holds, strict=True) if held]

    @cached_property
    def says(self) -> str:
        """The letters of the running text."""
        return "\n".join(folded(one.block.text) for one, held in zip(self.kept, self.holds, strict=True) if held)

    def box(self, block: TextBlock) -> Element:
        """Return the largest element around a block that holds no paragraph of the running text, and little of all."""
        box = block.element
        for parent in islice(box.upwards(MOST_STEPS), 1, None):
            if self.stands_in(parent) or not self.is_small(parent):
                break
            box = parent
        return box

    def is_small(self, element: Element) -> bool:
        """Say whether an element holds so little of the kept text that it may be a box: little in it, more below it."""
        first, last = (bisect_left(self.all_places, place) for place in (element.first, element.last))
        share = BELOW_SHARE if self.ends_before(element) else MOST_SHARE
        return self.sums[last] - self.sums[first] < share * self.units

    def ends_before(self, element: Element) -> bool:
        """Say whether an element stands below the last paragraph of the running text."""
        return element.first > self.places[-1]

    def stands_in(self, element: Element) -> bool:
        """Say whether an element holds a paragraph of the running text."""
        place = bisect_left(self.places, element.first)
        return place < len(self.places) and self.places[place] < element.last


def is_form(page: Page, element: Element) -> bool:
    """Say whether a field to fill in stands among the few lines of an element, and not in a box of its own in it."""
    if element.last - element.first > MOST_OF_FORM:
        return False
    fields = (one for one in page.within(element) if one.tag == "input" and one.get("type") in FIELDS)
    return any(
        next(up for up in islice(one.upwards(MOST_STEPS), 1, None) if up.last > up.first) is element for one in fields
    )


def appearance(item: Element) -> tuple[str, str | None]:
    """Return the tag and class of the element that holds one line; a line in an element of many has none of its own."""
    return (item.tag, item.attributes.get("class")) if item.last - item.first == 1 else ("", None)


def is_under_link(page: Page, block: TextBlock) -> bool:
    """Say whether a block stands in an element that a link heads."""
    card = next((one for one in block.element.upwards(4) if one.last - one.first > 1), block.element)
    return any(is_link(one) for one in page.blocks[card.first : card.first + 2])
