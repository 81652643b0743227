"""Measures where the CPU of the process goes that reads a crawl's captures and archives their articles.

python -m benchmarks.parts [--pages 1000]
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from time import thread_time
from typing import Any
from unittest.mock import patch

from benchmarks.sample_pages import sample_page
from benchmarks.stored import mixed, url_of
from benchmarks.tables import print_table
from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import Location
from newsarchive.reader.captures import Reader
from newsarchive.sites import all_sites

BATCH = 50  # as a crawl hands them over
WARM = 50  # pages that are read before it counts
HEADERS = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"))
ARCHIVE = "newsarchive.archive"
PARTS = {
    "WARC record, decoded": f"{ARCHIVE}.captures.payloads.read",
    "kind of response": "newsarchive.reader.articles.of_response",
    "extract": "newsarchive.reader.articles.extract",
    "other pages": "newsarchive.reader.articles.pages_of",
    "reserved rights": "newsarchive.reader.articles.reservations",
    "row of the capture": f"{ARCHIVE}.captures.add",
    "hashes": f"{ARCHIVE}.reading_of",
    "which article it is": f"{ARCHIVE}.articles.identity.resolve",
    "what else a reading bears on": f"{ARCHIVE}.articles.related.near",
    "names and origins": f"{ARCHIVE}.articles.details.write",
    "revisions": f"{ARCHIVE}.articles.adding.derive",
    "full-text index": f"{ARCHIVE}.database.fulltext.add",
    "near-duplicates": f"{ARCHIVE}.duplicates.clusters.add",
    "site memory": f"{ARCHIVE}.sites.sitelines.learn",
    "last seen, next look": f"{ARCHIVE}.articles.sightings.derive",
    "rest of adding": f"{ARCHIVE}.articles.add",
    "bringing WARC files onto the disk": f"{ARCHIVE}.database.connection.Connection.sync",
    "rest, with commits": "newsarchive.reader.captures.Reader.read_at",
}


class Parts:
    """CPU seconds of each part, without those of the parts that it calls."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self._inside: list[float] = []

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with a clock."""

        @wraps(function)
        def clocked(*args: Any, **kwargs: Any) -> Any:
            start = thread_time()
            self._inside.append(0.0)
            try:
                return function(*args, **kwargs)
            finally:
                seconds = thread_time() - start
                self.seconds[part] += seconds - self._inside.pop()
                if self._inside:
                    self._inside[-1] += seconds

        return clocked

    def watch(self) -> ExitStack:
        """Put a clock on every part until the returned block ends."""
        watched = ExitStack()
        for part, name in PARTS.items():
            watched.enter_context(patch(name, self.timed(part, resolve_name(name))))
        return watched


def main() -> None:
    """Read the pages and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.parts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=1000, help="captures to read (default 1000)")
    pages = parser.parse_args().pages
    parts = measured(pages)
    total = sum(parts.values())
    rows = [
        [part, f"{1000 * seconds / pages:.2f}", f"{100 * seconds / total:.0f} %"]
        for part, seconds in sorted(parts.items(), key=lambda item: -item[1])
    ]
    print_table(
        f"Reading and archiving {pages} captures in one process",
        ["part", "CPU ms a page", "share"],
        [*rows, ["all", f"{1000 * total / pages:.2f}", "100 %"]],
    )


def measured(pages: int) -> dict[str, float]:
    """Archive invented pages as a crawl would; return the CPU seconds of each part."""
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "newsarchive.db") as archive:
        reader = Reader(archive, all_sites())
        places = list(captured(archive.warc_folder, pages + WARM))
        reader.read_at(places[:WARM])
        parts = Parts()
        with parts.watch():
            for start in range(WARM, len(places), BATCH):
                reader.read_at(places[start : start + BATCH])
    return parts.seconds


def captured(folder: Path, pages: int) -> Iterator[Location]:
    """Write the pages into a WARC file as servers pack them; yield where each lies."""
    now = datetime.now(UTC)
    with WarcWriter(folder, prefix="bench", started=now, software="benchmark") as writer:
        for number in range(pages):
            body = gzip.compress(sample_page(number).encode())
            yield writer.write(url_of(mixed(number)), fetched_at=now, body_wire=body, headers=HEADERS)


if __name__ == "__main__":
    main()
