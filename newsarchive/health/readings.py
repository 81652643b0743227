"""What speaks in the articles of a site for something being wrong: fields that are missing, texts too short or long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.health.figures import DEGRADED, FEW, HABIT, Figures, Finding, typical

MANY = 10
# Fields that no article lacks, so that one is enough.
CERTAIN = {"title", "published", "body"}


def coverage(runs: Sequence[Figures], fields: Sequence[str]) -> Iterator[Finding]:
    """Yield which of the ``fields`` that every article has, or which usual ones, are missing.

    ``runs`` are those that read articles, newest first.
    """
    run, history = runs[0], runs[1:]
    for field in fields:
        share = run.coverage.get(field, 0.0)
        if share < 0.9:
            yield Finding(DEGRADED, f"{field} in {share:.0%} of the articles; the site's file expects it in all")
    latest = _latest(runs)
    for field in sorted({field for past in history for field in past.coverage} - set(fields)):
        certain = field in CERTAIN or field.endswith(" by rule")
        judged = [run] if certain else latest
        number = sum(map(_fresh, judged))
        share = sum(one.coverage.get(field, 0.0) * _fresh(one) for one in judged) / max(1, number)
        past = [one.coverage[field] for one in runs[len(judged) :] if field in one.coverage]
        usual, spread = typical(past)
        enough = number >= FEW or (number > 0 and certain and share == 0 and min(past) >= 0.95)
        lowest = usual - max(4 * spread, 0.3 if number >= MANY else 0.5)
        if enough and len(past) >= HABIT and share < min(*past, lowest):
            yield Finding(DEGRADED, f"{field} in {share:.0%} of the articles; usual: {usual:.0%}")


def _latest(runs: Sequence[Figures]) -> Sequence[Figures]:
    """Return the latest run and as many before it as have some articles together: one without an author is no sign."""
    number = next((number for number in range(1, len(runs)) if sum(map(_fresh, runs[:number])) >= FEW), len(runs))
    return runs[:number]


def body_length(runs: Sequence[Figures]) -> Iterator[Finding]:
    """Yield that the texts are much shorter or longer than usual."""
    run, history = runs[0], runs[1:]
    past = [one.body_length for one in history if one.body_length]
    if run.body_length is None or _fresh(run) < FEW or len(past) < HABIT:
        return
    usual, spread = typical(past)
    if run.body_length < min(0.5 * usual, usual - 4 * spread) or run.body_length > max(2.5 * usual, usual + 6 * spread):
        yield Finding(DEGRADED, f"articles of {run.body_length:.0f} characters; usual: {usual:.0f}")


def _fresh(run: Figures) -> int:
    """Return how many articles were certainly read: one that is unchanged may have been answered with a 304."""
    return run.new + run.changed
