"""Fits how far each place of a page is trusted for a field and writes newsarchive/extraction/fields/weights.py.

python -m benchmarks.train_fields CORPUS [--check] [--only FIELD]; needs SciPy (extra "bench"). With --check nothing is
written: the weights are fitted four times without a quarter of the sites, and measured on the sites that they have
not seen.

Title and day: a conditional logit over groups of candidates that agree, as fields/choice.py chooses. Authors and tags:
the mean F1 of the list that a place gives. A place seen on few pages counts with the others of its kind or origin.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import exp
from pathlib import Path
from statistics import fmean

import numpy
from scipy.optimize import minimize

from benchmarks.corpus import Page as CorpusPage
from benchmarks.corpus import read_corpus
from benchmarks.measures import folded, folded_set, name_set, same_day, same_set
from benchmarks.scores import known_date
from newsarchive.extraction.body import find_body
from newsarchive.extraction.fields import weights
from newsarchive.extraction.fields.authors import Authors
from newsarchive.extraction.fields.choice import chosen, chosen_list, places, weighed
from newsarchive.extraction.fields.context import Context
from newsarchive.extraction.fields.dates import Dates
from newsarchive.extraction.fields.dates.moments import Dated, choose_date, local_day, shown
from newsarchive.extraction.fields.metaline import meta_line
from newsarchive.extraction.fields.sitenames import own_names, site_names
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.tags import Tags
from newsarchive.extraction.fields.title import Titles
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.items import Candidate

MODULE = Path(__file__).parent.parent / "newsarchive" / "extraction" / "fields" / "weights.py"
FIELDS = ("TITLE", "PUBLISHED", "AUTHORS", "TAGS")
DATASETS = ("fundus", "trafilatura", "zh", "postlight")
FOLDS = 4
LEAST_PAGES = 4
PRIOR = 0.2  # of a weight being far from even odds
DOUBT = 2  # pages of even chance that each place of a list is taken to have had before

# Saved pages come without the hints of discovery: what feeds and links say is set by hand.
BY_HAND = {
    "TITLE": {
        "feed": 0.6,
        "heading h1 in ending": 0.4,
        "heading later h1 in ending": 0.15,
        "heading later h1 in title": 0.4,
    },
    "PUBLISHED": {"feed": 0.8, "link": 0.7, "byline clock, above (day)": 0.2, "byline title (day)": 0.6},
    # Right on 25 of 30 and 28 of 38 pages, but seldom the only place that names their authors.
    "AUTHORS": {
        "byline name above date": 0.71,
        "byline in dated line": 0.5,
        "byline beside date (site)": 0.3,
        "byline signed": 0.88,
        "byline signed (tail)": 0.75,
    },
    "TAGS": {"feed": 0.5, "link hash": 0.6},
}
HEAD = '''"""How far each place of a page is trusted for a field. Written by benchmarks/train_fields.py; do not edit."""

from collections.abc import Mapping
from typing import Final
'''

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """One field of one page: its candidates, what each means, and how right each is or each place's list of them.

    ``choose`` returns the values that are chosen among candidates.
    """

    page: CorpusPage
    candidates: list[Candidate]
    same: Callable[[str], str]
    right: Callable[[Sequence[str]], float]
    choose: Callable[[Sequence[Candidate], Callable[[str], str]], list[str]]

    @property
    def fold(self) -> int:
        """Which part of the sites the page's site belongs to."""
        return hashlib.sha256(("x" + self.page.site).encode()).digest()[1] % FOLDS

    def trusting(self, weights: Weights) -> list[Candidate]:
        """Return the candidates as sure as the weights make them."""
        return [replace(one, confidence=weights.get(place_of(one, weights), 0.5)) for one in self.candidates]


