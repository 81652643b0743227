"""Find an article's text where a page does not show it: hidden elements, text areas, JSON-LD, the state of scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from newsarchive.extraction.page import Page

# "articleBody": "…", "content":"<p>…", as scripts keep an article's text; the value is a JSON string.
STATE: Final = re.compile(
    r"\"(?:article_?[bB]ody|article_?[cC]ontent|body|content|contents|text|html|bodyHtml|contentHtml|news_?[cC]ontent)\""
    r"\s*:\s*(\"(?:[^\"\\\n]|\\.){200,}\")"
)
ARTICLE_BODY: Final = re.compile(r"\"articleBody\"\s*:\s*(\"(?:[^\"\\]|\\.){80,}\")")
TAG: Final = re.compile(r"</?(?:p|br|div|span|strong|h[1-6]|li)\b", re.IGNORECASE)
SHORTEST: Final = 200
MOST: Final = 40


def other_pages(page: Page, *, hidden: bool) -> Iterator[Page]:
    """Yield what else may be the article, as pages of their own, the likeliest first.

    Only where a page shows next to nothing, look at what it hides and at what its scripts hold.
    """
    yield from first_of(strings(ARTICLE_BODY, [text for text in page.json_ld if "articleBody" in text]))
    for text in page.textareas:
        if len(text) >= SHORTEST and TAG.search(text):
            yield Page(text)
    if hidden:
        yield Page(page.html, hidden=True)
        yield from first_of(strings(STATE, page.scripts))


def first_of(texts: Iterable[str]) -> Iterator[Page]:
    """Yield the longest of some texts as a page."""
    longest = max(texts, key=len, default=None)
    if longest:
        yield Page(as_html(longest))


def strings(pattern: re.Pattern[str], sources: list[str]) -> Iterator[str]:
    """Yield the JSON strings that a pattern finds, decoded."""
    found = 0
    for source in sources:
        for match in pattern.finditer(source):
            found += 1
            if found > MOST:
                return
            try:
                yield str(json.loads(match[1], strict=False))
            except ValueError:
                continue


def as_html(text: str) -> str:
    """Return text as HTML: its tags, or a paragraph for each of its lines."""
    if TAG.search(text):
        return text
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
