"""Headings: between their paragraphs they are text whatever they look like; with nothing under them they are not."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, home

# A heading between paragraphs is text from these odds on (logarithm), right above one from those; a paragraph has so
# many letters.
UNLIKELY: Final = -2.5
LEAST: Final = -4.0
PARAGRAPH: Final = 60
LINKED: Final = 0.5
BOLD: Final = 0.9
ALL_LINK: Final = 0.8
FAR: Final = 3
SURE: Final = 1.0
# What can be filled in is no part of the text, and neither is its heading.
CONTROLS: Final = frozenset(("input", "select", "textarea", "form"))
WRAPPERS: Final = 3
# subhead, article__subheading, zwischentitel: names of headings that are paragraphs
CALLED_HEADING: Final = re.compile(
    r"sub-?head(?:ing|er|line)?s?(?![a-z])|cross-?head|inter-?t[ií]t(?:re|ulo|le)|zwischen(?:titel|ueberschrift)|ladillo|mellanrubrik"
    r"|mellomtittel|tussenkop|sottotitoletto|śródtytuł|srodtytul",
    re.I,
)


def headings_between(page: Page, described: Sequence[Described], odds: Sequence[float]) -> list[float]:
    """Return the odds; a heading, or a line in bold, gets those of the text under it if text is above it, too.

    In pages of sites that the classifier had not seen, 81 such lines were text and 4 were not.
    """
    homes: set[Element] = set()
    better = list(odds)
    for number, one in enumerate(described):
        if is_paragraph(one):
            if odds[number] > 0:
                homes.add(home(one.block.item))
        elif odds[number] > LEAST and is_title(one):
            below = range(number + 1, min(len(described), number + 1 + FAR))
            under = next((described[i] for i in below if odds[i] > 0), None)
            before = range(number - 1, max(-1, number - 1 - FAR), -1)
            above = next((described[i] for i in before if odds[i] > 0 and is_paragraph(described[i])), None)
            if under is None or under.features.heading:
                continue
            likely = odds[number] > UNLIKELY or under.place == one.place + 1
            stands = likely and (stands_between(one, under, above, homes) or heads_entry(page, one, under))
            stands = stands or heads_list(one, under)
            if stands and not any(inner.tag in CONTROLS for inner in page.within(one.block.item)):
                better[number] = max(odds[number], SURE)
    return better


def stands_between(one: Described, under: Described, above: Described | None, homes: Container[Element]) -> bool:
    """Say whether a title stands between two pieces of text: beside both, or where their wrappers stand.

    ``above`` is a paragraph near above it; ``homes`` are where paragraphs stand farther up. Above, it may be elsewhere
    if a paragraph follows at once.
    """
    where, next_to = home(one.block.item), under.place == one.place + 1
    beside = home(under.block.item) is where
    if not one.features.heading and one.block.element.tag != "summary":
        return beside and next_to and is_paragraph(under) and above is not None and home(above.block.item) is where
    if beside and where in homes:
        return True
    if above is None or not next_to or not is_paragraph(under):
        return False
    return beside or all(where in home(other.block.item).upwards(WRAPPERS) for other in (above, under))


def heads_entry(page: Page, one: Described, under: Described) -> bool:
    """Say whether a title stands in the header of one of several entries, as live blogs have them, above its text."""
    header = one.block.element.inside("header")
    entry = header.parent if header else None
    if not (header and entry and entry.parent) or one.block.element.tag == "h1":
        return False
    look = (entry.tag, entry.get("class"))
    others = (inner for inner in page.within(entry.parent) if inner.parent is entry.parent and inner is not entry)
    above_text = under.place == header.last < entry.last
    return above_text and any((other.tag, other.get("class")) == look for other in others)


def heads_list(one: Described, under: Described) -> bool:
    """Say whether a heading stands right above a list that is text, in an element of their own or beside paragraphs."""
    item = under.block.element.inside("li") if under.features.in_list and under.place == one.place + 1 else None
    return item is not None and item.parent is not None and item.parent.parent is home(one.block.item)


def is_title(one: Described) -> bool:
    """Say whether a block is a heading, or a short line in bold or called one, with letters and no link."""
    features = one.features
    titled = features.heading or is_bold(one) or (is_short(one) and is_called_heading(one.block.element))
    return titled and features.link_share < LINKED and any(map(str.isalpha, one.block.text))


def is_called_heading(element: Element) -> bool:
    """Say whether the tag, class or role of an element calls it a heading between paragraphs."""
    called = element.tag == "summary" or element.get("role") == "heading"
    return called or CALLED_HEADING.search(element.get("class") or "") is not None


def is_bold(one: Described) -> bool:
    """Say whether a block is a short line in bold that is no sentence."""
    return one.features.strong_share > BOLD and is_short(one)


def is_short(one: Described) -> bool:
    """Say whether a block is a short line that is no sentence."""
    return one.features.units < PARAGRAPH and not one.features.sentence


def is_paragraph(one: Described) -> bool:
    """Say whether a block is running text by its length."""
    return not one.features.heading and one.features.units >= PARAGRAPH


def bold_above_links(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the short bold lines right above links that were left out; above products, headings do stand so."""
    places = {one.place for one in kept}
    found = {}
    for one in (one for one in kept if is_bold(one) and not one.features.heading):
        below = page.blocks[one.place + 1 : one.place + 2]
        links = any(block.link_chars > ALL_LINK * len(block.text) for block in below)
        if links and one.place + 1 not in places:
            found[one.place] = "heading of links"
    return found


def headings_of_forms(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the headings that stand alone in an element with something to fill in."""
    return {
        one.place: "form"
        for one in kept
        if one.features.heading and any(inner.tag == "input" for inner in page.within(one.block.item))
    }


def empty_headings(kept: Sequence[Described]) -> dict[int, str]:
    """Return the headings at the end, which no text follows."""
    return {one.place: "heading without text" for one in takewhile(lambda one: one.features.heading, reversed(kept))}
