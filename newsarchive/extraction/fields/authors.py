"""Who wrote the article: names in machine-readable data, by-line elements, labelled lines and the text's edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from newsarchive.extraction.fields.agencies import AGENCY
from newsarchive.extraction.fields.bylines import printed_names
from newsarchive.extraction.fields.chinese import HINT, byline
from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.metaline import OUTLET, MetaLine
from newsarchive.extraction.fields.names import clean_name, is_person, people
from newsarchive.extraction.fields.structured import Facts, types
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.weights import AUTHORS
from newsarchive.extraction.fields.zone import Zone, texts_between
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, joints
from newsarchive.extraction.page.marks import Mark
from newsarchive.items import Candidate

_METAS: Final = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator",
    "dc.contributor", "cxenseparse:author", "article:author_name", "article.author",
    "citation_author", "byline", "authors",
    "rnews:author", "bt:author", "weibo: article:author", "enp:author", "textarea:author",
)  # fmt: skip
_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|profile?s?|journalist(?:en)?|people|by|staff|redaktion"
    r"|contributors?|writers?|reporters?|columnists?|szerzok?|autori|yazar(?:lar)?|penulis|avtor[yi]?|tac-gia|signataires?"
    r"|toimittajat?|skribent(?:er)?|forfattere?)/",
    re.I,
)
_HAN: Final = re.compile("[\u3400-\u9fff]")
_PHOTOGRAPHY: Final = re.compile(r"[摄攝]影|撮影|写真|사진|photo(?:s|graphy)?|fotos?|fotografie", re.I)
_NAME: Final = re.compile(r"(?:^|[\s_-])name(?![A-Za-z])|(?<=[a-z])Name(?![a-z])")  # author__name, authorName
_ENDING: Final = re.compile("[_|｜—–-][^_|｜—–-]+$")  # of a title: the site's name
_COMMENT: Final = int(Mark.COMMENT)
_PICTURES: Final = re.compile(
    r"(?:foto['’]?s?|photos?|photographs?|pictures?|bild(?:er)?|fotograf\w*|illustrat\w+|zdjęci[ae]|фото)"
    r"(?: by| von| par| de)?\s*[:：]?\s*$",
    re.I,
)


def _is_glued(runs: Sequence[str]) -> bool:
    """Say whether words of several elements stand side by side without a space: "Ann Lee" "Reporter"."""
    borders = pairwise(runs)
    return bool(joints(runs)) or any(
        one[-1:].isalpha() and other[:1].isalpha() and min(len(one), len(other)) > 2 for one, other in borders
    )


class Authors:
    """The candidates for the article's authors: one for each name at each place."""

    def __init__(
        self, page: Page, facts: Facts, zone: Zone, known: Known, names: set[str], line: MetaLine | None
    ) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.site_names = names
        self.line = line

    def candidates(self) -> Iterator[Candidate]:
        """Yield the names, machine-readable ones first."""
        nodes = self.facts.objects("author") or self.facts.objects("creator")
        people_too = any("Person" in types(node) for node in nodes)
        for node in nodes:
            kind = "author (organization)" if "Organization" in types(node) and not people_too else "author"
            names = self._name_of(node)
            if len(nodes) > 1:  # each is one person: "Ann Lee, Harbour News"
                names = [name.partition(", ")[0] for name in names]
            yield from self._named(names, "json-ld", kind)
        if not self.facts.objects("author"):
            yield from self._named(
                self.facts.texts("author") or self.facts.texts("creator"), "json-ld", "author (text)"
            )
        for name, text in self.facts.meta(*_METAS):
            yield from self._named([text], "meta", name)
        yield from self._microdata()
        yield from self._marked()
        yield from self._named(self.line.authors if self.line else (), "byline", "in dated line")
        for text, origin, where, spaced in printed_names(self.zone, self.known.fetched_at):
            yield from self._named([text], origin, where, spaced=spaced)

    def _name_of(self, node: Any) -> list[str]:
        name = node.get("name")
        return [each for each in (name if isinstance(name, list) else [name]) if isinstance(each, str)]

    def _named(self, texts: Iterable[str], origin: str, where: str, *, spaced: bool = False) -> Iterator[Candidate]:
        for text in texts:
            for name in self._without_agencies(list(map(self._without_outlet, people(text, spaced=spaced)))):
                if origin != "json-ld" and _HAN.search(name) and self._is_no_author(name, origin):
                    continue
                kind = " (site)" if key(name) in self.site_names else "" if is_person(name) else " (no person)"
                if origin == "meta" and not kind and _HAN.search(name):
                    kind = " (han)"  # Chinese pages put their site, a number or a user there
                yield candidate(AUTHORS, name, origin, where + kind)

    def _is_no_author(self, name: str, origin: str) -> bool:
        """Say whether a name in hanzi is an outlet's, or in the head that of the printed editor, as often in China."""
        if len(name) > 2 and OUTLET.search(name):
            return True
        ending = _ENDING.search(self.page.title or "")
        return origin == "meta" and (
            (ending is not None and name in ending[0])
            or any(one.kind == "editor" and name in people(one.value) for _, one in self.zone.labels)
        )

    def _without_outlet(self, name: str) -> str:
        """Return a name without the site's, which stands beside it in by-lines: "Ann Lee Harbour News"."""
        words = name.split()
        outlets = (i for i in range(2, len(words)) if key(" ".join(words[i:])) in self.site_names)
        return " ".join(words[: next(outlets, None)])

    def _without_agencies(self, names: list[str]) -> list[str]:
        """Return names without an agency's, or a degree, beside a person's: "Ann Lee, PTI"."""
        others = [name for name in names if not AGENCY.fullmatch(name)]
        named = any(" " in name and key(name) not in self.site_names and is_person(name) for name in others)
        return others if named else names

    def _microdata(self) -> Iterator[Candidate]:
        for element in self.facts.properties.get("author", [])[:6]:
            inner = [
                each
                for each in self.facts.properties.get("name", ())
                if element.start <= each.start and each.end <= element.end and each is not element
            ]
            for each in inner[:3] or [element]:
                content = each.get("content")
                yield from self._named([content] if content else self._texts(each), "microdata", "author")

    def _texts(self, element: Element) -> list[str]:
        """Return the lines of an element, or its texts between the borders of elements if no line is a name."""
        called = [one for one in self.page.within(element) if _NAME.search(one.get("class") or "")]
        if called:
            return [self.page.text(one) for one in called]
        lines = self.page.text(element).split("\n")
        runs = self.page.runs[element.start : element.end]
        if any(HINT.search(line) and byline(line) for line in lines):
            return lines
        if not _is_glued(runs) and any(is_person(name) for line in lines if (name := clean_name(line))):
            return lines
        return list(texts_between(runs))

    def _marked(self) -> Iterator[Candidate]:
        """Yield the names in elements whose relation, address or class says author, around the text."""
        for element, place in self._near():
            if not (self.zone.marks_around(element) & _COMMENT or self._took_pictures(element)):
                texts = self._texts(element)
                if 1 < sum(map(len, texts)) <= 120:
                    side = "" if element.first < max(self.zone.first + 4, self.zone.title + 7) else " (tail)"
                    yield from self._named(texts, "byline", place + side, spaced=True)

    def _took_pictures(self, element: Element) -> bool:
        """Say whether an element stands in a caption, or behind a word for pictures: "Foto’s Kees Rodenburg"."""
        if element.inside("figcaption"):
            return True
        blocks = self.page.blocks
        block = blocks[element.first] if element.first < len(blocks) else None
        if element.first and _PHOTOGRAPHY.fullmatch(blocks[element.first - 1].text):
            return True
        return block is not None and bool(_PICTURES.search("".join(self.page.runs[block.start : element.start])))

    def _near(self) -> Iterator[tuple[Element, str]]:
        """Yield the elements around the article that name an author, with what makes them do so."""
        survey = self.facts.survey
        start, end = self.zone.start, self.zone.last + 7
        for element in near(survey.anchors, start, end):
            attributes = element.attributes
            if "rel" in attributes and "author" in attributes["rel"]:
                yield element, "rel=author"
            elif _AUTHOR_PATH.search(attributes.get("href", "")):
                yield element, "link to author"
        for element in near(survey.authors, start, end):
            if not self._labels(element):
                yield element, "class"

    def _labels(self, element: Element) -> bool:
        """Say whether an element is the heading of another: "Article information"."""
        name = element.get("id")
        return bool(name) and any(one.get("aria-labelledby") == name for one in self.page.elements)
