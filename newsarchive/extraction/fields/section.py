"""The section of the site in which the article stands: as declared, in the breadcrumb, or by the link to its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.metaline import MetaLine
from newsarchive.extraction.fields.structured import Facts, types
from newsarchive.extraction.fields.survey import near
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, key, path
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.items import Candidate
from newsarchive.urls import host, registered_domain

LONGEST: Final = 40
_METAS: Final = (
    "article:section",
    "og:article:section",
    "columnname",
    "section",
    "parsely-section",
    "cxenseparse:recs:category",
    "enp:nodename",
    "article.section",
)
_NOT_SECTIONS: Final = re.compile(
    r"^(?:首\s*页|主\s*页|网站首页|正\s*文|查看内容|详情|文章内容|内容|当前位置|您.*位置.*|home|start|startseite"
    r"|homepage|accueil|inicio|início|главная|ホーム|홈|index|news|uncategorized|front-?page|posts?|tags?|sitemap"
    r"|contact|kontakt|impressum|imprint|privacy.*|datenschutz.*|back|zurück|retour|返回.*|上一页|[\d\W]+"
    r"|[\w-]+(?:\.[a-z]{2,6})+)$",  # a number, the host's own name
    re.I,
)
_HOME: Final = re.compile(
    r"home(?:page)?|start(?:seite)?|accueil|inicio|início|portada|página inicial|главная|головна|首\s*页|首頁|主页"
    r"|ホーム|トップ|홈|forsiden?|hem|etusivu|strona główna|domů|domov|kezdőlap|címlap|acasă|ana ?sayfa|αρχική|beranda"
    r"|trang chủ|الرئيسية|ראשי|voorpagina",
    re.I,
)
_AROUND: Final = " \t#@/|›‹»«<>·•→←"  # what stands around the name of a section in a breadcrumb
NEAR_TITLE: Final = 3  # blocks from the last crumb to the title
MOST_CRUMBS: Final = 9  # links; where there are more it is a menu, whatever its class says
_HERE: Final = re.compile(r"(?:您|你)?的?(?:当前|现在|目前)?(?:所在)?的?位置")  # 您现在的位置：首页 > 新闻
_LAYOUT: Final = re.compile(r"\bposition-(?:relative|absolute|static|sticky|fixed|horizontal|vertical|\d)|location-")
_NOWHERE: Final = ("#", "javascript:", "mailto:")
WEIGHTS: Final = {
    "json-ld articleSection": 0.85,
    "json-ld breadcrumb": 0.75,
    "meta article:section": 0.85,
    "meta": 0.75,
    "byline label": 0.85,
    "byline meta line": 0.80,
    "link category": 0.80,
    "link breadcrumb": 0.78,
    "link section": 0.60,
    "feed section": 0.70,
}


class Sections:
    """The candidates for the section."""

    def __init__(
        self, page: Page, facts: Facts, zone: Zone, known: Known, line: MetaLine | None, names: set[str]
    ) -> None:
        self.page = page
        self.facts = facts
        self.zone = zone
        self.known = known
        self.line = line
        self.site_names = names

    def candidates(self) -> Iterator[Candidate]:
        """Yield the sections, declared ones first."""
        for text in self.facts.texts("articleSection")[:1]:
            yield from self._given(text, "json-ld", "articleSection")
        for name, text in self.facts.meta(*_METAS):
            yield from self._given(text, "meta", name)
        if self.line and self.line.section:
            yield from self._given(self.line.section, "byline", "meta line")
        for line, one in self.zone.labels:
            if one.kind == "section" and line.head:
                yield from self._given(one.value, "byline", "label")
        yield from self._categories()
        yield from self._breadcrumbs()
        yield from self._declared_breadcrumbs()
        yield from self._given(self.known.hints.get("section", ""), "feed", "section")

    def _given(self, text: str, origin: str, where: str) -> Iterator[Candidate]:
        value = (re.split(r"\s*[,;|>/]\s*", text.strip())[0] if origin != "link" else text).strip(_AROUND)
        if 1 < len(value) <= LONGEST and not _NOT_SECTIONS.match(value) and key(value) not in self.site_names:
            yield candidate(WEIGHTS, value, origin, where)

    def _categories(self) -> Iterator[Candidate]:
        for element in near(self.facts.survey.anchors, self.zone.start, self.zone.last + 9):
            if "category" in element.attributes.get("rel", ""):
                yield from self._given(self.page.text(element), "link", "category")
                return

    def _breadcrumbs(self) -> Iterator[Candidate]:
        """Yield the last link of a breadcrumb that is neither the home page nor the article itself."""
        for element in self.facts.survey.crumbs:
            if element.first > max(self.zone.title, self.zone.first):
                return
            links = [] if _LAYOUT.search(element.attributes.get("class", "")) else self._links(element)
            if 0 < len(links) <= MOST_CRUMBS:
                yield from self._last(links)
                return
        for block in self.page.blocks[: max(self.zone.title, self.zone.first)]:
            if _HERE.match(block.text):
                yield from self._last(self._links(block.element)[:MOST_CRUMBS])
                return
        yield from self._last(self._unnamed())

    def _unnamed(self) -> list[Element]:
        """Return the links between the last one called Home and the title, if each leads deeper than the one before."""
        above = near(self.facts.survey.anchors, self.zone.start, self.zone.title)
        links = [one for one in above if one.start < one.end and one.last <= self.zone.title]
        homes = [i for i, one in enumerate(links) if _HOME.fullmatch(self.page.text(one).strip(_AROUND))]
        trail = links[homes[-1] + 1 :] if homes else []
        paths = [path(self.known.url, one.attributes.get("href", "").strip()) for one in trail]
        deeper = all(deep.startswith(before.rstrip("/") + "/") for before, deep in pairwise(paths))
        close = bool(trail) and self.zone.title - trail[-1].first <= NEAR_TITLE
        return trail if close and deeper else []

    def _links(self, crumbs: Element) -> list[Element]:
        return [
            element
            for element in self.facts.survey.anchors
            if crumbs.start <= element.start and element.end <= crumbs.end and element.start < element.end
        ]

    def _last(self, links: list[Element]) -> Iterator[Candidate]:
        found = [
            candidate
            for element in links
            if not _leads_nowhere(element.attributes.get("href", "").strip(), self.known.url)
            for candidate in self._given(self.page.text(element), "link", "breadcrumb")
        ]
        title = key(self.page.blocks[self.zone.title].text) if self.zone.title < len(self.page.blocks) else ""
        yield from [candidate for candidate in found if key(candidate.value) != title][-1:]

    def _declared_breadcrumbs(self) -> Iterator[Candidate]:
        for node in self.facts.nodes:
            if "BreadcrumbList" in types(node):
                names = [name for item in node.get("itemListElement") or () if (name := _crumb(item))]
                sections = [one for name in names[:-1] for one in self._given(name, "json-ld", "breadcrumb")]
                yield from sections[-1:]
                return


def _leads_nowhere(address: str, page: str | None) -> bool:
    """Say whether a link of a breadcrumb stays on the page, or leads to the site's front page."""
    if address.lower().startswith(_NOWHERE) or address == "/":
        return True
    try:
        parts = urlsplit(address)
        if page and address and urljoin(page, address) == page:
            return True
    except ValueError:
        return True
    name = host(f"http://{parts.netloc}")
    return name.removeprefix("www.") == registered_domain(f"http://{name}") and parts.path in ("", "/")


def _crumb(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    inner = item.get("item")
    name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return name if isinstance(name, str) else ""
