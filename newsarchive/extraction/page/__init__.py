"""A page as one parse found it: the facts of its head, and its text as a flat list of blocks in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from operator import attrgetter
from typing import Any, Final

from lxml import etree

from newsarchive.extraction.page.elements import BLOCK_TAGS, NO_ATTRIBUTES, Element, TextBlock, visible
from newsarchive.extraction.page.walk import Walk

DESCRIPTIONS: Final = frozenset(("og:description", "description"))
# A reference to a letter: &ouml; or &#26377; (a sign of the markup stays what it is).
REFERENCE: Final = re.compile(
    r"&(?:#(?:[xX]0*[0-9A-Fa-f]{2,5}|0*[1-9]\d{2,6})|(?!lt;|gt;|amp;|quot;|apos;|nbsp;)[A-Za-z]{2,8});"
)
# A blank line in a text, before an indented one: a paragraph ends there, whatever style shows it.
BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n(?=\u3000[^<>\n]*[<\n])")
MARKUP: Final = frozenset(("", "<", ">", "&", '"', "'"))


class Page:
    """What one parse of a page found.

    Head facts: ``titles`` of title elements, ``metas`` and ``links`` (their attributes, in order, wherever they stand),
    ``json_ld`` and ``scripts`` (texts of inline scripts), ``language`` of the html element, ``base``. Text: ``blocks``
    and the raw ``runs`` under them; ``textareas`` and their classes, with templates of scripts. Structure: ``elements``
    in document order (those that are shown and are more than a bare ``<span>``), ``media`` (img, iframe, video, audio)
    and ``unscripted``, the img of noscript elements. ``html`` is the source text; with ``hidden`` the page is read with
    what ``display:none`` and ``hidden`` conceal.
    """

    def __init__(self, html: str, *, hidden: bool = False) -> None:
        self.html = html
        self.titles: list[str] = []
        self.textareas: list[str] = []
        self.textarea_classes: list[str] = []
        self.base: str | None = None
        self.language: str | None = None
        self.metas: list[Mapping[str, str]] = []
        self.links: list[Mapping[str, str]] = []
        self.json_ld: list[str] = []
        self.scripts: list[str] = []
        self.blocks: list[TextBlock] = []
        self.runs: list[str] = []
        self.elements: list[Element] = []
        self.media: list[Element] = []
        self.unscripted: list[Element] = []
        self.root = Element("", NO_ATTRIBUTES, None, 0, 0, -1)
        # the parser would break the text at each of them, and reads those of Windows for control characters
        text = BLANK_LINE.sub("<br><br>", html) if "\n\u3000" in html else html
        if "<amp-img" in text:
            text = text.replace("<amp-img", "<img").replace("</amp-img>", "")
        text = REFERENCE.sub(lambda reference: letter_of(reference[0]), text)
        source = text.replace("\0", "").encode("utf-8", "replace")
        if source.strip():
            walk: Any = Walk(self, hidden)
            etree.fromstring(source, etree.HTMLParser(target=walk, encoding="utf-8", huge_tree=True))
            vars(walk).clear()  # lxml's parser and its context hold each other, and would hold the page with the walk

    @property
    def title(self) -> str | None:
        """Return the text of the first title element that has any."""
        return next(filter(None, map(visible, self.titles)), None)

    @property
    def headlines(self) -> list[str]:
        """Return what the head calls the page."""
        named = [meta.get("content") or "" for meta in self.metas if meta.get("property") == "og:title"]
        return [title for title in [*self.titles[:1], *named] if title]

    @property
    def description(self) -> str | None:
        """Return what the head says the page is about."""
        for meta in self.metas:
            if (meta.get("property") or meta.get("name") or "").lower() in DESCRIPTIONS and meta.get("content"):
                return meta["content"]
        return None

    def pieces(self, block: TextBlock) -> list[tuple[str, Element]]:
        """Return the block's pieces of text, white space untouched, each with its innermost element."""
        owners = [block.element] * (block.end - block.start)
        place = bisect_left(self.elements, block.start, key=attrgetter("start"))
        for number in range(place, len(self.elements)):  # a slice would copy all the rest
            element = self.elements[number]
            if element.start >= block.end:
                break
            if element.tag not in BLOCK_TAGS:
                low, high = element.start - block.start, min(element.end, block.end) - block.start
                owners[low:high] = [element] * (high - low)
        return list(zip(self.runs[block.start : block.end], owners, strict=True))

    def is_all_in(self, block: TextBlock, *tags: str) -> bool:
        """Say whether all of a line is in elements with one of the tags."""
        return all(owner.inside(*tags) for text, owner in self.pieces(block) if not text.isspace())

    def within(self, element: Element) -> Iterator[Element]:
        """Yield the elements inside an element, in document order."""
        return (self.elements[number] for number in range(element.number + 1, element.tail))

    def text(self, element: Element) -> str:
        """Return the visible text of an element, its blocks on lines of their own."""
        if element.first == element.last:
            return visible("".join(self.runs[element.start : element.end]))
        return "\n".join(block.text for block in self.blocks[element.first : element.last])


@lru_cache(maxsize=4096)
def letter_of(reference: str) -> str:
    """Return the letter that a character reference stands for; one that means markup or a space stays."""
    letter = unescape(reference)
    return reference if letter in MARKUP or letter.isspace() else letter
