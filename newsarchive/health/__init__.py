"""Judge a site's run by what it expects and by its own last runs: ok, degraded or broken, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.health.answers import (
    CANNOT_BEGIN,
    EMPTY_PLACE,
    FAILED_LATELY,
    LEFT_ALONE,
    PLACE,
    PYTHON,
    articles,
    counts,
    failures,
    never,
    places,
)
from newsarchive.health.figures import BROKEN, DEGRADED, FEW, OK, Figures
from newsarchive.health.readings import body_length, coverage

__all__ = [
    "BROKEN",
    "CANNOT_BEGIN",
    "DEGRADED",
    "EMPTY_PLACE",
    "FAILED_LATELY",
    "FEW",
    "HISTORY",
    "LEFT_ALONE",
    "OK",
    "PLACE",
    "PYTHON",
    "Figures",
    "Health",
    "judge",
]

RUNS = 30
HISTORY = 10 * RUNS
"""How many runs are looked through for thirty that read articles."""


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a site, and why it is not ``ok``, the gravest reason first."""

    state: str
    reasons: tuple[str, ...] = ()


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

    ``history`` are its runs before, newest first: the last 30 count, of fields and lengths the last 30 that read
    articles. ``expected`` articles per run and ``fields`` that every article has are what the site's file says. Shares
    are compared with all runs, numbers with runs of the same weekday, both by median and median absolute deviation;
    runs that were broken are no measure; one that read no article and found no link, or left out pages that had failed,
    leaves the state as it was. Of a run that was stopped before it was ``whole`` only shares are judged, and the links
    found only of one that looked ``everywhere``.
    """
    sound = [past for past in history if past.state != BROKEN]
    lately = [past for past in history[:RUNS] if past.state != BROKEN]
    # what is wrong with articles lasts until others come
    reading = [one for one in (run, *sound) if one.coverage][: RUNS + 1]
    silent = list(places((run, *history)))
    findings = [
        *(one for one in failures(run, lately) if PLACE not in one.reason or not silent),
        *silent,
        *(counts(run, lately, expected, everywhere=everywhere) if whole else ()),
        *(coverage(reading, fields) if reading else ()),
        *(body_length(reading) if reading else ()),
    ]
    if not findings and whole:
        findings += never((run, *history))
    shows_nothing = not articles(run) and (not run.found or FAILED_LATELY in run.reasons)
    if not findings and history and shows_nothing:
        return Health(history[0].state or OK, tuple(filter(None, [history[0].reason])))
    findings.sort(key=lambda finding: finding.state != BROKEN)
    state = findings[0].state if findings else OK
    return Health(state, tuple(finding.reason for finding in findings))
