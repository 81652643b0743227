"""Boxes among the paragraphs that are something else as a whole: forms, advertisements, cards of other articles.

The classifier sees blocks one by one; what a box is, one of its blocks or elements often tells for all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Final

from newsarchive.extraction.body.features import Described
from newsarchive.extraction.body.openings import folded
from newsarchive.extraction.comments import heads_comments
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, home

# Paragraphs stand in elements of so much of the text; where they are not this much of it, no box can be told from it.
MAIN_SHARE: Final = 0.15
OF_LARGEST: Final = 0.5
TOGETHER: Final = 0.5
LARGEST: Final = 0.15
# No box holds more of the text.
MOST_SHARE: Final = 0.2
BELOW_SHARE: Final = 0.5
FIELDS: Final = frozenset((None, "", "text", "email", "tel", "radio"))
AD_LABEL: Final = re.compile(
    r"(?:Advertisements?|Sponsored(?: content)?|Paid (?:post|content)|Anzeige|Werbung|Publicité|Publicidad|Pubblicità"
    r"|Publicidade|Advertentie|Annonse?|Annoncer?|Reklama?|Reklám|Mainos|Publicitate|Διαφήμιση|Реклама|Quảng cáo|Iklan"
    r"|إعلان|פרסומת|विज्ञापन|โฆษณา|广告|廣告|広告|PR|광고)",
    re.I,
)
COUNTER: Final = re.compile(
    r"(?:\w+\s)?\d{1,3}\s?(?:/|of|von|sur|de|di|van|av|af|z|из)\s?\d{1,3}"
)  # 2 of 3, Bild 1 von 9
ABOUT: Final = re.compile(
    r"(?:about (?:us|the authors?|this site)|über uns|zur person|zum autor|zur autorin|qui sommes[- ]nous|quiénes somos"
    r"|chi siamo|quem somos|over ons|o nas|о нас|关于(?:我们|本站|本网)|關於(?:我們|本站)|联系我们|運営会社|회사소개)",
    re.I,
)
LINKED: Final = 0.8
# A pulled quote has so many letters, or so many behind a quotation mark.
QUOTE: Final = 40
SPOKEN: Final = 8
MARKS: Final = tuple('“„"«»「『‘‚')
# Bytes in UTF-8: a hanzi says as much as three letters.
LINK_TEXT: Final = 15
NAME: Final = range(4, 60)
BYLINE: Final = 120
ABOVE: Final = 16
HEADING: Final = 3
SHORT: Final = 160
CENTRED: Final = re.compile(r"text-align:\s*center", re.I)


class Text:
    """Which of the kept blocks are paragraphs of the running text, and which stand in boxes of their own."""

    def __init__(self, page: Page, kept: Sequence[Described]) -> None:
        self.page = page
        self.kept = kept
        units = [int(one.features.units) for one in kept]
        self.units = sum(units)
        self.sums = [0, *accumulate(units)]
        self.all_places = [one.place for one in kept]
        homes: dict[Element, int] = {}
        looks: dict[tuple[str, str | None], int] = {}
        items = [(home(item), appearance(item)) for item in (one.block.item for one in kept)]
        for (where, own), count in zip(items, units, strict=True):
            homes[where] = homes.get(where, 0) + count
            looks[own] = looks.get(own, 0) + count
        tag, name = max(looks, key=looks.__getitem__)
        most = max(homes.values())
        wide = {one for one, count in homes.items() if count >= max(MAIN_SHARE * self.units, OF_LARGEST * most)}
        self.holds = [own[0] == tag and (where in wide or bool(name and own[1] == name)) for where, own in items]
        held = sum(count for count, holds in zip(units, self.holds, strict=True) if holds)
        self.together = held >= TOGETHER * self.units or most >= LARGEST * self.units
        self.places = [one.place for one, held in zip(kept, self.holds, strict=True) if held]

    @cached_property
    def says(self) -> str:
        """The letters of the running text."""
        return "\n".join(folded(one.block.text) for one, held in zip(self.kept, self.holds, strict=True) if held)

    def box(self, block: TextBlock) -> Element:
        """Return the largest element around a block that holds no paragraph of the running text, and little of all."""
        box = block.element
        while box.parent is not None and not self.stands_in(box.parent) and self.is_small(box.parent):
            box = box.parent
        return box

    def is_small(self, element: Element) -> bool:
        """Say whether an element holds so little of the kept text that it may be a box: little in it, more below it."""
        first, last = (bisect_left(self.all_places, place) for place in (element.first, element.last))
        share = BELOW_SHARE if element.first > self.places[-1] else MOST_SHARE
        return self.sums[last] - self.sums[first] < share * self.units

    def stands_in(self, element: Element) -> bool:
        """Say whether an element holds a paragraph of the running text."""
        place = bisect_left(self.places, element.first)
        return place < len(self.places) and self.places[place] < element.last


def appearance(item: Element) -> tuple[str, str | None]:
    """Return the tag and class of the element that holds one line; a line in an element of many has none of its own."""
    return (item.tag, item.attributes.get("class")) if item.last - item.first == 1 else ("", None)


def boxes(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks of boxes that are no text, by their place on the page, with what they are."""
    text = Text(page, kept) if kept else None
    if text is None or not text.together or not text.places:
        return {}
    held: dict[Element, list[Described]] = {}
    for one, holds in zip(kept, text.holds, strict=True):
        if not holds and one.place > text.places[0]:
            held.setdefault(text.box(one.block), []).append(one)
    found: dict[int, str] = {}
    for box, blocks in held.items():
        kind = (
            kind_of(text, box, blocks)
            if text.is_small(box) and not all(one.features.heading for one in blocks)
            else None
        )
        if kind:
            found.update({one.place: kind for one in blocks})
    return found | centred_captions(kept)


