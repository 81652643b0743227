"""The section of the site in which the article stands: as declared, in the breadcrumb, or by the link to its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from newsarchive.extraction.fields.choice import candidate
from newsarchive.extraction.fields.context import Context, FieldCandidates
from newsarchive.extraction.fields.section.trails import AROUND, CATEGORY, MOST_ABOVE, Trails, is_called_section
from newsarchive.extraction.fields.structured import types
from newsarchive.extraction.fields.survey import HEADINGS
from newsarchive.extraction.known import is_folder, key
from newsarchive.extraction.page.elements import Element, near
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
    r"^(?:关于|首\s*页|主\s*页|网站首页|门户|門戶|正\s*文|查看内容|详情|details?|文章内容|内容"
    r"|当前位置|您.*位置.*|home|start|startseite"
    r"|homepage|accueil|inicio|início|главная|ホーム|홈|index|news|uncategorized|categor(?:y|ies)|kategorien?|front-?page|posts?|tags?|sitemap|article|share|kw\W?\d+"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|.*[{}\"].*"
    r"|about(?: us)?|über uns|à propos|acerca de|sobre|chi siamo|о нас|关于我们|關於我們"
    r"|contact us|联系我们|聯絡我們|contatti|contactos?|контакты"
    r"|contact|kontakt|impressum|imprint|privacy.*|datenschutz.*|(?:back|zurück|retour|volver|voltar|torna|terug|назад)\b.*|返回.*|print\b.*|drucken|打印.*|.+[专專][题題]|上一页|[\d\W]+"
    r"|[\w-]+(?:\.[a-z]{2,6})+)$",  # a number, the host's own name
    re.I,
)
_FILED: Final = re.compile(  # Posted in News
    r"^(?:(?:posted|filed|published) (?:in|under)|veröffentlicht in|publié dans|publicado en)\s*:?\s*", re.I
)
_FROM: Final = re.compile(r"(?:[来來发發]自|IP属地)\W*$")  # 来自 广东, behind the time
_NOWHERE: Final = ("#", "javascript:", "mailto:")
WEIGHTS: Final = {
    "json-ld articleSection": 0.85,
    "json-ld breadcrumb": 0.75,
    "meta article:section": 0.85,
    "microdata articleSection": 0.80,
    "meta": 0.75,
    "byline label": 0.85,
    "byline meta line": 0.70,
    "link category": 0.80,
    "link breadcrumb": 0.78,
    "link section": 0.60,
    "link called": 0.55,
    "feed section": 0.70,
}


class Sections(FieldCandidates):
    """The candidates for the section."""

    def __init__(self, context: Context, names: set[str]) -> None:
        super().__init__(context)
        # regional.example.com may well have a section of that name
        self.site_names = names - set(
            host(self.known.url or "").removesuffix(registered_domain(self.known.url or "")).split(".")
        )

    def candidates(self) -> Iterator[Candidate]:
        """Yield the sections, declared ones first."""
        for text in self.facts.texts("articleSection")[:1]:
            yield from self._given(text, "json-ld", "articleSection")
        for name, text in self.facts.meta(*_METAS):
            yield from self._given(text, "meta", name)
        for item in self.facts.properties.get("articlesection", [])[:1]:
            yield from self._given(item.get("content") or self.page.text(item), "microdata", "articleSection")
        if self.line and self.line.section and not self._is_origin(self.line.section):
            yield from self._given(self.line.section, "byline", "meta line")
        for line, one in self.zone.labels:
            if one.kind == "section" and (line.head or self.zone.follows_text(line)):
                yield from self._given(one.value, "byline", "label")
        yield from self._categories()
        yield from self._breadcrumbs()
        yield from self._declared_breadcrumbs()
        yield from self._given(self.known.hints.get("section", ""), "feed", "section")

    def _given(self, text: str, origin: str, where: str) -> Iterator[Candidate]:
        text = _FILED.sub("", text.strip())
        value = (re.split(r"\s*[,;|>/]\s*", text)[0] if origin != "link" else text).strip(AROUND)
        if 1 < len(value) <= LONGEST and not _NOT_SECTIONS.match(value) and key(value) not in self.site_names:
            yield candidate(WEIGHTS, value, origin, where)

    def _is_origin(self, text: str) -> bool:
        """Say whether a line names a text as the place from which somebody wrote."""
        return any(_FROM.search(line.text.partition(text)[0]) for line in self.zone.lines if text in line.text)

    def _categories(self) -> Iterator[Candidate]:
        """Yield the first link called one to a category, or that leads to one: beside the date, or below the text."""
        for element in near(self.facts.survey.anchors, self.zone.start, self.zone.last + 9):
            rel, leads = element.attributes.get("rel", ""), CATEGORY.search(element.get("href") or "")
            if "category" in rel or (leads and ("tag" in rel or self._is_beside_date(element))):
                yield from self._given(self.page.text(element), "link", "category")
                return
            if leads and self._is_below(element):
                yield from self._given(self.page.text(element), "link", "section")
                return

    def _is_beside_date(self, link: Element) -> bool:
        between = self.zone.title < link.first < self.zone.first
        return between and any(map(str.isdigit, self.page.blocks[link.first].text))

    def _is_below(self, link: Element) -> bool:
        """Say whether a link begins a line of few under the text, before any heading and in no list of its like."""
        blocks, place = self.page.blocks, link.first
        if place < self.zone.last or any(one.element.tag in HEADINGS for one in blocks[self.zone.last : place + 1]):
            return False
        beside = (
            *blocks[place - 1].anchors,
            *(one for block in blocks[place + 1 : place + 2] for one in block.anchors),
        )
        links = blocks[place].anchors
        listed = len(links) > MOST_ABOVE or any(CATEGORY.search(one.get("href") or "") for one in beside)
        return links[0] == link and not listed

    def _breadcrumbs(self) -> Iterator[Candidate]:
        """Yield the last link of a breadcrumb that is neither the home page nor the article itself."""
        trails = Trails(self.page, self.facts, self.zone, self.known)
        found = (list(self._last(links)) for links in trails.all())
        yield from next(filter(None, found), [])
        yield from [one for link in trails.above() for one in self._given(self.page.text(link), "link", "section")][-1:]
        called = next(filter(is_called_section, near(trails.anchors, self.zone.title, self.zone.first)), None)
        yield from self._given(self.page.text(called), "link", "called") if called else ()

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
                crumbs = [item for item in node.get("itemListElement") or () if _crumb(item)]
                if crumbs and not is_folder(self.known.url, _crumb_address(crumbs[-1])):
                    crumbs.pop()  # the article itself
                sections = [one for item in crumbs for one in self._given(_crumb(item), "json-ld", "breadcrumb")]
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
    front = parts.path in ("", "/") and not parts.query  # /?cat=5 is a category
    return front and name.removeprefix("www.") == registered_domain(f"http://{name}")


def _crumb_address(item: Any) -> str:
    inner = item.get("item")
    found = inner.get("@id") or inner.get("url") if isinstance(inner, dict) else inner
    return found if isinstance(found, str) else ""


def _crumb(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    inner = item.get("item")
    name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return name if isinstance(name, str) else ""
