"""The elements that fields are read from, found in one pass: headings, links, times, and what class names point to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import WORDS, Mark, words_of

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
_TELLING: Final = _NOT_AUTHOR | _KIND_OF.keys()


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
        of_tag = dict.fromkeys(HEADINGS, self.titles) | {"a": self.anchors, "time": self.times}
        for element in page.elements:
            if element.tag in of_tag:
                of_tag[element.tag].append(element)
            attributes = element.attributes
            if attributes:
                if "itemprop" in attributes:
                    self.properties.setdefault(attributes["itemprop"].lower(), []).append(element)
                telling: tuple[str, ...] = ()
                if "class" in attributes:
                    telling = telling_words(attributes["class"])
                if "id" in attributes:
                    telling += telling_words(attributes["id"])
                if telling:
                    for kind in kinds(telling):
                        self._file(element, kind)

    def _file(self, element: Element, kind: str) -> None:
        if kind != "titles" or element.tag not in HEADINGS:
            found: list[Element] = getattr(self, kind)
            found.append(element)


def near(elements: Sequence[Element], first: int, last: int) -> Sequence[Element]:
    """Return those of a page's elements, given in document order, that begin in its blocks ``first`` to ``last``."""
    begin = attrgetter("first")
    return elements[bisect_left(elements, first, key=begin) : bisect_left(elements, last, key=begin)]


@lru_cache(maxsize=16384)
def telling_words(names: str) -> tuple[str, ...]:
    """Return the words of a class or id that decide in which lists its element belongs; most have none.

    >>> telling_words("article-title bio wide"), telling_words("wide")
    (('title', 'bio'), ())
    """
    words = words_of(names)
    return () if _TELLING.isdisjoint(words) else tuple(word for word in words if word in _TELLING)


@lru_cache(maxsize=1024)
def kinds(telling: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lists of the survey in which an element with these telling words belongs.

    >>> kinds(("title", "author")), kinds(("author", "bio", "breadcrumbs"))
    (('titles', 'authors'), ('crumbs',))
    """
    found = dict.fromkeys(_KIND_OF[word] for word in telling if word in _KIND_OF)
    if "authors" in found and not _NOT_AUTHOR.isdisjoint(telling):
        del found["authors"]
    return tuple(found)
