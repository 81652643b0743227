"""Find an article's text where a page does not show it: hidden elements, text areas, JSON-LD, the state of scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsarchive.extraction.body.state import TAG, as_html, decoded, text_in
from newsarchive.extraction.page import Page

ARTICLE_BODY: Final = re.compile(r"\"articleBody\"\s*:\s*(\"(?:[^\"\\]|\\.){80,}\")")
# What a script fills in: {{ title }}, <%= title %>, <# if (user) { #>, ${title}
CODE: Final = re.compile(r"\{\{|<[%#]|\$\{")
SHORTEST: Final = 200
MOST: Final = 40


def other_pages(page: Page, *, hidden: bool) -> Iterator[tuple[str, Page]]:
    """Yield what else may be the article, as pages of their own with where they lie, the likeliest first.

    Only where a page shows next to nothing, look at what it hides and at what its scripts hold.
    """
    if longest := max(article_bodies(page.json_ld), key=len, default=None):
        yield "JSON-LD", Page(as_html(longest))
    for text in page.textareas:
        if len(text) >= SHORTEST and TAG.search(text) and not CODE.search(text):
            yield "a text area", Page(text)
    if hidden:
        yield "what the page hides", Page(page.html, hidden=True)
        if html := text_in(page.scripts):
            yield "the data of scripts", Page(html)


def article_bodies(sources: list[str]) -> Iterator[str]:
    """Yield the texts that JSON-LD calls articleBody, decoded."""
    found = (match[1] for source in sources for match in ARTICLE_BODY.finditer(source))
    yield from (text for text in map(decoded, islice(found, MOST)) if isinstance(text, str))
