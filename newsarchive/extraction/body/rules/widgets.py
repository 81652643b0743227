"""Boxes that are something to press or to play, as their names and lines say: polls, players, consent to embeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import CAMEL, Mark

# opt-in__content
CONSENT: Final = re.compile(r"(?<![a-z])opt-?in(?![a-z])")
# c-poll, Article_elementPoll
PRESSED: Final = re.compile(r"(?<![a-z])(?:polls?|umfrage)(?![a-z])")
# video-player__title, articleVideo, vjs-wrapper
PLAYED: Final = re.compile(r"(?<![a-z])(?:videos?|(?:video)?player|vjs)(?![a-z])")
LEAD: Final = int(Mark.LEAD)
DURATION: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d")
SHORT: Final = 160
# A player shows so many lines: a title, how long it takes, whose it is.
MOST_LINES: Final = 3


def is_widget(page: Page, elements: Iterable[Element], kept: Sequence[Described], *, above: bool) -> bool:
    """Say whether one of the elements holds all blocks that were kept, and is a widget.

    What is played tells how long it takes, or nothing but its title was kept: headings, or lines ``above`` the text
    that are not called its lead.
    """
    first, last = kept[0].place, kept[-1].place
    around = [one for one in elements if one.first <= first and last < one.last]
    names = names_of(around)
    if CONSENT.search(names):
        return True
    if any(one.features.units > SHORT for one in kept):
        return False
    leads = any(one.block.element.marks & LEAD for one in kept)
    titles = (above and not leads) or all(one.features.heading for one in kept)
    small = [one for one in around if one.last - one.first <= MOST_LINES and not holds_headline(page, one)]
    played = PLAYED.search(names) and has_duration(page, around)
    return bool(PRESSED.search(names) or played or (titles and PLAYED.search(names_of(small))))


def names_of(elements: Iterable[Element]) -> str:
    """Return the classes of elements, in small letters."""
    return CAMEL.sub(" ", " ".join(filter(None, (one.get("class") for one in elements)))).lower()


def holds_headline(page: Page, element: Element) -> bool:
    """Say whether a first-level heading is among an element's lines."""
    return any(block.element.inside("h1") for block in page.blocks[element.first : element.last])


def has_duration(page: Page, elements: Iterable[Element]) -> bool:
    """Say whether one of the elements holds a line that says no more than how long something takes to play."""
    return any(DURATION.fullmatch(block.text) for one in elements for block in page.blocks[one.first : one.last])
