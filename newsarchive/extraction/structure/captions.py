"""What is printed under a picture: its caption, and who made it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from operator import methodcaller
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.model.columns import HEADINGS
from newsarchive.extraction.body.rules.paragraphs import appearance
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.page.marks import Mark, own_marks
from newsarchive.extraction.structure.credits import is_credit, unseen_credit, without_labels
from newsarchive.extraction.structure.parting import parted

MOST_LINES: Final = 6  # around a picture
UNDER: Final = 3
NEAR: Final = 3  # elements
FAR: Final = 5
LONGEST: Final = 300  # letters
CAPTION: Final = int(Mark.CAPTION)
CAPTION_OF: Final = methodcaller("get", "data-caption")
# Why lines were left out that are no captions, although they stand with a picture.
NO_CAPTIONS: Final = re.compile(r"byline|comments|links|headline|heading|repeated|(?:newsletter|share|legal) line")
PROMOTION: Final = "promo line"


class Captions:
    """The captions of a page's pictures; those in one element share what is printed there, which is read once."""

    def __init__(self, body: Body, shown: Iterable[Element]) -> None:
        self.body = body
        self.text = frozenset(body.places)
        self.second = body.places[1] if len(body.places) > 1 else 0
        found = {one.number: one for one in (*body.page.media, *shown) if one.tag == "img"}
        pictures = [found[number] for number in sorted(found)]
        self.pictures = [picture.number for picture in pictures]
        self.starts = [picture.start for picture in pictures]
        self.places = [picture.first for picture in pictures]
        self.known: dict[tuple[int, ...], tuple[str | None, str | None]] = {}

    def of(self, picture: Element) -> tuple[str | None, str | None]:
        """Return what is printed with a picture, and who made it, without labels such as Photo."""
        box, lines = self.lines_of(picture)
        places = tuple(line.start for line in lines)
        if places not in self.known:
            self.known[places] = without_labels(*parted(self.body, box, lines))
        caption, credit = self.known[places]
        return caption or unseen_caption(picture), credit or unseen_credit(picture)

    def lines_of(self, picture: Element) -> tuple[Element | None, Sequence[TextBlock]]:
        """Return the element around a picture with its lines that are no text, or the captions right under it."""
        page = self.body.page
        box = self.box_of(picture)
        if box and (lines := list(self.left_out(box, picture.inside("a")))):
            return box, self.own(picture, box, lines)
        after = bisect_right(self.places, picture.first)
        end = self.places[after] if after < len(self.places) else len(page.blocks)
        below = range(picture.first, min(end, picture.first + UNDER))
        return box, [page.blocks[place] for place in takewhile(self.is_below, below)]

    def own(self, picture: Element, box: Element, lines: Sequence[TextBlock]) -> Sequence[TextBlock]:
        """Return the lines under one of several pictures in an element if each has some of its own, or else all.

        These look alike, and none is a credit: with a caption it is of one picture, there in several sizes.
        """
        first, end = (bisect_left(self.pictures, at) for at in (box.number, box.tail))
        alike = len({appearance(line.element) for line in lines}) == 1
        if end - first < 2 or not alike or any(is_credit(line.text) for line in lines):
            return lines
        starts = [*self.starts[first:end], box.end]
        held = [[line for line in lines if one <= line.start < other] for one, other in pairwise(starts)]
        return held[bisect_left(self.pictures, picture.number) - first] if all(held) else lines

    def is_below(self, place: int) -> bool:
        """Say whether a line right under a picture is its caption: called so, or left out and with its maker."""
        why = self.body.reasons.get(place, "")
        line = self.body.page.blocks[place]
        named = "caption" in why
        if not named and place not in self.text:
            first = self.body.page.pieces(line)[0][1]
            named = bool((own_marks(line.element) | own_marks(first)) & CAPTION)
        return bool(named or (why and without_labels(line.text, "")[1]))

    def links_of(self, picture: Element) -> Iterator[str | None]:
        """Yield where the lines around a picture lead that are links; those of a figure if they are the picture's."""
        box = self.box_of(picture)
        lines = self.body.page.blocks[box.first : box.last] if box else ()
        links = [line.anchors[0] for line in lines if line.anchors and 2 * line.link_chars > len(line.text)]
        if box and (box.tag != "figure" or links == [picture.inside("a")] * len(lines)):
            yield from (link.get("href") for link in links)

    def is_promotion(self, picture: Element) -> bool:
        """Say whether a line around a picture, in no figure and not named a caption, offers such as a newsletter."""
        box = self.box_of(picture)
        places = range(box.first, box.last) if box and box.tag != "figure" else ()
        offers = (place for place in places if PROMOTION in self.body.reasons.get(place, ""))
        return any(not own_marks(self.body.page.blocks[place].element) & CAPTION for place in offers)

    def box_of(self, picture: Element) -> Element | None:
        """Return the figure around a picture alone, or else the largest element without text around it."""
        figure = picture.inside("figure")
        if figure and not 0 < figure.last - figure.first < MOST_LINES:
            figure = None
        if figure and self.pictures_in(figure) <= 1:
            return figure
        box = None
        for one in (picture.parent or picture).upwards(FAR):
            if one.last - one.first > UNDER or self.holds_more(one):
                break
            if one.first < one.last:
                box = one
        named = (one for one in (picture.parent or picture).upwards(NEAR) if own_marks(one) & CAPTION)
        return box or figure or next((one for one in named if 0 < one.last - one.first < MOST_LINES), None)

    def holds_more(self, element: Element) -> bool:
        """Say whether an element holds text of the article, or several pictures."""
        places = self.body.places
        text = bisect_left(places, element.first) < bisect_left(places, element.last)
        return text or self.pictures_in(element) > 1

    def pictures_in(self, element: Element) -> int:
        """Count the pictures in an element."""
        return bisect_left(self.pictures, element.tail) - bisect_left(self.pictures, element.number)

    def left_out(self, box: Element, link: Element | None) -> Iterator[TextBlock]:
        """Yield what is left out of the text around a picture that may stand in a link, and may be its caption."""
        for place in range(box.first, box.last):
            line = self.body.page.blocks[place]
            elsewhere = 2 * line.link_chars > len(line.text) and link not in line.anchors
            why, leading = self.body.reasons.get(place), place < self.second
            if box.tag == "figure" or may_be_caption(line, why, box, elsewhere=elsewhere, leading=leading):
                yield line


def may_be_caption(line: TextBlock, why: str | None, box: Element, *, elsewhere: bool, leading: bool) -> bool:
    """Say whether a line in a box with a picture is a caption, by why it is no text, or else by its names.

    One that is a link ``elsewhere`` is none; nobody said why a paragraph is no text that stands above it, ``leading``.
    """
    if is_credit(line.text) or (why and "caption" in why):
        return True
    named = any(own_marks(one) & CAPTION for one in (box, *line.element.upwards(NEAR)))
    if why is None and not named and not without_labels(line.text, "")[1]:
        elsewhere |= bool(line.link_chars) or line.element.tag != "p" or not leading
    return not (
        (why and NO_CAPTIONS.search(why)) or len(line.text) > LONGEST or elsewhere or line.element.inside(*HEADINGS)
    )


def unseen_caption(picture: Element) -> str | None:
    """Return the caption that scripts show with a picture."""
    return next(filter(None, map(CAPTION_OF, picture.upwards(NEAR))), None)
