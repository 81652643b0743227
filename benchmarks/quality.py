"""Measures extraction on a corpus of pages with known answers and prints the tables, peers beside us if asked.

python -m benchmarks.quality CORPUS [--peers] [--part built|held-out] [--dataset zh] [--failures 20] [--show zh/ID]
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpus import Page, read_corpus
from benchmarks.extractors import Extractor, extractors
from benchmarks.measures import body_f1, contained, interval, mean_precision_recall, total
from benchmarks.scores import FIELDS, Score, score
from benchmarks.tables import print_table

HAND_MADE = ("aeb", "fundus_eval", "fundus", "zh")
SNIPPETS = ("trafilatura", "zh")
FIELD_SETS = ("fundus", "trafilatura", "zh", "postlight")
BARS = {
    "aeb": 0.975, "fundus_eval": 0.970, "fundus": 0.970, "zh": 0.980, "mean": 0.975,
    "snippets trafilatura": 0.945, "snippets zh": 0.950,
    "title fundus": 0.95, "title trafilatura": 0.82, "title zh": 0.97, "title postlight": 0.88,
    "day fundus": 0.98, "day trafilatura": 0.89, "day zh": 0.99, "minute fundus": 0.96, "minute zh": 0.93,
    "authors fundus": 0.90, "authors trafilatura": 0.68, "authors postlight": 0.70, "source zh": 0.85,
    "tags fundus": 0.70, "tags trafilatura": 0.72,
}  # fmt: skip
"""What our row must reach."""


def main() -> None:
    """Run the measurement as asked on the command line."""
    options = arguments()
    pages = [page for page in read_corpus(options.corpus) if wanted(page, options)]
    if options.show:
        return show(pages[0])
    readers = extractors() if options.peers else {"newsarchive": extractors()["newsarchive"]}
    results = {name: measure(pages, reader, options.jobs) for name, reader in readers.items()}
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites")
    for report in (body_table, precision_table, field_table, language_table, rare_table):
        report(results)
    certainty_table(results["newsarchive"])
    failures(results["newsarchive"], options.failures)
    return None


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, help="folder with DATASET/truth.jsonl")
    parser.add_argument("--dataset", help="only this data set")
    parser.add_argument("--language", help="only pages in this language")
    parser.add_argument(
        "--part", choices=["built", "held-out"], help="two thirds of the sites to build on, or the rest"
    )
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


Cell = Callable[[Sequence[Score]], str]


def of(scores: Iterable[Score], dataset: str) -> list[Score]:
    """Return the scores of one data set."""
    return [one for one in scores if one.dataset == dataset]


def body_of(scores: Sequence[Score]) -> float | None:
    """Return the body F1 of pages, ``None`` where none has a known body."""
    bodies = [one.body for one in scores if one.body]
    return body_f1(bodies) if bodies else None


def mean_body(scores: Sequence[Score]) -> float | None:
    """Return the mean body F1 of the data sets made by hand, if all are there."""
    values = [value for name in HAND_MADE if (value := body_of(of(scores, name))) is not None]
    return sum(values) / len(values) if len(values) == len(HAND_MADE) else None


def snippets_of(scores: Sequence[Score]) -> float | None:
    """Return F1 of required and forbidden snippets."""
    counts = [one.snippets for one in scores if one.snippets]
    return total(counts).f1 if counts else None


def field_of(scores: Sequence[Score], name: str) -> float | None:
    """Return the mean over pages of a field's F1, which for single values is the share right."""
    values = [one.fields[name].f1 for one in scores if name in one.fields]
    return sum(values) / len(values) if values else None


def with_interval(scores: Sequence[Score], measured: Callable[[Sequence[Score]], float | None]) -> str:
    """Print a figure with its 95 % interval."""
    value = measured(scores)
    if value is None:
        return ""
    low, high = interval(scores, lambda sample: measured(sample) or 0.0, rounds=300)
    return f"{value:.3f} [{low:.3f} {high:.3f}]"


def body_table(results: dict[str, list[Score]]) -> None:
    """Print body F1 per data set and the F1 of snippets."""
    columns: dict[str, Callable[[Sequence[Score]], float | None]] = {"mean": mean_body}
    columns |= {
        name: partial(lambda scores, name: body_of(of(scores, name)), name=name)
        for name in (*HAND_MADE, "readability", "newspaper4k")
    }
    columns |= {
        f"snippets {name}": partial(lambda scores, name: snippets_of(of(scores, name)), name=name) for name in SNIPPETS
    }
    print_measured("Body F1, F1 of snippets [95 %]", results, columns)


def precision_table(results: dict[str, list[Score]]) -> None:
    """Print precision and recall of the body per data set."""
    rows = []
    for extractor, scores in results.items():
        pairs = [mean_precision_recall([one.body for one in of(scores, name) if one.body]) for name in HAND_MADE]
        rows.append([extractor, *(f"{precision:.3f} / {recall:.3f}" for precision, recall in pairs)])
    print_table("Body, precision / recall", ["extractor", *HAND_MADE], rows)


