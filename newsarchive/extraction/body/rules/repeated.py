"""What is repeated: lines that a site may or does repeat, and texts and lists that a page shows twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.headings import is_title
from newsarchive.extraction.page.elements import Element
from newsarchive.items import SiteLine
from newsarchive.memory import LONGEST, SiteMemory

EDGE_BEFORE: Final = 6
EDGE_AFTER: Final = 12
INSIDE: Final = 160  # characters; inside the text only short lines are the site's
MOST_LINES: Final = 60
OWN_SHARE: Final = 0.5
# What a page repeats that holds its text twice, as for telephones: so many paragraphs that differ, and so much text.
TWICE: Final = 2
PARAGRAPH: Final = 60  # units
TEXT: Final = 300
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


def repeated_lines(kept: Sequence[Described], memory: SiteMemory | None) -> dict[int, str]:
    """Return the lines that the site repeats, by their place on the page; none if they are most of the text.

    A page whose lines stand mostly on other pages too is a copy of one of them, or was itself learnt before. A heading
    between two pieces of the text may be that of others, too: Background.
    """
    if memory is None:
        return {}
    found = {one.place for one in kept if len(one.block.text) <= LONGEST and memory.is_repeated("line", one.block.text)}
    size = sum(len(one.block.text) for one in kept if one.place in found)
    if size >= OWN_SHARE * sum(len(one.block.text) for one in kept):
        return {}
    first = next((one.place for one in kept if one.place not in found and not is_title(one)), 0)
    for one, under in reversed(list(pairwise(kept))):
        if first < one.place == under.place - 1 and under.place not in found and is_title(one):
            found.discard(one.place)
    return dict.fromkeys(sorted(found), "site memory")


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


def text_twice(kept: Sequence[Described]) -> dict[int, str]:
    """Return the lines, by their place on the page, of paragraphs that stand once more in the order they had before.

    Rows of tables may repeat each other.
    """
    lines = [one for one in kept if not one.features.in_cell]
    if len({one.block.text for one in lines}) == len(lines):
        return {}
    said: dict[str, int] = {}
    found: dict[int, str] = {}
    run: list[Described] = []
    follows = -1  # the line that goes on with what is repeated
    for number, one in enumerate(lines):
        again = (
            follows if follows >= 0 and lines[follows].block.text == one.block.text else said.get(one.block.text, -1)
        )
        if again != follows or again < 0:
            found |= said_before(run)
            run = []
        if again >= 0:
            run.append(one)
        follows = again + 1 if again >= 0 else -1
        said.setdefault(one.block.text, number)
    return found | said_before(run)


def said_before(run: Sequence[Described]) -> dict[int, str]:
    """Return the lines of a run that repeats another, if it is as much as a text."""
    long = len({one.block.text for one in run if one.features.units >= PARAGRAPH}) >= TWICE
    return {one.place: "said before" for one in run} if long and sum(one.features.units for one in run) >= TEXT else {}
