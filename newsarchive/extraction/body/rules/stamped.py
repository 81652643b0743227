"""What readers wrote below the text, as the stamps of its elements show where no name or heading says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.lines import DAY, is_age
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import MOST_STEPS, Element

# So many letters stand above what readers wrote, as many as in it, and so many of them write.
LEAST: Final = 300
FEWEST: Final = 2
LONGEST_STAMP: Final = 80
FAR: Final = 3
# 11:13 am, 10.12 Uhr
CLOCK: Final = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d.])")


def stamped_comments(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks of elements alike side by side below the text that each tell of their day and time of day."""
    entries: dict[tuple[Element | None, str, str | None], list[Element]] = {}
    for element in stamped(page, kept):
        entries.setdefault((element.parent, element.tag, element.get("class")), []).append(element)
    found: dict[int, str] = {}
    for alike in entries.values():
        inside = [one for one in kept if any(each.first <= one.place < each.last for each in alike)]
        above = sum(one.features.units for one in kept if one.place < alike[0].first)
        enough = above >= max(LEAST, sum(one.features.units for one in inside))
        if len(alike) >= FEWEST and enough and not any(one.features.heading for one in inside):
            found |= {one.place: "comments" for one in inside}
    return found


def stamped(page: Page, kept: Sequence[Described]) -> Iterator[Element]:
    """Yield the elements of several lines of which one is a stamp, from the first paragraph to just below the last."""
    blocks = page.blocks[kept[0].place + 1 : kept[-1].place + FAR] if kept else ()
    last: Element | None = None
    for block in blocks:
        if is_stamp(block.text):
            row = block.element.inside("tr")
            around = (row or block.element).upwards(MOST_STEPS)
            element = next((one for one in around if one.last - one.first > 1), None)
            if element is not None and element is not last:
                yield element
            last = element


def is_stamp(line: str) -> bool:
    """Say whether a short line tells a day and a time of day, or how long ago it was.

    >>> is_stamp("Comment by Ada — May 13, 2026 @ 11:13 am"), is_stamp("13 May 2026")
    (True, False)
    """
    return len(line) <= LONGEST_STAMP and bool((DAY.search(line) and CLOCK.search(line)) or is_age(line))
