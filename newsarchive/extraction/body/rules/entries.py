"""Entries of a live report: their times, headlines and first lines are text together or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.model.looks import Look, look
from newsarchive.extraction.body.rules.headings import SURE, UNLIKELY, is_title
from newsarchive.extraction.body.rules.lists import ANNOUNCED

FEWEST: Final = 3
LONGEST_TIME: Final = 16
FAR: Final = 2
# So many of the headings that look alike may be text, and stand above one.
MOSTLY: Final = 0.8
# 18:42, 18h42, 8.05 Uhr, 【08:05】, 6:40 p.m.
TIME: Final = re.compile(
    r"[【\[(（]?\s*(?:[01]?\d|2[0-3])\s?[:：.h時时]\s?[0-5]\d\s?(?:Uhr|分|[ap]\.?m\.?)?\s*[】\])）]?", re.I
)


def entries(described: Sequence[Described], odds: Sequence[float]) -> list[float]:
    """Return the odds: of times alike their mean, better ones of lines alike under them and of headlines alike."""
    times = [number for number, one in enumerate(described) if is_time(one)]
    under = [number + 1 for number in times if follows(described[number], described[number + 1 : number + 2])]
    headings = [number for number, one in enumerate(described) if one.features.heading]
    better: dict[int, float] = {}
    for alike in groups(described, times):
        better |= dict.fromkeys(alike, fmean(odds[number] for number in alike))
    for alike in groups(described, under):
        if fmean(odds[number] for number in alike) > 0:
            better |= {number: max(ANNOUNCED, odds[number]) for number in alike}
    for alike in groups(described, headings):
        above = [number for number in alike if heads_text(described, odds, number)]
        if sum(odds[number] > UNLIKELY for number in above) >= MOSTLY * len(alike):
            better |= {number: max(SURE, odds[number]) for number in above}
    return [better.get(number, own) for number, own in enumerate(odds)]


def groups(described: Sequence[Described], numbers: Iterable[int]) -> list[list[int]]:
    """Return the blocks of these numbers that look alike, where they are several."""
    found: dict[Look, list[int]] = {}
    for number in numbers:
        found.setdefault(look(described[number].block.element), []).append(number)
    return [alike for alike in found.values() if len(alike) >= FEWEST]


def is_time(one: Described) -> bool:
    """Say whether a line is nothing but a time of day."""
    return len(one.block.text) <= LONGEST_TIME and TIME.fullmatch(one.block.text) is not None


def follows(one: Described, below: Sequence[Described]) -> bool:
    """Say whether the last of the next blocks is right below a block, and no heading."""
    return bool(below) and below[-1].place == one.place + len(below) and not below[-1].features.heading


def heads_text(described: Sequence[Described], odds: Sequence[float], number: int) -> bool:
    """Say whether a heading stands above a text, with at most a time between them."""
    one, below = described[number], range(number + 1, min(number + 1 + FAR, len(described)))
    text = next((i for i in below if odds[i] > 0), number)
    return is_title(one) and follows(one, described[number + 1 : text + 1])
