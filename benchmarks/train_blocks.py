"""Trains the classifier of text blocks on a corpus and writes newsarchive/extraction/body/model/block_model.py.

python -m benchmarks.train_blocks CORPUS [--check]; needs LightGBM (the extra "bench"). With --check nothing is written:
the model is trained four times without a quarter of the sites, and measured on the sites that it has not seen.

A block's label is the share of its word 4-grams that stand in the true body (and not in an earlier block); it weighs as
much as the body's share it would add or spoil. Pages known by snippets give only the blocks that hold one.
The model in the package has seen every page of the corpus: what to expect of other sites is what --check prints.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any, get_type_hints

import lightgbm
import numpy

from benchmarks.corpus import Page as CorpusPage
from benchmarks.corpus import read_corpus
from benchmarks.measures import best_overlap, body_f1, folded, grams, snippet_counts, total
from newsarchive.extraction.body import Body, shown_or_hidden, text_among
from newsarchive.extraction.body.model.features import Described, Features, describe
from newsarchive.extraction.body.model.layout import Layout
from newsarchive.extraction.page import Page

MODEL = Path(__file__).parent.parent / "newsarchive" / "extraction" / "body" / "model" / "block_model.py"
TREES = 80
SETTINGS = {
    "objective": "cross_entropy",
    "learning_rate": 0.15,
    "num_leaves": 8,
    "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 0.02,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2.0,
    "seed": 8,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}
SNIPPET_WEIGHT = 0.12
SHORT_WEIGHT = 0.008  # of a short block beside the text: credits and headings count more than their few words
# Other tools' own output is half a truth.
DATASET_WEIGHT = {"readability": 0.5, "newspaper4k": 0.5, "postlight": 0.5}
# What a first model says of a block with these odds or more is worth this share of what people say.
SURE = 0.5
GUESS_WEIGHT = 0.2
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: its candidate blocks, and for each what it should be and how much that matters."""

    page: CorpusPage
    parsed: Page
    described: list[Described]
    labels: list[float]
    weights: list[float]

    @property
    def fold(self) -> int:
        """Which part of the sites the page's site belongs to."""
        return hashlib.sha256(("x" + self.page.site).encode()).digest()[1] % FOLDS


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_blocks")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true", help="measure on unseen sites and write nothing")
    options = parser.parse_args()
    samples = [sample(page) for page in read_corpus(options.corpus)]
    if options.check:
        check(samples)
    else:
        MODEL.write_text(source(train(samples)), encoding="utf-8")
        print(f"{MODEL} written from {len(samples)} pages of {len({one.page.site for one in samples})} sites")


def sample(page: CorpusPage) -> Sample:
    """Describe and label a page's blocks."""
    parsed = Page(page.html())
    described = describe(Layout(parsed))
    texts = [one.block.text for one in described]
    pairs = by_body(described, texts, page.truth) if "body" in page.truth else by_snippets(texts, page.truth)
    return Sample(page, parsed, described, [label for label, _ in pairs], [weight for _, weight in pairs])


def by_body(described: Sequence[Described], texts: Sequence[str], truth: dict[str, Any]) -> list[tuple[float, float]]:
    """Label blocks by the full text of the page."""
    body = grams(truth["body"])
    others = [grams(text) for text in truth.get("body_alt", [])]
    lines, whole = {squeezed(line) for line in truth["body"].split("\n")}, squeezed(truth["body"])
    unwanted = [folded(text, case=False) for text in [*truth.get("without", []), *truth.get("comments", [])]]
    left, pairs = body.copy(), []
    for one, text in zip(described, texts, strict=True):
        found = grams(text)
        size = found.total()
        label = (found & body).total() / size if size else 0.0
        weight = min(1.0, size / body.total()) if size else 0.0
        if size == 1:
            label = float(squeezed(text) in lines or (len(squeezed(text)) >= 12 and squeezed(text) in whole))
            weight = 0.0 if not label and squeezed(text) in whole else weight
        elif label >= 0.95 and (found & left).total() < 0.3 * size:
            label = 0.0  # the same text again
        if label > 0.5:
            left -= found
        if others and size and abs(max((found & other).total() / size for other in others) - label) > 0.5:
            weight = 0.0
        elif weight and one.features.inside and len(text) < 200:
            weight = max(weight, SHORT_WEIGHT)
        if label < 0.6 and any(snippet in folded(text, case=False) for snippet in unwanted):
            label, weight = 0.0, max(weight, SNIPPET_WEIGHT / 2)
        pairs.append((label, weight))
    return pairs


def by_snippets(texts: Sequence[str], truth: dict[str, Any]) -> list[tuple[float, float]]:
    """Label the blocks that hold a snippet which must be, or must not be, in the text."""
    wanted = [folded(text, case=False) for text in truth.get("with", [])]
    unwanted = [folded(text, case=False) for text in [*truth.get("without", []), *truth.get("comments", [])]]
    pairs = []
    for text in texts:
        line = folded(text, case=False)
        good, bad = any(one in line for one in wanted), any(one in line for one in unwanted)
        pairs.append((float(good), SNIPPET_WEIGHT if good != bad else 0.0))
    return pairs


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def train(samples: Sequence[Sample]) -> lightgbm.Booster:
    """Fit the trees: first to what is known, then also to what they say of the pages known by snippets."""
    first = fit(samples)
    return fit([*samples, *(guessed(first, one) for one in samples if "body" not in one.page.truth and one.described)])


