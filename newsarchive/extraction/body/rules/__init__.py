"""What the classifier cannot see: rules that keep or remove blocks, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.alike import alike
from newsarchive.extraction.body.rules.below import (
    appeals_below,
    comments_below,
    other_articles,
    page_footer,
    teasers,
)
from newsarchive.extraction.body.rules.biographies import biographies
from newsarchive.extraction.body.rules.boilerplate import boilerplate
from newsarchive.extraction.body.rules.bold_heads import bold_heads
from newsarchive.extraction.body.rules.boxes import boxes
from newsarchive.extraction.body.rules.captions import captions
from newsarchive.extraction.body.rules.doubts import doubts
from newsarchive.extraction.body.rules.entries import entries
from newsarchive.extraction.body.rules.headings import (
    bold_above_links,
    empty_headings,
    headings_between,
    headings_of_forms,
)
from newsarchive.extraction.body.rules.lists import lists
from newsarchive.extraction.body.rules.openings import openings
from newsarchive.extraction.body.rules.quotations import attributions, pulled_quotes, quoted_between
from newsarchive.extraction.body.rules.recipes import recipes
from newsarchive.extraction.body.rules.repeated import repeated_lines, teasers_twice, text_twice
from newsarchive.extraction.body.rules.scriptdata import script_data
from newsarchive.extraction.body.rules.stamped import stamped_comments
from newsarchive.extraction.body.rules.standfirsts import standfirsts
from newsarchive.extraction.page import Page
from newsarchive.memory import SiteMemory

Rule = Callable[[Page, Sequence[Described]], dict[int, str]]
# Rules that look at all that was kept, and those that look at what the rules before them leave, in their order.
FIRST: Final[tuple[Rule, ...]] = (
    openings,
    bold_above_links,
    headings_of_forms,
    other_articles,
    teasers,
    page_footer,
    comments_below,
    stamped_comments,
)
IN_TURN: Final[tuple[Rule, ...]] = (appeals_below, boxes, captions, biographies, boilerplate)


def among_others(page: Page, described: Sequence[Described], alone: Sequence[float]) -> Sequence[float]:
    """Return the odds of blocks, given those of each alone, from leads to headings."""
    listed = recipes(page, described, lists(described, standfirsts(page, described, alone)))
    better = quoted_between(page, described, entries(described, alike(described, listed)))
    return headings_between(page, described, attributions(page, described, better))


def left_out(
    page: Page, kept: Sequence[Described], odds: Mapping[int, float], memory: SiteMemory | None
) -> dict[int, str]:
    """Return which of the kept blocks are no text, by their place on the page, with the rule that says so."""
    scripted = script_data(page, kept)
    kept = rest(kept, scripted)
    found = scripted | empty_headings(kept) | text_twice(kept) | teasers_twice(kept) | pulled_quotes(page, kept)
    said = rest(kept, found)
    for rule in FIRST:
        found |= rule(page, said)
    found |= bold_heads(rest(kept, found))
    for rule in IN_TURN:
        found |= rule(page, rest(kept, found))
    found |= doubts(page, rest(kept, found), odds)
    return found | repeated_lines(kept, memory)


def rest(kept: Sequence[Described], found: Mapping[int, str]) -> list[Described]:
    """Return the blocks that no rule has left out so far."""
    return [one for one in kept if one.place not in found]
