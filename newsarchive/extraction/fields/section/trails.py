"""The trails of links above an article that lead down to it from the front page, and the link to its section alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.fields.zone import Zone
from newsarchive.extraction.known import Known, is_folder, path
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock, near, visible

CATEGORY: Final = re.compile(
    r"/(?:categor(?:y|ies|ia|ie)|rubri(?:[ck]s?|que|ky?)|kategori(?:e|a|en)?|secci[oó]n|section|sezione|ressort)/."
)
AROUND: Final = " \t#@/|›‹»«<>·•→←"  # what stands around the name of a section in a breadcrumb
NEAR_TITLE: Final = 3  # blocks from the last crumb to the title
MOST_CRUMBS: Final = 9  # links; where there are more it is a menu, whatever its class says
MOST_ABOVE: Final = 3  # links that name a section and what it is in
_HOME: Final = re.compile(
    r"home(?:page)?|start(?:seite)?|accueil|inicio|início|portada|página inicial|главная|головна|首\s*页|首頁|主页"
    r"|ホーム|トップ|홈|forsiden?|hem|etusivu|strona główna|domů|domov|kezdőlap|címlap|acasă|ana ?sayfa|αρχική|beranda"
    r"|trang chủ|الرئيسية|ראשי|voorpagina",
    re.I,
)
_HERE: Final = re.compile(r"(?:您|你)?的?(?:当前|现在|目前)?(?:所在)?的?位置")  # 您现在的位置：首页 > 新闻
_LAYOUT: Final = re.compile(r"\bposition-(?:relative|absolute|static|sticky|fixed|horizontal|vertical|\d)|location-")
_SIGN: Final = re.compile(r"\s*(?:[-=]*[>›»→▶]+)\s*")
_SHORT: Final = 30
_CALLED: Final = re.compile(r"(?:^|[^a-z])(?:cat|categor\w+|kategor\w+|rubri[ckq]\w*|section|ressort|sezione)(?![a-z])")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DIGIT: Final = re.compile(r"\d")


class Trails:
    """The links that name the section of an article and what that is in, the nearest to the article last."""

    def __init__(self, page: Page, facts: Facts, zone: Zone, known: Known) -> None:
        self.page = page
        self.zone = zone
        self.known = known
        self.anchors = facts.survey.anchors
        self.crumbs = facts.survey.crumbs

    def all(self) -> Iterator[list[Element]]:
        """Yield the trails: what is called one, what says so, links with arrows between them, links from Home on."""
        end = max(self.zone.title, self.zone.first)
        for element in self.crumbs:
            if element.first > end:
                break
            links = [] if _LAYOUT.search(element.attributes.get("class", "")) else self._links(element)
            if 0 < len(links) <= MOST_CRUMBS:
                yield links
                break
        for block in self.page.blocks[:end]:
            if _HERE.match(block.text):
                yield self._links(block.element)[:MOST_CRUMBS]
                break
        for block in reversed(self.page.blocks[self.zone.start : self.zone.title]):
            if 1 < len(block.anchors) <= MOST_CRUMBS and self._has_arrows(block):
                yield block.anchors
                break
        yield self._from_home()

    def above(self) -> list[Element]:
        """Return the links that are all of a line right above the title and lead to folders of the page or its menu."""
        for block in reversed(self.page.blocks[max(0, self.zone.title - 2) : self.zone.title]):
            links, bare = block.anchors[:MOST_ABOVE], self._is_bare(block)
            if block.anchors and bare and len(block.anchors) <= MOST_ABOVE and self._is_beside_title(block):
                return [link for link in links if self._leads_to_section(link, block)]
        return []

    def _is_bare(self, block: TextBlock) -> bool:
        """Say whether a line says nothing but its links and, in figures, when."""
        around = len(block.text) - block.link_chars
        if around < 3:
            return True
        rest = "".join(self.page.runs[block.anchors[-1].end : block.end]) if len(block.anchors) == 1 else ""
        return block.text.endswith(visible(rest)) and len(visible(rest)) + 1 >= around and not _LETTER.search(rest)

    def _links(self, crumbs: Element) -> list[Element]:
        return [
            element
            for element in self.anchors
            if crumbs.start <= element.start and element.end <= crumbs.end and element.start < element.end
        ]

    def _has_arrows(self, block: TextBlock) -> bool:
        """Say whether an arrow and nothing else stands between all links of a line, and at most another behind them."""
        links = block.anchors
        between = ("".join(self.page.runs[one.end : other.start]) for one, other in pairwise(links))
        rest = visible("".join(self.page.runs[links[-1].end : block.end]))
        return all(map(_SIGN.fullmatch, between)) and (not rest or bool(_SIGN.match(rest)))

    def _from_home(self) -> list[Element]:
        """Return the links between the last one called Home and the title, if each leads deeper than the one before."""
        above = near(self.anchors, self.zone.start, self.zone.title)
        links = [one for one in above if one.start < one.end and one.last <= self.zone.title]
        homes = [i for i, one in enumerate(links) if _HOME.fullmatch(self.page.text(one).strip(AROUND))]
        trail = links[homes[-1] + 1 :] if homes else []
        paths = [self._path(one) for one in trail]
        deeper = all(deep.startswith(before.rstrip("/") + "/") for before, deep in pairwise(paths))
        close = bool(trail) and self.zone.title - trail[-1].first <= NEAR_TITLE
        return trail if close and deeper else []

    def _is_beside_title(self, block: TextBlock) -> bool:
        """Say whether the nearest element with more than a few lines around a line holds the title as well."""
        around = next((one for one in block.element.upwards(6) if one.last - one.first > NEAR_TITLE), None)
        around = around or self.page.root
        return around.first <= self.zone.title < around.last

    def _leads_to_section(self, link: Element, block: TextBlock) -> bool:
        """Say whether a link leads to a folder of the page, or stands by the title and is called a section's."""
        text, href = self.page.text(link), link.get("href") or ""
        if not 1 < len(text) <= _SHORT or _DIGIT.search(text):
            return False
        if is_folder(self.known.url, href):
            return True
        if self.page.blocks[self.zone.title].element.parent not in (block.element, block.element.parent):
            return False
        if is_called_section(link) or _CALLED.search(block.element.get("class") or ""):
            return True
        menu = near(self.anchors, 0, link.first)
        return any(one.get("href") == href and self.page.text(one) == text for one in menu)

    def _path(self, link: Element) -> str:
        return path(self.known.url, link.attributes.get("href", "").strip())


def is_called_section(link: Element) -> bool:
    """Say whether the class of a link, or of the element around it, says that it leads to a section."""
    return any(_CALLED.search(one.get("class") or "") for one in link.upwards(2))
