"""What stands before the text and says no more than it: the headline once again, and summaries that only begin it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix
from typing import Final

from newsarchive.extraction.body.columns import LETTERS
from newsarchive.extraction.body.features import Described
from newsarchive.extraction.page import Page

# A line of this many letters is the text's, not the headline's.
SENTENCE: Final = 150
# A headline and the title have at least so many letters in common.
SHARED: Final = 7
# Summaries stand among so many first blocks and begin like one of so many after them, with at least so many letters.
LEADS: Final = 3
AFTER_LEAD: Final = 3
LONG_LEAD: Final = 15
LEAD_LABEL: Final = re.compile(
    r"^\W*(?:摘\s*要|导\s*[读语言]|核心提示|内容(?:提要|摘要|导读)|概要|summary|abstract)\s*[：:\]】]", re.I
)


def headlines(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the headline where it stands before the text, and headings that no text follows."""
    titles = [folded(title) for title in page.headlines]
    found: dict[int, str] = {}
    for one in kept:
        text = folded(one.block.text)
        if one.block.element.inside("h1") or any(is_headline(text, title) for title in titles):
            found[one.place] = "headline"
        elif one.features.units >= SENTENCE:
            break
    for one in reversed(kept):
        if not one.features.heading:
            break
        found[one.place] = "heading without text"
    return found


def repeated_leads(kept: Sequence[Described]) -> dict[int, str]:
    """Return the summaries before the text that are nothing but the beginning of a paragraph after them."""
    first = [(one.place, folded(LEAD_LABEL.sub("", one.block.text))) for one in kept[: LEADS + AFTER_LEAD]]
    return {
        place: "repeated lead"
        for number, (place, lead) in enumerate(first[:LEADS])
        if len(lead) >= LONG_LEAD
        and any(
            len(text) > len(lead) and text.startswith(lead) for _, text in first[number + 1 : number + 1 + AFTER_LEAD]
        )
    }


def is_headline(text: str, title: str) -> bool:
    """Say whether a line is most of the title, or little more than its beginning (a date may hang on it)."""
    shared = len(commonprefix([text, title]))
    return bool(text) and ((text in title and 2 * len(text) > len(title)) or shared > max(SHARED, 0.6 * len(text)))


def folded(text: str) -> str:
    """Return a text's letters and digits."""
    return LETTERS.sub("", text).casefold()
