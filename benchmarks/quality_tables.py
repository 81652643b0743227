"""The tables of extraction quality: what is measured on which data set, and what our row must reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks.measures import body_f1, interval, mean_precision_recall, total
from benchmarks.scores import FIELDS, Score
from benchmarks.tables import print_table

OURS = "newsarchive"
HAND_MADE = ("aeb", "fundus_eval", "fundus", "zh")
BODIES = (*HAND_MADE, "readability", "newspaper4k")  # the last two favour the tools that made them
SNIPPETS = ("trafilatura", "zh")
FIELD_SETS = ("fundus", "trafilatura", "zh", "postlight")
FEWEST_PAGES = 9  # a field known on fewer pages of a data set is not measured there
BANDS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01))
BARS = {
    "aeb": 0.975, "fundus_eval": 0.970, "fundus": 0.970, "zh": 0.980, "mean of 4": 0.975,
    "snippets trafilatura": 0.945, "snippets zh": 0.950,
    "title fundus": 0.95, "title trafilatura": 0.82, "title zh": 0.97, "title postlight": 0.88,
    "day fundus": 0.98, "day trafilatura": 0.89, "day zh": 0.99, "minute fundus": 0.96, "minute zh": 0.93,
    "authors fundus": 0.90, "authors trafilatura": 0.68, "authors postlight": 0.70, "source zh": 0.85,
    "tags fundus": 0.70, "tags trafilatura": 0.72,
}  # fmt: skip

Scores = Sequence[Score]
Figure = Callable[[Scores], float | None]
"""Measures some pages; ``None`` where nothing is known about any of them."""


def print_all(results: Mapping[str, Scores]) -> None:
    """Print every table; ``results`` maps an extractor's name to its scores."""
    bodies: dict[str, Figure] = {"mean of 4": mean_body}
    bodies |= {name: on(name, body) for name in BODIES}
    bodies |= {f"snippets {name}": on(name, snippets) for name in SNIPPETS}
    print_figures("Body F1, F1 of snippets [95 %]", results, bodies, intervals=True)
    print_precision(results)
    print_fields(results)
    print_figures("Body F1 by language (pages), data sets made by hand", results, by_language(results), intervals=False)
    print_rare(results)
    if OURS in results:
        print_certainty(results[OURS])


def on(dataset: str, figure: Figure) -> Figure:
    """Return the figure of one data set's pages."""
    return lambda scores: figure([one for one in scores if one.dataset == dataset])


def body(scores: Scores) -> float | None:
    """Return the body F1 of pages."""
    known = [one.body for one in scores if one.body]
    return body_f1(known) if known else None


def mean_body(scores: Scores) -> float | None:
    """Return the mean body F1 of the data sets made by hand, if all are there."""
    values = [value for name in HAND_MADE if (value := on(name, body)(scores)) is not None]
    return sum(values) / len(values) if len(values) == len(HAND_MADE) else None


def snippets(scores: Scores) -> float | None:
    """Return F1 of required and forbidden snippets."""
    known = [one.snippets for one in scores if one.snippets]
    return total(known).f1 if known else None


def field(name: str) -> Figure:
    """Return the mean over pages of a field's F1, which for single values is the share right."""

    def figure(scores: Scores) -> float | None:
        values = [one.fields[name].f1 for one in scores if name in one.fields]
        return sum(values) / len(values) if values else None

    return figure


def language(code: str) -> Figure:
    """Return the body F1 of the pages in one language."""
    return lambda scores: body([one for one in scores if one.language == code and one.dataset in HAND_MADE])


def by_language(results: Mapping[str, Scores]) -> dict[str, Figure]:
    """Return a column for each language, the most frequent first."""
    codes = [one.language for one in next(iter(results.values())) if one.dataset in HAND_MADE]
    ordered = sorted(set(codes), key=lambda code: (-codes.count(code), code))
    return {f"{code} ({codes.count(code)})": language(code) for code in ordered}


def with_interval(scores: Scores, figure: Figure) -> str:
    """Return a figure with its 95 % interval over pages, as text."""
    low, high = interval(scores, lambda sample: figure(sample) or 0.0, rounds=500, group=lambda one: one.dataset)
    return f"{figure(scores):.3f} [{low:.3f} {high:.3f}]"


def print_figures(title: str, results: Mapping[str, Scores], columns: Mapping[str, Figure], *, intervals: bool) -> None:
    """Print a row for each extractor, leaving out columns that nothing is known about, and the bars below."""
    some = next(iter(results.values()))
    columns = {name: figure for name, figure in columns.items() if figure(some) is not None}
    rows = []
    for extractor, scores in results.items():
        written = with_interval if intervals and extractor == OURS else lambda pages, figure: f"{figure(pages):.3f}"
        rows.append([extractor, *(written(scores, figure) for figure in columns.values())])
    bars = [f"{BARS[name]:.3f}" if name in BARS else "" for name in columns]
    print_table(title, ["extractor", *columns], rows + ([["bar", *bars]] if any(bars) else []))