def guessed(model: lightgbm.Booster, one: Sample) -> Sample:
    """Label the blocks that no snippet speaks of as a first model sees them, where it is sure enough.

    Self-training: over eight folds by site it adds .001 to .002 to the mean of the body's measures.
    """
    odds = predicted(model, one.described)
    sizes = [len(text.block.text) if odd > 0 else 0 for text, odd in zip(one.described, odds, strict=True)]
    whole = sum(sizes) or 1
    weights = [
        GUESS_WEIGHT * max(SHORT_WEIGHT, size / whole) if abs(odd) > SURE and not known else 0.0
        for size, odd, known in zip(sizes, odds, one.weights, strict=True)
    ]
    return Sample(one.page, one.parsed, one.described, [float(odd > 0) for odd in odds], weights)


def fit(samples: Iterable[Sample]) -> lightgbm.Booster:
    """Fit the trees to labelled blocks."""
    rows, labels, weights = [], [], []
    for one in samples:
        factor = DATASET_WEIGHT.get(one.page.dataset, 1)
        for described, label, weight in zip(one.described, one.labels, one.weights, strict=True):
            if weight:
                rows.append([float(value) for value in described.features])
                labels.append(label)
                weights.append(weight * factor)
    scale = len(weights) / sum(weights)
    data = lightgbm.Dataset(
        numpy.array(rows, dtype=numpy.float64),
        numpy.array(labels),
        weight=numpy.array(weights) * scale,
        feature_name=list(Features._fields),
    )
    return lightgbm.train(SETTINGS, data, TREES)


def check(samples: Sequence[Sample]) -> None:
    """Print the measures of pages whose sites the model did not see."""
    texts: dict[str, str] = {}
    for fold in range(FOLDS):
        model = train([one for one in samples if one.fold != fold])
        for one in samples:
            if one.fold == fold:
                texts[one.page.name] = chosen(model, one)
    for dataset in ("aeb", "fundus_eval", "fundus", "zh"):
        pages = [one.page for one in samples if one.page.dataset == dataset]
        truths = [[page.truth["body"], *page.truth.get("body_alt", [])] for page in pages]
        scores = [best_overlap(texts[page.name], truth) for page, truth in zip(pages, truths, strict=True)]
        print(f"{dataset}: body F1 {body_f1(scores):.3f}")
    for dataset in ("trafilatura", "zh"):
        pages = [one.page for one in samples if one.page.dataset == dataset]
        counts = [
            snippet_counts(texts[page.name], page.truth.get("with", []), page.truth.get("without", []))
            for page in pages
        ]
        print(f"{dataset}: snippets F1 {total(counts).f1:.3f}")


def chosen(model: lightgbm.Booster, one: Sample) -> str:
    """Return the text that a model chooses."""

    def read(page: Page) -> Body:
        described = one.described if page is one.parsed else describe(Layout(page))
        return text_among(page, described, predicted(model, described))

    return shown_or_hidden(one.parsed, read).text


def predicted(model: lightgbm.Booster, blocks: Sequence[Described]) -> Sequence[float]:
    """Return the logarithms of the odds of a page's blocks."""
    if not blocks:
        return []
    rows = numpy.array([[float(value) for value in described.features] for described in blocks])
    odds: list[float] = numpy.asarray(model.predict(rows, raw_score=True)).tolist()
    return odds


def source(model: lightgbm.Booster) -> str:
    """Return the model as a Python module."""
    trees = [expression(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    names = ", ".join(Features._fields)
    return f'''"""How much a block looks like a part of the article: {len(trees)} small decision trees.

Written by benchmarks/train_blocks.py; do not edit.
"""

# ruff: noqa: E501

from newsarchive.extraction.body.model.features import Features


# fmt: off
def score(features: Features) -> float:
    """Return the logarithm of the odds that the block belongs to the article."""
    {names} = features
    return (
        {chr(10).join(("        + " if i else "") + tree for i, tree in enumerate(trees))}
    )
# fmt: on
'''


def expression(node: dict[str, Any]) -> str:
    """Return a tree as a conditional expression."""
    if "leaf_value" in node:
        return f"{node['leaf_value']:.3f}"
    name = Features._fields[node["split_feature"]]
    low, high = expression(node["left_child"]), expression(node["right_child"])
    return f"({low} if {condition(name, node['threshold'])} else {high})"


def condition(name: str, threshold: float) -> str:
    """Return the condition of a node; numbers are compared with their like, which takes a quarter less time."""
    kind = get_type_hints(Features)[name]
    if kind is bool:
        return f"not {name}"
    return f"{name} <= {floor(threshold)}" if kind is int else f"{name} <= {threshold if threshold > 1e-6 else 0:.4g}"


if __name__ == "__main__":
    main()