def main() -> None:
    """Fit as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_fields")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true", help="measure on unseen sites and write nothing")
    parser.add_argument("--only", choices=FIELDS, action="append", help="fit this field again; the others stay")
    options = parser.parse_args()
    examples: dict[str, list[Example]] = {name: [] for name in FIELDS}
    for page in read_corpus(options.corpus):
        if page.dataset in DATASETS:
            for name, example in examples_of(page):
                examples[name].append(example)
    if options.check:
        check(examples)
    else:
        fitted = {name: {**FITS[name](examples[name]), **BY_HAND[name]} for name in options.only or FIELDS}
        tables = {name: fitted.get(name) or getattr(weights, name) for name in FIELDS}
        MODULE.write_text(source(tables), encoding="utf-8")
        print(f"{MODULE} written from " + ", ".join(f"{len(examples[name])} pages for {name}" for name in fitted))


def examples_of(corpus_page: CorpusPage) -> Iterable[tuple[str, Example]]:
    """Yield the fields of a page whose truth is known."""
    page, known, truth = Page(corpus_page.html()), Known(corpus_page.url), corpus_page.truth
    facts = Facts(page, known.url)
    body = find_body(page, None, ())
    bounds = (body.first, body.last) if body.shown else (0, 0)
    names = set(site_names(facts, known))
    titles = list(Titles(page, facts, known, names, *bounds).candidates())
    if truth.get("title"):
        title = folded(truth["title"])
        yield "TITLE", Example(corpus_page, titles, key, lambda values: float(folded(values[0]) == title), one_value)
    title_now = next((one.value for one in chosen(titles, key)), None)
    zone = Zone(page, title_now, *bounds)
    dates = Dates(page, facts, zone, known, page.language or corpus_page.language)
    if known_date(corpus_page):
        yield "PUBLISHED", day_example(corpus_page, dates)
    line = meta_line(page, zone, known.url, facts.survey.anchors, dates.reader.read)
    context = Context(page, facts, zone, known, line)
    authors = list(Authors(context, names).candidates())
    if truth.get("authors"):
        right = set_f1(name_set, truth["authors"])
        yield "AUTHORS", Example(corpus_page, authors, str.casefold, right, some_values)
    if truth.get("tags"):
        others = {*own_names(facts, known), *map(key, some_values(authors, str.casefold))}
        tags = list(Tags(context, others).candidates())
        yield "TAGS", Example(corpus_page, tags, str.casefold, set_f1(folded_set, truth["tags"]), some_values)


def one_value(candidates: Sequence[Candidate], same: Callable[[str], str]) -> list[str]:
    """Return the value that is chosen where there is one."""
    return [one.value for one in chosen(candidates, same) if one.chosen]


def some_values(candidates: Sequence[Candidate], same: Callable[[str], str]) -> list[str]:
    """Return the values that are chosen where there may be several."""
    return [one.value for one in chosen_list(candidates, same) if one.chosen]


def day_example(page: CorpusPage, dates: Dates) -> Example:
    """Return the example of the day of publication, which is chosen as ``extract`` does: by the clock of the site."""
    published = list(dates.published()) or list(dates.in_scripts()) or list(dates.printed_changes())
    zone = dates.reader.zone_of([*published, *dates.modified()])
    found = {one.candidate.value: one.found for one in published}
    true, in_utc = str(known_date(page)), bool(page.truth.get("date_utc"))

    def right(values: Sequence[str]) -> float:
        when = datetime.fromisoformat(values[0])
        return same_day(when if "T" in values[0] else when.date(), true, in_utc=in_utc).f1

    def choose(candidates: Sequence[Candidate], _: object) -> list[str]:
        moment = choose_date([Dated(one, found[one.value]) for one in candidates], zone)
        return [shown(replace(moment.found, value=moment.value))] if moment else []

    return Example(
        page, [one.candidate for one in published], lambda value: local_day(found[value], zone), right, choose
    )


def set_f1(as_set: Callable[[Iterable[str]], set[str]], true: Iterable[str]) -> Callable[[Sequence[str]], float]:
    """Return the measure of a list of values against the true one."""
    return lambda values: same_set(as_set(values), as_set(true)).f1


def place_of(one: Candidate, table: Iterable[str]) -> str:
    """Return the narrowest name of a candidate's place that a table has."""
    return next((name for name in places(one.origin, one.where) if name in table), one.origin)


