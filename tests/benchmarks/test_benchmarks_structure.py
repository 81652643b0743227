"""Pages composed by chance with pictures, lists, tables, quotes and embeds: most of it comes out, little else does."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.composed_structure import SHAPES, compose_structure
from benchmarks.structure import KINDS, compared
from newsarchive.items import Block, BlockKind, Image

PAGES = [compose_structure(seed) for seed in range(250)]
FOUND = {kind: Counter[str]() for kind in KINDS}
for page in PAGES:
    for kind, (missing, wrong, right) in compared(page).items():
        FOUND[kind].update(missing=len(missing), wrong=len(wrong), right=right)
LEAST = {
    "picture": (0.98, 0.98), "caption": (0.93, 0.88), "credit": (0.93, 0.88), "heading": (0.9, 0.9), "list item": (0.98, 0.85),
    "quote": (0.7, 0.6), "table cell": (0.98, 0.55), "link": (0.95, 0.85), "code": (0.98, 0.4), "embed": (0.99, 0.99), "order": (0.98, 0.98),
}  # fmt: skip
"""The least precision and recall of each kind."""


def test_a_seed_is_a_page() -> None:
    assert compose_structure(7) == compose_structure(7) != compose_structure(8)


@pytest.mark.parametrize("kind", KINDS)
def test_most_of_the_structure_is_read(kind: str) -> None:
    count, (precision, recall) = FOUND[kind], LEAST[kind]
    assert count["right"] / (count["right"] + count["wrong"]) >= precision
    assert count["right"] / (count["right"] + count["missing"]) >= recall


def test_every_shape_of_pictures_and_embeds_is_composed() -> None:
    pages = [*PAGES, *map(compose_structure, range(250, 800))]
    for part in ("images", "pictures", "galleries", "decorations", "embeds"):
        assert {page.parts[part] for page in pages if part in page.parts} == set(SHAPES[part])


def test_what_is_read_wrongly_is_told() -> None:
    page = next(page for page in PAGES if not any(missing or wrong for missing, wrong, _ in compared(page).values()))
    more = Block(BlockKind.IMAGE, image=Image("https://news.example.test/other.jpg", "A caption", "Ann Lee"))
    found = compared(replace(page, blocks=(*page.blocks, more)))
    wanting = {kind: len(missing) for kind, (missing, _, _) in found.items() if missing}
    assert wanting == {"picture": 1, "caption": 1, "credit": 1}
    (first, *others) = (block for block in page.blocks if block.kind is BlockKind.PARAGRAPH)
    assert compared(replace(page, blocks=(*others, first)))["order"][0]
