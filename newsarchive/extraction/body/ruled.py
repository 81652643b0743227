"""Cut a page to what the rules of its site call the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from parsel import Selector

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import visible
from newsarchive.items import RemovedBlock
from newsarchive.sites import Rule


@dataclass(frozen=True, slots=True)
class Ruled:
    """A page as far as a rule leaves it, with what it took out and the selector of the body if one matched."""

    page: Page
    removed: tuple[RemovedBlock, ...]
    selector: str | None = None


def ruled_page(html: str, rules: Iterable[Rule]) -> Ruled | None:
    """Return the page as far as the first fitting rule leaves it.

    A rule without a body fits if it takes out anything. If no body is found, what the first rule takes out stays out;
    ``None`` means that no rule speaks of the text.
    """
    left = None
    for rule in (rule for rule in rules if rule.body or rule.remove):
        root = Selector(html)
        removed = tuple(block for selector in rule.remove for block in _taken(root, selector))
        for selector in rule.body:
            if found := root.css(selector):
                return Ruled(Page("".join(f"<div>{source(one)}</div>" for one in found)), removed, selector)
        if removed:
            left = left or Ruled(Page(source(root)), removed)
            if not rule.body:
                break
    return left


def _taken(root: Selector, selector: str) -> Iterator[RemovedBlock]:
    """Take elements out of a page, and yield what they said."""
    found = root.css(selector)
    texts = [visible(" ".join(one.css("::text").getall())) for one in found]
    found.drop()
    yield from (RemovedBlock(text, "rule", selector) for text in texts)


def source(selector: Selector) -> str:
    """Return an element's HTML without the text after it."""
    return str(etree.tostring(selector.root, encoding="unicode", method="html", with_tail=False))
