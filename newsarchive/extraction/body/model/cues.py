"""Beginnings of lines that news pages add to their texts: hints to what a block is, never reasons to remove it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

BEGINNINGS: Final[dict[str, dict[str, list[str]]]] = tomllib.loads(
    Path(__file__).with_name("cues.toml").read_text(encoding="utf-8")
)
# The beginnings of all languages as one pattern, whose named groups are the kinds.
PATTERN: Final = re.compile(
    "|".join(
        f"(?P<{kind}>{'|'.join(each for found in languages.values() for each in found)})"
        for kind, languages in BEGINNINGS.items()
    )
)
ASKS: Final = ("?", "？")
BULLETS: Final = " \t\u00a0\u3000*-–—•·■□▶►▷▸◆◇●○※☞→»>|#+【[(（《「『<_"


def cue(text: str) -> str | None:
    """Return the kind of line that a text begins like: credit, related, promo, share, legal or tags.

    A question is no credit: 记者：… stands before what an interviewer asks, too.

    >>> cue("▶ Read more: how it began"), cue("记者：何云"), cue("记者：桥什么时候通车？")
    ('related', 'credit', None)
    """
    found = PATTERN.match(text[:300].lstrip(BULLETS))
    kind = found.lastgroup if found else None
    return None if kind == "credit" and text.endswith(ASKS) else kind
