"""Composes sites: pages that look alike, each with a text of its own, and with lines that all of the site share."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from html import escape
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.composed_furniture import LANGUAGES
from benchmarks.composed_pages import HEADINGS, PARAGRAPHS, Composed, Composer

LINES: Final[dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("composed_sites.toml").read_text(encoding="utf-8")
)
# One report in so many is about the same story.
REPORTS: Final = 7
# What differs from page to page of a site.
OF_PAGE: Final = frozenset(("length", "heading"))


def compose_site(seed: int, pages: int) -> list[Composed]:
    """Return the pages of the site of a seed; every second site has its lines on a third of the pages only."""
    source = Random(seed)
    kinds = {"language": source.choice(list(LINES)), "lead": "none"}
    words = LANGUAGES[kinds["language"]]["sentences"]
    paragraphs = [list(several) for number in (1, 2, 3) for several in permutations(words, number)][len(words) :]
    source.shuffle(paragraphs)
    share, every = len(paragraphs) // pages, source.choice([1, 3])
    names: dict[str, str] = {}
    return [
        SitePage(
            source,
            kinds,
            names,
            paragraphs[share * number : share * (number + 1)],
            has_lines=number % every == 0,
            continues=number % REPORTS == 1,
        ).page()
        for number in range(pages)
    ]


class SitePage(Composer):
    """One page of a site, built and named as its ``kinds`` and ``names`` say; what is new to them it adds.

    ``paragraphs`` are the sentences of which no other page says the same together, ``has_lines`` whether the site's
    lines are among them, ``continues`` whether it repeats a paragraph of a few others, as reports of one story do.
    """

    def __init__(
        self,
        source: Random,
        kinds: dict[str, str],
        names: dict[str, str],
        paragraphs: Sequence[Sequence[str]],
        *,
        has_lines: bool,
        continues: bool,
    ) -> None:
        self.kinds = kinds
        super().__init__(source)
        self.named = names
        self.paragraphs = paragraphs
        self.has_lines = has_lines
        self.continues = continues

    def choose(self, part: str, *kinds: str) -> str:
        """Choose a kind of a part, the same as on the site's other pages where that is the site's affair."""
        if part in OF_PAGE:
            return super().choose(part, *kinds)
        self.parts[part] = self.kinds.setdefault(part, self.source.choice(kinds))
        return self.parts[part]

    def text(self) -> tuple[str, list[str]]:
        """Return the paragraphs as HTML, with a heading and the site's lines among them, and those that are text."""
        number, heading = int(self.choose("length", "4", "6", "9", "14")), self.choose("heading", "none", *HEADINGS)
        said = [self.space.join(map(self.say, sentences)) for sentences in self.paragraphs[:number]]
        if self.continues:
            said.insert(self.source.randrange(1, len(said)), self.words["lead"])
        paragraph = PARAGRAPHS[self.choose("paragraphs", *PARAGRAPHS)]
        lines = [(text, paragraph) for text in said]
        if heading != "none":
            place = self.source.randrange(1, len(said))
            lines.insert(place, (self.source.choice(self.words["headings"]), HEADINGS[heading]))
        text = [line for line, _ in lines]
        below = [place for place, (_, form) in enumerate(lines, 1) if form == paragraph]  # and not under a heading
        for kind, line in LINES[self.parts["language"]].items() if self.has_lines else ():
            place = {"intro": 0, "between": 1 + self.source.choice(below)}.get(kind, len(lines))
            lines.insert(place, (self.say(line), paragraph))
        return "".join(form.format(escape(line, quote=False)) for line, form in lines), text