def common_places(examples: Iterable[Example]) -> set[str]:
    """Return the names of the places that enough pages have."""
    seen = Counter(
        name
        for example in examples
        for name in {name for one in example.candidates for name in places(one.origin, one.where)}
    )
    return {name for name, pages in seen.items() if pages >= LEAST_PAGES}


def fit_choice(examples: Sequence[Example]) -> Weights:
    """Fit the conditional logit: the odds of a group are the product of its places', "none of them" has odds 1."""
    common = common_places(examples)
    names = sorted({place_of(one, common) for example in examples for one in example.candidates})
    index = {name: number for number, name in enumerate(names)}
    rows = [rows_of(example, common, index) for example in examples]

    def loss(weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        total, gradient = PRIOR * float(weights @ weights), 2 * PRIOR * weights
        for matrix, right in rows:
            odds = numpy.append(numpy.exp(matrix @ weights), 1.0)
            shares = odds / odds.sum()
            total -= numpy.log(shares[right])
            gradient = gradient + matrix.T @ shares[:-1] - (matrix[right] if right < len(matrix) else 0)
        return total, gradient

    fitted = minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: 1 / (1 + exp(-weight)) for name, weight in zip(names, fitted, strict=True)}


def rows_of(example: Example, common: set[str], index: Mapping[str, int]) -> tuple[numpy.ndarray, int]:
    """Return a row of counted places for each group, and which group is right (one past the last for none)."""
    groups = weighed(example.candidates, example.same)
    matrix = numpy.zeros((len(groups), len(index)))
    for row, group in zip(matrix, groups, strict=True):
        for one in group.candidates:
            row[index[place_of(one, common)]] += 1
    right = (number for number, group in enumerate(groups) if any(example.right([c.value]) for c in group.candidates))
    return matrix, next(right, len(groups))


def fit_lists(examples: Sequence[Example]) -> Weights:
    """Return the mean F1 of the lists that each place gives, drawn to one half where there are few."""
    common = common_places(examples)
    scores: dict[str, list[float]] = defaultdict(list)
    for example in examples:
        for place, values in lists_of(example).items():
            scores[next((name for name in places(*place) if name in common), place[0])].append(example.right(values))
    return {name: fmean([*found, *[0.5] * DOUBT]) for name, found in scores.items()}


def lists_of(example: Example) -> Mapping[tuple[str, str], list[str]]:
    """Return the values of each place."""
    lists: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in example.candidates:
        lists[one.origin, one.where].append(one.value)
    return lists


FITS: dict[str, Callable[[Sequence[Example]], Weights]] = {
    "TITLE": fit_choice,
    "PUBLISHED": fit_choice,
    "AUTHORS": fit_lists,
    "TAGS": fit_lists,
}


def check(examples: Mapping[str, Sequence[Example]]) -> None:
    """Print the mean share right, or F1, of pages whose sites the weights did not see."""
    for name, some in examples.items():
        scores: dict[str, list[float]] = defaultdict(list)
        for fold in range(FOLDS):
            weights = FITS[name]([one for one in some if one.fold != fold])
            for one in some:
                if one.fold == fold:
                    values = one.choose(one.trusting(weights), one.same)
                    scores[one.page.dataset].append(one.right(values) if values else 0.0)
        print(name, {dataset: round(fmean(found), 3) for dataset, found in scores.items()})


def source(tables: Mapping[str, Weights]) -> str:
    """Return the weights as a Python module."""
    text = HEAD
    for name, table in tables.items():
        rows = "".join(f'    "{place}": {weight:.2f},\n' for place, weight in sorted(table.items()))
        text += f"\n{name}: Final[Mapping[str, float]] = {{\n{rows}}}\n"
    return text


if __name__ == "__main__":
    main()
