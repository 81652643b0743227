"""Judge a site's run by what it expects and by its own last runs: ok, degraded or broken, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from statistics import median
from typing import Protocol

OK, DEGRADED, BROKEN = "ok", "degraded", "broken"
# So many earlier runs (of that weekday, for counts) make a habit.
HABIT = 3
# From this many pages on, a share is no accident.
FEW = 3
MANY = 10
# Fields that no article lacks, so that one is enough.
CERTAIN = {"title", "published", "body"}
# The median absolute deviation times this is the standard deviation of a normal distribution.
SIGMA = 1.4826


# How the reason of a request begins that was not made, because the host is not to be asked now.
LEFT_ALONE = "the host is left alone"
# How the reason ends for a feed, list or front page that told of articles before.
EMPTY_PLACE = "tells of no articles any more"
# Reasons of failures that were answers of the site: "block: the server answers 403".
BAD_ANSWERS = ("block", "error", "unreadable")


class Figures(Protocol):
    """What is known of one run of a site: ``archive.SiteRun`` has these."""

    @property
    def found(self) -> int: ...  # noqa: D102
    @property
    def fetched(self) -> int: ...  # noqa: D102
    @property
    def new(self) -> int: ...  # noqa: D102
    @property
    def changed(self) -> int: ...  # noqa: D102
    @property
    def unchanged(self) -> int: ...  # noqa: D102
    @property
    def failed(self) -> int: ...  # noqa: D102
    @property
    def body_length(self) -> float | None: ...  # noqa: D102
    @property
    def coverage(self) -> Mapping[str, float]: ...  # noqa: D102
    @property
    def reasons(self) -> Mapping[str, int]: ...  # noqa: D102
    @property
    def state(self) -> str | None: ...  # noqa: D102
    @property
    def started_at(self) -> datetime | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a site, and why it is not ``ok``, the gravest reason first."""

    state: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a run."""

    state: str
    reason: str


def judge(
    run: Figures,
    history: Sequence[Figures],
    *,
    expected: int | None = None,
    fields: Sequence[str] = (),
    whole: bool = True,
    everywhere: bool = True,
) -> Health:
    """Return the health of a site after a run.

    ``history`` are its runs before, newest first, of which 30 count. ``expected`` articles per run and ``fields``
    that every article has are what the site's file says. Shares are compared with all runs, numbers with runs of the
    same weekday, both by median and median absolute deviation; runs that were broken are no measure. Of a run that was
    stopped before it was ``whole`` only shares are judged, and the links found only of one that looked ``everywhere``.
    """
    sound = [past for past in history[:30] if past.state != BROKEN]
    findings = [
        *_failures(run, sound),
        *_emptied(run),
        *(_counts(run, sound, expected, everywhere=everywhere) if whole else ()),
        *_coverage(*_last_reading(run, sound), fields),
        *_body_length(*_last_reading(run, sound)),
    ]
    findings.sort(key=lambda finding: finding.state != BROKEN)
    state = findings[0].state if findings else OK
    return Health(state, tuple(finding.reason for finding in findings))


def _failures(run: Figures, history: Sequence[Figures]) -> Iterator[Finding]:
    asked = _asked(run)
    blocked = sum(number for reason, number in run.reasons.items() if reason.startswith("block"))
    if blocked >= FEW and blocked >= 0.5 * asked:
        yield Finding(BROKEN, f"the site blocks us: {blocked} of {asked} answers")
        return
    unasked = next((reason for reason in run.reasons if reason.startswith(LEFT_ALONE)), None)
    if unasked and not run.fetched:
        yield Finding(BROKEN, f"nothing was fetched: {unasked}")
        return
    share = _failed_share(run)
    usual, spread = _typical([_failed_share(past) for past in history])
    if run.failed < FEW or share <= max(usual + 3 * spread, usual + 0.2):
        return
    reason = max(run.reasons, key=lambda reason: run.reasons[reason], default="no reason given")
    yield Finding(BROKEN if share >= 0.5 else DEGRADED, f"{run.failed} of {asked} requests failed, most with: {reason}")


def _emptied(run: Figures) -> Iterator[Finding]:
    number = sum(number for reason, number in run.reasons.items() if reason.endswith(EMPTY_PLACE))
    if number:
        what = "a place of discovery tells" if number == 1 else f"{number} places of discovery tell"
        yield Finding(DEGRADED if run.new else BROKEN, f"{what} of no articles any more")


def _counts(run: Figures, history: Sequence[Figures], expected: int | None, *, everywhere: bool) -> Iterator[Finding]:
    today = sum(map(_articles, (run, *_same_day(run, history))))
    if len(history) < HABIT and expected is not None and today < expected:
        yield Finding(DEGRADED, f"{today} articles; the site's file expects {expected} in a run")
    if history and not _articles(run) and run.fetched >= FEW and median(map(_articles, history)) > 0:
        yield Finding(BROKEN, f"none of {run.fetched} pages was read as an article")
    alike = _same_weekday(run, history)
    if len(alike) < HABIT or _is_early(run, history):
        return
    for number, past, what, gravity in (
        *([(run.found, [one.found for one in alike], "links found", BROKEN)] if everywhere else []),
        (run.new, [one.new for one in alike], "new articles", DEGRADED),
    ):
        usual, spread = _typical(past)
        # counts of chance events scatter by their square root, whatever a few runs happen to show
        if number < min(past) and number < usual - max(3 * spread, 3 * sqrt(usual), 0.7 * usual):
            yield Finding(gravity if number == 0 else DEGRADED, f"{number} {what}; usual on this weekday: {usual:g}")


def _last_reading(run: Figures, history: Sequence[Figures]) -> tuple[Figures, Sequence[Figures]]:
    """Return the run or the last before it that read articles, with those before: only new articles say it is over."""
    read = (at for at, one in enumerate((run, *history)) if one.coverage)
    at = next(read, 0)
    return (run, history) if not at else (history[at - 1], history[at:])


def _coverage(run: Figures, history: Sequence[Figures], fields: Sequence[str]) -> Iterator[Finding]:
    if not run.coverage:
        return
    for field in fields:
        share = run.coverage.get(field, 0.0)
        if share < 0.9:
            yield Finding(DEGRADED, f"{field} in {share:.0%} of the articles; the site's file expects it in all")
    latest = _latest(run, history)
    for field in sorted({field for past in history for field in past.coverage} - set(fields)):
        certain = field in CERTAIN or field.endswith(" by rule")
        runs = [run] if certain else latest
        number = sum(map(_fresh, runs))
        share = sum(one.coverage.get(field, 0.0) * _fresh(one) for one in runs) / max(1, number)
        past = [one.coverage[field] for one in history[len(runs) - 1 :] if field in one.coverage]
        usual, spread = _typical(past)
        enough = number >= FEW or (number > 0 and certain and share == 0 and min(past) >= 0.95)
        lowest = usual - max(4 * spread, 0.3 if number >= MANY else 0.5)
        if enough and len(past) >= HABIT and share < min(*past, lowest):
            yield Finding(DEGRADED, f"{field} in {share:.0%} of the articles; usual: {usual:.0%}")


def _latest(run: Figures, history: Sequence[Figures]) -> list[Figures]:
    """Return the run and as many before it as have some articles together: one without an author is no sign."""
    runs = [run]
    for past in history:
        if sum(map(_fresh, runs)) >= FEW:
            break
        runs.append(past)
    return runs


def _body_length(run: Figures, history: Sequence[Figures]) -> Iterator[Finding]:
    past = [one.body_length for one in history if one.body_length]
    if run.body_length is None or _fresh(run) < FEW or len(past) < HABIT:
        return
    usual, spread = _typical(past)
    if run.body_length < min(0.5 * usual, usual - 4 * spread) or run.body_length > max(2.5 * usual, usual + 6 * spread):
        yield Finding(DEGRADED, f"articles of {run.body_length:.0f} characters; usual: {usual:.0f}")


def _articles(run: Figures) -> int:
    return run.new + run.changed + run.unchanged


def _fresh(run: Figures) -> int:
    """Return how many articles were certainly read: one that is unchanged may have been answered with a 304."""
    return run.new + run.changed


def _failed_share(run: Figures) -> float:
    return run.failed / max(1, _asked(run))


def _asked(run: Figures) -> int:
    """Return how many pages were asked for: answered ones, and those whose failure was no answer."""
    bad_answers = sum(number for reason, number in run.reasons.items() if reason.startswith(BAD_ANSWERS))
    return run.fetched + max(0, run.failed - bad_answers)


def _typical(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the robust standard deviation."""
    if not values:
        return 0.0, 0.0
    middle = median(values)
    return middle, SIGMA * median(abs(value - middle) for value in values)


def _same_day(run: Figures, history: Sequence[Figures]) -> list[Figures]:
    """Return the runs of the last 24 hours: a run soon after another finds what is left."""
    if run.started_at is None:
        return []
    return [past for past in history if past.started_at and run.started_at - past.started_at < timedelta(days=1)]


def _same_weekday(run: Figures, history: Sequence[Figures]) -> list[Figures]:
    if run.started_at is None:
        return []
    weekday = run.started_at.weekday()
    return [past for past in history if past.started_at and past.started_at.weekday() == weekday]


def _is_early(run: Figures, history: Sequence[Figures]) -> bool:
    """Say whether the run came so soon after the last that little can be new."""
    times = [past.started_at for past in (run, *history) if past.started_at]
    gaps = [(later - earlier).total_seconds() for later, earlier in zip(times, times[1:], strict=False)]
    return len(gaps) > 1 and gaps[0] < 0.5 * median(gaps[1:])
