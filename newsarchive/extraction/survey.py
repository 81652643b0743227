"""The elements that fields are read from, found in one pass: headings, links, times, and what class names point to."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsarchive.extraction.elements import Element
from newsarchive.extraction.marks import CAMEL, SEPARATORS, WORDS, Mark
from newsarchive.extraction.page import Page

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Whole words of class and id names.
_TITLE: Final = frozenset(WORDS[Mark.TITLE].split())
_AUTHOR: Final = frozenset(
    "author authors byline bylines autor autoren autorin autorenzeile auteur auteurs autore writer writers firma"
    " redaktor verfasser journalist signature authorbold authorname".split()
)
_NOT_AUTHOR: Final = frozenset(
    "avatar bio biography desc description date time image img photo social follow comment comments related"
    " count".split()
)
_SOURCE: Final = frozenset("source laiyuan ly sour media mname".split())
_CRUMBS: Final = frozenset("breadcrumb breadcrumbs crumb crumbs position location dqwz weizhi mbx path".split())


class Survey:
    """Lists of a page's elements, each in document order.

    ``titles`` are headings and what has a title's class; ``anchors`` have an address; ``times`` are time elements;
    ``authors``, ``sources`` and ``crumbs`` have a class or id that says so; ``properties`` maps lower-case microdata
    names to elements.
    """

    def __init__(self, page: Page) -> None:
        self.titles: list[Element] = []
        self.anchors: list[Element] = []
        self.times: list[Element] = []
        self.authors: list[Element] = []
        self.sources: list[Element] = []
        self.crumbs: list[Element] = []
        self.properties: dict[str, list[Element]] = {}
        for element in page.elements:
            self._file(element)

    def _file(self, element: Element) -> None:  # noqa: C901 - one pass over every element of the page
        tag, attributes = element.tag, element.attributes
        if tag in HEADINGS:
            self.titles.append(element)
        elif tag == "a":
            self.anchors.append(element)
        elif tag == "time":
            self.times.append(element)
        if not attributes:
            return
        if "itemprop" in attributes:
            self.properties.setdefault(attributes["itemprop"].lower(), []).append(element)
        if "class" in attributes or "id" in attributes:
            title, author, source, crumbs = kinds(attributes.get("class", ""), attributes.get("id", ""))
            if title and tag not in HEADINGS:
                self.titles.append(element)
            if author:
                self.authors.append(element)
            if source:
                self.sources.append(element)
            if crumbs:
                self.crumbs.append(element)


@lru_cache(maxsize=16384)
def kinds(class_name: str, identity: str) -> tuple[bool, bool, bool, bool]:
    """Return whether class or id speak of a title, an author, a source, a breadcrumb."""
    names = f"{class_name} {identity}"
    words = set((names if names.islower() else CAMEL.sub(" ", names).lower()).translate(SEPARATORS).split())
    return (
        not words.isdisjoint(_TITLE),
        not words.isdisjoint(_AUTHOR) and words.isdisjoint(_NOT_AUTHOR),
        not words.isdisjoint(_SOURCE),
        not words.isdisjoint(_CRUMBS),
    )
