"""The measures of extraction quality: what was read against what is true, page by page.

Body: word 4-grams as bags, after scrapinghub/article-extraction-benchmark; a CJK character counts as a word. Precision
is averaged over the pages that gave a text, recall over all, and F1 is taken of the two means.
Snippets: required ones found against forbidden ones found, as in trafilatura's own evaluation.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import TypeVar

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"[{CJK}]|[^\W{CJK}]+")  # 新, 闻, word, naïve, 2022
NAME_BREAK = re.compile(r"[;,/&、]|\s(?:and|und)\s")  # "Ann Lee and Bo Yu", "Ann Lee; Bo Yu"
FOLDED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"} | dict.fromkeys("–—−‐‑", "-")
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of one page's 4-grams: found and true, found but not true, true but not found; they add up to 1."""

    hit: float
    extra: float
    missed: float

    @property
    def precision(self) -> float | None:
        """The true share of what was found; ``None`` where nothing was found."""
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else None

    @property
    def recall(self) -> float:
        """The found share of what is true."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic(self.precision or 0.0, self.recall)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were right, given and known: of one page or added up."""

    right: int
    given: int
    known: int

    @property
    def wrong(self) -> int:
        """How many values were given and are not right."""
        return self.given - self.right

    @property
    def precision(self) -> float:
        """The right share of what was given, 1 where nothing was."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The found share of what is known, 1 where nothing is."""
        return self.right / self.known if self.known else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; for a field of one value on one page: right or not."""
        return harmonic(self.precision, self.recall)


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean, 0 for two zeros."""
    return 2 * one * other / (one + other) if one + other else 0.0


def grams(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the bag of word 4-grams; a shorter text is one gram, an empty one none."""
    words = TOKEN.findall(unicodedata.normalize("NFC", text))
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def overlap(found: str, true: str) -> Overlap:
    """Compare two texts as bags of 4-grams, scaled so that every page weighs the same."""
    have, want = grams(found), grams(true)
    hit = (have & want).total()
    extra, missed = have.total() - hit, want.total() - hit
    total = hit + extra + missed or 1
    return Overlap(hit / total, extra / total, missed / total)


def best_overlap(found: str, truths: Iterable[str]) -> Overlap:
    """Compare with each of several equally right texts and return the best."""
    return max((overlap(found, true) for true in truths), key=lambda one: one.f1)


def body_f1(pages: Sequence[Overlap]) -> float:
    """Return F1 of the mean precision and the mean recall."""
    return harmonic(*mean_precision_recall(pages))


def mean_precision_recall(pages: Sequence[Overlap]) -> tuple[float, float]:
    """Return the mean precision over the pages that gave a text, and the mean recall over all."""
    precisions = [page.precision for page in pages if page.precision is not None]
    return fmean(precisions) if precisions else 0.0, fmean(page.recall for page in pages) if pages else 0.0


def contained(snippet: str, text: str) -> bool:
    """Say whether the text holds the snippet, whatever the white space and the form of quotes."""
    return folded(snippet, case=False) in folded(text, case=False)


def snippet_counts(body: str, required: Sequence[str], forbidden: Sequence[str]) -> Counts:
    """Count required snippets found (right), all snippets found (given), and required ones (known)."""
    text = folded(body, case=False)
    right = sum(folded(one, case=False) in text for one in required)
    wrong = sum(folded(one, case=False) in text for one in forbidden)
    return Counts(right, right + wrong, len(required))


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    rows = [(one.right, one.given, one.known) for one in counts]
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else Counts(0, 0, 0)


def folded(text: str, *, case: bool = True) -> str:
    """Normalise for comparing: entities, NFKC, quotes and dashes in one form, single spaces; lower case if ``case``."""
    plain = " ".join(unicodedata.normalize("NFKC", html.unescape(text)).translate(FOLDED).split())
    return plain.casefold() if case else plain


def same_text(found: str | None, true: str) -> Counts:
    """Compare two titles or sources, folded: the whole string must be equal."""
    return Counts(int(found is not None and folded(found) == folded(true)), int(bool(found)), 1)


def name_set(names: Iterable[str]) -> set[str]:
    """Return folded names, each split where a list of names was given as one."""
    return {folded(part) for name in names for part in NAME_BREAK.split(name) if part.strip()}


def folded_set(values: Iterable[str]) -> set[str]:
    """Return folded values, as they are."""
    return {folded(value) for value in values}


def same_set(found: set[str], true: set[str]) -> Counts:
    """Compare two sets of values."""
    return Counts(len(found & true), len(found), len(true))


def same_day(found: date | None, true: str, *, in_utc: bool = False) -> Counts:
    """Compare days, in the zone of the truth if it has one; a day known only in UTC may be one off."""
    if found is None:
        return Counts(0, 0, 1)
    known = datetime.fromisoformat(true)
    day = found
    if isinstance(found, datetime):
        day = (found.astimezone(known.tzinfo) if known.tzinfo and found.tzinfo else found).date()
    off = abs(day - known.date())
    return Counts(int(off <= timedelta(days=int(in_utc))), 1, 1)


def same_minute(found: date | None, true: str) -> Counts:
    """Compare minutes: as instants if both have a zone, else as printed."""
    if not isinstance(found, datetime):
        return Counts(0, 0, 1)
    known = datetime.fromisoformat(true)
    if known.tzinfo and found.tzinfo:
        found = found.astimezone(known.tzinfo)
    equal = found.replace(second=0, microsecond=0, tzinfo=None) == known.replace(second=0, microsecond=0, tzinfo=None)
    return Counts(int(equal), 1, 1)


def interval(
    pages: Sequence[T], measure: Callable[[Sequence[T]], float], rounds: int = 1000, *, group: Callable[[T], object]
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a measure over pages, the same at every call; groups keep their sizes."""
    groups: dict[object, list[T]] = {}
    for page in pages:
        groups.setdefault(group(page), []).append(page)
    draw = random.Random(1).choices
    samples = ([page for some in groups.values() for page in draw(some, k=len(some))] for _ in range(rounds))
    values = sorted(map(measure, samples))
    return values[round(0.025 * rounds)], values[round(0.975 * rounds) - 1]
