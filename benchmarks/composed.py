"""Reads pages composed by chance in many languages, and says which faults stand with which parts of a page.

python -m benchmarks.composed [--count 1500] [--first 0] [--show lost]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.composed_pages import Composed, compose
from benchmarks.tables import print_table
from newsarchive.extraction import extract
from newsarchive.items import NotAnArticle

URL = "https://news.example.test/2026/03/bridge.html"
FEW = 3
SHOWN = 3
FAULTS = {
    "refused": "it is taken for no article",
    "lost": "a line of the text is missing",
    "kept": "a line that is no text is in it",
    "comment": "a comment is in it",
    "title": "the title is another or none",
    "day": "the day is another or none",
    "author": "somebody else is the author",
    "no author": "nobody is, though the page says who",
    "tags": "the tags are others or none",
}


def main() -> None:
    """Read the pages and print a table of faults, each with the parts that it comes with most often."""
    options = arguments()
    pages = {seed: compose(seed) for seed in range(options.first, options.first + options.count)}
    found: dict[str, list[int]] = defaultdict(list)
    for seed, page in pages.items():
        told = dict(faults(page))
        for fault, what in told.items():
            found[fault].append(seed)
            if fault == options.show:
                print(f"{seed} {page.parts['language']}: {what}")
    parts = {seed: page.parts for seed, page in pages.items()}
    rows = [(meaning, str(len(found[fault])), with_parts(parts, found[fault])) for fault, meaning in FAULTS.items()]
    print_table(
        f"Faults in {len(pages)} composed pages", ("what is wrong", "pages", "and how much likelier with"), rows
    )


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.composed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1500, help="pages to read (default 1500)")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first (default 0)")
    parser.add_argument("--show", choices=FAULTS, help="print each page with this fault, and what is wrong")
    return parser.parse_args()


def faults(page: Composed) -> Iterator[tuple[str, str]]:
    """Yield what is read wrongly of a page: the fault and the value."""
    try:
        article = extract(page.html.encode(), URL)
    except NotAnArticle as error:
        yield "refused", str(error)
        return
    wanted, read = list(map(letters, page.lines)), list(map(letters, article.body.split("\n")))
    yield from (
        ("lost", line) for line, key in zip(page.lines, wanted, strict=True) if not any(key in each for each in read)
    )
    comments = set(map(letters, page.comments))
    for line in read:
        if not any(line in each for each in wanted):
            yield ("comment" if line in comments else "kept"), line
    if letters(article.title or "") != letters(page.title):
        yield "title", str(article.title)
    if article.published is None or article.published.date() != page.published.date():
        yield "day", str(article.published)
    if article.authors != ((page.author,) if page.author else ()):
        yield ("author" if article.authors else "no author"), ", ".join(article.authors)
    if article.tags != page.tags:
        yield "tags", ", ".join(article.tags)


def letters(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def with_parts(pages: Mapping[int, Mapping[str, str]], seeds: Sequence[int]) -> str:
    """Return the parts with which a fault is likeliest, and how many times as likely as anywhere."""
    if len(seeds) < FEW:
        return ""
    having: dict[tuple[str, str], list[int]] = defaultdict(list)
    for seed, parts in pages.items():
        for part in parts.items():
            having[part].append(seed)
    faulty = set(seeds)
    rate = len(faulty) / len(pages)
    lifts = [
        (len(faulty.intersection(where)) / len(where) / rate, part)
        for part, where in having.items()
        if len(faulty.intersection(where)) >= FEW
    ]
    return ", ".join(f"{kind} as {part} ({lift:.1f})" for lift, (part, kind) in sorted(lifts, reverse=True)[:SHOWN])


if __name__ == "__main__":
    main()
