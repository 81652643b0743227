"""Quotations set apart: who said a quotation belongs to it, and one that repeats the text's own words is none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.openings import folded
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.page.marks import Mark

QUOTE: Final = int(Mark.QUOTE)
SET_APART: Final = int(Mark.QUOTE | Mark.CAPTION)
DOUBTFUL: Final = -2.0  # logarithms of odds
LIKELY: Final = 0.5
FAR: Final = 8  # elements
MOST_LINES: Final = 6  # of what is a quotation by its names alone
# Who said something, and at least what is repeated, in letters.
ATTRIBUTION: Final = 120
REPEATED: Final = 30
# What names who said something: elements, and their classes.
SPEAKERS: Final = ("cite", "footer", "figcaption")
SPEAKER: Final = re.compile(r"cite|citation|attribution|author|speaker|source|byline|credit|name", re.I)
DASHES: Final = ("—", "–", "―", "- ", "-- ")
CUT: Final = re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?")


def quotation(page: Page, element: Element) -> Element | None:
    """Return the outermost element around a line that is a quotation: by its tag, its names, or as a figure of one."""
    found = None
    for one in element.upwards(FAR):
        few = one.last - one.first <= MOST_LINES
        named = one.tag == "blockquote" or (few and one.marks & QUOTE)
        if named or (few and one.tag == "figure" and any(inner.tag == "blockquote" for inner in page.within(one))):
            found = one
    return found


def quoted_between(page: Page, described: Sequence[Described], odds: Sequence[float]) -> Sequence[float]:
    """Return the odds; a quotation without links among the paragraphs of the text is hardly worse than they are."""
    better = list(odds)
    long = [i for i, one in enumerate(described) if one.features.units >= REPEATED and one.block.element.zone & QUOTE]
    for number in (i for i in long if DOUBTFUL < odds[i] <= 0):
        held = quotation(page, described[number].block.element)
        if held is not None and not any(block.anchors for block in page.blocks[held.first : held.last]):
            beside = [i for i, one in enumerate(described) if odds[i] > 0 and one.block.element.parent is held.parent]
            if beside and beside[0] < number < beside[-1]:
                better[number] = LIKELY
    return better


def attributions(page: Page, described: Sequence[Described], odds: Sequence[float]) -> Sequence[float]:
    """Return the odds; a line under a quotation that says whose it is gets those of the quotation."""
    better = list(odds)
    for number, one in enumerate(described[1:], 1):
        said = described[number - 1]
        if odds[number] <= 0 < better[number - 1] and said.place == one.place - 1 and is_attribution(page, one.block):
            held = quotation(page, one.block.element)
            if held is not None and held is quotation(page, said.block.element):
                better[number] = better[number - 1]
    return better


def is_attribution(page: Page, line: TextBlock) -> bool:
    """Say whether a short line is set as who said something: in an element for it, named so, or behind a dash."""
    if len(line.text) > ATTRIBUTION or not line.element.zone & SET_APART or not folded(line.text):
        return False
    if line.text.startswith(DASHES) and not line.anchors:
        return True
    owners = [owner for text, owner in page.pieces(line) if not text.isspace()]
    return all(owner.inside(*SPEAKERS) or SPEAKER.search(owner.get("class") or "") for owner in owners)


def pulled_quotes(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the lines of quotations that only say again what the text says, by their place on the page."""
    held: dict[Element, list[Described]] = {}
    for one in (one for one in kept if one.block.element.zone & SET_APART):
        if (around := quotation(page, one.block.element)) is not None:
            held.setdefault(around, []).append(one)
    if not held:
        return {}
    quoted = {one.place for lines in held.values() for one in lines}
    text = "\n".join(folded(one.block.text) for one in kept if one.place not in quoted)
    repeated = (lines for lines in held.values() if says_again(page, lines, text))
    return {one.place: "pulled quote" for lines in repeated for one in lines}


def says_again(page: Page, lines: Sequence[Described], text: str) -> bool:
    """Say whether all lines of a quotation stand in a text, given by its letters, but for cuts and who said it."""
    said = [one for number, one in enumerate(lines) if not number or not is_attribution(page, one.block)]
    pieces = (folded(piece) for one in said for piece in CUT.split(one.block.text))
    return sum(one.features.units for one in said) >= REPEATED and all(piece in text for piece in pieces)
