"""Section, headline and by-line in bold above the text, on pages whose title names nothing but the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.headings import is_bold
from newsarchive.extraction.body.rules.openings import is_byline

MOST_LINES: Final = 5
# Our Correspondent, Winnow
DESK: Final = re.compile(
    r"(?:By )?(?:Our|A|Staff|Special) (?:Own |Staff )?(?:Correspondents?|Reporters?)(?:, \w[\w'’ -]{1,30})?"
)


def bold_heads(kept: Sequence[Described]) -> dict[int, str]:
    """Return the short bold lines before the text down to one that says who wrote, by their place on the page."""
    lines = list(takewhile(is_bold, kept[:MOST_LINES]))
    signed = [number for number, one in enumerate(lines) if is_byline(one.block.text) or DESK.fullmatch(one.block.text)]
    return {one.place: "above the text" for one in lines[: signed[-1] + 1]} if signed else {}
