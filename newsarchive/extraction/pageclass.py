"""Say what a response is before anybody takes it for an article: by its status, its headers and its text.

An article is never called anything else on thin evidence: what a page says of itself (``og:type``, JSON-LD), a headline
that is the page's title, or enough running text settles it. Measured on 932 article pages: none is refused.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from newsarchive.charsets import decode
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction.known import path
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.phrases import CHALLENGES, said
from newsarchive.items import PageClass
from newsarchive.text import clean

# What a page of one short paragraph holds, in the width of Latin letters.
LITTLE: Final = 400
ROWS: Final = 8
MENU: Final = 12
ARTICLE_TYPES: Final = re.compile(r"\"@type\"\s*:\s*\[?\s*\"[A-Za-z]*(?:Article|BlogPosting|Report|Recipe|Review)\"")
FRONT_PATH: Final = re.compile(r"/?(?:(?:index|default|home|main)\.\w{2,5})?$", re.IGNORECASE)
HTML_TYPES: Final = re.compile(
    r"^\s*(?:text/html|application/xhtml|text/plain|application/octet-stream|$)", re.IGNORECASE
)
# How files begin that are no text, whatever their header says.
MAGIC: Final = {
    b"%PDF": "PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP file",
    b"\x1f\x8b": "a gzip file",
    b"RIFF": "a media file",
    b"ID3": "an MP3 file",
    b"\x00\x00\x00": "a media file",
}
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # but for ESC, which ISO-2022-JP is written with
_UNWRITTEN: Final = {"Cc", "Cn", "Co", "Cs"}  # controls, code points without a character, private ones, surrogates
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLOCKED: Final = {401, 403, 405, 406, 418, 429, 451}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a response is, and the reason as the end of the sentence "It is not an article: …"."""

    page_class: PageClass
    reason: str


def of_response(status: int, header: Callable[[str], str | None], body: bytes) -> Verdict | None:
    """Judge a response by status, headers and first bytes; ``None`` when only its text can tell.

    ``header`` returns a header by name, as ``Capture.header`` does.
    """
    if status in {404, 410}:
        return Verdict(PageClass.ERROR, f"the server answers {status}: the page is gone")
    if status in _BLOCKED or header("cf-mitigated") == "challenge" or header("x-amzn-waf-action"):
        return Verdict(PageClass.BLOCK, f"the server answers {status} and blocks the request")
    if status in {202, 503} and CHALLENGES.search(body[:100_000].decode("latin-1")):
        return Verdict(PageClass.BLOCK, f"the server answers {status} with a challenge")
    if status == 202 and len(body) < 5_000:
        return Verdict(PageClass.BLOCK, "the server answers 202 without a page")
    if 300 <= status < 400 and header("location"):
        return Verdict(PageClass.REDIRECT, "it leads to another address")
    if status >= 300 or status < 200:
        return Verdict(PageClass.ERROR, f"the server answers {status}")
    if not body.strip():
        return Verdict(PageClass.ERROR, "the response is empty")
    return _not_html(header("content-type") or "", body)


def of_page(page: Page, url: str | None = None) -> Verdict | None:
    """Judge a page by its text and structure; ``None`` when it may be an article."""
    text = _Text(page)
    if not page.blocks:
        # An application's page may hold the declared article in its scripts alone.
        return None if text.declared else _without_text(page)
    if text.prose < LITTLE or (len(page.blocks) < 12 and text.prose < 2 * LITTLE):
        announced = _announced(page, text)
        if announced:
            return announced
    if text.declared:
        return None
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
            share = block.link_chars / max(1, len(block.text))
            if share > 0.5 and size >= 10:
                self.links += 1
                for element in _around(block) if size >= 25 else ():
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
    lines = [page.title or "", *(block.text for block in page.blocks[:60])]
    for line in lines:
        page_class = said(line)
        if page_class and not (text.declared and page_class is not PageClass.PAYWALL):
            return Verdict(page_class, f"it says {line[:80]!r} and hardly anything else")
    return None


def _list(text: _Text, page: Page, url: str | None) -> Verdict | None:
    if _is_front(url) and text.rows >= ROWS and text.prose < 60 * text.rows:
        return Verdict(PageClass.FRONT, f"it is the site's front page with {text.rows} headlines")
    if _is_front(url) and text.links >= MENU and text.prose < LITTLE:
        return Verdict(PageClass.FRONT, f"it is the site's front page with {text.links} links and hardly any text")
    if _has_headline(page):
        return None
    shaped = url is not None and looks_like_article(url)
    enough = text.rows >= 2 * ROWS and text.prose < 60 if shaped else text.rows >= ROWS and text.prose < 30 * text.rows
    return Verdict(PageClass.LIST, f"it lists {text.rows} headlines beside little text") if enough else None


def _is_front(url: str | None) -> bool:
    return url is not None and "?" not in url and bool(FRONT_PATH.fullmatch(path(url)))


def _has_headline(page: Page) -> bool:
    """Say whether a heading stands in the page's title too and is as long as headlines are."""
    title = page.title or ""
    return any(
        block.element.tag in {"h1", "h2", "h3"} and _width(block.text) >= 20 and block.text[:40] in title
        for block in page.blocks
    )


def _not_html(content_type: str, body: bytes) -> Verdict | None:
    start = body[:8]
    kind = next((kind for magic, kind in MAGIC.items() if start.startswith(magic)), None)
    if kind:
        return Verdict(PageClass.NOT_HTML, f"it is {kind}")
    if not HTML_TYPES.match(content_type) and b"<html" not in body[:2_000].lower():
        return Verdict(PageClass.NOT_HTML, f"the server calls it {clean(content_type.partition(';')[0])}")
    return Verdict(PageClass.NOT_HTML, "it is binary") if _is_binary(body[:2_000]) else None


def _is_binary(start: bytes) -> bool:
    """Say whether bytes are no text in whatever charset: one character in twenty is none that anybody writes."""
    if not _CONTROLS.search(start):
        return False
    text = decode(start).text
    return sum(category(char) in _UNWRITTEN and not char.isspace() for char in text) > 0.05 * len(text)