def field_table(results: dict[str, list[Score]]) -> None:
    """Print every field: the figure with its interval, then precision and recall over all values."""
    rows = []
    for name in FIELDS:
        for dataset in FIELD_SETS:
            for extractor, scores in results.items():
                pages = [one for one in of(scores, dataset) if name in one.fields]
                if len(pages) < 6:
                    continue
                counts = total(one.fields[name] for one in pages)
                figure = with_interval(pages, partial(field_of, name=name))
                bar = BARS.get(f"{name} {dataset}") if extractor == "newsarchive" else None
                rows.append(
                    [
                        f"{name} {dataset}",
                        str(len(pages)),
                        extractor,
                        figure,
                        f"{counts.precision:.3f}",
                        f"{counts.recall:.3f}",
                        f"{bar:.2f}" if bar else "",
                    ]
                )
    heads = ["field", "pages", "extractor", "right / set F1 [95 %]", "precision", "recall", "bar"]
    print_table("Fields", heads, rows)


def language_table(results: dict[str, list[Score]]) -> None:
    """Print body F1 by language over the data sets made by hand."""
    hand_made = [one for one in next(iter(results.values())) if one.dataset in HAND_MADE]
    languages = sorted(
        {one.language for one in hand_made}, key=lambda code: -sum(o.language == code for o in hand_made)
    )
    columns = {
        f"{code} ({sum(one.language == code for one in hand_made)})": partial(
            lambda scores, code: body_of([s for s in scores if s.language == code and s.dataset in HAND_MADE]),
            code=code,
        )
        for code in languages
    }
    print_measured("Body F1 by language (pages)", results, columns, intervals=False)


def rare_table(results: dict[str, list[Score]]) -> None:
    """Print what must not happen: empty bodies, leaked comments, exceptions."""
    rows = []
    for extractor, scores in results.items():
        leaks = total(one.comments for one in scores if one.comments)
        crashes = sum(one.failure is not None for one in scores)
        rows.append([extractor, str(sum(one.empty for one in scores)), f"{leaks.right} of {leaks.known}", str(crashes)])
    print_table("Must not happen", ["extractor", "empty", "comments leaked", "exceptions"], rows)


def certainty_table(scores: Sequence[Score]) -> None:
    """Print, by field and band of confidence, the share that was right."""
    bands = [(0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)]
    rows = []
    for name in ("body", *FIELDS):
        judged = [pair for one in scores for pair in one.sure.get(name, ())]
        cells = []
        for low, high in bands:
            right = [good for sure, good in judged if low <= sure < high]
            cells.append(f"{sum(right) / len(right):.3f} ({len(right)})" if right else "")
        if judged:
            rows.append([name, *cells])
    heads = ["field", *(f"{low:.1f} to {min(high, 1):.1f}" for low, high in bands)]
    print_table("Share right by confidence (values); .95 wanted from .9", heads, rows)


def print_measured(
    title: str,
    results: dict[str, list[Score]],
    columns: dict[str, Callable[[Sequence[Score]], float | None]],
    *,
    intervals: bool = True,
) -> None:
    """Print one row an extractor, one column a measure, columns without values left out, and the bars."""
    scores = next(iter(results.values()))
    columns = {name: column for name, column in columns.items() if column(scores) is not None}
    rows = []
    for extractor, found in results.items():
        full = extractor == "newsarchive" and intervals
        cells = [with_interval(found, one) if full else f"{one(found):.3f}" for one in columns.values()]
        rows.append([extractor, *cells])
    bars = [f"{BARS[name]:.3f}" if name in BARS else "" for name in columns]
    print_table(title, ["extractor", *columns], rows + ([["bar", *bars]] if any(bars) else []))


def failures(scores: Sequence[Score], count: int) -> None:
    """Name the worst pages: by body, by snippets, and by each field."""
    for one in scores:
        if one.failure:
            print(f"exception  {one.page}  {one.failure}", file=sys.stderr)
    if not count:
        return
    by_body = sorted((one for one in scores if one.body and one.body.f1 < 0.98), key=lambda one: one.body.f1)
    rows = [
        [one.page, one.language, f"{one.body.f1:.3f}", f"{one.body.precision or 0:.3f}", f"{one.body.recall:.3f}"]
        for one in by_body[:count]
    ]
    print_table("Worst bodies", ["page", "language", "F1", "precision", "recall"], rows)
    by_snippets = sorted((one for one in scores if one.snippets and one.snippets.f1 < 1), key=lambda o: o.snippets.f1)
    rows = [
        [
            one.page,
            f"{one.snippets.f1:.3f}",
            str(one.snippets.known - one.snippets.right),
            str(one.snippets.given - one.snippets.right),
        ]
        for one in by_snippets[:count]
    ]
    print_table("Worst by snippets", ["page", "F1", "missed", "forbidden"], rows)
    for name in FIELDS:
        wrong = [one for one in scores if name in one.fields and one.fields[name].f1 < 1]
        wrong.sort(key=lambda one: one.fields[name].f1)
        print(f"\n{name}: {len(wrong)} pages not fully right:", *(one.page for one in wrong[:count]), sep="\n  ")


def show(page: Page) -> None:
    """Print one page's fields and body against its truth."""
    got = extractors()["newsarchive"](page.html(), page.url, page.language)
    for name in ("title", "published", "authors", "source", "tags"):
        known = page.truth.get("date" if name == "published" else name, "(not known)")
        print(f"{name:10} {getattr(got, name)!s}\n{'':10} {known!s}")
    for kind in ("with", "without", "comments"):
        for snippet in page.truth.get(kind, []):
            print(f"{kind:10} {'found ' if contained(snippet, got.body) else 'absent'} {snippet}")
    print(
        *difflib.unified_diff(
            page.truth.get("body", "").splitlines(), got.body.splitlines(), "true", "read", lineterm="", n=1
        ),
        sep="\n",
    )


if __name__ == "__main__":
    main()
