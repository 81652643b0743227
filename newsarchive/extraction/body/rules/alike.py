"""Paragraphs that look alike: what most of them are, one of them is likelier to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.model.looks import Look, look
from newsarchive.extraction.body.rules.openings import PARAGRAPH

FEWEST: Final = 3
LINKED: Final = 0.3
# A paragraph comes so much nearer to the mean odds of those that look alike.
SHARE: Final = 0.7
# So few of them below the last that is text are what sites add there.
TAIL: Final = 2


def alike(described: Sequence[Described], odds: Sequence[float]) -> Sequence[float]:
    """Return the odds, better ones for a paragraph whose look has a name under which most of what stands is text.

    Each counts by its length. In pages of sites that the classifier had not seen, nine in ten that became text so
    were it.
    """
    if not any(own <= 0 and is_paragraph(one) for one, own in zip(described, odds, strict=True)):
        return odds
    held: dict[Look, list[int]] = {}
    for number, one in enumerate(described):
        if is_paragraph(one):
            held.setdefault(look(one.block.element), []).append(number)
    better = list(odds)
    for (_, name, _, around), numbers in held.items():
        if len(numbers) >= FEWEST and (name or around):
            units = sum(described[number].features.units for number in numbers)
            mean = sum(described[number].features.units * odds[number] for number in numbers) / units
            for number in without_tail(numbers, odds) if mean > 0 else ():
                better[number] += SHARE * max(0.0, mean - odds[number])
    return better


def without_tail(numbers: Sequence[int], odds: Sequence[float]) -> Sequence[int]:
    """Return the numbers but for a short tail that is no text."""
    tail = next((back for back, number in enumerate(reversed(numbers)) if odds[number] > 0), 0)
    return numbers[: len(numbers) - tail] if tail <= TAIL else numbers


def is_paragraph(one: Described) -> bool:
    """Say whether a block is a sentence as long as running text that no cue calls otherwise."""
    features = one.features
    said = one.cue or features.repeated or features.heading
    return not said and features.sentence and features.units >= PARAGRAPH and features.link_share < LINKED
