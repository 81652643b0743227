"""Reads pages composed by chance and says how much of their structure comes out: precision and recall of each kind.

python -m benchmarks.structure [--count 1500] [--first 0] [--show picture]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.composed import URL, letters, with_parts
from benchmarks.composed_structure import Structured, compose_structure
from benchmarks.tables import print_table
from newsarchive.extraction import extract
from newsarchive.items import Block, BlockKind, Image, NotAnArticle

KINDS = (
    "picture",
    "caption",
    "credit",
    "heading",
    "list item",
    "quote",
    "table cell",
    "link",
    "code",
    "embed",
    "order",
)
Fact = tuple[str, ...]


def main() -> None:
    """Read the pages and print a table of the kinds, each with the parts that its faults come with most often."""
    options = arguments()
    pages = {seed: compose_structure(seed) for seed in range(options.first, options.first + options.count)}
    parts = {seed: page.parts for seed, page in pages.items()}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    faulty: dict[str, list[int]] = defaultdict(list)
    for seed, page in pages.items():
        for kind, (missing, wrong, right) in compared(page).items():
            found[kind].update(wanted=right + len(missing), read=right + len(wrong), right=right)
            if missing or wrong:
                faulty[kind].append(seed)
            if kind == options.show and (missing or wrong):
                print(f"{seed}: {page.parts}\n  missing {missing}\n  wrong {wrong}")
    rows = [(kind, *shares(found[kind]), with_parts(parts, faulty[kind])) for kind in KINDS]
    print_table(
        f"Structure of {len(pages)} composed pages",
        ("kind", "there", "precision", "recall", "faults are how much likelier with"),
        rows,
    )


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.structure", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1500, help="pages to read (default 1500)")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first (default 0)")
    parser.add_argument("--show", choices=KINDS, help="print each page on which this kind is read wrongly")
    return parser.parse_args()


def shares(count: Counter[str]) -> tuple[str, str, str]:
    """Return how many there are, and the shares of what is read that is right and of what is there that is read."""
    right = count["right"]
    return str(count["wanted"]), f"{right / max(1, count['read']):.3f}", f"{right / max(1, count['wanted']):.3f}"


def compared(page: Structured) -> dict[str, tuple[list[Fact], list[Fact], int]]:
    """Return for each kind what is not read, what is read wrongly, and how much is read rightly."""
    try:
        blocks = extract(page.html.encode(), URL).blocks
    except NotAnArticle:
        blocks = ()
    wanted, read = list(facts(page.blocks)), list(facts(blocks))
    result = {}
    for kind in KINDS[:-1]:
        here, there = (
            Counter(fact for fact in wanted if fact[0] == kind),
            Counter(fact for fact in read if fact[0] == kind),
        )
        result[kind] = (list((here - there).elements()), list((there - here).elements()), (here & there).total())
    common = set(wanted) & set(read)
    one, other = ([fact for fact in dict.fromkeys(some) if fact in common] for some in (wanted, read))
    astray = [fact for fact, its in zip(one, other, strict=True) if fact != its][:1]
    result["order"] = (astray, astray, int(not astray))
    return result


def facts(blocks: Iterable[Block]) -> Iterator[Fact]:
    """Yield what blocks say, in order: the kind of each fact and its parts, without white space."""
    for block in blocks:
        text = letters(block.text)
        links = (span for span in block.spans if span.url)
        yield from (("link", letters(block.text[span.start : span.end]), str(span.url)) for span in links)
        match block.kind:
            case BlockKind.IMAGE if block.image:
                yield from facts_of(block.image)
            case BlockKind.HEADING:
                yield "heading", text, str(block.level)
            case BlockKind.LIST_ITEM:
                yield "list item", text, str(block.level), str(block.ordered)
            case BlockKind.QUOTE:
                yield from (("quote", letters(line)) for line in block.text.split("\n"))
            case BlockKind.TABLE:
                cells = ((x, y, letters(cell)) for y, row in enumerate(block.rows) for x, cell in enumerate(row))
                yield from (("table cell", str(y), str(x), cell) for x, y, cell in cells if cell)
            case BlockKind.CODE:
                yield "code", block.text
            case BlockKind.EMBED:
                yield "embed", str(block.url)
            case _:
                yield "paragraph", text


def facts_of(image: Image) -> Iterator[Fact]:
    """Yield what is told of a picture."""
    yield "picture", image.url
    for kind, text in (("caption", image.caption), ("credit", image.credit)):
        if text:
            yield kind, image.url, letters(text)


if __name__ == "__main__":
    main()
