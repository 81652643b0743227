"""Measures a whole crawl against bare Scrapy and a naive pipeline on one loopback site, the contestants taking turns.

python -m benchmarks.crawl [--pages 1000] [--rounds 10] [--only bare ours inline naive]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from statistics import median, quantiles
from typing import Any

from benchmarks.site_server import site_server
from benchmarks.tables import print_table

CONTESTANTS = {
    "bare": "bare Scrapy",
    "ours": "newsarchive",
    "inline": "newsarchive, inline",
    "naive": "trafilatura, warcio, sqlite-utils in the callback",
}
BARS = {"ours": ">= 0.70", "inline": ">= 0.38"}
MORE_THAN_NAIVE = 4.0
CRAWL_CPU = 1.25
MEMORY = 300

Result = dict[str, float]


def main() -> None:
    """Run the rounds and print the figures."""
    options = arguments()
    chosen = [name for name in options.only if name != "naive" or importlib.util.find_spec("trafilatura")]
    with site_server(options.pages) as address:
        rounds = [{name: crawl(name, address, 600 + options.pages) for name in chosen} for _ in range(options.rounds)]
    for one in rounds:
        for name, result in one.items():
            if result["pages"] < options.pages:
                raise SystemExit(f"{CONTESTANTS[name]} fetched {result['pages']:.0f} of {options.pages} pages.")
    print_rounds(rounds, options.pages)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawl", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=1000, help="articles on the site (default 1000)")
    parser.add_argument("--rounds", type=int, default=10, help="times that every contestant crawls it (default 10)")
    parser.add_argument(
        "--only", nargs="*", choices=list(CONTESTANTS), default=list(CONTESTANTS), help="who takes part"
    )
    return parser.parse_args()


def crawl(name: str, address: str, seconds: int) -> Result:
    """Crawl the site in a fresh process and folder; return what it measured about itself."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.crawl_one", name, address, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
    if done.returncode:
        raise SystemExit(f"{CONTESTANTS[name]} failed:\n{done.stderr[-2000:]}")
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def print_rounds(rounds: Sequence[dict[str, Result]], pages: int) -> None:
    """Print rates, ratios to the bare crawl of the same round, CPU and memory."""
    rows = [row(rounds, name) for name in rounds[0]]
    heads = ["contestant", "pages/s", "times bare: median [quartiles] (bar)", "CPU ms a page",
             "times bare", "peak MB", "reader: CPU ms a page", "reader: peak MB"]  # fmt: skip
    print_table(f"Crawling {pages} pages, medians of {len(rounds)} rounds", heads, rows)
    if {"ours", "naive"} <= rounds[0].keys():
        ratios = [one["ours"]["rate"] / one["naive"]["rate"] for one in rounds]
        print(f"\nours against naive: {median(ratios):.1f} times (at least {MORE_THAN_NAIVE})")
    print(f"at most {CRAWL_CPU} times the CPU of bare Scrapy in the crawl process, {MEMORY} MB of memory")


def row(rounds: Sequence[dict[str, Result]], name: str) -> list[str]:
    """Return a contestant's row."""
    base = "bare" if "bare" in rounds[0] else name
    rates = [one[name]["rate"] / one[base]["rate"] for one in rounds]
    costs = [one[name]["cpu"] / one[base]["cpu"] for one in rounds]
    low, _, high = quantiles(rates, n=4) if len(rates) > 1 else (rates[0],) * 3
    bar = f" ({BARS[name]})" if name in BARS else ""

    def middle(key: str) -> Any:
        return median(one[name][key] for one in rounds)

    cells = [CONTESTANTS[name], f"{middle('rate'):.0f}", f"{median(rates):.2f} [{low:.2f} {high:.2f}]{bar}"]
    cells += [f"{middle('cpu'):.2f}", f"{median(costs):.2f}", f"{middle('memory'):.0f}"]
    return cells + ([f"{middle('reader_cpu'):.2f}", f"{middle('reader_memory'):.0f}"] if name == "ours" else ["", ""])


if __name__ == "__main__":
    main()
