"""Say what a page is before anybody takes it for an article, by its text.

An article is never called anything else on thin evidence: what a page says of itself (``og:type``, JSON-LD), a headline
that is the page's title, or enough running text settles it. Measured on 932 article pages: none is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from newsarchive.discovery.challenges import CHALLENGES
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction.body.rules.lines import DAY
from newsarchive.extraction.body.state import tells
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.phrases import LOGIN, NO_SITE, OUT_OF_ORDER, said
from newsarchive.extraction.responseclass import Verdict
from newsarchive.items import PageClass
from newsarchive.urls import is_front_page

# What a page of one short paragraph holds, in the width of Latin letters.
LITTLE: Final = 400
LINE: Final = 120
ROW_DAY: Final = re.compile(  # beside a headline in a list
    rf"{DAY.pattern}|[\[(（]?(?<!\d)[01]?\d[-/月][0-3]?\d日?(?!\d)[\])）]?"
)
ROWS: Final = 8
MENU: Final = 12
# So many links beside less than a paragraph are a list, wherever they stand.
LINKS: Final = 60
PARAGRAPH: Final = 60
ARTICLE_TYPES: Final = re.compile(r"\"@type\"\s*:\s*\[?\s*\"[A-Za-z]*(?:Article|BlogPosting|Report|Recipe|Review)\"")
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def of_page(page: Page, url: str | None = None) -> Verdict | None:
    """Judge a page by its text and structure; ``None`` when it may be an article."""
    text = _Text(page)
    if not page.blocks:
        # An application's page may hold the article in its scripts alone.
        return None if text.declared or _is_drawn(page, url) else _without_text(page)
    if text.prose < LITTLE or (len(page.blocks) < 12 and text.prose < 2 * LITTLE):
        announced = _announced(page, text)
        if announced:
            return announced
    if url is not None and is_front_page(url) and (front := _front(text, page)):
        return front
    if text.declared:
        return None
    if NO_SITE.match(page.title or ""):
        return Verdict(PageClass.ERROR, f"its title says {page.title!r}")
    return _list(text, page, url)


class _Text:
    """The amounts that tell an article from a list: running text in its largest group, and headlines that are links.

    ``rows`` are links as long as headlines in the group with the most of them, ``links`` all that are a few words long.
    """

    def __init__(self, page: Page) -> None:
        groups: defaultdict[int, int] = defaultdict(int)
        rows: defaultdict[int, int] = defaultdict(int)
        self.links = 0
        for block in page.blocks:
            size = _width(block.text)
            dated = ROW_DAY.search(block.text) if 0 < block.link_chars < len(block.text) < LINE else None
            share = block.link_chars / max(1, len(block.text) - (len(dated[0]) if dated else 0))
            if share > 0.5 and size >= 10:
                self.links += 1
                for element in _around(block) if size >= 25 or dated else ():
                    rows[id(element)] += 1
            elif size * (1 - share) >= 50:
                groups[id(block.element.parent)] += round(size * (1 - share))
        self.prose = max(groups.values(), default=0)
        self.rows = max(rows.values(), default=0)
        self.declared = _is_declared(page)


def _around(block: TextBlock) -> list[Element]:
    element: Element | None = block.element
    found: list[Element] = []
    while element is not None and len(found) < 3:
        found.append(element)
        element = element.parent
    return found


def _width(text: str) -> int:
    """Return the length of a text in Latin letters: a Chinese character says as much as 2.5 of them."""
    return len(text) + round(1.5 * len(_WIDE.findall(text))) if not text.isascii() else len(text)


def _is_declared(page: Page) -> bool:
    for meta in page.metas:
        key = (meta.get("property") or meta.get("name") or "").lower()
        if key == "article:published_time" or (key == "og:type" and "article" in (meta.get("content") or "").lower()):
            return True
    return any(ARTICLE_TYPES.search(text) for text in page.json_ld)


def _is_drawn(page: Page, url: str | None) -> bool:
    """Say whether a page at an article's address holds a text for its scripts to draw."""
    return url is not None and looks_like_article(url) and tells(page.scripts, page.title or "")


def _without_text(page: Page) -> Verdict:
    if CHALLENGES.search(page.html[:200_000]):
        return Verdict(PageClass.BLOCK, "it holds only the script of a challenge")
    announced = said(page.title or "")
    if announced:
        return Verdict(announced, f"its title says {page.title!r} and it has no text")
    return Verdict(PageClass.UNREADABLE, "it has no text without its scripts")


def _announced(page: Page, text: _Text) -> Verdict | None:
    """Return what a page with hardly any running text says it is, in its title or in a line."""
    if text.prose < LITTLE and len(page.blocks) < 40 and CHALLENGES.search(page.html[:200_000]):
        return Verdict(PageClass.BLOCK, "it holds the script of a challenge and hardly any text")
    if LOGIN.match(page.title or "") and not text.declared:
        return Verdict(PageClass.PAYWALL, f"its title says {page.title!r} and it has hardly any text")
    lines = [page.title or "", *(block.text for block in page.blocks[:60])]
    for line in lines:
        page_class = said(line)
        if page_class and not (text.declared and page_class is not PageClass.PAYWALL):
            return Verdict(page_class, f"it says {line[:80]!r} and hardly anything else")
    named = page.title or page.blocks[0].text
    if OUT_OF_ORDER.match(named) and not text.declared:
        return Verdict(PageClass.ERROR, f"it says {named!r} and hardly anything else")
    return None


def _front(text: _Text, page: Page) -> Verdict | None:
    """Judge the page at a site's root: a list of articles, whatever it declares of them, unless it says it is one."""
    if any(meta.get("property") == "og:type" and meta.get("content") == "article" for meta in page.metas):
        return None
    if text.rows >= ROWS and text.prose < 60 * text.rows:
        return Verdict(PageClass.FRONT, f"it is the site's front page with {text.rows} headlines")
    if text.links >= MENU and text.prose < max(LITTLE, 6 * text.links):
        return Verdict(PageClass.FRONT, f"it is the site's front page with {text.links} links and hardly any text")
    return None


def _list(text: _Text, page: Page, url: str | None) -> Verdict | None:
    if _has_headline(page):
        return None
    shaped = url is not None and looks_like_article(url)
    none = text.prose < PARAGRAPH
    if text.rows >= 2 * ROWS and none if shaped else text.rows >= ROWS and text.prose < 30 * text.rows:
        return Verdict(PageClass.LIST, f"it lists {text.rows} headlines beside little text")
    if text.links >= LINKS and none and not shaped:
        return Verdict(PageClass.LIST, f"it holds {text.links} links and no paragraph")
    return None


def _has_headline(page: Page) -> bool:
    """Say whether a heading stands in the page's title too and is as long as headlines are."""
    title = page.title or ""
    return any(
        block.element.tag in {"h1", "h2", "h3"} and _width(block.text) >= 20 and block.text[:40] in title
        for block in page.blocks
    )
