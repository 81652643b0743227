"""What can be said of a block in numbers: its text, its links, its place, its neighbours, its names."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, TypeAlias

from newsarchive.extraction.body.cues import cue
from newsarchive.extraction.body.layout import Layout
from newsarchive.extraction.page.elements import Element, TextBlock, visible
from newsarchive.extraction.page.marks import Mark

# Blocks outside the container take part if their surroundings hold this share of the page's running text.
NEAR_SHARES: Final = (0.02, 0.05)
LINKED: Final = 0.95
FAR: Final = 60
# Between the headline and the container, so many blocks may be a standfirst.
LEAD: Final = 12
SENTENCE_ENDS: Final = frozenset(".!?。！？…\"”»’')）।」』؟።")
CAPITALS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = b"0123456789"
LETTERS: Final = re.compile(r"\W+")
Look: TypeAlias = tuple[str, str | None, str, str | None]
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS: Final = frozenset(("ul", "ol", "dl"))
CELLS: Final = frozenset(("td", "th"))
ENDING_CUES: Final = frozenset(("related", "promo", "share", "tags", "legal"))
COMMENT, BYLINE, CAPTION, FACTS, SIDE = (
    int(mark)
    for mark in (
        Mark.COMMENT,
        Mark.BYLINE,
        Mark.CAPTION,
        Mark.FACTBOX | Mark.QUOTE | Mark.BIOGRAPHY,
        Mark.RELATED | Mark.PROMO | Mark.ADVERT | Mark.SHARE | Mark.SIDEBAR | Mark.LEGAL | Mark.TAGS | Mark.EDITOR
        | Mark.NAVIGATION | Mark.FOOTER | Mark.WIDGET,
    )
)  # fmt: skip


class Features(NamedTuple):
    """A block in numbers; shares are of the page's running text, distances are counted in blocks."""

    units: float  # length in letters, a hanzi counted as 2.5
    link_share: float
    strong_share: float
    sentence: bool  # ends like a sentence
    capitals: float  # share of capital letters
    digits: float
    in_list: bool
    in_cell: bool
    heading: bool
    depth: int
    parent_share: float
    grandparent_share: float
    great_share: float
    parent_links: float
    parent_units: float
    look_share: float  # blocks with the same tags and classes
    look_count: int
    look_units: float
    inside: bool  # the container
    before: float  # share of the container's text before the block
    after: float
    from_start: int
    to_end: int
    from_first: int  # first block of running text
    to_last: int
    place: float  # 0 at the first, 1 at the last block of running text
    container_blocks: int
    page_blocks: int
    page_units: float
    links_before: float
    links_after: float
    units_before: float
    previous_links: float
    previous_units: float
    next_links: float
    next_units: float
    article: int  # number of the article element it is in
    first_article: bool
    headlines: int  # first-level headings since the text began
    from_headline: int
    cue: bool
    cue_run: int
    ending: int  # ending cues since the last block of the main look
    under_cue: int  # 0 no heading above, 1 a plain one, 2 one with a cue
    described: bool  # repeats the page's description
    title_words: float
    main_words: float  # share of its words that the main look's blocks have, too
    main_word_count: int
    pictures: int  # between this block and the one before
    from_picture: int
    in_comments: bool
    in_byline: bool
    in_caption: bool
    in_facts: bool
    in_side: bool
    own_caption: bool
    repeated: bool


class Described(NamedTuple):
    """A block that may belong to the article, with its place on the page."""

    place: int
    block: TextBlock
    cue: str | None
    features: Features


