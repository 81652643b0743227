"""Lines that sites add to their articles, as rows of a table: removed as whole blocks, in the right place only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Final

from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.boxlabels import is_ad_label
from newsarchive.extraction.body.rules.credits import is_credit
from newsarchive.extraction.body.rules.entries import FEWEST, is_time
from newsarchive.extraction.body.rules.lines import (
    DAY,
    LONGEST_AGE,
    is_age,
    is_buttons,
    is_counter,
    is_date,
    is_linked,
    is_menu,
    words_of_buttons,
)
from newsarchive.extraction.body.rules.tables import data_table
from newsarchive.extraction.comments import comment_number
from newsarchive.extraction.fields.names.signed import is_signature
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock

# Where the beginning and the end of a text are, in blocks.
HEAD: Final = 4
TAIL: Final = 12
# No row speaks of longer blocks; a line of this many letters that no row knows ends the tail.
LONGEST: Final = 600
SENTENCE: Final = 60
HEADLINE: Final = 24
LONGEST_TIME: Final = 60
LONGEST_DAY: Final = 16
# 清江市公安局交通警察支队
OFFICE: Final = re.compile(
    r"[\u3400-\u9fff（）()、 ]{3,40}"
    r"(?:[局委厅廳處处部办辦院會会社署]|政府|支队|大队|公司|中心|办公室|[学學]校|大[学學]|集团|集團|小组|指挥部)"
)
CAPITALS: Final = re.compile(r"[A-Z][A-Z' ]{2,32}:\s")
YEAR: Final = re.compile(r"\d{4}")
CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d\d")
# Rows of languages in other scripts are asked only about lines with a letter of the script; the rest about all.
SCRIPTS: Final = (
    (re.compile("[\u2e80-\uffef]"), frozenset(("zh", "ja", "ko"))),
    (re.compile("[\u0400-\u052f]"), frozenset(("ru", "uk", "bg"))),
    (re.compile("[\u0590-\u08ff]"), frozenset(("ar", "fa", "he"))),
    (re.compile("[\u0370-\u03ff\u0900-\u1dff]"), frozenset(("bn", "el", "hi", "te", "th"))),
)
_OTHER_LETTER: Final = re.compile("[\u0370-\u1dff\u2e80-\uffef]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: see boilerplate.toml, which explains the columns."""

    name: str
    language: str
    kind: str
    place: str
    pattern: str
    line: str
    removes: str
    keeps: str
    needs: Sequence[str] = ()


