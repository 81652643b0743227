"""What is repeated: lines that a site may or does repeat, and lists that a page shows twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.page.elements import Element
from newsarchive.items import SiteLine
from newsarchive.memory import LONGEST, SiteMemory

EDGE_BEFORE: Final = 6
EDGE_AFTER: Final = 12
INSIDE: Final = 160  # characters; inside the text only short lines are the site's
MOST_LINES: Final = 60
OWN_SHARE: Final = 0.5
# A list of teasers has so many lines, and links in so many of them.
FEWEST: Final = 3
LINKED: Final = 0.5


def observed_lines(kept: Sequence[str], removed: Iterable[str]) -> Iterator[SiteLine]:
    """Yield what may be the site's: what was removed as boilerplate, the edges of the text, and its short lines."""
    inside = range(EDGE_BEFORE, len(kept) - EDGE_AFTER)
    lines = [text for place, text in enumerate(kept) if place not in inside or len(text) <= INSIDE]
    short = dict.fromkeys(text for text in (*lines, *removed) if len(text) <= LONGEST)
    for text in list(short)[:MOST_LINES]:
        yield SiteLine("line", text)


def repeated_lines(texts: Sequence[str], memory: SiteMemory | None) -> set[int]:
    """Return the places of the lines that the site repeats; none if they are most of the text.

    A page whose lines stand mostly on other pages too is a copy of one of them, or was itself learnt before.
    """
    if memory is None:
        return set()
    found = {place for place, text in enumerate(texts) if len(text) <= LONGEST and memory.is_repeated("line", text)}
    share = sum(len(texts[place]) for place in found) / max(1, sum(map(len, texts)))
    return found if share < OWN_SHARE else set()


def teasers_twice(kept: Sequence[Described]) -> dict[int, str]:
    """Return the lines of lists, by their place on the page, that stand on the page once more and mostly hold links."""
    held: dict[Element | None, list[Described]] = {}
    for one in kept:
        item = one.block.element.inside("li") if one.features.in_list else None
        if item is not None:
            held.setdefault(item.parent, []).append(one)
    found: dict[int, str] = {}
    for lines in held.values():
        linked = sum(bool(one.block.anchors) for one in lines)
        twice = len(lines) >= FEWEST and all(one.features.repeated for one in lines)
        if twice and linked >= LINKED * len(lines):
            found |= {one.place: "list shown twice" for one in lines}
    return found
