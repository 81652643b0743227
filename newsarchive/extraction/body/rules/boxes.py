"""Boxes among the paragraphs that are something else as a whole: forms, advertisements, cards of other articles.

The classifier sees blocks one by one; what a box is, one of its blocks or elements often tells for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.biographies import ABOUT, is_about_writer
from newsarchive.extraction.body.rules.boilerplate import ANNOUNCING, ANYWHERE
from newsarchive.extraction.body.rules.boxlabels import AD_LABEL, FACTS, FOOTER
from newsarchive.extraction.body.rules.captions import MOST_LINES, floats
from newsarchive.extraction.body.rules.lines import COUNTER, is_link, is_linked
from newsarchive.extraction.body.rules.openings import folded
from newsarchive.extraction.body.rules.paragraphs import FIELDS, Text, is_under_link
from newsarchive.extraction.body.rules.widgets import is_widget
from newsarchive.extraction.comments import heads_comments
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark

# /newsletter, /subscribe?from=box, /de/abo/
SIGN_UP: Final = re.compile(
    r"/(?:newsletters?|subscri(?:be|ptions?)|abo(?:nn\w+)?|inscri\w+|registe?r\w*|sign-?up|anmelden|membership|donat\w+|spenden?)"
    r"/?(?:[?#]|$)"
)
LEGAL: Final = 200
MOST_OF_FOOTER: Final = 6  # the card of a recipe may end with a copyright line, too
# A pulled quote has so many letters, or so many behind a quotation mark.
QUOTE: Final = 40
SPOKEN: Final = 8
MARKS: Final = tuple('“„"«»「『‘‚')
HEADING: Final = 3
SHORT: Final = 160
GREETING: Final = 10


def boxes(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks of boxes that are no text, by their place on the page, with what they are."""
    text = Text(page, kept) if kept else None
    if text is None or not text.places:
        return {}
    held: dict[Element, list[Described]] = {}
    for one, holds in zip(kept, text.holds, strict=True):
        if not holds:
            held.setdefault(text.box(one.block), []).append(one)
    kinds = {element: kind_of(Box(text, element, blocks)) for element, blocks in held.items() if text.is_small(element)}
    return {one.place: kind for element, kind in kinds.items() if kind for one in held[element]}


