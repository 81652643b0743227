"""What speaks in a site's answers for something being wrong: failures, blocks, places without articles, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import sqrt
from statistics import median

from newsarchive.health.figures import BROKEN, DEGRADED, FEW, HABIT, Figures, Finding, typical

# How the reason of a request begins that was not made, because the host is not to be asked now.
LEFT_ALONE = "the host is left alone"
# The reason of a page that is not asked again yet.
FAILED_LATELY = "failed a short while ago"
# What waits for another run, and what is in the archive.
LATER = (LEFT_ALONE, FAILED_LATELY)
KNOWN = "known"
# How the reason ends for a feed, list or front page that told of articles before.
EMPTY_PLACE = "tells of no articles any more"
# How the reason of a place begins that told nothing, with why.
PLACE = "place of discovery: "
# How the reason begins of what fails in a site's own Python file, with where.
PYTHON = "the site's Python file"
# The reason if a crawl does not even ask for anything, because of what the site's files say.
CANNOT_BEGIN = "the crawl of the site cannot begin"
SILENT = "no place of discovery answers"
# What is the reason if a site leads elsewhere, and what to do about it.
AWAY = "redirected away from the site"
MOVED = "; if the site has moved there, write that into its file (start, domains, discover)"
CIRCLES = "max redirections reached"
COOKIE = '; if it wants a cookie, write that of a reader into its file: headers = { Cookie = "…" }'
LOST = "; look for another with: newsarchive discover ADDRESS"
# What a site wants to be so: there is no use in waiting for another run.
DECIDED = ("forbidden by robots.txt", AWAY, CIRCLES, "410")
# Reasons of failures that were answers of the site: "block: the server answers 403".
BAD_ANSWERS = ("block", "error", "unreadable")


def failures(run: Figures, history: Sequence[Figures]) -> Iterator[Finding]:
    """Yield that the site's own file fails, that it blocks us, is left alone, or fails more often than usual."""
    yield from (Finding(BROKEN, f"{reason}; the log says why") for reason in run.reasons if reason == CANNOT_BEGIN)
    yield from (Finding(DEGRADED, reason) for reason in run.reasons if reason.startswith(PYTHON))
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
    usual, spread = typical([_failed_share(past) for past in history])
    if run.failed < FEW or share <= max(usual + 3 * spread, usual + 0.2):
        return
    yield Finding(
        BROKEN if share >= 0.5 else DEGRADED, f"{run.failed} of {asked} requests failed, most with: {_why(run)}"
    )


def _why(run: Figures) -> str:
    """Return the commonest reason of failures; among the reasons are those, too, of what was rightly left out."""
    failing = [reason for reason, number in run.reasons.items() if number <= run.failed]
    bad = [reason for reason in failing if reason.startswith((*BAD_ANSWERS, PLACE))]
    return max(bad or failing[::-1], key=lambda reason: run.reasons[reason], default="no reason given")


def places(runs: Sequence[Figures]) -> Iterator[Finding]:
    """Yield that no place answers, or that places tell of no articles any more: in the last run that asked any."""
    asking = [run for run in runs if run.found or _silent_places(run)]
    if not asking:
        return
    run, before = asking[0], next(iter(asking[1:]), None)
    reasons = [] if run.found else [reason for reason in _silent_places(run) if not reason.endswith(EMPTY_PLACE)]
    decided = any(why in reason for reason in reasons for why in DECIDED)
    if reasons and (decided or before is None or not before.found):  # else it may be one bad moment
        yield Finding(BROKEN, f"{SILENT}: {reasons[0].removeprefix(PLACE)}{_advice(reasons[0])}")
    yield from _emptied(run)


def _advice(reason: str) -> str:
    if CIRCLES in reason:
        return COOKIE
    return MOVED if AWAY in reason else LOST if reason.endswith(("404", "410")) else ""


def _silent_places(run: Figures) -> list[str]:
    return [reason for reason in run.reasons if reason.startswith(PLACE)]


def _emptied(run: Figures) -> Iterator[Finding]:
    number = sum(number for reason, number in run.reasons.items() if reason.endswith(EMPTY_PLACE))
    if number:
        what = "a place of discovery tells" if number == 1 else f"{number} places of discovery tell"
        yield Finding(DEGRADED if run.new else BROKEN, f"{what} of no articles any more")


def counts(run: Figures, history: Sequence[Figures], expected: int | None, *, everywhere: bool) -> Iterator[Finding]:
    """Yield what is less than expected, or than on other days like this one."""
    today = sum(map(articles, (run, *_same_day(run, history))))
    if len(history) < HABIT and expected is not None and today < expected:
        yield Finding(DEGRADED, f"{today} articles; the site's file expects {expected} in a run")
    if history and not articles(run) and run.fetched >= FEW and median(map(articles, history)) > 0:
        yield Finding(BROKEN, f"none of {run.fetched} pages was read as an article")
    alike = _same_weekday(run, history)
    if len(alike) < HABIT or _is_early(run, history):
        return
    for number, past, what, gravity in (
        *([(run.found, [one.found for one in alike], "links found", BROKEN)] if everywhere else []),
        (run.new, [one.new for one in alike], "new articles", DEGRADED),
    ):
        usual, spread = typical(past)
        # counts of chance events scatter by their square root, whatever a few runs happen to show
        if number < min(past) and number < usual - max(3 * spread, 3 * sqrt(usual), 0.7 * usual):
            yield Finding(gravity if number == 0 else DEGRADED, f"{number} {what}; usual on this weekday: {usual:g}")


def never(runs: Sequence[Figures]) -> Iterator[Finding]:
    """Yield that no run has read an article, nor left any for another run."""
    reasons = runs[0].reasons
    if any(map(articles, runs)) or any(reason.startswith((*LATER, KNOWN)) for reason in reasons):
        return
    most = max(reasons, key=lambda reason: reasons[reason], default=None)
    yield Finding(
        DEGRADED, f"no article was read in any run{f'; most links: {most}' if most else ', and no link found'}"
    )


def articles(run: Figures) -> int:
    """Return how many articles a run read, or was told to be as they were."""
    return run.new + run.changed + run.unchanged


def _failed_share(run: Figures) -> float:
    return run.failed / max(1, _asked(run))


def _asked(run: Figures) -> int:
    """Return how many pages were asked for: answered ones, and those whose failure was no answer."""
    bad_answers = sum(number for reason, number in run.reasons.items() if reason.startswith(BAD_ANSWERS))
    return run.fetched + max(0, run.failed - bad_answers)


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
