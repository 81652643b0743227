"""Boxes that are something to press or to play, as their names and lines say: polls, players, consent to embeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newsarchive.extraction.body.features import Described
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import CAMEL

# opt-in__content
CONSENT: Final = re.compile(r"(?<![a-z])opt-?in(?![a-z])")
# c-poll, Article_elementPoll
PRESSED: Final = re.compile(r"(?<![a-z])(?:polls?|umfrage)(?![a-z])")
# video-player__title, articleVideo
PLAYED: Final = re.compile(r"(?<![a-z])(?:videos?|(?:video)?player)(?![a-z])")
DURATION: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d")
LONGEST_DURATION: Final = 8
SHORT: Final = 160


def is_widget(page: Page, elements: Iterable[Element], kept: Sequence[Described]) -> bool:
    """Say whether one of the elements holds all blocks that were kept, and is a widget."""
    first, last = kept[0].place, kept[-1].place
    around = [one for one in elements if one.first <= first and last < one.last]
    names = CAMEL.sub(" ", " ".join(filter(None, (one.get("class") for one in around)))).lower()
    if CONSENT.search(names):
        return True
    if any(one.features.units > SHORT for one in kept):
        return False
    return bool(PRESSED.search(names) or (PLAYED.search(names) and has_duration(page, around)))


def has_duration(page: Page, elements: Iterable[Element]) -> bool:
    """Say whether one of the elements holds a line that says no more than how long something takes to play."""
    lines = (block.text for one in elements for block in page.blocks[one.first : one.last])
    return any(len(line) <= LONGEST_DURATION and DURATION.fullmatch(line) for line in lines)
