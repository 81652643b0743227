"""The blocks of a page that may belong to the article, and what their features are computed from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from newsarchive.extraction.body.model.cues import cue
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.model.looks import Looks
from newsarchive.extraction.page.marks import CONSENT

# Blocks outside the container take part if their surroundings hold this share of the page's running text.
NEAR_SHARES: Final = (0.02, 0.05)
LINKED: Final = 0.95
# Between the headline and the container, so many blocks may be a standfirst.
LEAD: Final = 12
LONGEST_CUE: Final = 600


class Scene:
    """The candidates among a page's blocks (all of a ``whole`` page), and what stands around them.

    ``chosen`` are their places among the page's blocks; ``blocks``, ``texts``, ``elements``, their ``parents``,
    ``grandparents`` and ``greats``, the kinds of their ``cues``, and ``main`` (whether a block looks like the article's
    text) go along with it. ``first`` and ``last`` are the places of the first and last running text; ``headline`` that
    of the heading above it.
    """

    def __init__(self, layout: Layout, *, whole: bool) -> None:
        self.layout = layout
        self.page = page = layout.page
        container, blocks = layout.container, page.blocks
        self.count = len(blocks)
        inside = [i for i in range(container.first, container.last) if layout.mass[i]]
        self.first, self.last = (inside[0], inside[-1]) if inside else (container.first, container.last)
        self.headings = [i for i, block in enumerate(blocks) if block.element.tag == "h1"]
        self.headline = max((i for i in self.headings if i <= container.first + 3), default=None)
        self.chosen = list(range(self.count)) if whole else list(self._candidates())
        self.blocks = [blocks[i] for i in self.chosen]
        self.texts = [block.text for block in self.blocks]
        self.elements = [block.element for block in self.blocks]
        root = page.root
        self.parents = [element.parent or root for element in self.elements]
        self.grandparents = [element.parent or root for element in self.parents]
        self.greats = [element.parent or root for element in self.grandparents]
        self.cues = [cue(text) if len(text) < LONGEST_CUE else None for text in self.texts]
        self.looks = Looks(layout)
        names, mass, main = self.looks.names, layout.mass, self.looks.main
        self.main = [names[i] == main and mass[i] > 0 for i in self.chosen]
        self.link_sums = [0.0, *accumulate(layout.links)]
        self.unit_sums = [0.0, *accumulate(layout.units)]

    def _candidates(self) -> Iterator[int]:
        """Yield the places of blocks in the container, in what may lead to it, and where much other text is.

        Only what asks for consent is never among them.
        """
        layout, above, blocks = self.layout, self.headline, self.page.blocks
        begin = layout.container.first
        lead = range(begin if above is None else max(above + 1, begin - LEAD), begin)
        links = layout.links
        return (
            i
            for i in range(self.count)
            if links[i] < LINKED and (i in lead or near(layout, i)) and not blocks[i].element.zone & CONSENT
        )


def near(layout: Layout, index: int) -> bool:
    """Say whether a block stands in the container or where much other text is."""
    container = layout.container
    if container.first <= index < container.last:
        return True
    element = layout.page.blocks[index].element.parent or layout.page.root
    for share in NEAR_SHARES:
        element = element.parent or layout.page.root
        if layout.held(element) > share * layout.total:
            return True
    return False
