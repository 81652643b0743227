"""Find the article's text among a page's blocks."""

from __future__ import annotations

from itertools import accumulate

from newsarchive.extraction.elements import Element, TextBlock
from newsarchive.extraction.page import Page


def body_blocks(page: Page) -> list[TextBlock]:
    """Return the blocks that are the article's text, in reading order."""
    sums = [0, *accumulate(mass(block) for block in page.blocks)]
    best = page.root
    for element in page.elements:
        if (
            holds(sums, element) >= 0.8 * holds(sums, best)
            and element.first >= best.first
            and element.last <= best.last
        ):
            best = element
    return [block for block in page.blocks[best.first : best.last] if mass(block)]


def holds(sums: list[int], element: Element) -> int:
    """Return the mass of running text inside an element."""
    return sums[element.last] - sums[element.first]


def mass(block: TextBlock) -> int:
    """Return how much running text a block is worth: nothing for short lines and lists of links."""
    size = len(block.text) - 2 * block.link_chars
    return size if size > 25 else 0
