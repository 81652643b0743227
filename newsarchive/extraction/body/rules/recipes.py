"""Recipes: what a page's data call the ingredients and steps of one is text where the page prints it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.openings import folded
from newsarchive.extraction.page import Page

KEY: Final = re.compile(r'"recipe(?:Ingredient|Instructions)"\s*:\s*')
SAYING: Final = ("text", "name", "itemListElement")
DECODER: Final = json.JSONDecoder(strict=False)
# The logarithm of the odds of what the data say, too; a cell may hold a part of an ingredient, a line that of a step.
TOLD: Final = 0.1
LONG: Final = 20


def recipes(page: Page, described: Sequence[Described], odds: Sequence[float]) -> Sequence[float]:
    """Return the odds, better ones for the ingredients and steps of a recipe in JSON-LD."""
    entries = {folded(text) for data in page.json_ld if '"recipe' in data for text in told(data)}
    if not entries:
        return odds
    said = "\n".join(entries)
    return [
        max(TOLD, own) if is_told(one, folded(one.block.text), entries, said) else own
        for one, own in zip(described, odds, strict=True)
    ]


def is_told(one: Described, words: str, entries: set[str], said: str) -> bool:
    """Say whether a line, but for comments, is an ingredient, a step, or a part of one."""
    if one.features.in_comments or not words:
        return False
    return words in entries or ((one.features.in_cell or len(words) >= LONG) and words in said)


def told(data: str) -> Iterator[str]:
    """Yield the ingredients and steps that JSON names, however broken it is elsewhere.

    >>> list(told('{"recipeIngredient": ["1 onion"], "recipeInstructions": [{"text": "Chop."}],}'))
    ['1 onion', 'Chop.']
    """
    for key in KEY.finditer(data):
        try:
            yield from strings(DECODER.raw_decode(data, key.end())[0])
        except (ValueError, RecursionError):
            continue


def strings(value: Any) -> Iterator[str]:
    """Yield the strings in lists, and in what objects say."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for key in SAYING:
            yield from strings(value.get(key))
