"""The features of all candidates of a page, column by column; ``Features`` says what each of them is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from newsarchive.extraction.body.model.looks import title_vocabulary, vocabulary
from newsarchive.extraction.body.model.scene import Scene
from newsarchive.extraction.page.elements import visible
from newsarchive.extraction.page.marks import Mark

Column: TypeAlias = tuple[str, Sequence[Any]]

FAR: Final = 60
NEIGHBOURS: Final = 4
SENTENCE_ENDS: Final = frozenset(".!?。！？…\"”»’')）。」』؟।॥۔።։။។")
# Thai and Lao sentences have no sign at their end; no shorter line of theirs is taken for one.
UNSIGNED: Final = range(0x0E00, 0x0EFF)
SHORTEST_UNSIGNED: Final = 80
CAPITALS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = b"0123456789"
LETTERS: Final = re.compile(r"\W+")
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS: Final = frozenset(("ul", "ol", "dl"))
CELLS: Final = frozenset(("td", "th"))
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


def texts(scene: Scene) -> Iterator[Column]:
    """Yield what the blocks' own texts and tags say."""
    units, links = scene.layout.units, scene.layout.links
    samples = [text[:200].encode("utf-8", "replace") for text in scene.texts]
    tags = [element.tag for element in scene.elements]
    above = [parent.tag for parent in scene.parents]
    further = [grandparent.tag for grandparent in scene.grandparents]
    yield "units", [units[i] for i in scene.chosen]
    yield "whole", [scene.layout.wholes[i] for i in scene.chosen]
    yield "link_share", [links[i] for i in scene.chosen]
    yield "strong_share", [block.strong_chars / len(block.text) for block in scene.blocks]
    yield "sentence", [text[-1] in SENTENCE_ENDS or is_unsigned(text) for text in scene.texts]
    yield "capitals", [1 - len(sample.translate(None, CAPITALS)) / len(sample) for sample in samples]
    yield "digits", [1 - len(sample.translate(None, DIGITS)) / len(sample) for sample in samples]
    around = list(zip(tags, above, further, strict=True))
    yield "in_list", [parent in LISTS or grand in LISTS or tag == "li" for tag, parent, grand in around]
    yield "in_cell", [tag in CELLS or parent in CELLS or grand in CELLS for tag, parent, grand in around]
    yield "heading", [tag in HEADINGS for tag in tags]
    yield "depth", [element.depth for element in scene.elements]


def places(scene: Scene) -> Iterator[Column]:
    """Yield where on the page and in its running text the blocks stand."""
    layout, chosen, first, last = scene.layout, scene.chosen, scene.first, scene.last
    sums, begin, end = layout.sums, layout.container.first, layout.container.last
    held, many, span = layout.held(layout.container) or 1, len(chosen), max(1, last - first)
    yield "inside", [begin <= i < end for i in chosen]
    yield "before", [-0.1 if i < begin else 1.1 if i >= end else (sums[i] - sums[begin]) / held for i in chosen]
    yield "after", [1.1 if i < begin else -0.1 if i >= end else (sums[end] - sums[i + 1]) / held for i in chosen]
    yield "from_start", [i - begin for i in chosen]
    yield "to_end", [end - i for i in chosen]
    yield "from_first", [i - first for i in chosen]
    yield "to_last", [last - i for i in chosen]
    yield "place", [(i - first) / span for i in chosen]
    yield "container_blocks", [end - begin] * many
    yield "page_blocks", [scene.count] * many
    yield "page_units", [layout.total] * many
    above = scene.headline
    yield "from_headline", [0 if above is None else max(-FAR, min(FAR, i - above)) for i in chosen]


def surroundings(scene: Scene) -> Iterator[Column]:
    """Yield how much text and how many links are around the blocks: in what holds them, and on both sides."""
    layout, chosen, count = scene.layout, scene.chosen, scene.count
    sums, total, links, units = layout.sums, layout.total, layout.links, layout.units
    link_sums, unit_sums, parents = scene.link_sums, scene.unit_sums, scene.parents
    for name, holders in (
        ("parent_share", parents),
        ("grandparent_share", scene.grandparents),
        ("great_share", scene.greats),
    ):
        yield name, [(sums[holder.last] - sums[holder.first]) / total for holder in holders]
    ends = [min(parent.last, parent.first + FAR) for parent in parents]
    yield (
        "parent_links",
        [
            (link_sums[end] - link_sums[parent.first]) / (end - parent.first or 1)
            for end, parent in zip(ends, parents, strict=True)
        ],
    )
    yield (
        "parent_units",
        [(unit_sums[each.last] - unit_sums[each.first]) / (each.last - each.first or 1) for each in parents],
    )
    low = [max(0, i - NEIGHBOURS) for i in chosen]
    yield "links_before", [(link_sums[i] - link_sums[j]) / NEIGHBOURS for i, j in zip(chosen, low, strict=True)]
    yield "units_before", [(unit_sums[i] - unit_sums[j]) / NEIGHBOURS for i, j in zip(chosen, low, strict=True)]
    after = [(link_sums[min(count, i + NEIGHBOURS + 1)] - link_sums[i + 1]) / NEIGHBOURS for i in chosen]
    yield "links_after", after
    yield "previous_links", [links[i - 1] if i else 0 for i in chosen]
    yield "previous_units", [units[i - 1] if i else 0 for i in chosen]
    yield "next_links", [links[i + 1] if i + 1 < count else 0 for i in chosen]
    yield "next_units", [units[i + 1] if i + 1 < count else 0 for i in chosen]


def words(scene: Scene) -> Iterator[Column]:
    """Yield how the blocks look and what words they share with the title and with the blocks that look like text."""
    looks, layout = scene.looks, scene.layout
    names = [looks.names[i] for i in scene.chosen]
    yield "look_share", [looks.mass[name] / layout.total for name in names]
    yield "look_count", [looks.count[name] for name in names]
    yield "look_units", [looks.mass[name] / looks.count[name] for name in names]
    title, main = title_vocabulary(layout), scene.main
    own = [looks.found[i] or vocabulary(text, layout.wide) for i, text in zip(scene.chosen, scene.texts, strict=True)]
    shared = [len(each & (looks.repeated if is_main else looks.words)) for each, is_main in zip(own, main, strict=True)]
    yield "title_words", [len(each & title) / (len(each) or 1) for each in own]
    yield "main_words", [known / (len(each) or 1) for known, each in zip(shared, own, strict=True)]
    yield "main_word_count", shared
    repeated = Counter(block.text for block in scene.page.blocks)
    yield "repeated", [repeated[text] > 1 for text in scene.texts]
    opening = visible(scene.page.description or "")[:8]
    description = LETTERS.sub("", scene.page.description or "")[:50]
    yield (
        "described",
        [
            text[:8] == opening and description == LETTERS.sub("", text[:150])[: len(description)]
            for text in scene.texts
        ],
    )


def names(scene: Scene) -> Iterator[Column]:
    """Yield what the classes of the blocks and of what holds them say."""
    zones = [element.zone for element in scene.elements]
    for name, mark in (
        ("in_comments", COMMENT),
        ("in_byline", BYLINE),
        ("in_caption", CAPTION),
        ("in_facts", FACTS),
        ("in_side", SIDE),
    ):
        yield name, [zone & mark != 0 for zone in zones]
    yield "own_caption", [element.marks & CAPTION != 0 for element in scene.elements]


def is_unsigned(text: str) -> bool:
    """Say whether a text is a sentence in a script that sets no sign at its end."""
    return len(text) >= SHORTEST_UNSIGNED and ord(text[-1]) in UNSIGNED
