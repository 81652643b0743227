"""Counts what stands around articles' texts by kind: taken out rightly, taken out wrongly, and left in.

python -m benchmarks.kinds CORPUS [--examples 2]
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Page, read_corpus
from benchmarks.measures import grams
from benchmarks.quality_tables import HAND_MADE
from benchmarks.tables import print_table
from newsarchive.extraction import extract
from newsarchive.items import Article, BlockKind, NotAnArticle

ODDS = re.compile(r" \([+-][\d.]+\)$")  # "model: caption (-2.3)"
SHORT = 80  # characters
NO_TEXT = {BlockKind.IMAGE, BlockKind.EMBED}  # their captions are no part of a body


@dataclass
class Kind:
    """One kind of block: the pages that have it, how many were judged rightly, and examples of the others."""

    pages: set[str] = field(default_factory=set)
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Read the pages whose whole body is known and print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kinds", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path, help="folder with DATASET/truth.jsonl")
    parser.add_argument("--examples", type=int, default=0, metavar="N", help="name N wrong ones of each kind")
    options = parser.parse_args()
    removed: dict[str, Kind] = defaultdict(Kind)
    kept: dict[str, Kind] = defaultdict(Kind)
    for page, article in articles(page for page in read_corpus(options.corpus) if page.dataset in HAND_MADE):
        count(page, article, removed, kept)
    print_kinds("Taken out, by rule", ["rule", "pages", "not of the text", "of the text"], removed)
    print_kinds("Kept", ["kind", "pages", "of the text", "not of the text"], kept)
    for name, kind in [*removed.items(), *kept.items()]:
        for example in kind.wrong[: options.examples]:
            print(f"{name}: {example}")


def articles(pages: Iterable[Page]) -> Iterator[tuple[Page, Article]]:
    """Yield the pages that are read as articles."""
    for page in pages:
        try:
            yield page, extract(page.html(), page.url)
        except NotAnArticle:
            print(f"refused: {page.name}")


def count(page: Page, article: Article, removed: dict[str, Kind], kept: dict[str, Kind]) -> None:
    """Judge each block of a page against the true text."""
    truths = [grams(text) for text in (page.truth["body"], *page.truth.get("body_alt", []))]

    def is_text(text: str) -> bool:
        own = grams(text)
        return 2 * max((own & true).total() for true in truths) >= own.total()

    for line in article.removed:
        judge(removed[ODDS.sub("", line.rule)], page, line.text, right=not is_text(line.text))
    for block in article.blocks:
        if block.text and block.kind not in NO_TEXT:
            judge(kept[kind_of(block.kind, block.text)], page, block.text, right=is_text(block.text))


def kind_of(kind: BlockKind, text: str) -> str:
    """Return the kind of a kept block; short paragraphs are a kind of their own."""
    return "short paragraph" if kind is BlockKind.PARAGRAPH and len(text) < SHORT else str(kind)


def judge(kind: Kind, page: Page, text: str, *, right: bool) -> None:
    """Count one block."""
    kind.pages.add(page.name)
    kind.right += right
    if not right:
        kind.wrong.append(f"{page.name}: {text[:SHORT]}")


def print_kinds(title: str, heads: Sequence[str], kinds: dict[str, Kind]) -> None:
    """Print the kinds, those on most pages first."""
    ordered = sorted(kinds.items(), key=lambda pair: (-len(pair[1].pages), pair[0]))
    rows = [[name, f"{len(kind.pages)}", f"{kind.right}", f"{len(kind.wrong)}"] for name, kind in ordered]
    print_table(title, heads, rows)


if __name__ == "__main__":
    main()
