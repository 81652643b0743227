"""Measures what the site memory is worth: each page read with what the other pages of its site taught, and without.

python -m benchmarks.site_memory CORPUS [--fewest 3] [--jobs 1]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpus import Page, read_corpus
from benchmarks.extractors import Reading, from_article
from benchmarks.measures import body_f1, total
from benchmarks.scores import FIELDS, Score, score_reading
from benchmarks.tables import print_table
from newsarchive.extraction import extract
from newsarchive.items import Article, NotAnArticle
from newsarchive.memory import SiteMemory

Scores = Sequence[Score]
OUTCOMES = ("body", "snippets", *FIELDS)


def main() -> None:
    """Read every site's pages both ways and print the figures."""
    options = arguments()
    sites: dict[str, list[Page]] = defaultdict(list)
    for page in read_corpus(options.corpus):
        sites[page.site].append(page)
    chosen = [pages for pages in sites.values() if len(pages) >= options.fewest]
    with Pool(options.jobs) as pool:
        read = pool.map(read_site, chosen, chunksize=1)
    before = [one for without, _ in read for one in without]
    after = [one for _, with_memory in read for one in with_memory]
    print(f"{len(before)} pages of {len(chosen)} sites with {options.fewest} pages or more")
    print_comparison(before, after)
    print_changes(before, after)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.site_memory", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("corpus", type=Path, help="folder with DATASET/truth.jsonl")
    parser.add_argument("--fewest", type=int, default=3, help="pages that a site must have (default 3)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    return parser.parse_args()


def read_site(pages: Sequence[Page]) -> tuple[list[Score], list[Score]]:
    """Return the scores of a site's pages without and with what the other pages teach."""
    alone = [read(page, None) for page in pages]
    memory = SiteMemory()
    for known in filter(None, alone):
        memory.learn(known.observed)
    without, with_memory = [], []
    for page, article in zip(pages, alone, strict=True):
        without.append(scored(page, article))
        with_memory.append(scored(page, read_with_others(page, article, memory)))
    return without, with_memory


def read_with_others(page: Page, article: Article | None, memory: SiteMemory) -> Article | None:
    """Read a page with a memory that does not know the page itself."""
    if article is None:
        return read(page, memory)
    memory.forget(article.observed)
    again = read(page, memory)
    memory.learn(article.observed)
    return again


def read(page: Page, memory: SiteMemory | None) -> Article | None:
    """Read a page; ``None`` if it is refused."""
    try:
        return extract(page.html(), page.url, memory=memory)
    except NotAnArticle:
        return None


def scored(page: Page, article: Article | None) -> Score:
    """Score an article, an absent one as an empty reading."""
    return score_reading(page, from_article(article) if article else Reading())


def print_comparison(before: Scores, after: Scores) -> None:
    """Print each measure without and with memory."""
    rows = []
    for name in OUTCOMES:
        pages = [one for one in before if value(one, name) is not None]
        if pages:
            rows.append([name, str(len(pages)), f"{figure(before, name):.4f}", f"{figure(after, name):.4f}"])
    print_table("With and without site memory", ["measure", "pages", "without", "with"], rows)


def figure(scores: Iterable[Score], name: str) -> float:
    """Return the body's F1, the snippets' F1, or a field's mean F1."""
    known = [one for one in scores if value(one, name) is not None]
    if name == "body":
        return body_f1([one.body for one in known if one.body])
    if name == "snippets":
        return total(one.snippets for one in known if one.snippets).f1
    return sum(one.fields[name].f1 for one in known) / len(known)


def value(one: Score, name: str) -> float | None:
    """Return a page's figure for a measure, ``None`` if nothing is known."""
    found = {"body": one.body, "snippets": one.snippets}.get(name) or one.fields.get(name)
    return found.f1 if found else None


def print_changes(before: Scores, after: Scores) -> None:
    """Print the pages on which something changed, the losses first."""
    changes = [
        (new - old, name, one.page, old, new)
        for one, other in zip(before, after, strict=True)
        for name in OUTCOMES
        if (old := value(one, name)) is not None and (new := value(other, name)) is not None and abs(new - old) > 1e-9
    ]
    rows = [[page, name, f"{old:.3f}", f"{new:.3f}"] for _, name, page, old, new in sorted(changes)]
    losses = sum(change < 0 for change, *_ in changes)
    print_table(f"{losses} losses, {len(changes) - losses} gains", ["page", "measure", "without", "with"], rows)


if __name__ == "__main__":
    main()
