"""What is printed with a picture, parted into caption and credit by names of elements, labels and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.rules.boilerplate import ANYWHERE, ROWS
from newsarchive.extraction.body.rules.lines import COUNTER
from newsarchive.extraction.page.elements import Element, TextBlock, visible
from newsarchive.extraction.structure.credits import is_credit, is_credit_in, is_lent, is_names

NAME: Final = range(2, 5)  # words
SENTENCE_ENDS: Final = (".", "!", "?", "…", "”", '"')
JOINING: Final = "&/|,"  # the pieces of a credit
# Names of what holds the credit, and of what is none of it: what only readers of screens are told, the section on the
# picture.
CREDITING: Final = re.compile(
    r"(?:^|[\s_-])(?i:[a-z]*credits?|credito|copyright\w*|quelle|bildnachweis|bildquelle|photographer|fotograf\w*|attribution"
    r"|agency|provider|urheber\w*|autor|auteur|author|source|fuente|fonte|zdroj|forras|izvor|kaynak|distributor)(?:$|[\s_-])"
    r"|(?<=[a-z])(?:Credit|Copyright|Photographer|Attribution|Author|Source)",
)
CAPTIONING: Final = re.compile(r"caption(?![a-z])|legend|bildtext|didascalia|bijschrift", re.I)
UNSEEN: Final = re.compile(
    r"\b(?:visually-?hidden|sr-only|screen-reader-text|off-?screen|screenreader\w*|a11y-hidden|cat(?:egory)?-(?:label|name))\b"
)
# Buttons of the picture.
CONTROLS: Final = frozenset(row.name for row in ROWS if row.kind in ("share", "furniture", "promo"))


class Piece(NamedTuple):
    """A piece of a line with the names of the elements around it, the nearest first, and whether it is in a link."""

    text: str
    names: Sequence[str]
    linked: bool

    @property
    def is_unseen(self) -> bool:
        """Whether only readers of screens are told it, or it names the section."""
        return any(map(UNSEEN.search, self.names))

    @property
    def is_called_credit(self) -> bool:
        """Whether the nearest name that tells captions from credits says that it is a credit."""
        telling = (name for name in self.names if CREDITING.search(name) or CAPTIONING.search(name))
        return CREDITING.search(next(telling, "")) is not None


def parted(body: Body, box: Element | None, lines: Iterable[TextBlock]) -> tuple[str, str, str]:
    """Return what lines say, and apart from it what their elements' names call a credit, or is but one.

    The third is the part of what they say that stands apart and may be a credit, too.
    """
    said: list[str] = []
    credited: list[str] = []
    lent = above = ""
    for line in {line.text: line for line in lines}.values():
        pieces = [one for one in pieces_of(body, line, box) if not one.is_unseen]
        if is_credit(line.text) and all(is_names(one.text) or one.text[0] in JOINING for one in pieces[1:]):
            credited.append(f"{line.text} ")
            continue
        if COUNTER.fullmatch(line.text) or (ANYWHERE.rule_of(line.text) in CONTROLS and not is_credit(line.text)):
            continue
        part = said
        for one in pieces:
            alone = one is pieces[-1] and is_name_behind(one.text, above)
            own = len(pieces) > 1 and not one.linked and is_credit_in(one.text.strip(), line.text)
            if one.text[0] != "&" and above[-1:] != "&":  # an entity parts no words
                part = credited if alone or own or one.is_called_credit else said
            part.append(one.text)
            lent = one.text if one.text != line.text and is_lent(one.text) else lent
            above = one.text
        for each in (said, credited):
            each.append(" ")
    return visible("".join(said)), visible("".join(credited)), visible(lent)


def is_name_behind(text: str, above: str) -> bool:
    """Say whether what stands behind a sentence, in an element of its own, is but a name."""
    words = text.split()
    return above.rstrip().endswith(SENTENCE_ENDS) and len(words) in NAME and is_names(text) and text[-1].isalpha()


def pieces_of(body: Body, line: TextBlock, box: Element | None) -> Iterator[Piece]:
    """Yield the pieces of a line with the classes of the elements around each, up to the picture's own."""
    for text, owner in body.page.pieces(line):
        around = takewhile(lambda one: one is not box and one is not body.page.root, owner.upwards(6))
        yield Piece(text, [*filter(None, map(name_of, around))], owner.inside("a") is not None)


def name_of(element: Element) -> str | None:
    """Return what an element is called; one that says whom a caption cites holds the credit."""
    return "credit" if element.tag == "cite" else element.get("class") or element.get("itemprop")
