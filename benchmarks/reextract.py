"""Measures reading captures, again and for the first time, on one core and on two, against extraction and trafilatura.

python -m benchmarks.reextract [--pages 3000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.extractors import newsarchive, trafilatura
from benchmarks.sample_pages import sample_page
from benchmarks.stored import mixed, url_of
from benchmarks.tables import print_table
from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.reader.again import read_again
from newsarchive.reader.captures import Reader
from newsarchive.sites import all_sites

TWO_CORES_BAR, SHARE_BAR, TRAFILATURA_BAR = 1.8, 0.8, 6.0
BATCH = 100


class Turn(NamedTuple):
    """Pages a second of one round, and CPU milliseconds a page of all processes together."""

    rate: float
    cpu: float


def main() -> None:
    """Fill an archive and read it again in all ways, taking turns."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newsarchive.db"
        numbers = fill(path, options.pages)
        contestants: dict[str, Callable[[], object]] = {
            "extract alone": lambda: read_all(newsarchive, options.pages),
            "reextract, one core": lambda: sum(map(len, read_again(path, numbers, [], jobs=1, whole=False))),
            "reextract, two cores": lambda: sum(map(len, read_again(path, numbers, [], jobs=2, whole=False))),
            "reading and adding, one core": lambda: add_all(path, numbers, jobs=1),
            "reading and adding, two cores": lambda: add_all(path, numbers, jobs=2),
        }
        if importlib.util.find_spec("trafilatura"):
            share = max(1, options.pages // 10)  # it takes long enough
            contestants["trafilatura with metadata"] = partial(read_all, trafilatura, share)
        turns = in_turns(contestants, options)
    print_turns(turns, options)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reextract", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=3000, help="captures in the archive (default 3000)")
    parser.add_argument("--rounds", type=int, default=3, help="times that everything is read (default 3)")
    return parser.parse_args()


def fill(path: Path, pages: int) -> list[int]:
    """Archive invented pages as a crawl would; return the numbers of their captures."""
    now = datetime.now(UTC)
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")]
    with Archive(path) as archive:
        with WarcWriter(archive.warc_folder, prefix="bench", started=now, software="benchmark") as writer:
            bodies = (gzip.compress(sample_page(number).encode()) for number in range(pages))
            urls = (url_of(mixed(number)) for number in range(pages))
            places = [
                writer.write(url, fetched_at=now, body_wire=body, headers=headers)
                for url, body in zip(urls, bodies, strict=True)
            ]
        reader = Reader(archive, all_sites())
        for first in range(0, pages, BATCH):
            reader.read_at(places[first : first + BATCH])
        return archive.capture_numbers()


def read_all(extractor: Callable[[str, str | None, str], object], pages: int) -> int:
    """Read the same pages without an archive; return how many."""
    for number in range(pages):
        extractor(PAGES[number % len(PAGES)], url_of(mixed(number % len(PAGES))), "en")
    return pages


def add_all(path: Path, numbers: Sequence[int], jobs: int) -> int:
    """Read the captures of an archive into a new one; return how many."""
    with (
        Archive(path, read_only=True) as stored,
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "newsarchive.db") as archive,
    ):
        captures = filter(None, map(stored.capture, numbers))
        pages = ((replace(capture, id=None, location=None), stored.payload(capture)) for capture in captures)
        with closing(Reader(archive, all_sites(), jobs=jobs)) as reader:
            return sum(reader.read(pages).values())


PAGES = [sample_page(number) for number in range(100)]


def in_turns(contestants: dict[str, Callable[[], object]], options: argparse.Namespace) -> dict[str, list[Turn]]:
    """Return what each round of each contestant took."""
    turns: dict[str, list[Turn]] = {name: [] for name in contestants}
    for _ in range(options.rounds):
        for name, work in contestants.items():
            start, before = time.perf_counter(), cpu_seconds()
            done = work()
            assert isinstance(done, int) and done
            seconds, cpu = time.perf_counter() - start, cpu_seconds() - before
            turns[name].append(Turn(done / seconds, 1000 * cpu / done))
    return turns


def cpu_seconds() -> float:
    """Return the CPU that this process and those that it has ended have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def print_turns(turns: dict[str, list[Turn]], options: argparse.Namespace) -> None:
    """Print the rates and the ratios that are asked for."""
    rates = {name: [turn.rate for turn in found] for name, found in turns.items()}
    costs = {name: [turn.cpu for turn in found] for name, found in turns.items()}
    rows = [
        [name, f"{median(found):.0f}", f"{min(found):.0f}", f"{max(found):.0f}", f"{median(costs[name]):.2f}"]
        for name, found in rates.items()
    ]
    title = f"Reading {options.pages} captures again, {options.rounds} rounds"
    print_table(title, ["", "pages/s: median", "least", "most", "CPU ms a page, all processes"], rows)
    adding = ratio(rates["reading and adding, two cores"], rates["reading and adding, one core"])
    print(f"\ntwo cores against one when adding: {adding:.2f} times the rate")
    one, alone = costs["reextract, one core"], costs["extract alone"]
    faster = ratio(rates["reextract, two cores"], rates["reextract, one core"])
    print(f"\ntwo cores against one: {faster:.2f} times the rate (at least {TWO_CORES_BAR}, on two idle cores)")
    print(f"one core against extract alone: {ratio(alone, one):.2f} of the rate, by CPU (at least {SHARE_BAR})")
    if "trafilatura with metadata" in costs:
        against = ratio(costs["trafilatura with metadata"], one)
        print(f"one core against trafilatura with metadata: {against:.1f} times, by CPU (at least {TRAFILATURA_BAR})")


def ratio(some: Sequence[float], others: Iterable[float]) -> float:
    """Return the median of the ratios round by round."""
    return median(one / other for one, other in zip(some, others, strict=True))


if __name__ == "__main__":
    main()
