"""What is known of a site's run, and how its figures are compared with those of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Protocol

OK, DEGRADED, BROKEN = "ok", "degraded", "broken"
# So many earlier runs (of that weekday, for counts) make a habit.
HABIT = 3
# From this many pages on, a share is no accident.
FEW = 3
# The median absolute deviation times this is the standard deviation of a normal distribution.
SIGMA = 1.4826


class Figures(Protocol):
    """What is known of one run of a site: ``archive.SiteRun`` has these."""

    @property
    def found(self) -> int: ...
    @property
    def fetched(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def unchanged(self) -> int: ...
    @property
    def failed(self) -> int: ...
    @property
    def body_length(self) -> float | None: ...
    @property
    def coverage(self) -> Mapping[str, float]: ...
    @property
    def reasons(self) -> Mapping[str, int]: ...
    @property
    def state(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def started_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a run."""

    state: str
    reason: str


def typical(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the robust standard deviation."""
    if not values:
        return 0.0, 0.0
    middle = median(values)
    return middle, SIGMA * median(abs(value - middle) for value in values)
