"""Where in the lines around an article a date stands, and beside what: so much is it trusted."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.dates import datewords as words
from newsarchive.extraction.fields.dates.changes import ENDS
from newsarchive.extraction.fields.zone import Line
from newsarchive.extraction.page.elements import TextBlock

_HEADLINE: Final = 10  # letters of a link
_LINKED: Final = 0.8
_NAME: Final = 24  # letters of a link to an author


def place_of(line: Line, found: FoundDate, above: str, fetched_at: datetime | None) -> str:
    """Return the place of a date in a line, above which the label ``above`` may stand alone."""
    before = line.text[: found.start] or above
    behind = line.text[found.start + len(found.raw) :]
    place = "tail" if not line.head else "above" if line.distance < 0 else "head" if line.distance < 9 else "far"
    if not line.distance:
        return "title"
    if words.WRITTEN.search(before):
        return "inside, tail"  # trusted no more than a date below the text
    if words.LABELLED.search(before[-14:]):
        return f"label, {place}" if before.find(" ", 1, -2) > 0 or behind.strip() else f"label alone, {place}"
    if place == "above" and fetched_at and _is_clock(line, found, fetched_at):
        return "clock, above"
    sentence = line.text.endswith(ENDS)
    near = "class" if line.marked else "inside" if before.strip() or sentence else "start"
    return f"{near}, {place}"


def _is_clock(line: Line, found: FoundDate, fetched_at: datetime) -> bool:
    """Say whether a line is a day of the week and the day of the fetch, as sites show it above all their pages."""
    named = len(line.text) > len(found.raw) and not any(map(str.isdigit, line.text.replace(found.raw, "", 1)))
    today = fetched_at.astimezone(found.value.tzinfo).date()
    return named and found.precision == "day" and found.value.date() == today


def is_headline(block: TextBlock) -> bool:
    """Say whether a block is the headline of another article: a link, longer than a name."""
    return len(block.text) > _NAME and block.link_chars > _LINKED * len(block.text)


def is_others(line: Line, found: FoundDate, *, inside: bool, below: bool) -> bool:
    """Say whether a date stands with a link to another article: behind it, or below the text in a list of such."""
    links, block = line.block.link_chars, line.block
    if found.start and inside and links > _LINKED * len(line.text):
        return True
    bare = links == len(line.text.replace(found.raw, "").strip(" -–—|·•()[]"))
    return below and bare and links > (_HEADLINE if block.element.inside("li") else _NAME)
