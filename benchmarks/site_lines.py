"""Measures what the site memory is worth on composed sites, whose pages share lines that no rule knows.

python -m benchmarks.site_lines [--sites 60] [--pages 20]
"""

from __future__ import annotations

import argparse
from collections import Counter

from benchmarks.composed import URL, letters
from benchmarks.composed_pages import Composed
from benchmarks.composed_sites import compose_site
from benchmarks.tables import print_table
from newsarchive.extraction import extract
from newsarchive.items import Article
from newsarchive.memory import SiteMemory


def main() -> None:
    """Compose sites, read their pages both ways and print what was lost and kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site_lines", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sites", type=int, default=60, help="sites to compose (default 60)")
    parser.add_argument("--pages", type=int, default=20, help="pages of each (default 20)")
    options = parser.parse_args()
    without, known = Counter[str](), Counter[str]()
    for seed in range(options.sites):
        for before, after in read_site(compose_site(seed, options.pages)):
            without += before
            known += after
    rows = [(what, str(without[what]), str(known[what])) for what in ("text lost", "no text kept")]
    title = f"Lines of {options.sites} composed sites with {options.pages} pages each"
    print_table(title, ("lines", "without memory", "with"), rows)


def read_site(pages: list[Composed]) -> list[tuple[Counter[str], Counter[str]]]:
    """Return what was read wrongly of each page, without memory and with what the other pages taught."""
    alone = [read(page) for page in pages]
    memory = SiteMemory()
    for article in alone:
        memory.learn(article.observed)
    found = []
    for page, article in zip(pages, alone, strict=True):
        memory.forget(article.observed)
        found.append((counted(page, article), counted(page, read(page, memory))))
        memory.learn(article.observed)
    return found


def read(page: Composed, memory: SiteMemory | None = None) -> Article:
    """Read a page."""
    return extract(page.html.encode(), URL, memory=memory)


def counted(page: Composed, article: Article) -> Counter[str]:
    """Count the page's lines and what was read of them."""
    wanted, body = list(map(letters, page.lines)), list(map(letters, article.body.split("\n")))
    lost = sum(not any(line in each for each in body) for line in wanted)
    kept = sum(not any(line in each for each in wanted) for line in body)
    return Counter({"text lost": lost, "no text kept": kept})


if __name__ == "__main__":
    main()
