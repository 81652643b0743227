"""Names beside or right above the date where it stands over the title or under the text, beside those of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from newsarchive.dates import read_date
from newsarchive.extraction.fields.authors.lonenames import is_date, parts_of
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names import is_person, people
from newsarchive.extraction.fields.names.bywords import BY_PATTERN
from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.fields.names.hanzi import is_common
from newsarchive.extraction.fields.names.japanese import NAME
from newsarchive.extraction.fields.names.korean import names_in
from newsarchive.extraction.fields.names.vietnamese import is_vietnamese
from newsarchive.extraction.fields.survey import HEADINGS
from newsarchive.extraction.fields.zone import SHORT, Line, Zone

_ABOVE: Final = 3  # blocks over the title
_UNDER: Final = range(-2, 4)  # blocks around the end of the text, of which some invite to share it
_LONGEST: Final = 110
_ENDS: Final = (".", "!", "?", "。", "！", "？")
_BRACKETS: Final = "【】()（）[] "
_ASIDE: Final = re.compile(r"\s?[,،(（/／]|\s(?:in|à|–|-)\s")
_WRITES: Final = re.compile(r"(?:記者|文|執筆|取材|글|취재)[・/／:：\s]\s?")


def names_with_date(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[str]:
    """Yield the names in a line with a date, or in one right above it, that a word such as By or lists of names tell.

    Other articles have such lines, too, under their headlines, and so have comments, above their texts.
    """
    place = line.place
    above = -_ABOVE <= line.distance < 0 and line.block.link_chars < len(line.text) / 2
    if len(line.text) > _LONGEST or not (above or (line.distance > 0 and place - zone.last in _UNDER)):
        return
    behind = [block.text for block in zone.page.blocks[place + 1 : place + 3]]
    if not (above or _ends_article(zone, place, behind)):
        return
    found = read_date(line.text, base=fetched_at) if any(map(str.isdigit, line.text)) else None
    if not found and not (behind and is_date(behind[0], fetched_at)):
        return
    for part in parts_of(line, fetched_at):
        text = part.replace(found.raw, BORDER) if found else part
        yield from (name for one in text.split(BORDER) for name in _known(one.strip(_BRACKETS)))


def _ends_article(zone: Zone, place: int, behind: list[str]) -> bool:
    """Say whether a line is part of the article above it: no headline parts the two, and no text follows."""
    between = zone.page.blocks[min(zone.last, place - 1) : place]
    return not any(
        block.element.tag in HEADINGS or block.element.inside("li") or block.link_chars > len(block.text) / 2
        for block in between
    ) and not any(len(text) > SHORT or (text.endswith(_ENDS) and "©" not in text) for text in behind)


def _known(text: str) -> Iterator[str]:
    """Yield the persons that a text names: behind a word for who writes, or as lists of names tell."""
    yield from names_in(text)
    bare = _WRITES.sub("", text, count=1)
    told = bare != text or BY_PATTERN.match(text)
    for name in people(_ASIDE.split(bare)[0]):
        known = has_given_name(name) or has_given_name(name.rpartition(" ")[2])
        if is_person(name) and (told or known or is_common(name) or NAME.fullmatch(name) or is_vietnamese(name)):
            yield name
