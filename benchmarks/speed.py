"""Measures what reading a page costs against parsing it alone: CPU in turns, memory, growth with size, the worst pages.

python -m benchmarks.speed [CORPUS] [--rounds 3] [--limit 200]
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import read_corpus
from benchmarks.extractors import newsarchive, trafilatura
from benchmarks.memory import peak_memory
from benchmarks.sample_pages import sample_page
from benchmarks.samples import sample
from benchmarks.tables import print_table

Reader = Callable[[str], object]
MEGABYTE = 1_000_000
SMALLEST_KB = 4.0  # below, the cost of a call hides the cost of a byte
TOO_SLOW = 100.0  # times the median per kilobyte


def parse(page: str) -> object:
    """Parse with lxml alone: what every reader has to pay."""
    from lxml import etree

    return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))


def readers() -> dict[str, Reader]:
    """Return what is compared, the parse first."""
    found: dict[str, Reader] = {"lxml parse": parse, "extract, all fields": partial(read, newsarchive)}
    if importlib.util.find_spec("trafilatura"):
        found["trafilatura with metadata"] = partial(read, trafilatura)
    return found


def read(extractor: Callable[[str, str | None, str], object], page: str) -> object:
    """Read a page whose URL and language are not told."""
    return extractor(page, None, "en")


def main() -> None:
    """Print all measurements."""
    options = arguments()
    logging.disable(logging.CRITICAL)
    if options.memory_of:
        print(memory_of(options.memory_of, pages_of(options)))
        return
    pages = pages_of(options)
    costs = cpu_in_turns(pages, readers(), options.rounds)
    print_costs(pages, costs)
    print_memory(list(costs), options)
    print_growth()
    print_worst(pages, costs["extract, all fields"])


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "corpus", type=Path, nargs="?", help="folder with DATASET/truth.jsonl (default: invented pages)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="times that every page is read (default 3)")
    parser.add_argument(
        "--limit", type=int, default=200, help="pages, evenly drawn from the corpus (default 200; 0: all)"
    )
    parser.add_argument("--memory-of", help=argparse.SUPPRESS)
    return parser.parse_args()


def pages_of(options: argparse.Namespace) -> list[str]:
    """Return the pages to read: of the corpus, evenly drawn, else invented."""
    if options.corpus is None:
        return [sample_page(number) for number in range(options.limit or 200)]
    found = read_corpus(options.corpus)
    step = max(1, len(found) // options.limit) if options.limit else 1
    return [page.html() for page in found[::step]]


def cpu_in_turns(pages: Sequence[str], readers: dict[str, Reader], rounds: int) -> dict[str, list[float]]:
    """Return milliseconds of CPU a page for every reader: the least of some rounds, the readers taking turns."""
    costs = {name: [float("inf")] * len(pages) for name in readers}
    for _ in range(rounds):
        for number, page in enumerate(pages):
            for name, reader in readers.items():
                costs[name][number] = min(costs[name][number], cpu(reader, page))
    return costs


def cpu(reader: Reader, page: str) -> float:
    """Return the milliseconds of CPU that reading a page takes."""
    gc.disable()
    start = time.process_time_ns()
    reader(page)
    spent = (time.process_time_ns() - start) / 1e6
    gc.enable()
    return spent


def print_costs(pages: Sequence[str], costs: dict[str, list[float]]) -> None:
    """Print mean, median and tail of each reader's cost, and its ratio to the parse."""
    base = sum(costs["lxml parse"])
    rows = [
        [
            name,
            f"{sum(spent) / len(spent):.2f}",
            f"{sum(spent) / base:.2f}",
            f"{median(spent):.2f}",
            f"{tail(spent):.2f}",
        ]
        for name, spent in costs.items()
    ]
    size = sum(len(page.encode()) for page in pages) / len(pages) / 1000
    title = f"CPU ms a page, {len(pages)} pages of {size:.0f} KB on average"
    print_table(title, ["reader", "mean", "times parse", "median", "95th percentile"], rows)
    if "trafilatura with metadata" in costs:
        share = sum(costs["trafilatura with metadata"]) / sum(costs["extract, all fields"])
        print(f"\ntrafilatura with metadata costs {share:.1f} times as much as extract")


def tail(values: Iterable[float]) -> float:
    """Return the 95th percentile."""
    ordered = sorted(values)
    return ordered[int(0.95 * (len(ordered) - 1))]


def print_memory(names: Sequence[str], options: argparse.Namespace) -> None:
    """Print each reader's peak memory over all pages, each in a process of its own."""
    rows = []
    for name in names:
        command = [sys.executable, "-m", "benchmarks.speed", "--memory-of", name, "--limit", str(options.limit)]
        command += [str(options.corpus)] if options.corpus else []
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        start, peak = map(float, answer.split())
        rows.append([name, f"{start:.0f}", f"{peak:.0f}", f"{peak - start:.0f}"])
    print_table("Memory, MB", ["reader", "with its imports, before", "peak", "grown by"], rows)


def memory_of(name: str, pages: Sequence[str]) -> str:
    """Return resident memory before and at the peak of reading all pages, in MB."""
    reader = readers()[name]
    reader(sample_page(0))
    with peak_memory() as memory:
        for page in pages:
            reader(page)
    return f"{memory.start:.1f} {memory.peak:.1f}"


def print_growth() -> None:
    """Print the cost per megabyte of pages of 1 to 20 MB, which must not grow."""
    rows = []
    for name, build in {"text": big_text, "links": big_list, "unclosed tags": big_mess}.items():
        costs = [cpu(partial(read, newsarchive), build(size)) / size for size in (1, 5, 10, 20)]
        rows.append([name, *(f"{cost:.0f}" for cost in costs), f"{costs[-1] / costs[0]:.2f}"])
    heads = ["page of", "1 MB", "5 MB", "10 MB", "20 MB", "20 MB against 1 MB"]
    print_table("CPU ms for each megabyte", heads, rows)


def big_text(megabytes: int) -> str:
    """Return one long article."""
    text = "".join(f"<p>{line}</p>" for line in sample(1).paragraphs)
    return f"<html><body><h1>Long</h1>{text * (megabytes * MEGABYTE // len(text))}</body></html>"


def big_list(megabytes: int) -> str:
    """Return a short article beside a very long list of links."""
    link = '<li class="item"><a href="/city/2019/01/1.html" title="more">What happened in town</a></li>'
    article = "".join(f"<p>{line}</p>" for line in sample(1).paragraphs)
    return f"<html><body>{article}<ul>{link * (megabytes * MEGABYTE // len(link))}</ul></body></html>"


def big_mess(megabytes: int) -> str:
    """Return text in tags that nobody closed."""
    piece = '<div class="a b"><span>It rained in town, <b>again. <p>'
    return f"<html><body>{piece * (megabytes * MEGABYTE // len(piece))}"


def print_worst(pages: Sequence[str], spent: Sequence[float]) -> None:
    """Print how far the dearest page for its size is from the ordinary one."""
    rates = sorted(cost / max(SMALLEST_KB, len(page.encode()) / 1000) for page, cost in zip(pages, spent, strict=True))
    middle = median(rates)
    print(
        f"\nCPU ms for each KB: median {middle:.4f}, worst {rates[-1]:.4f}: {rates[-1] / middle:.1f} times the median"
        f" (at most {TOO_SLOW:.0f} allowed; pages under {SMALLEST_KB:.0f} KB count as that)"
    )


if __name__ == "__main__":
    main()
