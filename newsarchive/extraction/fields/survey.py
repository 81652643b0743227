"""The elements that fields are read from, found in one pass: headings, links, times, and what class names point to."""

from __future__ import annotations

from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark, votes_of

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TITLE, _AUTHOR, _SOURCE, _CRUMBS, _NO_AUTHOR, _ANY = (
    int(mark)
    for mark in (
        Mark.TITLE, Mark.AUTHOR, Mark.SOURCE, Mark.CRUMBS, Mark.NO_AUTHOR,
        Mark.TITLE | Mark.AUTHOR | Mark.SOURCE | Mark.CRUMBS,
    )
)  # fmt: skip

# Dublin Core and SIOC, as old systems write them, by the names that schema.org gives the same.
_RDFA: Final = {
    "schema:author": "author", "schema:headline": "headline", "schema:datepublished": "datepublished",
    "schema:datemodified": "datemodified", "schema:name": "name", "dc:creator": "author",
    "dc:date": "datepublished", "dc:created": "datepublished", "dc:modified": "datemodified",
}  # fmt: skip


class Survey:
    """Lists of a page's elements, each in document order.

    ``titles`` are headings and what has a title's class; ``anchors`` have an address; ``times`` are time elements;
    ``authors``, ``sources`` and ``crumbs`` have a class or id that says so; ``properties`` maps lower-case names of
    microdata, and of RDFa without their prefix, to elements.
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
            tag, attributes = element.tag, element.attributes
            if tag in of_tag:
                of_tag[tag].append(element)
            if attributes:
                if "itemprop" in attributes:
                    self.properties.setdefault(attributes["itemprop"].lower(), []).append(element)
                elif "property" in attributes:
                    for name in {_RDFA.get(one, one) for one in attributes["property"].lower().split()}:
                        self.properties.setdefault(name, []).append(element)
                marks = votes_of(attributes["class"]) if "class" in attributes else 0
                if "id" in attributes:
                    marks |= votes_of(attributes["id"])
                if attributes.get("aria-label", "").lower().startswith("breadcrumb"):
                    marks |= _CRUMBS
                if marks & _ANY:
                    self._file(element, marks)

    def _file(self, element: Element, marks: int) -> None:
        if marks & _TITLE and element.tag not in HEADINGS:
            self.titles.append(element)
        if marks & _AUTHOR and not marks & _NO_AUTHOR:
            self.authors.append(element)
        if marks & _SOURCE:
            self.sources.append(element)
        if marks & _CRUMBS:
            self.crumbs.append(element)
