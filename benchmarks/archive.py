"""Measures the archive: what adding an article costs as it grows, plain rows a second, and where its bytes go.

python -m benchmarks.archive [--articles 10000] [--growth 30000 100000]
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.stored import article_of, capture_of, mixed
from benchmarks.tables import print_table
from newsarchive.archive import Archive

LANGUAGES = {"zh": "Chinese, 870 characters", "en": "English, 700 words"}
BATCH = 50
MEASURED = 1000  # the last articles before each size are timed, in batches
ADD_BAR = 3.5  # ms CPU for a Chinese article of 800 characters at 10,000 stored
GROWTH_BAR = 1.3
ROWS_BAR = 10_000
SIZE_BAR = 3.0


def main() -> None:
    """Print all measurements."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        print_adding(Path(folder), options.articles, sorted(options.growth))
        print_size(Path(folder) / "large.db")
        print_rows(Path(folder) / "rows.db")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000, help="size at which adding is measured (default 10000)")
    parser.add_argument("--growth", type=int, nargs="*", default=[], help="larger sizes to measure too")
    return parser.parse_args()


def print_adding(folder: Path, smallest: int, larger: Sequence[int]) -> None:
    """Print the CPU of adding one article by language, and at each larger size in turns with the smallest."""
    rows = []
    with Archive(folder / "small.db") as small, Archive(folder / "large.db") as large:
        stored = smallest - MEASURED
        for archive in (small, large):
            fill(archive, range(stored))
        for size in larger or (smallest,):
            fill(large, range(stored, size - MEASURED))
            stored = size
            added = range(size - MEASURED, size)
            for code, language in LANGUAGES.items():
                few, many = time_adding((small, large), added, code)
                rows.append([language, f"{size:,}", f"{few:.2f}", f"{many:.2f}", f"{many / few:.2f}"])
    print_table(
        f"Adding an article, CPU ms (at most {ADD_BAR} at 10,000, Chinese; {GROWTH_BAR} times at 300,000)",
        ["language", "stored before", f"at {smallest:,}, in turns", "at that size", "times"],
        rows,
    )


def fill(archive: Archive, numbers: range) -> None:
    """Add articles, batch by batch."""
    for start in range(numbers.start, numbers.stop, BATCH):
        with archive.batch():
            for number in range(start, min(start + BATCH, numbers.stop)):
                one = mixed(number)
                archive.add_article(article_of(one), capture_of(one), extractor="1")


def time_adding(archives: Sequence[Archive], numbers: range, language: str) -> list[float]:
    """Add the articles in one language to each archive, in turns, and return the CPU milliseconds of each."""
    chosen = [one for one in map(mixed, numbers) if one.language == language]
    ready = [(article_of(one), capture_of(one)) for one in chosen]
    spent = [0.0] * len(archives)
    for first in range(0, len(ready), BATCH):
        for place, archive in enumerate(archives):
            start = time.process_time()
            with archive.batch():
                for article, capture in ready[first : first + BATCH]:
                    archive.add_article(article, capture, extractor="1")
            spent[place] += time.process_time() - start
    return [1000 * seconds / len(ready) for seconds in spent]


def print_rows(path: Path) -> None:
    """Print how many plain rows (captures) the public interface adds in a second."""
    captures = [capture_of(mixed(number)) for number in range(20_000)]
    with Archive(path) as archive:
        start = time.perf_counter()
        for first in range(0, len(captures), BATCH):
            with archive.batch():
                for capture in captures[first : first + BATCH]:
                    archive.add_capture(capture)
        rate = len(captures) / (time.perf_counter() - start)
    print(f"\nplain rows a second: {rate:,.0f} (at least {ROWS_BAR:,})")


def print_size(path: Path) -> None:
    """Print the size of the file against its plain text, and which tables and indexes take it."""
    with read_only(path) as connection:
        text = connection.execute(
            "select sum(length(cast(body as blob)) + length(cast(title as blob))) from articles"
        ).fetchone()[0]
        parts = connection.execute(
            "select case when name like 'articles_fts%' then 'articles_fts' else name end as part, sum(pgsize) as size"
            " from dbstat group by part order by size desc"
        ).fetchall()
    total = sum(size for _, size in parts)
    rows = [[name, f"{size / 1e6:.1f}", f"{size / text:.3f}"] for name, size in parts if size / text >= 0.005]
    rows.append(["whole file", f"{total / 1e6:.1f}", f"{total / text:.3f}"])
    title = f"Size of the database, plain text {text / 1e6:.1f} MB (at most {SIZE_BAR} times)"
    print_table(title, ["table or index", "MB", "times the text"], rows)


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database file for reading."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


if __name__ == "__main__":
    main()
