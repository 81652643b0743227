"""What can be said of a block in numbers: its text, its links, its place, its neighbours, its names."""

from __future__ import annotations

from typing import NamedTuple

from newsarchive.extraction.body.model.columns import names, places, surroundings, texts, words
from newsarchive.extraction.body.model.course import course
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.body.model.scene import Scene
from newsarchive.extraction.page.elements import TextBlock


class Features(NamedTuple):
    """A block in numbers; shares are of the page's running text, distances are counted in blocks."""

    units: float  # length in letters, a hanzi counted as 2.5
    whole: float  # length of all lines that only line breaks part from it
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

    @property
    def named_otherwise(self) -> bool:
        """Whether names around the block say that it is something else than text."""
        return self.in_side or self.in_comments or self.in_caption or self.in_byline


class Described(NamedTuple):
    """A block that may belong to the article, with its place on the page."""

    place: int
    block: TextBlock
    cue: str | None
    features: Features


def describe(layout: Layout, *, whole: bool = False) -> list[Described]:
    """Return the candidates among a page's blocks (all of a ``whole`` page) in reading order, with their features.

    This is the second hot path of the package: each feature is computed for all candidates at once.
    """
    scene = Scene(layout, whole=whole)
    columns = {
        name: column for part in (texts, places, surroundings, course, words, names) for name, column in part(scene)
    }
    rows = map(Features._make, zip(*(columns[name] for name in Features._fields), strict=True))
    return list(map(Described, scene.chosen, scene.blocks, scene.cues, rows))
