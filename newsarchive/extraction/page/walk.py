"""The target of lxml's parser: tags and text in, elements and lines of text out.

With the target interface there is no tree and no second walk (measured: parsing into a tree 1.0, into empty
callbacks 1.1, into these 2.2, into a tree walked afterwards 2.5 times the cost of the parse). It never recurses, is
linear in depth and attributes, where HTML5 tree builders are not, and keeps text after a premature ``</html>``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from newsarchive.extraction.page.elements import BLOCK_TAGS, NO_ATTRIBUTES, Element, TextBlock, visible
from newsarchive.extraction.page.spans import SPANS, tag_of_span

if TYPE_CHECKING:
    from newsarchive.extraction.page import Page

SKIPPED_TAGS: Final = frozenset(
    "script style title textarea noscript template svg math select button object applet canvas video audio iframe map"
    " rt rp datalist frameset annotation annotation-xml".split()
)
HEADED: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))
HIDDEN_TAGS: Final = frozenset(("noscript", "template"))
MEDIA_TAGS: Final = frozenset(("video", "audio", "iframe"))
POST: Final = "data-telegram-post"  # of a script that writes a post
RECORDED_TAGS: Final = frozenset(("meta", "link", "img", "base", "html"))
EMPHASIS_TAGS: Final = frozenset(("b", "strong", "em", "i"))
# Inline elements that count without attributes, too.
TELLING_TAGS: Final = EMPHASIS_TAGS | {"small", "time", "a"}
# Matches a style such as DISPLAY : none.
NOT_DISPLAYED: Final = re.compile(r"display\s*:\s*none", re.I)
# Discuz puts random text into such elements against scrapers, Avada the time of the last change for machines.
CONCEALED: Final = frozenset(("jammer", "updated rich-snippet-hidden"))
# An indented line after one <br> begins a paragraph.
INDENTS: Final = ("\u3000", "\u00a0\u00a0")


class Walk:
    """The parser's target: turns tags and text into elements, runs and blocks.

    This is the hottest path of the package (three calls for each element): its methods are longer than elsewhere
    to save calls, and ``data`` is the list's own ``append``; what is skipped is cut off the list again.
    """

    def __init__(self, page: Page, hidden: bool) -> None:
        self.page = page
        self.hidden = hidden
        self.data = page.runs.append
        self.runs = page.runs
        self.blocks = page.blocks
        self.elements = page.elements
        self.open = [page.root]
        self.skipped = 0
        self.skipped_from = 0
        self.unscripted = False  # what is skipped is for browsers without scripts
        self.kept: list[str] | None = None
        self.begin = 0
        self.soft = False
        self.anchor: Element | None = None
        self.anchors: list[Element] = []
        self.link_chars = 0
        self.strong: Element | None = None
        self.strong_chars = 0
        self.wide_spans: list[int] = []  # how deep the open spans stand that are shown as blocks

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: C901 - the hottest path
        """Open an element, or skip it with all it holds."""
        if self.skipped:
            self.pass_over(tag, attributes)
            return
        opened = self.open
        if (tag in SKIPPED_TAGS and not self.shows(tag, attributes)) or (
            attributes
            and ("style" in attributes or "hidden" in attributes or attributes.get("class") in CONCEALED)
            and self.concealed(tag, attributes)
        ):
            self.skip(tag, attributes)
            return
        if tag in SPANS and attributes and ("style" in attributes or "class" in attributes):
            tag = tag_of_span(tag, attributes, opened[-1])
            if tag == "template":
                self.skip(tag, attributes)
                return
            if tag == "div":
                self.wide_spans.append(len(opened) + 1)
        is_block = tag in BLOCK_TAGS
        if is_block:
            if len(self.runs) > self.begin:
                self.flush()
            self.soft = False
        elif tag == "br":
            self.soft = self.flush()
            opened.append(opened[-1])
            return
        elif not attributes and tag not in TELLING_TAGS:
            opened.append(opened[-1])
            return
        elements = self.elements
        element = Element(tag, attributes or NO_ATTRIBUTES, opened[-1], len(self.runs), len(self.blocks), len(elements))
        opened.append(element)
        elements.append(element)
        if is_block:
            return
        if tag == "a":
            self.anchor = element
            self.anchors.append(element)
        elif tag in EMPHASIS_TAGS:
            self.strong = self.strong or element
        elif tag in RECORDED_TAGS:
            self.record(element)

    def pass_over(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count an element that is skipped, and note what it says of pictures."""
        self.skipped += 1
        if tag == "source":
            self.source(attributes)
        elif tag == "img" and self.unscripted:
            self.page.unscripted.append(self.unseen(tag, attributes))

    def end(self, tag: str) -> None:
        """Close the innermost element."""
        if self.skipped:
            self.skipped -= 1
            if not self.skipped:
                if self.kept is not None:
                    self.kept.append("".join(self.runs[self.skipped_from :]))
                    self.kept = None
                del self.runs[self.skipped_from :]
            return
        if self.wide_spans and self.wide_spans[-1] == len(self.open) and tag in SPANS:
            self.wide_spans.pop()
            tag = "div"
        if tag in BLOCK_TAGS:
            if len(self.runs) > self.begin:
                self.flush()
            self.soft = False
        element = self.open.pop()
        if element.tag != tag:
            return
        if element is self.anchor:
            self.link_chars += self.chars_since(element, self.begin)
            self.anchor = None
        elif element is self.strong:
            self.strong_chars += self.chars_since(element, self.begin)
            self.strong = None
        element.end = len(self.runs)
        element.last = len(self.blocks)
        element.tail = len(self.elements)

    def chars_since(self, element: Element, begin: int) -> int:
        """Count the characters of the line from run ``begin`` on that the element covers so far."""
        return sum(map(len, self.runs[max(element.start, begin) :]))

    def close(self) -> None:
        """Close what the page left open."""
        self.skipped = min(self.skipped, 1)
        while len(self.open) > 1:
            self.end(self.open[-1].tag)
        self.flush()
        self.page.root.end = len(self.runs)
        self.page.root.last = len(self.blocks)
        self.page.root.tail = len(self.elements)

    def flush(self) -> bool:
        """End the current line of text and say whether there was one."""
        runs, begin, end = self.runs, self.begin, len(self.runs)
        raw = runs[begin] if end - begin == 1 else "".join(runs[begin:end])
        self.begin = end
        if not raw or raw.isspace():
            return False
        line = " ".join(raw.split())
        if not line.isprintable():
            line = visible(raw)
            if not line:
                return False
        element = self.open[-1]
        while element.tag not in BLOCK_TAGS and element.parent is not None:
            element = element.parent
        joined = self.soft and not raw.lstrip(" \t\r\n").startswith(INDENTS)
        block = TextBlock(line if element.tag != "pre" else raw.strip("\n"), element, begin, end, joined)
        if self.anchors or self.anchor is not None:
            if self.anchor is not None:
                self.link_chars += self.chars_since(self.anchor, begin)
            block.link_chars = min(self.link_chars, len(line))
            block.anchors = self.anchors
            self.anchors = []
        if self.strong is not None:
            self.strong_chars += self.chars_since(self.strong, begin)
        block.strong_chars = min(self.strong_chars, len(line))
        self.blocks.append(block)
        self.link_chars = self.strong_chars = 0
        return True

    def shows(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Say whether readers see what an element holds that is skipped elsewhere, or all that is hidden is wanted.

        That is a heading that is pressed to show what is under it, and a formula that stands there only once.
        """
        parent = self.open[-1]
        if tag == "button":
            return parent.tag in HEADED and len(self.runs) == self.begin
        if tag == "math":
            return "katex" not in (parent.get("class") or "")
        return (tag == "template" and "shadowrootmode" in attributes) or (self.hidden and tag in HIDDEN_TAGS)

    def concealed(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Say whether readers do not see the element."""
        if attributes.get("class") in CONCEALED:
            return True
        style = attributes.get("style")
        if style is not None and NOT_DISPLAYED.search(style):
            return not self.hidden or tag not in BLOCK_TAGS
        return "hidden" in attributes and not self.hidden

    def skip(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Pass over an element, keeping the text of titles, scripts and text areas."""
        self.skipped = 1
        self.skipped_from = len(self.runs)
        self.unscripted = tag == "noscript"
        page = self.page
        if tag == "script":
            kind = attributes.get("type") or ""
            # <script type="text/template"> keeps a page's text for a script that writes it.
            self.kept = page.json_ld if "ld+json" in kind else page.textareas if "template" in kind else page.scripts
        elif tag == "title":
            self.kept = page.titles
        elif tag == "textarea":
            self.kept = page.textareas
        if tag in MEDIA_TAGS or POST in attributes:
            page.media.append(self.unseen(tag, attributes))
        if self.kept is page.textareas:
            page.textarea_classes.append(attributes.get("class") or "")

    def unseen(self, tag: str, attributes: Mapping[str, str]) -> Element:
        """Return an element that is skipped, at its place."""
        return Element(tag, attributes, self.open[-1], self.skipped_from, len(self.blocks), len(self.elements))

    def source(self, attributes: Mapping[str, str]) -> None:
        """Note where a film or recording is, as far as its sources alone say."""
        medium = self.page.media[-1] if self.page.media else None
        if medium and medium.tag in ("video", "audio") and not medium.get("src"):
            medium.attributes = {**attributes, **medium.attributes}

    def record(self, element: Element) -> None:
        """File the facts of the head and the pictures."""
        if element.tag == "meta":
            self.page.metas.append(element.attributes)
        elif element.tag == "link":
            self.page.links.append(element.attributes)
        elif element.tag == "img":
            self.page.media.append(element)
        elif element.tag == "base":
            self.page.base = self.page.base or element.get("href")
        elif self.page.language is None:
            self.page.language = element.get("lang") or element.get("xml:lang")
