"""Boxes beside the paragraphs of which the model is not sure are no text: what is set apart needs better odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.openings import PARAGRAPH
from newsarchive.extraction.body.rules.paragraphs import Text
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element

# The odds (logarithm) from which a line that stands in a box of its own is text.
SURE: Final = 1.2
# A text has so many paragraphs, and so much of itself in them; more such boxes than that are the text's own.
FEWEST: Final = 5
MOST: Final = 0.75
MOST_BOXES: Final = 4
# What a text sets apart itself.
WRITTEN: Final = frozenset("p blockquote pre h1 h2 h3 h4 h5 h6 li ul ol dl table".split())


def doubts(page: Page, kept: Sequence[Described], odds: Mapping[int, float]) -> dict[int, str]:
    """Return the blocks of such boxes below the first paragraph, by their place on the page.

    Of 16 such lines in pages of sites that the classifier had not seen, 3 were text: a caption, a request, a quotation.
    """
    if all(odds[one.place] >= SURE or is_of_text(one) for one in kept):
        return {}
    text = Text(page, kept)
    running = sum(one.features.units for one, holds in zip(kept, text.holds, strict=True) if holds)
    if len(text.places) < FEWEST or running < MOST * text.units:
        return {}
    held: dict[Element, list[Described]] = {}
    for one, holds in zip(kept, text.holds, strict=True):
        if not holds and one.place > text.places[0]:
            held.setdefault(text.box(one.block), []).append(one)
    found = {element for element, inside in held.items() if is_doubtful(text, element, inside, odds)}
    sure = {element.get("class") for element in held if element not in found}
    unlike = {element for element in found if element.get("class") not in sure}
    if len(unlike) > MOST_BOXES:
        return {}
    return {one.place: "doubtful box" for element in unlike for one in held[element]}


def is_doubtful(text: Text, element: Element, inside: Sequence[Described], odds: Mapping[int, float]) -> bool:
    """Say whether an element with a name is a box, and none of its lines is surely text or one of a list."""
    named = element.tag not in WRITTEN and bool(element.get("class") or element.tag != "div")
    lines = [one for one in inside if not one.features.heading]
    unsure = bool(lines) and all(odds[one.place] < SURE and not is_of_text(one) for one in lines)
    heading = len(inside) == 1 and is_like_heading(inside[0])
    return named and unsure and not heading and text.is_small(element)


def is_like_heading(one: Described) -> bool:
    """Say whether a line may head the paragraph below it: it is short and no sentence."""
    return one.features.units < PARAGRAPH and not one.features.sentence


def is_of_text(one: Described) -> bool:
    """Say whether a line is a heading, or stands in a list, table, listing or quote without links, which share odds."""
    features, block = one.features, one.block
    quoted = not block.anchors and block.element.inside("pre", "blockquote") is not None
    return features.heading or features.in_list or features.in_cell or quoted
