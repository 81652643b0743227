"""Lines at the end of a text that say nothing but who wrote, edited or sent it, in any language."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.extraction.body.rules.lines import DAY, WORD, is_date_word
from newsarchive.extraction.fields.labels import labelled
from newsarchive.extraction.fields.names import PARTICLES, japanese, korean
from newsarchive.extraction.fields.names.bywords import BY_PATTERN
from newsarchive.extraction.fields.names.chinese import HINT, byline
from newsarchive.extraction.fields.names.signed import signed_names
from newsarchive.extraction.fields.names.vietnamese import signed_in_vietnam

LONGEST: Final = 80
LONGEST_VALUE: Final = 40
MOST_NAMES: Final = 5  # words
KINDS: Final = frozenset(("author", "editor", "source", "noise"))
_SIGNS: Final = " \t\xa0()[]（）【】〔〕*•–—-|/."
_LABELLED_DAY: Final = re.compile(r"[^\W\d_]+\s?:\s?\d")  # Deadline: 3.11.2019
_SENTENCE: Final = re.compile(r"(?:\w{4,}[.]|[!?。！？…।۔])$")  # but not D.R.


def is_credit(text: str) -> bool:
    """Say whether a line is a credit: By and names, or labels of writers, editors and sources with short values.

    >>> [is_credit(line) for line in ("Von Max Muster, Nordheim", "Szerző: Kovács Anna", "By the river, nobody slept")]
    [True, True, False]
    """
    if len(text) > LONGEST:
        return False
    if not text.isascii() and (
        korean.is_byline(text)
        or japanese.is_byline(text)
        or signed_in_vietnam(text)
        or (HINT.search(text) and byline(text))
    ):
        return True
    if _SENTENCE.search(text):
        return False
    line = text.strip(_SIGNS)
    return _is_labelled(line) or bool(signed_names(line) or _names_and_place(line)) or _is_dated(line)


def _names_and_place(line: str) -> bool:
    """Say whether a line is By and names, with where or for whom they write behind a comma."""
    names, _, rest = line.partition(",")
    return bool(rest) and BY_PATTERN.match(line) is not None and bool(signed_names(names))


def _is_labelled(line: str) -> bool:
    """Say whether a line begins with a label, and all that follows labels is short and no sentence."""
    found = list(labelled([line])) if ":" in line or "：" in line else []
    return (
        bool(found)
        and line.lower().startswith(found[0].label.lower())
        and all(one.kind in KINDS and len(one.value) <= LONGEST_VALUE for one in found)
    )


def _is_dated(line: str) -> bool:
    """Say whether a line is a date with names in capitals beside it: "Von Max Muster, Nordheim 14. März 2026"."""
    if not DAY.search(line) or _LABELLED_DAY.match(line):
        return False
    words = [word for word in WORD.findall(BY_PATTERN.sub("", line)) if not is_date_word(word.lower())]
    return 1 < len(words) <= MOST_NAMES and not any(word[0].islower() and word not in PARTICLES for word in words)
