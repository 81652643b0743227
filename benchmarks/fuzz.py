"""Reads many broken pages and reports every exception but the documented one, every hang, and the memory used.

python -m benchmarks.fuzz [CORPUS] [--count 50000] [--seed 1] [--first 0] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.corpus import read_corpus
from benchmarks.memory import resident
from benchmarks.mutations import broken
from benchmarks.sample_pages import sample_page
from newsarchive.extraction import extract
from newsarchive.items import NotAnArticle

PATIENCE = 60.0  # seconds for one page, however large, until it counts as hung
MOST_MEMORY = 6 << 30  # bytes of address space; beyond, a page fails with MemoryError
SMALLEST_KB = 4.0


@dataclass
class Findings:
    """What the broken pages led to; ``rates`` are CPU milliseconds for each kilobyte with the page's name."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)
    rates: list[tuple[float, str]] = field(default_factory=list)
    peak: float = 0.0


def main() -> int:
    """Run as asked; the exit status is 1 if a page failed."""
    options = arguments()
    pages = corpus_pages(options.corpus) if options.corpus else [sample_page(number) for number in range(60)]
    findings = run(pages, options)
    report(findings, options.count)
    return int(bool(findings.failures))


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?", help="pages to break (default: invented ones)")
    parser.add_argument("--count", type=int, default=50_000, help="broken pages (default 50000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed breaks them in other ways")
    parser.add_argument("--first", type=int, default=0, help="number of the first page, to repeat one")
    parser.add_argument("--keep", type=Path, help="folder for the pages that failed")
    return parser.parse_args()


def corpus_pages(corpus: Path) -> list[str]:
    """Return the pages of a corpus that are not over 200 KB, so that many can be read."""
    return [text for page in read_corpus(corpus) if len(text := page.html()) < 200_000]


def run(pages: list[str], options: argparse.Namespace) -> Findings:
    """Read page after page in another process, which is replaced when it hangs or dies."""
    findings = Findings()
    number, last = options.first, options.first + options.count
    while number < last:
        ours, theirs = get_context("fork").Pipe()
        reader = get_context("fork").Process(
            target=read_pages, args=(pages, options, number, last, theirs), daemon=True
        )
        reader.start()
        theirs.close()
        number = listen(ours, number, last, findings)
        reader.kill()
        reader.join()
    return findings


def listen(ours: Connection, number: int, last: int, findings: Findings) -> int:
    """Collect outcomes from a page on until the last, or until one does not come; return the next page's number."""
    try:
        while number < last:
            if not ours.poll(PATIENCE):
                findings.failures[f"page {number}"] = f"no answer in {PATIENCE:.0f} s"
                return number + 1
            name, outcome, rate, memory = ours.recv()
            findings.outcomes[outcome.partition("\n")[0]] += 1
            findings.rates.append((rate, name))
            findings.peak = max(findings.peak, memory)
            if "\n" in outcome:
                findings.failures[name] = outcome
            number += 1
    except EOFError:
        findings.failures[f"page {number}"] = "the process died"
        return number + 1
    return number


def read_pages(pages: list[str], options: argparse.Namespace, first: int, last: int, theirs: Connection) -> None:
    """Break and read pages, sending name, outcome, CPU ms for each KB and memory of each."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    gc.freeze()
    for number in range(first, last):
        name, html, url, content_type = broken(pages, Random(f"{options.seed}/{number}"))
        gc.collect()  # what the last page left is not this page's cost
        start = time.process_time()
        outcome = read(html, url, content_type)
        spent = 1000 * (time.process_time() - start)
        if "\n" in outcome and options.keep:
            keep(options.keep, f"{options.seed}-{number}", html)
        rate = spent / max(SMALLEST_KB, len(html) / 1000)
        theirs.send((f"page {number} ({name})", outcome, rate, resident("VmHWM")))


def read(html: bytes | str, url: str | None, content_type: str | None) -> str:
    """Return what came of a page: ``article``, its page class, or the traceback."""
    try:
        extract(html, url, content_type=content_type)
    except NotAnArticle as refused:
        return f"not an article: {refused.page_class}"
    except Exception as error:  # this is what we look for
        return f"{type(error).__name__}\n{traceback.format_exc()}"
    return "article"


def keep(folder: Path, name: str, html: bytes | str) -> None:
    """Save a page that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    body = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
    (folder / f"{name}.html").write_bytes(body)


def report(findings: Findings, count: int) -> None:
    """Print counts, every failure, and the dearest pages for their size."""
    print(f"{count} broken pages; peak memory of the reading process {findings.peak:.0f} MB")
    for outcome, times in findings.outcomes.most_common():
        print(f"{times:8} {outcome}")
    for name, failure in findings.failures.items():
        print(f"\n{name}: {failure}", file=sys.stderr)
    if findings.rates:
        middle = median(rate for rate, _ in findings.rates)
        print(f"CPU ms for each KB: median {middle:.4f}; the dearest, in times the median:")
        for rate, name in sorted(findings.rates, reverse=True)[:5]:
            print(f"{rate / middle:8.1f} {name}")


if __name__ == "__main__":
    sys.exit(main())
