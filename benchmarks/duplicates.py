"""Measures how copies are found: right and wrong on labelled pairs, among unrelated articles, and what a look-up costs.

python -m benchmarks.duplicates [--pairs 2400] [--unrelated 1000] [--fingerprints 300000]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.measures import Counts, total
from benchmarks.pairs import Pair, pairs
from benchmarks.samples import Sample, sample
from benchmarks.stored import article_of, capture_of, url_of
from benchmarks.tables import print_table
from newsarchive.archive import Archive
from newsarchive.archive.duplicates import clusters
from newsarchive.archive.duplicates.shingles import bands, shingles

PRECISION_BAR, RECALL_BAR = 0.99, 0.97
LOOKUP_BARS = {300_000: 0.5, 1_000_000: 2.0}
SIGNATURE_BAR = 1.0
BATCH = 200


def main() -> None:
    """Print all measurements."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        print_pairs(Path(folder) / "pairs.db", pairs(options.pairs))
        print_unrelated(Path(folder) / "unrelated.db", options.unrelated)
        print_signature()
        for size in options.fingerprints:
            print_lookup(Path(folder) / f"{size}.db", size)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.duplicates", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--pairs", type=int, default=2400, help="labelled pairs (default 2400)")
    parser.add_argument(
        "--unrelated", type=int, default=1000, help="unrelated articles in each language (default 1000)"
    )
    parser.add_argument(
        "--fingerprints", type=int, nargs="*", default=[300_000], help="sizes of the index to look up in"
    )
    return parser.parse_args()


def store(archive: Archive, articles: Iterable[Sample]) -> None:
    """Add articles, batch by batch."""
    ready = list(articles)
    for first in range(0, len(ready), BATCH):
        with archive.batch():
            for one in ready[first : first + BATCH]:
                archive.add_article(article_of(one), capture_of(one), extractor="1")


def print_pairs(path: Path, labelled: Sequence[Pair]) -> None:
    """Put all pairs into one archive in random order and print by kind which were taken for copies."""
    articles = [one for pair in labelled for one in (pair.one, apart(pair.other))]
    random.Random(1).shuffle(articles)
    with Archive(path) as archive:
        store(archive, articles)
        found = {url_of(pair.one): {one.url for one in archive.similar(url_of(pair.one))} for pair in labelled}
    by_kind: dict[tuple[str, str], list[Counts]] = defaultdict(list)
    for pair in labelled:
        by_kind[pair.kind, pair.one.language].append(judged(pair, found[url_of(pair.one)]))
    rows = [
        [kind, language, str(len(counts)), *shares(total(counts))]
        for (kind, language), counts in sorted(by_kind.items())
    ]
    everything = total(counts for kind in by_kind.values() for counts in kind)
    rows.append(["all", "", str(len(labelled)), *shares(everything)])
    title = f"Copies among {len(labelled)} labelled pairs (precision >= {PRECISION_BAR}, recall >= {RECALL_BAR})"
    print_table(title, ["kind", "language", "pairs", "taken for copies", "precision", "recall"], rows)


def apart(one: Sample) -> Sample:
    """Set an article on another site and day than its twin, as copies are."""
    return replace(one, number=one.number + 7)


def judged(pair: Pair, similar: set[str]) -> Counts:
    """Count the twin, if it is a copy and was found, and everything else that was taken for a copy."""
    twin = url_of(apart(pair.other))
    return Counts(int(pair.same and twin in similar), len(similar), int(pair.same))


def shares(counts: Counts) -> list[str]:
    """Return how many were taken for copies, precision and recall, where they mean something."""
    precision = f"{counts.precision:.3f}" if counts.given else ""
    return [str(counts.given), precision, f"{counts.recall:.3f}" if counts.known else ""]


def print_unrelated(path: Path, count: int) -> None:
    """Print how many pairs of unrelated articles are taken for copies."""
    with Archive(path) as archive:
        store(archive, (sample(number, code) for code in ("en", "zh") for number in range(count)))
        accepted = archive.connection.execute(
            "select coalesce(sum(n * (n - 1) / 2), 0) from"
            " (select count(*) as n from articles where cluster_id is not null group by cluster_id)"
        ).fetchone()[0]
    print(f"\npairs of unrelated articles taken for copies: {accepted} of {count * (2 * count - 1):,} (none allowed)")


def print_signature() -> None:
    """Print the CPU of one fingerprint."""
    for code in ("zh", "en"):
        texts = [sample(number, code).body for number in range(200)]
        times = sorted(cpu_ms(lambda text=text: bands(shingles(text))) for text in texts)
        print(
            f"fingerprint ({code}), CPU ms: median {median(times):.3f}, most {times[-1]:.3f} (at most {SIGNATURE_BAR})"
        )


def print_lookup(path: Path, size: int) -> None:
    """Print the time to find candidates for an article among many fingerprints."""
    with Archive(path) as archive:
        fill(archive, size)
        texts = [sample(5_000_000 + number, "zh").body for number in range(1000)]
        signatures = [bands(shingles(text)) for text in texts]
        times = sorted(wall_ms(archive, signature) for signature in signatures)
    megabytes = path.stat().st_size / 1e6
    bar = f" (at most {LOOKUP_BARS[size]})" if size in LOOKUP_BARS else ""
    print(f"look-up among {size:,} fingerprints, ms: median {median(times):.3f}, 95th percentile"
          f" {times[int(0.95 * len(times))]:.3f}{bar}; {megabytes:.0f} MB")  # fmt: skip


def fill(archive: Archive, size: int) -> None:
    """Index random fingerprints, in the order of the index, which takes a minute and not an hour."""
    width = len(bands(shingles(sample(0).body)))
    draw = random.Random(1).getrandbits
    rows = sorted((draw(32), number) for number in range(1, size + 1) for _ in range(width))
    with archive.batch():
        archive.connection.execute("pragma defer_foreign_keys = on")
        archive.connection.executemany("insert or ignore into fingerprints (band, article_id) values (?, ?)", rows)


def wall_ms(archive: Archive, signature: list[int]) -> float:
    """Return the milliseconds of one look-up."""
    start = time.perf_counter_ns()
    clusters._candidates(archive.connection, 0, signature)  # the part of adding that must scale
    return (time.perf_counter_ns() - start) / 1e6


def cpu_ms(work: object) -> float:
    """Return the milliseconds of CPU that something takes."""
    start = time.process_time_ns()
    work()  # type: ignore[operator]
    return (time.process_time_ns() - start) / 1e6


if __name__ == "__main__":
    main()
