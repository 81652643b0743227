"""Whom the page credits: the outlet or agency after 来源 or Source, else the by-line as printed, else the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsarchive.dates import read_date
from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.context import Context, FieldCandidates
from newsarchive.extraction.fields.names import people
from newsarchive.extraction.fields.names.agencies import DESK, NEWS_AGENCY, agency_among, agency_of
from newsarchive.extraction.fields.names.chinese import byline_among
from newsarchive.extraction.fields.names.hanzi import contributed
from newsarchive.extraction.fields.sitenames import site_name
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark
from newsarchive.items import Candidate

LONGEST: Final = 40
_BEHIND: Final = 2  # blocks
_METAS: Final = (
    "contentsource",
    "source",
    "dc.source",
    "dcterms.source",
    "mediaid",
    "og:article:source",
    "enp:source",
    "article:media_name",
    "textarea:source",
)
_LABEL: Final = re.compile(r"^(?:[来來]\s*源|稿\s*源|source|quelle|fuente|fonte)\s*[:：]\s*", re.I)
_EXTRA: Final = re.compile(
    r"\s+(?:原创稿?|综合|[记記]者\s.*|通[讯訊]员\s.*|(?:我要)?评论.*|责任编辑.*|作者.*|时间.*|字号.*|点击.*|编辑.*)$|\s*[|｜].*$|官方[账帳][号號]$|,\s(?:oprac\.|обработ)\s.*$"
)
_REFUSED: Final = re.compile(
    r"^(?:本站|以下文章|原创|转载|admin(?:istrator)?|管理员|佚名|小编|编辑|互联网|未知|网络|不详|none|null|unknown|by|from|via|\d+|https?:.*|.*[。！？].*"
    # who took or sold a picture
    r"|(?:©|\(c\)\s|copyright\b).*|(?:image|photo|photograph|foto|bild|picture|credit|courtesy|zdjęcie|фото)s?\b.+"
    r"|credit|fotos?|photos?|.*(?:getty|shutterstock|unsplash|pixabay|istock|adobe\W?stock|stock\W?adobe|imago\b"
    r"|depositphotos|thinkstock|dreamstime|alamy|wikimedia|flickr).*)$",
    re.I,
)
# Not all words for By: "De" and "Text" open other lines as well.
_BY: Final = re.compile(r"^(?:by|von|par|por|di|door|av)\s", re.I)
# A sentence that begins like a by-line: Von Montag an fährt jeder zweite Bus, an Allerheiligen jeder.
_SENTENCE: Final = re.compile(r"(?:\S+\s+){6}.*[.!?]$")
_WRAPPED: Final = re.compile(r"[(（《]([^()（）《》]+)[)）》]")
_UNEVEN: Final = re.compile(r"^[^(（《]*[)）》]|[(（《][^)）》]*$")
_CAPTION: Final = int(Mark.CAPTION)
_FOREIGN: Final = int(
    Mark.CAPTION | Mark.SHARE | Mark.PROMO | Mark.ADVERT | Mark.NAVIGATION | Mark.FOOTER | Mark.RELATED | Mark.COMMENT
)
_LAST: Final = re.compile(r",\s\w+$")  # a day of the week
_WIRED: Final = re.compile("\\d日[电電]")
_CHANCE: Final = re.compile(r"\dly|ly\d")
WEIGHTS: Final = {
    "byline label": 0.93,
    "byline label (tail)": 0.72,
    "byline class": 0.80,
    "byline meta line": 0.80,
    "byline outlet": 0.85,
    "byline agency": 0.70,
    "byline author": 0.55,
    "meta": 0.75,
    "site name": 0.40,
    "feed source": 0.60,
}


class Sources(FieldCandidates):
    """The candidates for the source."""

    def __init__(self, context: Context, authors: Sequence[str]) -> None:
        super().__init__(context)
        self.authors = ", ".join(name for name in authors if not DESK.fullmatch(name))
        self.agency = next((name for name in authors if NEWS_AGENCY.fullmatch(name)), None)

    def candidates(self) -> Iterator[Candidate]:
        """Yield what is credited: labelled lines first, the site's own name last."""
        for line, one in self.zone.labels:
            if one.kind != "source" or (one.label.startswith("提供") and not line.head):
                continue
            if not self.zone.marks_around(line.block.element) & _CAPTION:
                told = without_date(one.value) if one.label != "供稿" else contributed(one.value)[0]
                yield from self._given(told, "byline", "label" if line.head else "label (tail)")
        yield from self._wires()
        yield from self._marked()
        if self.line and self.line.byline:
            yield from self._given(self.line.byline, "byline", "meta line")
        for place, text in self.facts.meta(*_METAS):
            yield from self._given(text, "meta", place)
        if self.agency and self.agency == self.authors:
            yield from self._given(self.agency, "byline", "agency")
        yield from (one for text in self._agencies() for one in self._given(text, "byline", "agency"))
        yield from self._bylines()
        name = site_name(self.facts, self.known)
        if name:
            yield candidate(WEIGHTS, name, "site", "name")

    def _wires(self) -> Iterator[Candidate]:
        """Yield who sent a press release, as wires print it below: SOURCE Harbor Works Inc."""
        for line in self.zone.lines:
            if not line.head and line.text.startswith("SOURCE "):
                yield from self._given(line.text.removeprefix("SOURCE "), "byline", "label (tail)")

    def _agencies(self) -> Iterator[str]:
        """Yield the agencies that sign the text, at its ends or in the lines behind it."""
        blocks = self.page.blocks[self.zone.first : self.zone.last]
        signed_by = agency_of(blocks[0].text[:80], blocks[-1].text[-40:]) if blocks else None
        heads = [line.text for line in self.zone.lines if line.head]
        behind = [block.text for block in self.page.blocks[self.zone.last :][:_BEHIND]]
        yield from filter(None, (signed_by, *map(agency_among, [*behind, *(text for text in heads if "/" in text)])))
        yield from filter(None, (agency_of(text, "") for text in heads if _WIRED.search(text)))

    def _bylines(self) -> Iterator[Candidate]:
        for line in self.zone.lines:
            found = byline_among(line.pieces) if line.head else None
            if found and found.outlet:
                yield from self._given(found.outlet, "byline", "outlet")
            if line.head and _BY.match(line.text) and not _SENTENCE.match(line.text):
                named = _BY.sub("", line.text)
                if NEWS_AGENCY.fullmatch(named):
                    yield from self._given(named, "byline", "agency")
                else:
                    yield from self._given(self.authors or ", ".join(people(line.text)), "byline", "author")
        for line, one in self.zone.labels:
            if one.kind == "author" and line.head:
                yield from self._given(self.authors or one.value, "byline", "author")

    def _given(self, text: str, origin: str, where: str) -> Iterator[Candidate]:
        value = _unwrapped(_EXTRA.sub("", _LABEL.sub("", text.strip())).strip(" :：-—,，.[]【】/／|｜"))
        if 1 < len(value) <= LONGEST and not _REFUSED.match(value):
            yield candidate(WEIGHTS, value, origin, where)

    def _marked(self) -> Iterator[Candidate]:
        """Yield the texts of elements near the title whose class or id says source."""
        for element in self.facts.survey.sources:
            if self.zone.start <= element.first <= self.zone.first + 2 and not self._is_elsewhere(element):
                text = self.page.text(element)
                if "\n" not in text and not any(char.isdigit() for char in text):
                    yield from self._given(_BY.sub("", text), "byline", "class")

    def _is_elsewhere(self, element: Element) -> bool:
        """Say whether an element belongs to a picture, a menu or a box, or has its class by chance (css-1ly73wi)."""
        names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
        return bool(_CHANCE.search(names) or self.zone.marks_around(element) & _FOREIGN)


def without_date(text: str) -> str:
    """Return what stands before the date in a text, without the day of the week.

    >>> without_date("MTI, 2025. november 19. 08:05"), without_date("БТА, сряда, 19 ноември 2025")
    ('MTI', 'БТА')
    """
    found = read_date(text) if any(map(str.isdigit, text)) else None
    return _LAST.sub("", text[: found.start].rstrip(" ,;.")) if found and found.start else text


def _unwrapped(text: str) -> str:
    """Return a name without the brackets around all of it; one that ends with a name in brackets keeps them."""
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[1] if wrapped else text.strip("()（）《》") if _UNEVEN.search(text) else text
