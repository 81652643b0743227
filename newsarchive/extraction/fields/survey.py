"""The elements that fields are read from, found in one pass: headings, links, times, and what class names point to."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import CAMEL, SEPARATORS, WORDS, Mark

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Whole words of class and id names.
_KINDS: Final = {
    "titles": WORDS[Mark.TITLE],
    "authors": "author authors authorname byline bylines autor autoren autorin autorenzeile auteur auteurs autore"
    " writer writers firma redaktor verfasser journalist signature authorbold",
    "sources": "source laiyuan ly sour media mname",
    "crumbs": "breadcrumb breadcrumbs crumb crumbs position location dqwz weizhi mbx path",
}
_KIND_OF: Final = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_NOT_AUTHOR: Final = frozenset(
    "avatar bio biography desc description date time image img photo social follow comment comments related"
    " count".split()
)


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
            attributes = element.attributes
            if element.tag in HEADINGS:
                self.titles.append(element)
            elif element.tag == "a":
                self.anchors.append(element)
            elif element.tag == "time":
                self.times.append(element)
            if "itemprop" in attributes:
                self.properties.setdefault(attributes["itemprop"].lower(), []).append(element)
            if "class" in attributes or "id" in attributes:
                for kind in kinds(attributes.get("class", ""), attributes.get("id", "")):
                    self._file(element, kind)

    def _file(self, element: Element, kind: str) -> None:
        if kind != "titles" or element.tag not in HEADINGS:
            found: list[Element] = getattr(self, kind)
            found.append(element)


@lru_cache(maxsize=16384)
def kinds(class_name: str, identity: str) -> tuple[str, ...]:
    """Return the lists of the survey in which an element of this class and id belongs.

    >>> kinds("article-title author", ""), kinds("author-bio", "breadcrumbs")
    (('titles', 'authors'), ('crumbs',))
    """
    names = f"{class_name} {identity}"
    words = (names if names.islower() else CAMEL.sub(" ", names).lower()).translate(SEPARATORS).split()
    found = dict.fromkeys(_KIND_OF[word] for word in words if word in _KIND_OF)
    if "authors" in found and not _NOT_AUTHOR.isdisjoint(words):
        del found["authors"]
    return tuple(found)
