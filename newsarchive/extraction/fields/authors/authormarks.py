"""The elements around an article that name its author: by relation, address, microformat or class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from newsarchive.extraction.fields.labels import TAGS_HEADING
from newsarchive.extraction.fields.names import clean_name, is_person
from newsarchive.extraction.fields.names.chinese import HINT, byline
from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.zone import Zone, texts_between
from newsarchive.extraction.known import is_folder
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, joints, near
from newsarchive.extraction.page.marks import Mark

_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|profile?s?|journalist(?:en)?|people|by|staff|redaktion"
    r"|contributors?|writers?|reporters?|columnists?|szerzok?|autori|yazar(?:lar)?|penulis|avtor[yi]?|tac-gia|signataires?"
    r"|toimittajat?|skribent(?:er)?|forfattere?)/",
    re.I,
)
_PHOTOGRAPHY: Final = re.compile(r"[摄攝]影|撮影|写真|사진|photo(?:s|graphy)?|fotos?|fotografie", re.I)
# author__name, authorName, and fn of the microformat hCard
_NAME: Final = re.compile(r"(?:^|[\s_-])(?:name|fn)(?![A-Za-z])|(?<=[a-z])Name(?![a-z])")
_CARD: Final = re.compile(r"(?:^|[\s-])(?:fn|user-?name)(?:\s|$)")  # the link to who posted it
_OF_USERS: Final = ("rel=author", "card")
_COMMENT: Final = int(Mark.COMMENT)
_LARGE: Final = 8  # blocks; what is larger holds more than one author's card
_MOST: Final = 100  # pieces of text or elements; what has more names no author
# What stands before a name: so many pieces of text, and so many letters of them.
_PIECES: Final = 8
_LINE: Final = 80
_PICTURES: Final = re.compile(
    r"(?:foto['’]?s?|photos?|photographs?|pictures?|bild(?:er)?|fotograf\w*|illustrat\w+|zdjęci[ae]|фото)"
    r"(?: by| von| par| de)?\s*[:：]?\s*$",
    re.I,
)


class AuthorMarks:
    """The elements that name an author."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, url: str | None) -> None:
        self.page = page
        self.url = url
        self.survey = facts.survey
        self.zone = zone

    def named(self) -> Iterator[tuple[list[str], str]]:
        """Yield the texts of the elements around the text that name an author, with what makes them do so."""
        found = [(element, place) for element, place in self._near() if _is_small(element)]
        users = {self.page.text(element) for element, place in found if place in _OF_USERS}
        alone = len(users) == 1 and " " not in max(users)
        for element, place in found:
            below = element.first >= max(self.zone.first + 4, self.zone.title + 7)
            answers = below and place == "card" and len(users) > 1
            if answers or self.zone.marks_around(element) & _COMMENT or self._took_pictures(element):
                continue
            texts = list(takewhile(lambda text: not TAGS_HEADING.fullmatch(text), self.texts(element)))
            if 1 < sum(map(len, texts)) <= 120:
                side = " (tail)" if below and not (alone and place in _OF_USERS) else ""
                yield texts, place.replace("card", "rel=author") + side

    def texts(self, element: Element) -> list[str]:
        """Return the lines of an element, or its texts between the borders of elements if no line is a name."""
        within = self.page.within(element) if element.last - element.first <= _LARGE else ()
        called = [one for one in within if _NAME.search(one.get("class") or "")]
        if called:
            return [self.page.text(one) for one in called]
        lines = self.page.text(element).split("\n")
        runs = self.page.runs[element.start : element.end]
        if any(HINT.search(line) and byline(line) for line in lines):
            return lines
        if not _is_glued(runs) and any(is_person(name) for line in lines if (name := clean_name(line))):
            return lines
        return list(texts_between(runs))

    def _took_pictures(self, element: Element) -> bool:
        """Say whether an element stands in a caption, or behind a word for pictures: "Foto’s Kees Rodenburg"."""
        if element.inside("figcaption"):
            return True
        blocks = self.page.blocks
        block = blocks[element.first] if element.first < len(blocks) else None
        if element.first and _PHOTOGRAPHY.fullmatch(blocks[element.first - 1].text):
            return True
        before = self.page.runs[max(block.start, element.start - _PIECES) : element.start] if block else []
        return bool(_PICTURES.search("".join(before)[-_LINE:]))

    def _near(self) -> Iterator[tuple[Element, str]]:
        """Yield the elements around the article that name an author, with what makes them do so."""
        survey = self.survey
        start, end = self.zone.start, self.zone.last + 7
        for element in near(survey.anchors, start, end):
            attributes = element.attributes
            if "author" in attributes.get("rel", ""):
                yield element, "rel=author"
            elif _CARD.search(attributes.get("class", "")):
                yield element, "card"
            elif _AUTHOR_PATH.search(attributes.get("href", "")) and not self._is_section(element):
                yield element, "link to author"
        for element in near(survey.authors, start, end):
            if not self._labels(element):
                yield element, "class"

    def _is_section(self, link: Element) -> bool:
        """Say whether a link leads to a folder in which the page lies, as /people/ may be, and has no common name."""
        return is_folder(self.url, link.get("href") or "") and not has_given_name(self.page.text(link))

    def _labels(self, element: Element) -> bool:
        """Say whether an element is the heading of another: "Article information"."""
        name = element.get("id")
        return bool(name) and any(one.get("aria-labelledby") == name for one in self.page.elements)


def _is_small(element: Element) -> bool:
    return max(element.end - element.start, element.tail - element.number) <= _MOST


def _is_glued(runs: Sequence[str]) -> bool:
    """Say whether words of several elements stand side by side without a space: "Ann Lee" "Reporter"."""
    borders = pairwise(runs)
    return bool(joints(runs)) or any(
        one[-1:].isalpha() and other[:1].isalpha() and min(len(one), len(other)) > 2 for one, other in borders
    )
