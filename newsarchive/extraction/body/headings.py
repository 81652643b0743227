"""Headings: between their paragraphs they are text whatever they look like; with nothing under them they are not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from newsarchive.extraction.body.features import Described
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, home

# A heading between paragraphs is text from these odds on (logarithm); a paragraph has so many letters.
UNLIKELY: Final = -2.5
PARAGRAPH: Final = 60
LINKED: Final = 0.5
BOLD: Final = 0.9
ALL_LINK: Final = 0.8


def headings_between(described: Sequence[Described], odds: Sequence[float]) -> list[float]:
    """Return the odds; a heading gets those of the paragraph under it if both stand in one element after others.

    All 20 such headings in pages of sites that the classifier had not seen were text.
    """
    homes: set[Element] = set()
    better = list(odds)
    for number, (one, under) in enumerate(pairwise(described)):
        below = odds[number + 1]
        if one.features.heading and UNLIKELY < odds[number] < below and one.features.link_share < LINKED:
            where = home(one.block.item)
            follows = under.place == one.place + 1 and not under.features.heading and home(under.block.item) is where
            if follows and where in homes and any(map(str.isalpha, one.block.text)):
                better[number] = below
        elif odds[number] > 0 and not one.features.heading and one.features.units >= PARAGRAPH:
            homes.add(home(one.block.item))
    return better


def bold_above_links(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the short bold lines right above links that were left out; above products, headings do stand so."""
    places = {one.place for one in kept}
    bold = [one for one in kept if one.features.strong_share > BOLD and one.features.units < PARAGRAPH]
    found = {}
    for one in bold:
        below = page.blocks[one.place + 1 : one.place + 2]
        links = any(block.link_chars > ALL_LINK * len(block.text) for block in below)
        if links and one.place + 1 not in places and not (one.features.heading or one.features.sentence):
            found[one.place] = "heading of links"
    return found


def empty_headings(kept: Sequence[Described]) -> dict[int, str]:
    """Return the headings at the end, which no text follows."""
    return {one.place: "heading without text" for one in takewhile(lambda one: one.features.heading, reversed(kept))}