def read_table(path: Path) -> tuple[Row, ...]:
    """Return the rows of a table of boilerplate."""
    return tuple(Row(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["rule"])


class Rows:
    """Rows about lines in one script: those that need no word as one pattern, and the others each with its own.

    Without groups, a branch of a pattern is passed over by its first letter.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        rows = tuple(rows)
        self.pattern = re.compile("|".join(f"(?:{row.pattern})" for row in rows if not row.needs) or "(?!)")
        self.needing = [(word, re.compile(row.pattern)) for row in rows for word in row.needs]

    def match(self, text: str, small: str) -> bool:
        """Say whether a row matches the whole of a text, which is given in small letters, too."""
        asked = [pattern for word, pattern in self.needing if word in small]
        return bool(self.pattern.fullmatch(text)) or any(pattern.fullmatch(text) for pattern in asked)


class Table:
    """Rows, taken together by the scripts of their lines; where they say nothing, those of ``more`` are asked."""

    def __init__(self, rows: Iterable[Row], more: Table | None = None) -> None:
        self.rows = tuple(rows)
        self.more = more
        others = frozenset[str]().union(*(languages for _, languages in SCRIPTS))
        self.of_all = Rows(row for row in self.rows if row.language not in others)
        self.of_script = [
            (letter, Rows(row for row in self.rows if row.language in languages)) for letter, languages in SCRIPTS
        ]

    def rule_of(self, text: str) -> str | None:
        """Return the name of the first row that matches the whole text."""
        if len(text) > LONGEST:
            return None
        if self._matches(text, text.lower()):
            return next(row.name for row in self.rows if re.fullmatch(row.pattern, text))
        return self.more.rule_of(text) if self.more else None

    def _matches(self, text: str, small: str) -> bool:
        return self.of_all.match(text, small) or (
            bool(_OTHER_LETTER.search(text))
            and any(letter.search(text) and rows.match(text, small) for letter, rows in self.of_script)
        )


ROWS: Final = read_table(Path(__file__).with_name("boilerplate.toml"))
ANYWHERE: Final = Table(row for row in ROWS if row.place == "anywhere")
AT_HEAD: Final = Table((row for row in ROWS if row.place == "edge"), ANYWHERE)
AT_TAIL: Final = Table((row for row in ROWS if row.place == "tail"), AT_HEAD)
ANNOUNCING: Final = Table(row for row in ROWS if row.kind in ("related", "promo"))
CONTACTS: Final = frozenset(row.name for row in ROWS if row.kind == "contact")


def boilerplate(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the blocks to remove, by their place on the page, with the rule that says so."""
    at_head = edge(kept[:HEAD], lambda block: AT_HEAD.rule_of(block.text))
    edges = at_head | under_contacts(edge(kept[: -TAIL - 1 : -1], said_at_tail))
    dates = {one.place: "date" for one in [*kept[:HEAD], *kept[-TAIL:]] if is_date(one.block.text)}
    dates |= {one.place: "date" for one in kept[:HEAD] if is_dated(page, one.block)}
    found = {
        one.place: (edges[one.place] if one.place in edges else ANYWHERE.rule_of(one.block.text))
        or dates.get(one.place)
        or buttons(page, one.block)
        or ("link in brackets" if is_bracketed_link(one.block) else None)
        or ("labelled link" if is_labelled_link(one.block) else None)
        or ("date" if is_age(one.block.text) or is_stamp(page, one.block) else None)
        or ("menu" if is_menu(one.block) else None)
        or ("advertisement" if is_ad_label(page, one.block) else None)
        for one in kept
    }
    counted = [one.place for one in kept if is_counter(one.block.text)]
    found |= dict.fromkeys(counted if len(counted) > 1 else (), "counter")
    times = {one.place for one in kept if is_time(one) and not is_stamp(page, one.block)}
    stays = {one.place for one in kept if one.features.in_cell and data_table(one.block.element)}
    stays |= times if len(times) >= FEWEST else set()
    ends = list(dropwhile(lambda one: found[one.place] and not DAY.search(one.block.text), reversed(kept)))
    stays |= {one.place for one in ends[:1] if is_day_of_notice(ends[1:2], one)}
    return {place: f"boilerplate: {name}" for place, name in found.items() if name and place not in stays}


def is_day_of_notice(above: Sequence[Described], day: Described) -> bool:
    """Say whether a line is a day right under the name of the office that signs a notice."""
    under = any(one.place + 1 == day.place and OFFICE.fullmatch(one.block.text) for one in above)
    return under and len(day.block.text) <= LONGEST_DAY and bool(DAY.search(day.block.text))


def buttons(page: Page, block: TextBlock) -> str | None:
    """Return the rule's name if a block is a row of buttons, as capitals or what the table knows of each say."""
    if block.element.tag == "pre":
        return None
    runs = page.runs[block.start : block.end]
    words = words_of_buttons(runs)
    known = words and all(AT_TAIL.rule_of(word) or comment_number(word) for word in words)
    return "buttons" if is_buttons(runs) or known else None


def is_stamp(page: Page, block: TextBlock) -> bool:
    """Say whether a block is nothing but a time of day in a time element, as entries of live blogs have it."""
    return len(block.text) <= LONGEST_AGE and bool(CLOCK.search(block.text)) and page.is_all_in(block, "time")


def is_dated(page: Page, block: TextBlock) -> bool:
    """Say whether a short line with a year, in digits of any script, is all in time elements."""
    return len(block.text) <= LONGEST_TIME and bool(YEAR.search(block.text)) and page.is_all_in(block, "time")


def is_bracketed_link(block: TextBlock) -> bool:
    """Say whether a block is nothing but a headline that is a link in square brackets: [Ferry fares to rise in May]."""
    text = block.text
    return text[0] == "[" and text[-1] == "]" and len(text) >= HEADLINE and is_linked(block)


def is_labelled_link(block: TextBlock) -> bool:
    """Say whether a block is a link to another page behind a word in capitals: PHOTOS: The ferry in the ice."""
    label = CAPITALS.match(block.text) if block.anchors else None
    return label is not None and block.link_chars >= len(block.text) - label.end()


def said_at_tail(block: TextBlock) -> str | None:
    """Return what the table says of a block at the end of the text, or that it is a credit or links."""
    if rule := AT_TAIL.rule_of(block.text):
        return rule
    return "credit" if is_credit(block.text) or is_signature(block) else "menu" if is_menu(block) else None


def edge(blocks: Iterable[Described], rule_of: Callable[[TextBlock], str | None]) -> dict[int, str | None]:
    """Return what a rule says of the blocks at an end of the text, up to the first sentence that it does not know."""
    found: dict[int, str | None] = {}
    for one in blocks:
        found[one.place] = rule_of(one.block)
        if not found[one.place] and one.features.units >= SENTENCE:
            break
    return found


def under_contacts(tail: Mapping[int, str | None]) -> dict[int, str | None]:
    """Return the tail of a text, without the address under a line that says whom to ask about a press release."""
    contact = min((place for place, name in tail.items() if name in CONTACTS), default=None)
    if contact is None:
        return dict(tail)
    return {place: tail[contact] if place > contact else name for place, name in tail.items()}
