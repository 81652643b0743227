"""Who wrote the article: names in machine-readable data, by-line elements, labelled lines and the text's edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names import clean_name, is_person, people
from newsarchive.extraction.fields.structured import Facts, types
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.weights import AUTHORS
from newsarchive.extraction.fields.zone import Line, Zone, texts_between
from newsarchive.extraction.known import Known, key
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, joints
from newsarchive.extraction.page.marks import Mark
from newsarchive.items import Candidate

_METAS: Final = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator",
    "dc.contributor", "cxenseparse:author", "article:author_name", "article.author",
    "citation_author", "byline", "authors",
    "rnews:author", "bt:author", "weibo: article:author", "enp:author",
)  # fmt: skip
_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|profile?s?|journalist(?:en)?|people|by|staff|redaktion"
    r"|contributors?|writers?|columnists?|szerzok?|autori|yazar(?:lar)?|penulis|avtor[yi]?|tac-gia|signataires?"
    r"|toimittajat?|skribent(?:er)?|forfattere?)/",
    re.I,
)
_NAME: Final = (
    r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*|(?:von|van|de|der|den|del|della|di|da|du|la|le|zu|ten|bin|al|el|dos)(?=\s[^\W\d_]))"
)
_NAMES: Final = rf"{_NAME}(?:[ \xa0]{_NAME}){{0,4}}"  # no further than to the border of an element
_BY_LINE: Final = (
    re.compile(  # By Ann Lee and Bo Yu; Veröffentlicht am 1.2.2022 von Max Muster; Ein Interview von Eva Muster
        rf"(?:^|(?<=\s))(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported )?[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]oor|[Pp]rzez"
        rf"|[Aa]v|[Dd]i|От|от)\s?[:：]?\s?"
        rf"({_NAMES}(?:(?:,\s?|\s?&\s|\s(?:and|und|et|y|e|och|og|en|i|и)\s){_NAMES}){{0,4}})"
    )
)
_BESIDE_DATE: Final = re.compile(rf"^({_NAMES})\s?[,|·•/–-]?\s*(?=\d)|\d\s?(?:Uhr)?\s?[,|·•/–-]\s?({_NAMES})$")
_IN_TEXT: Final = (  # （记者 陆一夫）, 【文/观察者网 张三】, 采写：南都记者 余毅菁, 記者張三／台北報導
    re.compile(
        r"[(（]\s*(?:本报|本网"
        r"|全媒体)?记者\s*[:：]?\s*([\u3400-\u9fff·、 ]{2,20}?)(?:\s*通讯员\s*([\u3400-\u9fff·、 ]{2,20}))?\s*[)）]"
    ),
    re.compile(r"【文[/／]\s*(?:\S{2,8}(?:网|报|社)\S{0,4}\s+)?([\u3400-\u9fff·、 ]{2,16})】"),
    re.compile(r"^〔?記者([\u3400-\u9fff·、]{2,12})[／/]"),
    re.compile(r"^[（(](?:中央社)?[記记]者([\u3400-\u9fff]{3})[\u3400-\u9fff]{2,4}\d{1,2}日[電电]"),
    re.compile(
        r"^(?:本报|本网|本刊|全媒体|融媒体|见习|实习|首席)*记者[\s:：]+([\u3400-\u9fff·、 ]{2,20}?)"
        r"(?:\s*(?:特约)?通讯员[\s:：]+([\u3400-\u9fff·、 ]{2,20}))?(?:\s*[文图摄/／]+)?$"
    ),
    re.compile(r"^[□■]\s*\S{0,10}记者\s*([\u3400-\u9fff·、 ]{2,20})$"),
)
_HAN: Final = re.compile("[\u3400-\u9fff]")
# Scripts that have no capitals, so that a word says nothing of being a name: Hebrew to Tibetan, hangul, kana, hanzi.
_CASELESS: Final = re.compile("[\u0590-\u0fff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_KOREAN: Final = re.compile(
    r"(?:^|[\s)=(])([가-힣]{2,4})\s(?:(?:선임|수습|인턴|전문|객원)\s?)?(?:기자|특파원)(?![가-힣])"
)
_COMMENT: Final = int(Mark.COMMENT)
_NOT_LONE: Final = frozenset(("h1", "h2", "h3", "li", "figcaption"))


class Authors:
    """The candidates for the article's authors: one for each name at each place."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, known: Known, names: set[str]) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.site_names = names

    def candidates(self) -> Iterator[Candidate]:
        """Yield the names, machine-readable ones first."""
        nodes = self.facts.objects("author") or self.facts.objects("creator")
        people_too = any("Person" in types(node) for node in nodes)
        for node in nodes:
            kind = "author (organization)" if "Organization" in types(node) and not people_too else "author"
            yield from self._named(self._name_of(node), "json-ld", kind)
        if not self.facts.objects("author"):
            yield from self._named(
                self.facts.texts("author") or self.facts.texts("creator"), "json-ld", "author (text)"
            )
        for name, text in self.facts.meta(*_METAS):
            yield from self._named([text], "meta", name)
        yield from self._microdata()
        yield from self._marked()
        yield from self._lines()

    def _name_of(self, node: Any) -> list[str]:
        name = node.get("name")
        return [each for each in (name if isinstance(name, list) else [name]) if isinstance(each, str)]

    def _named(self, texts: Iterable[str], origin: str, where: str, *, spaced: bool = False) -> Iterator[Candidate]:
        for text in texts:
            for name in people(text, spaced=spaced):
                kind = " (site)" if key(name) in self.site_names else "" if is_person(name) else " (no person)"
                if origin == "meta" and not kind and _HAN.search(name):
                    kind = " (han)"  # Chinese pages put their site, a number or a user there
                yield candidate(AUTHORS, name, origin, where + kind)

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
        lines = self.page.text(element).split("\n")
        runs = self.page.runs[element.start : element.end]
        if not joints(runs) and any(is_person(name) for line in lines if (name := clean_name(line))):
            return lines
        return list(texts_between(runs))

    def _marked(self) -> Iterator[Candidate]:
        """Yield the names in elements whose relation, address or class says author, around the text."""
        for element, place in self._near():
            if not self.zone.marks_around(element) & _COMMENT:
                texts = self._texts(element)
                if 1 < sum(map(len, texts)) <= 120:
                    side = "" if element.first < max(self.zone.first + 4, self.zone.title + 7) else " (tail)"
                    yield from self._named(texts, "byline", place + side, spaced=True)

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
            yield element, "class"

    def _lines(self) -> Iterator[Candidate]:
        """Yield the names after labels, beside the date, and in the by-lines inside Chinese reports."""
        for line, one in self.zone.labels:
            if one.kind == "author":
                side = "" if line.head else " (tail)"
                yield from self._named([one.value], "byline", f"label{side}", spaced=True)
        for line in self.zone.lines:
            side = "" if line.head else " (tail)"
            yield from self._unlabelled(line, side)
        begin, end = self.zone.first, self.zone.last
        edges = dict.fromkeys(
            [*self.page.blocks[max(0, begin - 2) : begin + 3], *self.page.blocks[max(0, end - 2) : end]]
        )
        for block in edges:
            if not block.text.isascii():
                for pattern in (*_IN_TEXT, _KOREAN):
                    for match in pattern.finditer(block.text[:300] + " " + block.text[-100:]):
                        yield from self._named(filter(None, match.groups()), "text", "reporter", spaced=True)

    def _unlabelled(self, line: Line, side: str) -> Iterator[Candidate]:
        text = line.text
        if len(text) > 110 or line.distance < -3:
            return
        match = _BY_LINE.search(BORDER.join(line.pieces))
        if match:
            yield from self._named([match[1]], "byline", f"{'by' if match.start() == 0 else 'by inside'}{side}")
            return
        korean = _KOREAN.findall(text)
        if korean:
            yield from self._named(korean, "byline", f"by{side}")
            return
        caseless = bool(_CASELESS.search(text))
        beside = None if caseless else _BESIDE_DATE.search(text)
        if beside and line.head:
            yield from self._named(filter(None, beside.groups()), "byline", "beside date")
        elif (
            line.head
            and line.distance > 0
            and len(text) < 40
            and text.isprintable()
            and not caseless
            and all(map(is_person, text.split("/")))
            and line.block.element.tag not in _NOT_LONE
        ):
            yield from self._named([text], "byline", "bold name" if self._opens_text(line.block) else "lone name")

    def _opens_text(self, block: TextBlock) -> bool:
        """Say whether a block is in bold and stands where the text begins."""
        begin = self.zone.first
        return block.strong_chars >= len(block.text) and block in self.page.blocks[max(0, begin - 1) : begin + 2]
