"""Titles without the names of site and section at their ends, and without kickers that the page prints apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from newsarchive.extraction.fields.sitenames import SEPARATOR
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.title.headings import LONGEST
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import near
from newsarchive.text import utf8_length

SHORT: Final = 14
"""Letters; a heading of fewer is as often one of the page's furniture."""
_MOST_BREAKS: Final = 12
_LONGEST_NAME: Final = 60
_COLON: Final = re.compile(r"(?<=\S):\s+")
# The page of a long article, a channel of a Chinese site.
_PAGE: Final = re.compile(
    r"\s*(?:(?:page|seite|página|pagina|стр\.|trang|halaman|sayfa) \d{1,2}"
    r"|第\d{1,2}[页頁]|[\u3400-\u9fff]{2,4}[频頻]道)\s*",
    re.I,
)
_WRAPPED: Final = re.compile(r"\s*[(（]([^()（）]+)[)）]$")  # Ferry stops (Harbour Post)
_BRACKET: Final = re.compile(r"^\s*【[^】]{1,8}】")  # 【民生】


class Endings:
    """What stands beside the titles of a page: the names of its site and sections."""

    def __init__(
        self, page: Page, facts: Facts, known: Known, names: set[str], shown: Mapping[str, tuple[str, str]], first: int
    ) -> None:
        """``names`` are the keys of the site's names, ``shown`` the headings; the text begins at block ``first``."""
        self.page = page
        self.first = first
        self.anchors = facts.survey.anchors
        self.memory = known.memory
        self.names = names
        self.shown = shown
        self.lines = {block.text for block in page.blocks}
        self.plain = {block.text for block in page.blocks if block.link_chars < len(block.text)}
        self._whole: dict[str, str] = {}  # most places tell the same text

    def without(self, text: str) -> str:
        """Return a title without the names of site and section at its end or beginning."""
        if text not in self._whole:
            self._whole[text] = self._without(text[: 2 * LONGEST])  # of a broken page it may be all of it
        return self._whole[text]

    def is_in_menu(self, part: str) -> bool:
        """Say whether a part of a title is the text of a link above the article, as the names of sections are."""
        return part.strip().casefold() in self._menu

    @cached_property
    def _menu(self) -> set[str]:
        return {self.page.text(link).casefold() for link in near(self.anchors, 0, self.first)}

    def _without(self, text: str) -> str:
        breaks = list(SEPARATOR.finditer(text))
        printed = self._printed_side(text, breaks)
        if printed:
            return printed
        end = self._end(text, breaks)
        wrapped = _WRAPPED.search(text, 0, end)
        if wrapped and wrapped.start() and key(wrapped[1]) in self.names:
            end = wrapped.start()
        left = [place for place in breaks if place.end() <= end]
        begin = self._begin(text[:end], left)
        if begin:
            return text[begin:end].strip()
        text = text[:end]
        if text not in self.plain and not any(tag == "h1" for _, tag in self.shown.values()):
            # a kicker or the site's name, set off by a colon
            left = sorted([*left, *_COLON.finditer(text)], key=re.Match.start)
        return self._printed_part(text, left[:_MOST_BREAKS]) or text.strip()

    def _printed_side(self, text: str, breaks: Sequence[re.Match[str]]) -> str | None:
        """Return what stands on one side of a break if it is a heading, or a line of the page and most of the title."""
        sides = (part.strip() for place in breaks for part in (text[: place.start()], text[place.end() :]))
        headings = [part for part in sides if key(part) in self.shown]
        if headings:  # a kicker may be a heading, too, and the name of the site
            return max(headings, key=len)
        for place in _COLON.finditer(text):  # the name of a blog as its h1, the title as a lesser heading
            blog, title = (self.shown.get(key(part)) for part in (text[: place.start()], text[place.end() :]))
            if blog and title and blog[1] == "h1" != title[1]:
                return title[0]
        for place in breaks:
            head, tail = text[: place.start()].strip(), text[place.end() :]
            if len(head) > max(SHORT // 2, 2 * len(tail)) and head in self.lines:
                return head
        return None

    def _end(self, text: str, breaks: Sequence[re.Match[str]]) -> int:
        """Return where the names at the end begin: that of the site, and before it those of its sections."""
        end = len(text)
        for place in reversed(breaks):
            tail = text[place.end() : end]
            if not (self._is_name(tail, text[place.start() : end]) or (end < len(text) and self.is_in_menu(tail))):
                break
            end = place.start()
        return end

    def _begin(self, text: str, breaks: Sequence[re.Match[str]]) -> int:
        """Return where the names at the beginning end."""
        begin = 0
        for place in breaks:
            head = text[begin : place.start()]
            named = self._is_name(head, text[begin : place.end()]) or (begin and self.is_in_menu(head))
            if place.end() == len(text) or not named:
                break
            begin = place.end()
        return begin

    def _printed_part(self, text: str, breaks: Sequence[re.Match[str]]) -> str | None:
        """Return the longest part of a title between two breaks that is a line of the page and no name of the site."""
        starts, ends = [0, *(place.end() for place in breaks)], [*(place.start() for place in breaks), len(text)]
        parts = {_BRACKET.sub("", text[start:end]).strip() for start in starts for end in ends if start < end} - {text}
        printed = [part for part in parts & self.plain if utf8_length(part) > SHORT]
        return max((part for part in printed if not self._is_name(part, part)), key=len, default=None)

    def _is_name(self, part: str, ending: str) -> bool:
        """Say whether a part of the title names the site: by its own words, its address, or its other pages."""
        name = key(part)
        if not name or len(part) > _LONGEST_NAME or _PAGE.fullmatch(part):
            return not name or len(part) <= _LONGEST_NAME
        if name in self.names or (self.memory and self.memory.is_repeated("title-ending", ending.strip())):
            return True
        return any(
            len(word) > 2 and (word in name or name in word) and len(name) < 3 * len(word) for word in self.names
        )
