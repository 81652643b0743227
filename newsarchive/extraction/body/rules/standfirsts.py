"""Standfirsts: the sentence under the headline, and what has a name that says lead, are likelier to be text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.lines import DAY, is_dated_row
from newsarchive.extraction.body.rules.openings import BY, PARAGRAPH, folded, is_most_of, is_sentence
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.page.marks import Mark

# Logarithms of how much the odds are better.
BELOW: Final = 2.0
NAMED: Final = 1.4
# The headline stands among so many blocks above the first paragraph, the sentence among so many under it.
FAR_ABOVE: Final = 12
FAR_BELOW: Final = 3
AMONG_FACTS: Final = 7
SHORTEST: Final = 40
SHORTEST_NAMED: Final = 30
# What is called a lead stands among so many lines under the headline, whatever names are around it.
NEXT: Final = 2
LINKED: Final = 0.3
LEAD: Final = int(Mark.LEAD)
# sub-headline, article_sub_title, strapline
CALLED: Final = re.compile(r"(?<![a-z])(?:sub[-_](?:head(?:line|er|ing)?|title|titulo|titre)|strapline)(?![a-z])", re.I)
SUBHEADINGS: Final = ("h2", "h3", "h4", "p", "div")
ENDS_LABEL: Final = (":", "：")
LABELLED: Final = re.compile(r"[:：|•·]")
# a word without a capital, as titles of boxes and names do not have; or letters that know no capitals
SMALL: Final = re.compile(r"\b[^\W\d_A-Z]{2}")


def standfirsts(page: Page, described: Sequence[Described], odds: Sequence[float]) -> list[float]:
    """Return the odds, better ones for a sentence under the headline, and for what is called the text's lead."""
    below = below_headline(page, described, odds)
    found = None if below is None else described[below].block
    better = list(odds)
    for number, one in enumerate(described):
        if found and goes_with(one.block, found):
            better[number] += BELOW
        elif found and one.block.text == found.text:
            continue  # once more, for another width
        if is_named_lead(one):
            better[number] += NAMED
    return better


def goes_with(block: TextBlock, found: TextBlock) -> bool:
    """Say whether a block is the sentence that was found, or one of a few lines in the same heading or paragraph."""
    element = found.element
    few = element.tag != "div" and element.last - element.first <= FAR_BELOW
    return block is found or (few and block.element is element)


def below_headline(page: Page, described: Sequence[Described], odds: Sequence[float]) -> int | None:
    """Return which block is the sentence between headline and text, with at most a by-line above it."""
    text = next((i for i, one in enumerate(described) if odds[i] > 0 and is_paragraph(one)), 0)
    above = range(max(0, text - FAR_ABOVE), text)
    titles = [folded(title) for title in page.headlines]
    headings = [i for i in above if described[i].block.element.inside("h1")]
    headings = headings or [i for i in above if is_headline(described[i], titles)]
    below = above[above.index(headings[-1]) + 1 :] if headings else ()
    lines = [i for i in below[:FAR_BELOW] if not is_row(page, described[i])]
    long = [i for i in below[FAR_BELOW:AMONG_FACTS] if described[i].features.units >= SHORTEST]
    said = next((i for i in (*lines, *long[:1]) if is_sentence(described[i])), None)
    if said is None:
        said = next((i for i in lines if is_subheading(described[i])), None)
    return said if said is not None and may_be_standfirst(described[said]) else None


def is_row(page: Page, one: Described) -> bool:
    """Say whether a line is a row of short texts with a date among them."""
    return is_dated_row(page.runs[one.block.start : one.block.end])


def is_paragraph(one: Described) -> bool:
    """Say whether a line is as long as running text, and no headline."""
    return one.features.units >= PARAGRAPH and not one.block.element.inside("h1")


def is_headline(one: Described, titles: Sequence[str]) -> bool:
    """Say whether a line is most of a title, or a heading that is mostly a title, with a kicker before it."""
    text = folded(one.block.text)
    behind = one.features.heading and any(text.endswith(title) and 2 * len(title) > len(text) for title in titles)
    return behind or is_most_of(text, titles)


def is_subheading(one: Described) -> bool:
    """Say whether a line without a full stop may sum up the text: a heading or paragraph, no label or by-line.

    In a plain div it is a single run of words alone, without a figure or a colon.
    """
    block, text, tag = one.block, one.block.text, one.block.element.tag
    if tag not in SUBHEADINGS or one.features.link_share or one.cue or text[-1] in ENDS_LABEL:
        return False
    if tag == "div" and (block.end - block.start > 1 or one.features.digits or LABELLED.search(text)):
        return False
    return bool(SMALL.search(text)) and not (one.features.pictures or BY.match(text) or DAY.search(text))


def may_be_standfirst(one: Described) -> bool:
    """Say whether nothing but its place tells what a sentence is."""
    features = one.features
    named = features.named_otherwise and not is_called_lead(one.block.element)
    return not named and features.units >= SHORTEST and features.link_share < LINKED


def is_named_lead(one: Described) -> bool:
    """Say whether a block between the headline and the text has a name, or stands in what has one, that says lead."""
    features, element = one.features, one.block.element
    if features.from_headline < 0 or features.units < SHORTEST_NAMED or features.in_caption:
        return False
    if 0 < features.from_headline <= NEXT and features.link_share < LINKED and is_called_lead(element):
        return True
    marks = element.marks | (element.parent.marks if element.parent else 0)
    return bool(marks & LEAD) and features.before <= 0 and not features.in_side


def is_called_lead(element: Element) -> bool:
    """Say whether an element's own names say lead, or those of the one around it."""
    both = (element, element.parent or element)
    return any(one.marks & LEAD or CALLED.search(one.get("class") or "") for one in both)
