"""Composed sites: their pages share what they should, and reading with the others' help leaves out just that."""

from collections import Counter

import pytest

from benchmarks.composed_sites import LINES, compose_site
from benchmarks.site_lines import read_site

PAGES = 12


@pytest.mark.parametrize("seed", range(4))
def test_with_memory_the_lines_of_a_site_are_out_and_no_text_with_them(seed: int) -> None:
    read = read_site(compose_site(seed, PAGES))
    without, known = (sum(counts, Counter[str]()) for counts in zip(*read, strict=True))
    assert without["no text kept"] >= PAGES
    assert known == Counter()


def test_pages_of_a_site_look_alike_and_share_headings_and_a_story_beside_the_sites_lines() -> None:
    pages = compose_site(5, PAGES)
    assert {tuple(page.parts[part] for part in ("language", "names", "paragraphs", "wrapper")) for page in pages} == {
        tuple(pages[0].parts[part] for part in ("language", "names", "paragraphs", "wrapper"))
    }
    shared = [line for line, count in Counter(line for page in pages for line in page.lines).items() if count > 1]
    assert 1 < len(shared) < 4
    slogan = LINES[pages[0].parts["language"]]["ending"]
    assert sum(slogan in page.html for page in pages) in (PAGES, PAGES // 3)
    assert all(slogan not in line for page in pages for line in page.lines)
