"""The dates that a page prints around its title and below its text, each with what it is trusted for by its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsarchive.dates import FoundDate
from newsarchive.extraction.fields.dates import datewords as words
from newsarchive.extraction.fields.dates.changes import ENDS, Changes, change_behind, is_told
from newsarchive.extraction.fields.dates.datereader import DateReader
from newsarchive.extraction.fields.dates.lineplaces import is_headline, is_others, place_of
from newsarchive.extraction.fields.dates.moments import Dated
from newsarchive.extraction.fields.zone import SHORT, Line, Zone
from newsarchive.extraction.page.elements import visible

_ENOUGH: Final = 5
_DATE_ALONE: Final = 40  # letters of a line that has a date and little else
_BEFORE: Final = 30  # letters
_LABEL: Final = 20
_CARD: Final = 6  # blocks of an item
_PICTURES: Final = ("figure", "figcaption")


class PrintedDates:
    """Reads the lines around an article; ``changes`` tell which dates are those of a change."""

    def __init__(self, zone: Zone, reader: DateReader, changes: Changes) -> None:
        self.zone = zone
        self.reader = reader
        self.changes = changes

    def all(self) -> Iterator[tuple[Dated, bool]]:
        """Yield the dates, and whether they speak of a change; where no line tells one, those that begin the text."""
        count = 0
        for line in self.zone.lines:
            for one in self._in_line(line) if _may_tell(line) else ():
                count += 1
                yield one
            if count >= _ENOUGH:
                return
        if not count:
            yield from ((dated, False) for dated in self._datelines())

    def _in_line(self, line: Line) -> Iterator[tuple[Dated, bool]]:
        text, end = line.text, 0
        of_others = self._is_of_item(line)
        inside, below = line.place >= self.zone.first, line.place >= self.zone.last
        for found in self._dates_in(line):
            day_alone = found.yearless and found.precision == "day" and not (line.head and line.distance > 0)
            if (
                day_alone
                or of_others
                or is_others(line, found, inside=inside, below=below)
                or self._is_answer(line, found)
            ):
                continue
            label = self._label_above(line)
            before = text[max(end, found.start - _BEFORE) : found.start] or label
            end = found.end
            other = words.OTHER_DAY.search(before) or words.UNTIL_BEHIND.match(text, end)
            if not other and not is_told(text, found, inside):
                where = place_of(line, found, label, self.reader.known.fetched_at)
                yield self.reader.dated(found, "byline", where), self.changes.tells(found, before, text[end:])
                if change := change_behind(text, found):
                    yield self.reader.dated(change, "byline", where), True

    def _is_answer(self, line: Line, found: FoundDate) -> bool:
        """Say whether a date below the text stands behind a name, above what that reader says."""
        below = self.zone.page.blocks[line.place + 1 : line.place + 2] if line.place >= self.zone.last else ()
        return bool(found.start) and any(
            not answer.link_chars and (len(answer.text) > SHORT or answer.text.endswith(ENDS)) for answer in below
        )

    def _is_of_item(self, line: Line) -> bool:
        """Say whether a line stands in an item of a list with the linked headline of another article."""
        item = line.block.element.inside("li")
        if item is None or item.first <= self.zone.title < item.last:
            return False
        beside = self.zone.page.blocks[item.first : min(item.last, item.first + _CARD)]
        return any(block is not line.block and is_headline(block) for block in beside)

    def _datelines(self) -> Iterator[Dated]:
        """Yield the dates with which the text begins: "27.1.2022 - When", or in an element of its own."""
        for block in self.zone.page.blocks[self.zone.first : self.zone.first + 4]:
            begin = block.text[:80]
            found = self.reader.read(begin)
            alone = found and not found.yearless and visible(self.zone.page.runs[block.start]) == found.raw
            if found and (alone or (found.start < 40 and words.DASH.match(begin, found.start + len(found.raw)))):
                yield self.reader.dated(found, "byline", "dateline")

    def _dates_in(self, line: Line) -> Iterator[FoundDate]:
        found = list(self.reader.dates_in(line.text + self._clock_below(line)))
        title = self.reader.title_of(line.block, alone=any(not one.relative for one in found))
        yield from self.reader.dates_in(title) if title else found

    def _label_above(self, line: Line) -> str:
        """Return the label that stands alone above a line, as in the cells of a table."""
        above = self.zone.page.blocks[line.place - 1].text if line.place else ""
        told = len(above) <= _LABEL and (above.endswith((":", "：")) or words.LABELLED.search(above))
        return above if told else ""

    def _clock_below(self, line: Line) -> str:
        """Return the time of day that stands under a line, alone: "April 19, 2022", "10:17 am"."""
        alone = len(line.text) <= _DATE_ALONE and line.place + 1 < len(self.zone.page.blocks)
        below = self.zone.page.blocks[line.place + 1].text if alone else ""
        named = line.head or not below[:1].isdecimal()  # below the text, as the time of a place
        return f" {below}" if named and words.TIME_OF_DAY.fullmatch(below) else ""


def _may_tell(line: Line) -> bool:
    """Say whether a line may tell when the article came: one in figures or words, no clock, no caption."""
    text = line.text
    return bool(words.DIGIT.search(text)) and not (words.CLOCK.search(text) or line.block.element.inside(*_PICTURES))
