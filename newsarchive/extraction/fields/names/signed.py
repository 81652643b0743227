"""Lines that sign a text: a word such as By with names, or a name alone, set to the right as under a letter."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.extraction.fields.names import CASELESS, LONGEST, PARTICLES, is_person, people
from newsarchive.extraction.fields.names.bywords import AND, BY_PATTERN
from newsarchive.extraction.page.elements import TextBlock

_ALSO: Final = re.compile(rf"[,;/&|·–-]|\b(?:{AND}|va|ve|és|și|και)\b|\(.{{2,30}}\)$")
_CASELESS: Final = re.compile(f"[{CASELESS}\u1000-\u10ff\u1780-\u17ff]")  # and Burmese, Georgian, Khmer
_RIGHT: Final = re.compile(r"text-align\s*:\s*right", re.I)
_DASHED: Final = re.compile(r"[—–-]{1,2}\s?(?=[^\W\d_])")
_FAMILY: Final = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-ÞА-Я]+ [A-ZÀ-ÞА-ЯЁІЇЄҐ]{3,}")  # Ольга ВЕТРОВА
_SIGNS: Final = " \t\xa0()*•–—-."


def signed_names(line: str) -> list[str]:
    """Return the names in a line that is nothing but a word such as By, and names after it.

    >>> signed_names("Scris de Ioana Pop"), signed_names("By the river nobody slept")
    (['Ioana Pop'], [])
    """
    match = BY_PATTERN.match(line) if len(line) <= LONGEST else None
    words = _ALSO.sub(" ", line[match.end() :]).split() if match else []
    named = 2 <= len(words) <= 6 and all(
        word in PARTICLES or word[0].isupper() or _CASELESS.match(word) for word in words
    )
    return people(line) if named and not any(map(str.isdigit, line)) else []


def is_signature(block: TextBlock) -> bool:
    """Say whether a block is a name, set to the right as under a letter, behind a dash, or half in capitals."""
    get = block.element.get
    right = get("align") == "right" or bool(_RIGHT.search(get("style") or ""))
    right = right or bool(_DASHED.match(block.text) or _FAMILY.fullmatch(block.text.rstrip(".")))
    return (
        right
        and not block.link_chars
        and len(block.text) <= LONGEST
        and " " in block.text
        and is_person(block.text.strip(_SIGNS))
    )