def describe(layout: Layout, *, whole: bool = False) -> list[Described]:
    """Return the candidates among a page's blocks (all of a ``whole`` page) in reading order, with their features.

    This is the second hot path of the package: one pass, everything in local variables.
    """
    page, container, units, links, mass = layout.page, layout.container, layout.units, layout.links, layout.mass
    sums, total = layout.sums, layout.total
    blocks, count = page.blocks, len(page.blocks)
    inside = [i for i in range(container.first, container.last) if mass[i]]
    first, last = (inside[0], inside[-1]) if inside else (container.first, container.last)
    held = layout.held(container) or 1
    looks = Looks(layout)
    title_words = title_vocabulary(layout)
    opening = visible(page.description or "")[:8]
    description = LETTERS.sub("", page.description or "")[:50]
    pictures = Counter(medium.first for medium in page.media)
    headlines = [i for i in range(count) if blocks[i].element.tag == "h1"]
    headline = max((i for i in headlines if i <= container.first + 3), default=None)
    lead = range(container.first if headline is None else max(headline + 1, container.first - LEAD), container.first)
    candidates = [i for i in range(count) if whole or (links[i] < LINKED and (i in lead or near(layout, i)))]
    link_sums, unit_sums = [0.0, *accumulate(links)], [0.0, *accumulate(units)]
    repeated = Counter(block.text for block in blocks)
    articles: dict[Element, Element] = {}
    numbers: dict[Element, int] = {}
    first_article = (blocks[first].element.inside("article") or page.root) if first < count else page.root
    found: list[Described] = []
    ending = cue_run = under_cue = headings = 0
    under: Element | None = None
    picture = previous = -FAR
    for i in candidates:
        block, element = blocks[i], blocks[i].element
        text, size = block.text, len(block.text)
        parent = element.parent or page.root
        grandparent = parent.parent or page.root
        great = grandparent.parent or page.root
        kind = cue(text) if size < 600 else None
        tag, zone, own = element.tag, element.zone, element.marks
        if tag in HEADINGS or (size < 60 and (block.strong_chars >= 0.9 * size or (size < 40 and text[-1] in ":："))):
            under_cue, under = 2 if kind else 1, parent
        look = looks.names[i]
        main = look == looks.main and mass[i] > 0
        ending = 0 if main else ending + (kind in ENDING_CUES and size < 120)
        cue_run = cue_run + 1 if kind else 0
        if pictures:
            shown = (
                sum(pictures[j] for j in range(max(previous + 1, i - 5), i + 1)) if i - previous > 1 else pictures[i]
            )
        else:
            shown = 0
        picture = i if shown else picture
        previous = i
        article = articles.get(parent)
        if article is None:
            article = articles[parent] = element.inside("article") or page.root
        number = numbers.setdefault(article, len(numbers))
        headings += tag == "h1" and i > first
        words = looks.found[i] or vocabulary(text, layout.wide)
        known = len(words & (looks.repeated if main else looks.words))
        sample = text[:200].encode("utf-8", "replace")
        low, high = max(0, i - 4), min(count, i + 5)
        look_mass, look_count = looks.mass[look], looks.count[look]
        within = container.first <= i < container.last
        parent_blocks = parent.last - parent.first or 1
        parent_end = min(parent.last, parent.first + FAR)
        features = Features(
            units[i],
            links[i],
            block.strong_chars / size,
            text[-1] in SENTENCE_ENDS,
            1 - len(sample.translate(None, CAPITALS)) / len(sample),
            1 - len(sample.translate(None, DIGITS)) / len(sample),
            parent.tag in LISTS or grandparent.tag in LISTS or tag == "li",
            tag in CELLS or parent.tag in CELLS or grandparent.tag in CELLS,
            tag in HEADINGS,
            element.depth,
            (sums[parent.last] - sums[parent.first]) / total,
            (sums[grandparent.last] - sums[grandparent.first]) / total,
            (sums[great.last] - sums[great.first]) / total,
            (link_sums[parent_end] - link_sums[parent.first]) / (parent_end - parent.first or 1),
            (unit_sums[parent.last] - unit_sums[parent.first]) / parent_blocks,
            look_mass / total,
            look_count,
            look_mass / look_count,
            within,
            (sums[i] - sums[container.first]) / held if within else -0.1 if i < container.first else 1.1,
            (sums[container.last] - sums[i + 1]) / held if within else -0.1 if i >= container.last else 1.1,
            i - container.first,
            container.last - i,
            i - first,
            last - i,
            (i - first) / max(1, last - first),
            container.last - container.first,
            count,
            total,
            (link_sums[i] - link_sums[low]) / 4,
            (link_sums[high] - link_sums[i + 1]) / 4,
            (unit_sums[i] - unit_sums[low]) / 4,
            links[i - 1] if i else 0,
            units[i - 1] if i else 0,
            links[i + 1] if i + 1 < count else 0,
            units[i + 1] if i + 1 < count else 0,
            number,
            article is first_article,
            headings,
            0 if headline is None else max(-FAR, min(FAR, i - headline)),
            kind is not None,
            cue_run,
            ending,
            under_cue if under is parent or under is grandparent else 0,
            text[:8] == opening and description == LETTERS.sub("", text[:150])[: len(description)],
            len(words & title_words) / (len(words) or 1),
            known / (len(words) or 1),
            known,
            shown,
            min(FAR, i - picture),
            zone & COMMENT != 0,
            zone & BYLINE != 0,
            zone & CAPTION != 0,
            zone & FACTS != 0,
            zone & SIDE != 0,
            own & CAPTION != 0,
            repeated[text] > 1,
        )
        found.append(Described(i, block, kind, features))
    return found


def near(layout: Layout, index: int) -> bool:
    """Say whether a block stands in the container or where much other text is."""
    container = layout.container
    if container.first <= index < container.last:
        return True
    element = layout.page.blocks[index].element.parent or layout.page.root
    for share in NEAR_SHARES:
        element = element.parent or layout.page.root
        if layout.held(element) > share * layout.total:
            return True
    return False


class Looks:
    """The looks of a page's blocks (tags and classes of the block and its parent), and which one is the text's."""

    def __init__(self, layout: Layout) -> None:
        blocks = layout.page.blocks
        self.names = [look(block.element) for block in blocks]
        self.count = Counter(self.names)
        self.mass: dict[Look, float] = dict.fromkeys(self.count, 0.0)
        for name, mass in zip(self.names, layout.mass, strict=True):
            self.mass[name] += mass
        self.main = max(self.mass, key=lambda name: self.mass[name], default=None)
        self.found: list[set[str]] = [
            vocabulary(block.text, layout.wide) if mass and name == self.main else set()
            for name, mass, block in zip(self.names, layout.mass, blocks, strict=True)
        ]
        self.words: set[str] = set()
        self.repeated: set[str] = set()
        for found in self.found:
            self.repeated |= self.words & found
            self.words |= found


def look(element: Element) -> Look:
    """Return what makes blocks of one kind alike."""
    parent = element.parent
    if parent is None:
        return element.tag, None, "", None
    return element.tag, element.attributes.get("class"), parent.tag, parent.attributes.get("class")


def title_vocabulary(layout: Layout) -> set[str]:
    """Return the words of the page's titles and description."""
    page = layout.page
    headlines = [block.text for block in page.blocks if block.element.tag == "h1"][:3]
    return vocabulary(" ".join([page.title or "", page.description or "", *headlines]), layout.wide)


def vocabulary(text: str, wide: bool) -> set[str]:
    """Return the words that say what a text is about; pairs of hanzi where words have no spaces."""
    if wide:
        return {one + two for one, two in pairwise(text) if one > "\u2e80" and two > "\u2e80"}
    return {word for word in text.lower().split() if len(word) > 4}
