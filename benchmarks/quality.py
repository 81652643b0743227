"""Measures extraction on a corpus of pages with known answers and prints the tables, peers beside us if asked.

python -m benchmarks.quality CORPUS [--peers] [--part built|held-out] [--dataset zh] [--failures 20] [--show zh/ID]
"""

from __future__ import annotations

import argparse
import difflib
import logging
from collections.abc import Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from benchmarks import quality_tables as tables
from benchmarks.corpus import Page, read_corpus
from benchmarks.extractors import Extractor, installed_peers, newsarchive
from benchmarks.measures import contained
from benchmarks.scores import Score, score


def main() -> None:
    """Run the measurement as asked on the command line."""
    options = arguments()
    logging.disable(logging.CRITICAL)  # peers log every page that they give up
    pages = [page for page in read_corpus(options.corpus) if wanted(page, options)]
    if options.show:
        show(pages)
        return
    readers = {tables.OURS: newsarchive} | (installed_peers() if options.peers else {})
    results = {name: measure(pages, reader, options.jobs) for name, reader in readers.items()}
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites")
    tables.print_all(results)
    tables.print_failures(results[tables.OURS], options.failures)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path, help="folder with DATASET/truth.jsonl")
    parser.add_argument("--dataset", help="only this data set")
    parser.add_argument("--language", help="only pages in this language")
    parser.add_argument(
        "--part", choices=["built", "held-out"], help="two thirds of the sites to build on, or the rest"
    )
    parser.add_argument("--held-out", action="store_const", const="held-out", dest="part", help="the same")
    parser.add_argument("--peers", action="store_true", help="also measure the extractors that are installed")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="name the N worst pages of each measure")
    parser.add_argument("--show", metavar="DATASET/ID", help="print one page's reading against its truth")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    return parser.parse_args()


def wanted(page: Page, options: argparse.Namespace) -> bool:
    """Say whether the command line asks for this page."""
    return (
        options.show in (None, page.name)
        and options.dataset in (None, page.dataset)
        and options.language in (None, page.language)
        and options.part in (None, "held-out" if page.held_out else "built")
    )


def measure(pages: Sequence[Page], extractor: Extractor, jobs: int) -> list[Score]:
    """Score every page, on several cores if asked."""
    if jobs == 1:
        return [score(page, extractor) for page in pages]
    with Pool(jobs) as pool:
        return pool.map(partial(score, extractor=extractor), pages, chunksize=8)


def show(pages: Sequence[Page]) -> None:
    """Print the fields and bodies of pages against their truth."""
    for page in pages:
        got = newsarchive(page.html(), page.url, page.language)
        for name in ("title", "published", "authors", "source", "tags"):
            known = page.truth.get("date" if name == "published" else name, "(not known)")
            print(f"{name:10} {getattr(got, name)!s}\n{'':10} {known!s}")
        for kind in ("with", "without", "comments"):
            for snippet in page.truth.get(kind, []):
                print(f"{kind:10} {'found ' if contained(snippet, got.body) else 'absent'} {snippet}")
        true, read = page.truth.get("body", "").splitlines(), got.body.splitlines()
        print(*difflib.unified_diff(true, read, "true", "read", lineterm="", n=1), sep="\n")


if __name__ == "__main__":
    main()