def centred_captions(kept: Sequence[Described]) -> dict[int, str]:
    """Return the short centred lines right under a picture, if the text itself is not centred."""
    found = [
        one
        for one in kept
        if one.features.pictures and one.features.units <= SHORT and not one.features.sentence and is_centred(one.block)
    ]
    if not found or 2 * sum(is_centred(one.block) for one in kept) > len(kept):
        return {}
    return {one.place: "caption" for one in found}


def is_centred(block: TextBlock) -> bool:
    """Say whether an attribute or a style of its own centres a line."""
    element = block.element
    return element.get("align") == "center" or bool(CENTRED.search(element.get("style") or ""))


def kind_of(text: Text, box: Element, kept: Sequence[Described]) -> str | None:
    """Return what a box is that holds kept blocks, ``None`` if it may be text."""
    page = text.page
    blocks = page.blocks[box.first : box.last]
    begin, end = (bisect_left(page.elements, place, key=attrgetter("start")) for place in (box.start, box.end + 1))
    inside = page.elements[begin:end]
    picture = any(one.tag == "img" for one in inside)
    links = [one for one in blocks if is_link(one)]
    short = all(one.features.units <= SHORT for one in kept)
    if any(one.tag == "input" and one.get("type") in FIELDS for one in inside):
        return "form"
    if AD_LABEL.fullmatch(blocks[0].text):
        return "advertisement"
    if any(heads_comments(one.text) for one in blocks[:HEADING]):
        return "comments"
    if ABOUT.fullmatch(blocks[0].text):
        return "about the site"
    if is_biography(text, blocks):
        return "biography"
    if (len(links) > 1 or (links and picture)) and all(is_under_link(page, one.block) for one in kept):
        return "cards of other articles"
    if short and any(COUNTER.fullmatch(one.text) for one in blocks):
        return "gallery"
    if short and picture and len(blocks) <= 2 and not any(one.features.sentence for one in kept):
        return "caption"
    if short and is_pulled_quote(text, blocks):
        return "pulled quote"
    return None


def is_link(block: TextBlock) -> bool:
    """Say whether a block is a link and no more than that."""
    return block.link_chars > LINKED * len(block.text) and len(block.text.encode("utf-8", "replace")) >= LINK_TEXT


def is_under_link(page: Page, block: TextBlock) -> bool:
    """Say whether a block stands in an element that a link heads."""
    card = next((one for one in block.element.upwards(4) if one.last - one.first > 1), block.element)
    return any(is_link(one) for one in page.blocks[card.first : card.first + 2])


def is_biography(text: Text, blocks: Sequence[TextBlock]) -> bool:
    """Say whether a box below the text is headed by a name that stands in a line above the text, too."""
    name = blocks[0].text
    below = blocks[0].start > text.page.blocks[text.places[-1]].start
    if not below or len(name.encode("utf-8", "replace")) not in NAME or len(blocks) < 2:
        return False
    first = text.places[0]
    above = text.page.blocks[max(0, first - ABOVE) : first]
    return any(name in one.text and len(one.text) < BYLINE for one in above) and any(
        name in one.text for one in blocks[1:]
    )


def is_pulled_quote(text: Text, blocks: Sequence[TextBlock]) -> bool:
    """Say whether a box begins with words that a paragraph says, too."""
    quote = blocks[0].text
    words = folded(quote)
    long = len(words) >= (SPOKEN if quote.startswith(MARKS) else QUOTE)
    return long and len(blocks) <= 2 and words in text.says
