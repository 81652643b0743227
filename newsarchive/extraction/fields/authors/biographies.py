"""Sentences below a text that say who wrote it, with or without a heading such as "About the author"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsarchive.extraction.fields.authors.lonenames import NAMES
from newsarchive.extraction.fields.names import is_person, people
from newsarchive.extraction.fields.names.bywords import AND
from newsarchive.extraction.fields.names.roles import ROLE
from newsarchive.extraction.fields.zone import LINE, Zone

_ABOUT: Final = re.compile(
    r"(?:about|über|à propos de|sobre|zu[rm]?|over|om|о|об)?\s?(?:the|den|die|de|l['’]|el|la|il|het)?\s?"
    r"(?:authors?|writer|autor(?:in|en|es|a)?|verfasser(?:in)?|auteure?|autore|autrice|forfatteren|författaren|авторе?)\s?:?",
    re.I,
)
# … are reporters at the Courier: what a line right below the text says of who wrote it.
_WRITES: Final = re.compile(
    rf"({NAMES}(?:,? (?:{AND}) {NAMES})?)(?:,| is| are| ist| sind| est| es| è) (?:\S+ ){{0,4}}?"
    r"(?i:reporter|journalist|correspondent|columnist|editor|(?:staff |freelance )?writer|redakteur|autor|periodista"
    r"|giornalista|journaliste)(?:s|e|in|innen|en|i)?\b"
)
_IS: Final = re.compile(rf"({NAMES}),?\s(?:is|was|has|ist|arbeitet|schreibt|est|es|è|é|jest|je|er|är|on)\s")
_CARD: Final = re.compile(rf"({NAMES})\s?[|·–—-]\s?(.+)")  # Ann Lee | Reporter
_BELOW: Final = 12  # blocks
_CLOSE: Final = 3  # blocks


def biographies(zone: Zone) -> Iterator[str]:
    """Yield the persons whom the last sentences call writers, or any under a heading such as "About the author"."""
    blocks = zone.page.blocks[zone.last : zone.last + _BELOW]
    for above, block in pairwise(blocks):
        match = _IS.match(block.text) if _ABOUT.fullmatch(above.text) else None
        if match and is_person(match[1]):
            yield match[1]
    for block in zone.page.blocks[max(0, zone.last - 1) : zone.last + _CLOSE]:
        match = _WRITES.match(block.text) if len(block.text) <= LINE else None
        yield from filter(is_person, people(match[1]) if match else ())
    for block in blocks[:_CLOSE]:
        card = _CARD.fullmatch(block.text) if len(block.text) <= LINE else None
        if card and is_person(card[1]) and ROLE.fullmatch(card[2]):
            yield card[1]
