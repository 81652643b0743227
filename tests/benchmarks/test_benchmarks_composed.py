"""Pages composed by chance: what is wrong with their reading is told, and little is."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.composed import FAULTS, faults, with_parts
from benchmarks.composed_furniture import LANGUAGES
from benchmarks.composed_pages import compose

PAGES = {seed: compose(seed) for seed in range(400)}
PARTS = {seed: page.parts for seed, page in PAGES.items()}
FOUND = Counter(fault for page in PAGES.values() for fault in dict(faults(page)))
MOST = {"lost": 0.02, "kept": 0.01, "day": 0.02, "author": 0.03, "no author": 0.2}
"""The largest share of pages that may have a fault; none may have another."""


def test_a_seed_is_a_page_and_every_language_is_among_them() -> None:
    assert compose(7) == compose(7) != compose(8)
    assert {page.parts["language"] for page in PAGES.values()} == set(LANGUAGES)


@pytest.mark.parametrize("fault", FAULTS)
def test_few_pages_are_read_wrongly(fault: str) -> None:
    assert FOUND[fault] <= MOST.get(fault, 0) * len(PAGES)


def test_what_is_read_wrongly_is_told() -> None:
    page = next(page for page in PAGES.values() if page.author and not dict(faults(page)))
    changed = {
        "lost": replace(page, lines=(*page.lines, "A line that the page does not have.")),
        "kept": replace(page, lines=page.lines[1:]),
        "comment": replace(page, lines=page.lines[1:], comments=(page.lines[0],)),
        "title": replace(page, title="Another title"),
        "day": replace(page, published=page.published.replace(day=1)),
        "author": replace(page, author="Somebody Else"),
        "tags": replace(page, tags=("another",)),
        "refused": replace(page, html="<p>404</p>"),
    }
    assert {fault: list(dict(faults(one))) for fault, one in changed.items()} == {fault: [fault] for fault in changed}


def test_a_fault_is_traced_to_the_parts_that_it_comes_with() -> None:
    thai = [seed for seed, page in PAGES.items() if page.parts["language"] == "th"]
    assert with_parts(PARTS, thai).startswith("th as language (")
    assert with_parts(PARTS, thai[:2]) == ""