def print_precision(results: Mapping[str, Scores]) -> None:
    """Print precision and recall of the body."""
    rows = []
    for extractor, scores in results.items():
        pages = {name: [one.body for one in scores if one.dataset == name and one.body] for name in BODIES}
        pairs = [mean_precision_recall(known) for known in pages.values()]
        rows.append([extractor, *(f"{precision:.3f} / {recall:.3f}" for precision, recall in pairs)])
    print_table("Body, precision / recall", ["extractor", *BODIES], rows)


def print_fields(results: Mapping[str, Scores]) -> None:
    """Print every field: the figure with its interval, then precision and recall over all values."""
    rows = []
    for name in FIELDS:
        for dataset in FIELD_SETS:
            for extractor, scores in results.items():
                pages = [one for one in scores if one.dataset == dataset and name in one.fields]
                if len(pages) >= FEWEST_PAGES:
                    rows.append([f"{name} {dataset}", str(len(pages)), extractor, *field_cells(name, dataset, pages)])
    heads = ["field", "pages", "extractor", "right, or set F1 [95 %]", "precision", "recall", "bar"]
    print_table("Fields", heads, rows)


def field_cells(name: str, dataset: str, pages: Scores) -> list[str]:
    """Return a field's figure, precision, recall and bar."""
    counts = total(one.fields[name] for one in pages)
    bar = BARS.get(f"{name} {dataset}")
    precision = f"{counts.precision:.3f}" if counts.given else ""
    cells = [with_interval(pages, field(name)), precision, f"{counts.recall:.3f}"]
    return [*cells, f"{bar:.2f}" if bar else ""]


def print_rare(results: Mapping[str, Scores]) -> None:
    """Print what must not happen: empty bodies, leaked comments, exceptions."""
    rows = []
    for extractor, scores in results.items():
        leaks = total(one.comments for one in scores if one.comments)
        crashes = sum(one.failure is not None for one in scores)
        rows.append([extractor, str(sum(one.empty for one in scores)), f"{leaks.right} of {leaks.known}", str(crashes)])
    print_table("Must not happen", ["extractor", "empty bodies", "comments in bodies", "exceptions"], rows)


def print_certainty(scores: Scores) -> None:
    """Print, by field and band of confidence, the share that was right."""
    rows = []
    for name in ("body", *FIELDS):
        judged = [pair for one in scores for pair in one.sure.get(name, ())]
        if judged:
            rows.append([name, *(share_right(judged, *band) for band in BANDS)])
    heads = ["field", *(f"{low:.1f} to {min(high, 1):.1f}" for low, high in BANDS)]
    print_table("Share right by confidence (values); .95 wanted from .9", heads, rows)


def share_right(judged: Iterable[tuple[float, bool]], low: float, high: float) -> str:
    """Return the share right of the values with a confidence in the band, as text with their number."""
    right = [good for sure, good in judged if low <= sure < high]
    return f"{sum(right) / len(right):.3f} ({len(right)})" if right else ""


def print_failures(scores: Scores, count: int) -> None:
    """Print the worst pages by body, by snippets and by each field, and every exception."""
    for one in scores:
        if one.failure:
            print(f"exception: {one.page}: {one.failure}")
    if not count:
        return
    bodies = [
        (one.body.f1, one.page, f"{one.body.precision or 0:.3f}", f"{one.body.recall:.3f}")
        for one in scores
        if one.body and one.body.f1 < 0.98
    ]
    print_worst("Worst bodies", ["page", "F1", "precision", "recall"], bodies, count)
    found = [
        (one.snippets.f1, one.page, f"{one.snippets.known - one.snippets.right}", f"{one.snippets.wrong}")
        for one in scores
        if one.snippets and one.snippets.f1 < 1
    ]
    print_worst("Worst by snippets", ["page", "F1", "missed", "forbidden"], found, count)
    for name in FIELDS:
        wrong = [(one.fields[name].f1, one.page) for one in scores if name in one.fields and one.fields[name].f1 < 1]
        print_worst(f"Worst by {name}", ["page", "F1"], wrong, count)


def print_worst(title: str, heads: Sequence[str], pages: Sequence[tuple[float, str, *tuple[str, ...]]], n: int) -> None:
    """Print the pages with the lowest figures."""
    rows = [[name, f"{value:.3f}", *rest] for value, name, *rest in sorted(pages)[:n]]
    print_table(f"{title}: {len(pages)} pages", heads, rows)
