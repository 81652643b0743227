"""Sentences beside the text's paragraphs that are almost text by their odds, or tell who says them, are text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import inf
from typing import Final

from newsarchive.extraction.body.model.columns import BYLINE, CAPTION, COMMENT, SIDE
from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.model.looks import Look, look
from newsarchive.extraction.body.rules.lines import is_spoken
from newsarchive.extraction.body.rules.openings import PARAGRAPH
from newsarchive.extraction.body.rules.paragraphs import appearance
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, home
from newsarchive.extraction.page.marks import Mark

# Odds (logarithm) that are enough beside text, and of a sentence that tells who says it.
ALMOST: Final = -1.0
SPOKEN: Final = -3.0
# A text of fewer letters is short, and may be a teaser.
ENOUGH: Final = 1200
SENTENCE: Final = 20
LINKED: Final = 0.3
# What names say is no text, and which of them may say no more than where or how a paragraph is set.
NAMES: Final = SIDE | COMMENT | CAPTION | BYLINE
LOOKS: Final = int(Mark.FOOTER | Mark.SIDEBAR)
MUCH_LINKED: Final = 0.9
ASIDES: Final = ("(", "[", "（", "【")
STRONG: Final = 0.5
# So many other lines look alike, and so many of them are text.
FEWEST: Final = 2
MOST: Final = 0.8


def with_neighbours(
    page: Page, described: Sequence[Described], scores: Sequence[float], kept: Sequence[Described]
) -> list[Described]:
    """Return what was kept, with the sentences beside its paragraphs that are almost text and look like them.

    Beside those of a short text, they may look otherwise if they are long. In 932 pages the sentences of longer texts
    that came back so were ten of the text and one of a comment.
    """
    homes: set[Element] = set()
    looks: Counter[tuple[str, str | None]] = Counter()
    for one in kept:
        if one.features.units >= PARAGRAPH and not one.features.heading:
            homes.add(home(one.block.item))
            looks[appearance(one.block.item)] += int(one.features.units)
    main = max(looks, key=looks.__getitem__, default=None)
    long = PARAGRAPH if looks.total() < ENOUGH else inf
    places = {one.place for one in kept}
    places |= between_alike(described, scores)
    return [
        one
        for one, odds in zip(described, scores, strict=True)
        if one.place in places
        or (
            odds > SPOKEN
            and home(one.block.item) in homes
            and (
                is_set_off(one, odds)
                or (is_plain(one, odds) and (one.features.units >= long or looks_so(one, main)))
                or (
                    is_plain(one, odds, MUCH_LINKED) and appearance(one.block.item) == main and goes_on(page, one.block)
                )
            )
        )
    ]


def between_alike(described: Sequence[Described], scores: Sequence[float]) -> set[int]:
    """Return the places of sentences and headings that are almost text, between lines of which most that look so are.

    In pages of sites that the classifier had not seen, 9 such lines were text and 1 was not.
    """
    lines = [i for i, one in enumerate(described) if ALMOST < scores[i] <= 0 and is_line(one)]
    if not lines:
        return set()
    alike: defaultdict[Look, list[int]] = defaultdict(list)
    for i, one in enumerate(described):
        alike[look(one.block.element)].append(i)
    text = {name: sum(scores[i] > 0 for i in alike[name]) for name in alike}
    found = set()
    for i in lines:
        name = look(described[i].block.element)
        others = len(alike[name]) - 1
        if others >= FEWEST and text[name] >= MOST * others and alike[name][0] < i < alike[name][-1]:
            found.add(described[i].place)
    return found


def is_line(one: Described) -> bool:
    """Say whether a sentence or a heading has an element of its own, no other name or cue, and no links."""
    features, element = one.features, one.block.element
    other = one.cue or features.named_otherwise or features.repeated or features.link_share > LINKED
    return not other and element.last - element.first == 1 and (features.sentence or features.heading)


def is_plain(one: Described, odds: float, linked: float = LINKED) -> bool:
    """Say whether a block is a sentence that nothing but its odds speaks against, or somebody's words.

    Of ``linked`` and more of it in links is no sentence.
    """
    features = one.features
    sentence = features.sentence and features.units >= SENTENCE and not features.heading
    named = (features.named_otherwise and not is_named_by_look(one)) or features.repeated
    if named or not sentence or features.strong_share > STRONG or features.link_share > linked:
        return False
    return (odds > ALMOST and one.cue is None) or is_spoken(one.block.text)


def looks_so(one: Described, main: tuple[str, str | None] | None) -> bool:
    """Say whether a block looks like the paragraphs, or is one that has a name of its own for how it is set."""
    return appearance(one.block.item) == main or one.features.named_otherwise


def is_named_by_look(one: Described) -> bool:
    """Say whether but for a paragraph's own names, such as text-end or p-right, nothing around it has names."""
    element = one.block.element
    around = element.parent.zone if element.parent else 0
    return element.tag == "p" and not around & NAMES and not element.marks & NAMES & ~LOOKS


def goes_on(page: Page, block: TextBlock) -> bool:
    """Say whether a sentence begins and ends outside its links, as one that points elsewhere does not."""
    owners = [owner for text, owner in page.pieces(block) if not text.isspace()]
    return not block.text.startswith(ASIDES) and all(one.inside("a") is None for one in (owners[0], owners[-1]))


def is_set_off(one: Described, odds: float) -> bool:
    """Say whether a line stands alone in a block quotation, and is almost text without links."""
    features = one.features
    plain = odds > ALMOST and one.cue is None and not (features.named_otherwise or features.link_share)
    return plain and one.block.item.tag == "blockquote"
