"""Scores one page's reading against its truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.corpus import Page
from benchmarks.extractors import Extractor, Reading
from benchmarks.measures import (
    Counts,
    Overlap,
    best_overlap,
    contained,
    folded_set,
    name_set,
    same_day,
    same_minute,
    same_set,
    same_text,
    snippet_counts,
)


@dataclass(frozen=True, slots=True)
class Score:
    """One page read by one extractor; what the data set does not know is absent.

    ``comments`` counts leaked snippets as ``right`` of those ``known``; ``sure`` lists, by field, (confidence, right).
    """

    page: str
    dataset: str
    language: str
    empty: bool
    failure: str | None
    body: Overlap | None
    snippets: Counts | None
    comments: Counts | None
    fields: Mapping[str, Counts]
    sure: Mapping[str, tuple[tuple[float, bool], ...]] = field(default_factory=dict)


FIELDS: dict[str, Callable[[Reading, Page], Counts | None]] = {
    "title": lambda got, page: same_text(got.title, page.truth["title"]) if page.truth.get("title") else None,
    "day": lambda got, page: day(got, page),
    "minute": lambda got, page: minute(got, page),
    "authors": lambda got, page: listed(got.authors, page.truth.get("authors"), name_set),
    "source": lambda got, page: same_text(got.source, page.truth["source"]) if page.truth.get("source") else None,
    "tags": lambda got, page: listed(got.tags, page.truth.get("tags"), folded_set),
}


def score(page: Page, extractor: Extractor) -> Score:
    """Read a page and compare; an exception is a failure of that page and counts as an empty reading."""
    failure = None
    try:
        got = extractor(page.html(), page.url, page.language)
    except Exception as error:  # peers raise whatever they like; it is reported
        got, failure = Reading(), f"{type(error).__name__}: {error}"
    return score_reading(page, got, failure)


def score_reading(page: Page, got: Reading, failure: str | None = None) -> Score:
    """Compare a reading with the truth of its page."""
    truth = page.truth
    bodies = [text for text in [truth.get("body"), *truth.get("body_alt", [])] if text]
    fields = {name: counts for name, measure in FIELDS.items() if (counts := measure(got, page))}
    comments = truth.get("comments") or []
    return Score(
        page=page.name,
        dataset=page.dataset,
        language=page.language,
        empty=not got.body.strip(),
        failure=failure,
        body=best_overlap(got.body, bodies) if bodies else None,
        snippets=snippet_counts(got.body, truth["with"], truth.get("without", [])) if truth.get("with") else None,
        comments=Counts(sum(contained(one, got.body) for one in comments), 0, len(comments)) if comments else None,
        fields=fields,
        sure=confidences(page, got, fields),
    )


def day(got: Reading, page: Page) -> Counts | None:
    """Compare days where the page's is known."""
    date = known_date(page)
    return same_day(got.published, date, in_utc=page.truth.get("date_utc", False)) if date else None


def minute(got: Reading, page: Page) -> Counts | None:
    """Compare minutes where the page's time of day is known."""
    date = known_date(page)
    return same_minute(got.published, date) if date and "T" in date else None


def known_date(page: Page) -> str | None:
    """Return the page's date; two of the corpus are misspelt and count as unknown."""
    date: str | None = page.truth.get("date")
    try:
        datetime.fromisoformat(date or "")
    except ValueError:
        return None
    return date


def listed(
    found: tuple[str, ...], true: list[str] | None, as_set: Callable[[Iterable[str]], set[str]]
) -> Counts | None:
    """Compare two lists, whatever their order."""
    return same_set(as_set(found), as_set(true)) if true else None


def confidences(page: Page, got: Reading, fields: Mapping[str, Counts]) -> dict[str, tuple[tuple[float, bool], ...]]:
    """Pair each chosen value's confidence with whether it is right; lists are judged value by value."""
    found: dict[str, tuple[tuple[float, bool], ...]] = {}
    for name, origin in {"title": "title", "day": "published", "source": "source"}.items():
        if name in fields and fields[name].given:
            found[name] = tuple((sure, bool(fields[name].right)) for _, sure in got.confidences.get(origin, ())[:1])
    for name, as_set in {"authors": name_set, "tags": folded_set}.items():
        if name in fields:
            true = as_set(page.truth[name])
            found[name] = tuple((sure, as_set([value]) <= true) for value, sure in got.confidences.get(name, ()))
    found["body"] = body_confidence(got, page)
    return found


def body_confidence(got: Reading, page: Page) -> tuple[tuple[float, bool], ...]:
    """Pair the body's confidence with whether its F1 is .9 or more."""
    if not page.truth.get("body"):
        return ()
    right = best_overlap(got.body, [page.truth["body"], *page.truth.get("body_alt", [])]).f1 >= 0.9
    return tuple((sure, right) for _, sure in got.confidences.get("body", ())[:1])