class Box:
    """An element beside the running text, with its ``blocks``, its ``elements`` and those blocks that were ``kept``."""

    def __init__(self, text: Text, element: Element, kept: Sequence[Described]) -> None:
        self.text = text
        self.element = element
        self.kept = kept
        self.above = element.first < text.places[0]
        self.below = text.ends_before(element)
        self.blocks = text.page.blocks[element.first : element.last]
        self.elements = list(text.page.within(element))
        self.picture = any(one.tag == "img" for one in self.elements)
        self.short = all(one.features.units <= SHORT for one in kept)

    def is_form(self) -> bool:
        """Say whether something can be filled in, or it opens over the page."""
        return self.element.get("role") == "dialog" or any(
            one.tag == "input" and one.get("type") in FIELDS for one in self.elements
        )

    def is_left_alone(self) -> bool:
        """Say whether no sentence was kept, and everything else in it was left out."""
        stamps = sum(self.text.page.is_all_in(one, "time") for one in self.blocks)
        left = len(self.blocks) - stamps > len(self.kept)
        return left and not any(one.features.sentence for one in self.kept)

    def is_advertisement(self) -> bool:
        """Say whether it calls itself one, or is called one and holds no sentence."""
        called = self.element.marks & Mark.ADVERT and not any(one.features.sentence for one in self.kept)
        return bool(AD_LABEL.fullmatch(self.blocks[0].text) or (called and self.short))

    def is_offer(self) -> bool:
        """Say whether it ends with a link to where readers sign up or give."""
        last = self.blocks[-1]
        return is_linked(last) and any(SIGN_UP.search(anchor.get("href") or "") for anchor in last.anchors)

    def is_comments(self) -> bool:
        """Say whether a heading of comments stands in its first lines."""
        return any(heads_comments(one.text) for one in self.blocks[:HEADING])

    def is_about(self) -> bool:
        """Say whether it is headed as words about the site or the author."""
        return bool(ABOUT.fullmatch(self.blocks[0].text))

    def is_footer(self) -> bool:
        """Say whether it stands below the text and holds what pages end with, and no more than few lines of text."""
        few = self.below and len(self.kept) <= MOST_OF_FOOTER
        return few and any(len(one.text) < LEGAL and FOOTER.search(one.text) for one in self.blocks)

    def is_side(self) -> bool:
        """Say whether it stands below the text and is marked as no part of it, or is named for the links it holds."""
        element = self.element
        related = element.marks & Mark.RELATED and sum(map(is_link, self.blocks)) > 1
        return self.below and bool(related or element.inside("aside"))

    def is_biography(self) -> bool:
        """Say whether it stands below the text and is about the writer."""
        return self.below and is_about_writer(self.text.page, self.blocks, self.text.places[0])

    def is_cards(self) -> bool:
        """Say whether links to other articles head all that was kept."""
        links = sum(map(is_link, self.blocks))
        return (links > 1 or (links == 1 and self.picture)) and all(
            is_under_link(self.text.page, one.block) for one in self.kept
        )

    def is_announced(self) -> bool:
        """Say whether it is headed as something to read elsewhere, or as an offer."""
        return ANNOUNCING.rule_of(self.blocks[0].text) is not None

    def is_right_under_announcement(self) -> bool:
        """Say whether what was kept begins right under a heading that announces it, or with that."""
        return self.kept[0].place <= self.element.first + 1 and self.is_announced()

    def is_boilerplate(self) -> bool:
        """Say whether what stands under its headings or its greeting was left out, or is what sites add."""
        said = [one for one in self.kept if not one.features.heading and one.features.units >= GREETING]
        greeted = all(one.features.sentence for one in self.kept) and len(self.kept) < len(self.blocks)
        return all(ANYWHERE.rule_of(one.block.text) for one in said) if said else greeted

    def is_widget(self) -> bool:
        """Say whether it is something to press or to play."""
        return is_widget(self.text.page, (self.element, *self.elements), self.kept, above=self.above)

    def is_label(self) -> bool:
        """Say whether nothing was kept but its first line, which announces nothing, above links amid the text."""
        label, *under = self.blocks
        alone = not self.below and [one.block for one in self.kept] == [label]
        announces = self.kept[0].features.sentence or label.text.endswith((":", "："))
        return alone and not announces and bool(under) and all(map(is_linked, under))

    def is_gallery(self) -> bool:
        """Say whether its lines are counted as pictures are."""
        return self.short and any(COUNTER.fullmatch(one.text) for one in self.blocks)

    def is_caption(self) -> bool:
        """Say whether it is a picture with words that are no sentence."""
        sentence = any(one.features.sentence for one in self.kept)
        return self.short and self.picture and len(self.blocks) <= 2 and not sentence

    def is_picture_beside(self) -> bool:
        """Say whether it is a picture with short lines at whose side the text flows."""
        return self.short and self.picture and len(self.blocks) <= MOST_LINES and floats(self.element)

    def is_facts(self) -> bool:
        """Say whether it stands among the paragraphs and is called a box of facts."""
        return not self.below and bool(FACTS.search(self.element.get("class") or ""))

    def is_pulled_quote(self) -> bool:
        """Say whether it begins with words that a paragraph says, too; a list may repeat some."""
        if any(one.features.in_list for one in self.kept):
            return False
        quote = self.blocks[0].text
        words = folded(quote)
        spoken = quote.startswith(MARKS) or self.element.tag == "aside"
        long = len(words) >= (SPOKEN if spoken else QUOTE)
        return long and self.short and len(self.blocks) <= 2 and words in self.text.says


# The first that holds is what a box is.
KINDS: Final = (
    ("form", Box.is_form),
    ("advertisement", Box.is_advertisement),
    ("offer", Box.is_offer),
    ("comments", Box.is_comments),
    ("about the site", Box.is_about),
    ("footer", Box.is_footer),
    ("side piece", Box.is_side),
    ("biography", Box.is_biography),
    ("cards of other articles", Box.is_cards),
    ("announced elsewhere", Box.is_announced),
    ("boilerplate", Box.is_boilerplate),
    ("widget", Box.is_widget),
    ("heading of links", Box.is_label),
    ("gallery", Box.is_gallery),
    ("caption", Box.is_caption),
    ("caption", Box.is_picture_beside),
    ("fact box", Box.is_facts),
    ("pulled quote", Box.is_pulled_quote),
)

# What a box is of which headings alone were kept, and one above the text.
WIDGET: Final = ("widget", Box.is_widget)
OF_HEADINGS: Final = (("form", Box.is_form), WIDGET, ("heading without text", Box.is_left_alone))
ABOVE_TEXT: Final = (
    WIDGET,
    ("caption", Box.is_picture_beside),
    ("announced elsewhere", Box.is_right_under_announcement),
)


def kind_of(box: Box) -> str | None:
    """Return what a box is, if it is no text."""
    headings = all(one.features.heading for one in box.kept)
    kinds = ABOVE_TEXT if box.above else OF_HEADINGS if headings else KINDS
    return next((kind for kind, is_one in kinds if is_one(box)), None)
