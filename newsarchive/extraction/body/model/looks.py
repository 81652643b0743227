"""What the blocks of a page look like, and the words of those that look like the article's text."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.page.elements import Element

Look: TypeAlias = tuple[str, str | None, str, str | None]


class Looks:
    """The looks of a page's blocks (tags and classes of the block and its parent), and which one is the text's.

    ``names`` numbers the look of each block; ``count`` and ``mass`` say how many blocks have it and how much running
    text is in them. ``found`` are the words of the blocks in the ``main`` look, ``repeated`` those that two of them
    have.
    """

    def __init__(self, layout: Layout) -> None:
        blocks = layout.page.blocks
        numbers: dict[Look, int] = {}
        self.names = [numbers.setdefault(look(block.element), len(numbers)) for block in blocks]
        self.count, self.mass = [0] * len(numbers), [0.0] * len(numbers)
        for name, mass in zip(self.names, layout.mass, strict=True):
            self.count[name] += 1
            self.mass[name] += mass
        self.main = self.mass.index(max(self.mass)) if blocks else None
        self.found: list[set[str]] = [
            vocabulary(block.text, layout.wide) if mass and name == self.main else set()
            for name, mass, block in zip(self.names, layout.mass, blocks, strict=True)
        ]
        self.words: set[str] = set()
        self.repeated: set[str] = set()
        for found in self.found:
            self.repeated |= self.words & found
            self.words |= found


def look(element: Element) -> Look:
    """Return what makes blocks of one kind alike."""
    parent = element.parent
    if parent is None:
        return element.tag, None, "", None
    return element.tag, element.attributes.get("class"), parent.tag, parent.attributes.get("class")


def title_vocabulary(layout: Layout) -> set[str]:
    """Return the words of the page's titles and description."""
    page = layout.page
    headlines = [block.text for block in page.blocks if block.element.tag == "h1"][:3]
    return vocabulary(" ".join([page.title or "", page.description or "", *headlines]), layout.wide)


def vocabulary(text: str, wide: bool) -> set[str]:
    """Return the words that say what a text is about; pairs of hanzi where words have no spaces."""
    if wide:
        return {one + two for one, two in pairwise(text) if one > "\u2e80" and two > "\u2e80"}
    return {word for word in text.lower().split() if len(word) > 4}
