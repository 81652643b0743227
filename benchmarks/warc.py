"""Measures WARC files: writing a response, reading one capture at random, and whether other tools accept the file.

python -m benchmarks.warc [--records 2000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.sample_pages import sample_page
from benchmarks.tables import print_table
from newsarchive.archive.warc import WarcWriter, read_capture
from newsarchive.items import Location

WHEN = datetime(2022, 4, 19, 2, 17, 57, tzinfo=UTC)
PAGES = 200
BARS = {"ours, gzip as received": 0.2, "ours, not compressed": 0.6}
ACCESS_BAR = 1.0

Writer = Callable[[Path, Sequence[bytes]], None]


def main() -> None:
    """Print all measurements."""
    options = arguments()
    plain = [sample_page(number).encode() for number in range(PAGES)]
    packed = [gzip.compress(page, 6) for page in plain]
    with tempfile.TemporaryDirectory() as folder:
        print_writing(Path(folder), plain, packed, options)
        file = Path(folder) / "random"
        locations = write(file, [packed[n % PAGES] for n in range(options.records)], "gzip")
        print_access(file, locations)
        print_acceptance(file / locations[0].file)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.warc", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, default=2000, help="captures in the file that is read (default 2000)")
    parser.add_argument("--rounds", type=int, default=5, help="times that every writer writes (default 5)")
    return parser.parse_args()


def write(folder: Path, bodies: Sequence[bytes], coding: str | None) -> list[Location]:
    """Write responses, with their requests, as a crawl does."""
    headers = [("Content-Type", "text/html; charset=utf-8"), *([("Content-Encoding", coding)] if coding else [])]
    folder.mkdir(parents=True, exist_ok=True)
    with WarcWriter(folder, prefix="bench", started=WHEN, software="benchmark") as writer:
        return [
            writer.write(
                f"https://news.example/{n}.html", fetched_at=WHEN, body_wire=body, headers=headers, request_headers=[]
            )
            for n, body in enumerate(bodies)
        ]


def write_with_warcio(folder: Path, bodies: Sequence[bytes]) -> None:
    """Write the same responses, decoded, with warcio."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "warcio.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n, body in enumerate(bodies):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"https://news.example/{n}.html"
            writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=headers))


def print_writing(folder: Path, plain: Sequence[bytes], packed: Sequence[bytes], options: argparse.Namespace) -> None:
    """Print the CPU of writing one response with each writer, the writers taking turns."""
    writers: dict[str, Callable[[Path], object]] = {
        "ours, gzip as received": lambda place: write(place, packed, "gzip"),
        "ours, not compressed": lambda place: write(place, plain, None),
        "warcio, decoded": lambda place: write_with_warcio(place, plain),
    }
    spent: dict[str, list[float]] = {name: [] for name in writers}
    sizes = {}
    for turn in range(options.rounds):
        for name, writer in writers.items():
            place = folder / f"{name} {turn}"
            spent[name].append(cpu(partial(writer, place)) / PAGES)
            sizes[name] = sum(file.stat().st_size for file in place.iterdir()) / PAGES / 1000
    rows = [
        [name, f"{median(times):.3f}", f"{min(times):.3f}", f"{max(times):.3f}", f"{sizes[name]:.1f}",
         f"{BARS[name]}" if name in BARS else ""]
        for name, times in spent.items()
    ]  # fmt: skip
    size = sum(map(len, plain)) / PAGES / 1000
    heads = ["writer", "median", "least", "most", "KB written", "bar"]
    print_table(f"Writing a response of {size:.0f} KB, CPU ms, {options.rounds} rounds of {PAGES}", heads, rows)


def print_access(folder: Path, locations: Sequence[Location]) -> None:
    """Print the time to read one capture by its place, decoded."""
    chosen = random.Random(1).sample(locations, min(500, len(locations)))
    times = sorted(cpu(partial(read_capture, folder, place)) for place in chosen)
    print(f"\nreading one of {len(locations)} captures, CPU ms: median {median(times):.3f}, 95th percentile"
          f" {times[int(0.95 * len(times))]:.3f} (at most {ACCESS_BAR})")  # fmt: skip


def print_acceptance(file: Path) -> None:
    """Print what the installed tools say about the file."""
    for tool, command in {
        "warcio": ["warcio", "check"],
        "pywb": ["cdx-indexer"],
        "fastwarc": ["fastwarc", "check"],
    }.items():
        if shutil.which(command[0]):
            done = subprocess.run([*command, file], capture_output=True, text=True, check=False)
            print(f"{tool} reads the file: {'yes' if done.returncode == 0 else done.stderr.strip()[-300:]}")


def cpu(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that something takes."""
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


if __name__ == "__main__":
    main()
