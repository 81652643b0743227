"""Cut a page to what the rules of its site call the body."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from parsel import Selector

from newsarchive.extraction.page import Page
from newsarchive.sites import Rule


def ruled_page(html: str, rules: Iterable[Rule]) -> tuple[Page, str | None] | None:
    """Return the page as far as the first fitting rule leaves it, with the selector of the body if one matched.

    A rule without a body only takes out what it says; ``None`` means that no rule speaks of the text.
    """
    for rule in rules:
        if not (rule.body or rule.remove):
            continue
        root = Selector(html)
        for selector in rule.remove:
            root.css(selector).drop()
        if not rule.body:
            return Page(source(root)), None
        for selector in rule.body:
            if found := root.css(selector):
                return Page("".join(f"<div>{source(one)}</div>" for one in found)), selector
    return None


def source(selector: Selector) -> str:
    """Return an element's HTML without the text after it."""
    return str(etree.tostring(selector.root, encoding="unicode", method="html", with_tail=False))
