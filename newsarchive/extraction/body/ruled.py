"""Cut a page to what the rules of its site call the body."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from parsel import Selector

from newsarchive.extraction.page import Page
from newsarchive.sites import Rule


def ruled_page(html: str, rules: Iterable[Rule]) -> tuple[Page, str | None] | None:
    """Return the page as far as the first fitting rule leaves it, with the selector of the body if one matched.

    A rule without a body fits if it takes out anything. If no body is found, what the first rule takes out stays out;
    ``None`` means that no rule speaks of the text.
    """
    left = None
    for rule in (rule for rule in rules if rule.body or rule.remove):
        root = Selector(html)
        removed = 0
        for selector in rule.remove:
            found = root.css(selector)
            found.drop()
            removed += len(found)
        for selector in rule.body:
            if found := root.css(selector):
                return Page("".join(f"<div>{source(one)}</div>" for one in found)), selector
        if removed:
            left = left or (Page(source(root)), None)
            if not rule.body:
                break
    return left


def source(selector: Selector) -> str:
    """Return an element's HTML without the text after it."""
    return str(etree.tostring(selector.root, encoding="unicode", method="html", with_tail=False))
