"""The features that depend on what has come before a block, for all candidates of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from newsarchive.extraction.body.model.columns import FAR, HEADINGS, Column
from newsarchive.extraction.body.model.scene import Scene
from newsarchive.extraction.page.elements import Element

ENDING_CUES: Final = frozenset(("related", "promo", "share", "tags", "legal"))


def course(scene: Scene) -> Iterator[Column]:
    """Yield what has come before the blocks: articles, headings, cues, pictures."""
    articles, tags = articles_of(scene), [element.tag for element in scene.elements]
    numbers = {article: number for number, article in enumerate(dict.fromkeys(articles))}
    opening = scene.page.blocks[scene.first].element.inside("article") if scene.first < scene.count else None
    first = opening or scene.page.root
    yield "article", [numbers[article] for article in articles]
    yield "first_article", [article is first for article in articles]
    below = [tag == "h1" and i > scene.first for tag, i in zip(tags, scene.chosen, strict=True)]
    yield "headlines", list(accumulate(below))
    yield "cue", [kind is not None for kind in scene.cues]
    yield "cue_run", list(accumulate(scene.cues, lambda run, kind: run + 1 if kind else 0, initial=0))[1:]
    yield "ending", endings(scene)
    yield "under_cue", under_cues(scene)
    shown = pictures_before(scene)
    yield "pictures", shown
    pictured = accumulate(
        zip(scene.chosen, shown, strict=True), lambda last, one: one[0] if one[1] else last, initial=-FAR
    )
    yield "from_picture", [min(FAR, i - last) for i, last in zip(scene.chosen, list(pictured)[1:], strict=True)]


def articles_of(scene: Scene) -> list[Element]:
    """Return the article elements that the blocks are in, or the page's root; neighbours share theirs."""
    found: dict[Element, Element] = {}
    for element, parent in zip(scene.elements, scene.parents, strict=True):
        if parent not in found:
            found[parent] = element.inside("article") or scene.page.root
    return [found[parent] for parent in scene.parents]


def endings(scene: Scene) -> list[int]:
    """Return how many cues of an article's end have come since the last block that looks like its text."""
    found, ending = [], 0
    for main, kind, text in zip(scene.main, scene.cues, scene.texts, strict=True):
        ending = 0 if main else ending + (kind in ENDING_CUES and len(text) < 120)
        found.append(ending)
    return found


def under_cues(scene: Scene) -> list[int]:
    """Return whether the blocks stand under a heading or a short bold line, and whether that had a cue."""
    found, weight = [], 0
    under: Element | None = None
    for block, kind, parent, grand in zip(scene.blocks, scene.cues, scene.parents, scene.grandparents, strict=True):
        text, size = block.text, len(block.text)
        bold = size < 60 and (block.strong_chars >= 0.9 * size or (size < 40 and text[-1] in ":："))
        if bold or block.element.tag in HEADINGS:
            weight, under = 2 if kind else 1, parent
        found.append(weight if under is parent or under is grand else 0)
    return found


def pictures_before(scene: Scene) -> list[int]:
    """Return how many pictures stand between the blocks and the candidates before them, at most five blocks up."""
    pictures = Counter(medium.first for medium in scene.page.media)
    if not pictures:
        return [0] * len(scene.chosen)
    before = [-FAR, *scene.chosen]
    return [
        sum(pictures[j] for j in range(max(last + 1, i - 5), i + 1)) if i - last > 1 else pictures[i]
        for last, i in zip(before, scene.chosen, strict=False)
    ]
