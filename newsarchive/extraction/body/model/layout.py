"""How a page's running text is spread over its elements, and the element that holds the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import BLOCK_TAGS, Element, TextBlock
from newsarchive.extraction.page.marks import CONSENT, TAG_VOTES, Mark, marks_of

# A hanzi, kana or hangul says as much as two or three letters.
WIDE: Final = 2.5
# Shorter lines are not running text if all that line breaks part from them is shorter, too; nor are lines of links.
MIN_UNITS: Final = 60
MIN_WHOLE: Final = 100
MAX_LINK_SHARE: Final = 0.5
# An element that holds more of the page's text than this cannot be a side piece, whatever its class says.
MAX_NAMED_SHARE: Final = 1 / 3
NAMED_WEIGHT: Final = 0.15
CONTAINER_SHARE: Final = 0.8
# A text in one paragraph has so much mass; a shorter paragraph of several lines stands among others.
LEAST_ALONE: Final = 150
SIDE_PIECES: Final = int(
    Mark.NAVIGATION | Mark.FOOTER | Mark.COMMENT | Mark.RELATED | Mark.SHARE | Mark.PROMO | Mark.ADVERT | Mark.SIDEBAR
    | Mark.LEGAL | Mark.CAPTION | Mark.BIOGRAPHY
)  # fmt: skip
CAPTION: Final = int(Mark.CAPTION)
# Body and html say by their classes, too, that the page asks for consent.
WINDOWS: Final = frozenset(("div", "section", "aside", "dialog"))


class Layout:
    """Sizes of a page's blocks and of what its elements hold.

    ``units`` are the blocks' lengths in letters, ``wholes`` those of all lines that only line breaks part from them,
    ``links`` their shares of linked text, ``mass`` what they are worth as running text: nothing for short lines alone,
    lists of links and what asks for consent, little in side pieces. ``sums`` are
    the running totals of ``mass``. ``container`` is the deepest element that keeps four fifths of the mass at each step
    from the root.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        blocks = page.blocks
        self.wide = is_wide(blocks)
        self.units = [len(block.text) * (WIDE if self.wide and not block.text.isascii() else 1) for block in blocks]
        self.links = [block.link_chars / len(block.text) for block in blocks]
        self.wholes = whole_lengths(blocks, self.units)
        plain = list(map(running, self.units, self.wholes, self.links))
        find_zones(page, [0, *accumulate(plain)])
        self.mass = [
            mass * weight_in(block.element.zone) if mass else 0 for block, mass in zip(blocks, plain, strict=True)
        ]
        self.sums: Sequence[float] = [0, *accumulate(self.mass)]
        self.total = self.sums[-1] or 1
        self.container = self.densest()

    def held(self, element: Element) -> float:
        """Return the mass inside an element."""
        return self.sums[element.last] - self.sums[element.first]

    def densest(self) -> Element:
        """Return the container: go down while one child keeps most of the mass."""
        best, sums = self.page.root, self.sums
        first, last, needed = 0, best.last, CONTAINER_SHARE * self.total
        for element in self.page.elements:
            if (
                first <= element.first < element.last <= last
                and sums[element.last] - sums[element.first] >= needed
                and element.tag in BLOCK_TAGS
                and (element.tag != "p" or sums[element.last] - sums[element.first] >= LEAST_ALONE)
            ):
                best, first, last = element, element.first, element.last
                needed = CONTAINER_SHARE * self.held(best)
        return best


def is_wide(blocks: Sequence[TextBlock]) -> bool:
    """Say whether the page is written in hanzi, kana or hangul."""
    sample = "".join(block.text for block in blocks[:400])[:8000:20]
    return 4 * sum("\u3040" <= char <= "\ud7a3" for char in sample) > len(sample)


def whole_lengths(blocks: Sequence[TextBlock], units: Sequence[float]) -> list[float]:
    """Return for each block the length of its element's lines around it: of a stanza, or of a text without ``p``."""
    same = [i for i, (one, other) in enumerate(pairwise(blocks)) if one.element is other.element]
    wholes = list(units)
    for i in same:
        wholes[i + 1] += wholes[i]
    for i in reversed(same):
        wholes[i] = wholes[i + 1]
    return wholes


def running(units: float, whole: float, link_share: float) -> float:
    """Return what a block is worth as running text."""
    long = units >= MIN_UNITS or whole >= MIN_WHOLE
    return units * (1 - link_share) if long and link_share < MAX_LINK_SHARE else 0


def weight_in(zone: int) -> float:
    """Return what running text is worth in a zone."""
    return 0 if zone & CONSENT else NAMED_WEIGHT if zone & SIDE_PIECES else 1


def find_zones(page: Page, sums: Sequence[float]) -> None:
    """Give each element that covers blocks its ``marks`` and its ``zone``: its ancestors' marks and its own.

    Names count only where the element holds less than a third of the page's running text: wrappers of whole pages are
    called ``content-with-sidebar``, ``tag-politics`` or ``paywall`` (45 of 70 pages of low recall in a first trial).
    The windows of consent managers may hold more words than an article.
    """
    limit = (sums[-1] or 1) * MAX_NAMED_SHARE
    for element in page.elements:
        if element.first < element.last:
            attributes, tag, parent = element.attributes, element.tag, element.parent
            if attributes:
                marks = marks_of(tag, attributes.get("class"), attributes.get("id"), attributes.get("role"))
            else:
                marks = TAG_VOTES.get(tag, 0)
            element.marks = marks
            zone = parent.zone if parent else 0
            element.depth = parent.depth + 1 if parent else 0
            if marks:
                if sums[element.last] - sums[element.first] < limit:
                    zone |= marks & ~CONSENT
                if tag == "blockquote":
                    zone &= ~CAPTION  # a figure may hold a quote and its source
                if marks & CONSENT and tag in WINDOWS:
                    zone |= CONSENT
            element.zone = zone
