"""Kinds of values that options take, each of which says what it wants when it gets something else."""

from __future__ import annotations

import re
from datetime import date

import click

_SHARD = re.compile(r"([1-9]\d*)/([1-9]\d*)\Z")  # 2/4
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")  # 2022-01-31; Python alone would take 2022-W05-1, too


class Day(click.ParamType[date]):
    """A day."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value)) if _DAY.match(str(value)) else None
        except ValueError:
            day = None
        return day or self.fail(f"{value!r} is no day; write year, month and day as in 2022-01-31.", param, ctx)


class Whole(click.ParamType[int]):
    """A whole number of at least ``least``, and of at most ``most`` if there is such."""

    name = "number"

    def __init__(self, least: int = 1, most: int | None = None) -> None:
        self._least = least
        self._most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        number = int(str(value)) if str(value).isdecimal() else -1
        if number < self._least or (self._most is not None and number > self._most):
            bounds = f"from {self._least} {'on' if self._most is None else f'to {self._most}'}"
            self.fail(f"{value!r} is no whole number {bounds}.", param, ctx)
        return number


class Minutes(click.ParamType[float]):
    """A length of time."""

    name = "minutes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the minutes."""
        try:
            minutes = float(str(value))
        except ValueError:
            minutes = 0.0
        if not 0 < minutes < float("inf"):
            self.fail(f"{value!r} is no number of minutes, such as 20 or 0.5.", param, ctx)
        return minutes


class Shard(click.ParamType[tuple[int, int]]):
    """A part of the whole such as 2/4."""

    name = "I/N"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Return index and count."""
        found = _SHARD.match(str(value))
        if not found or int(found[1]) > int(found[2]):
            self.fail(f"{value!r} is not a part such as 2/4.", param, ctx)
        return int(found[1]), int(found[2])
