"""What a span is shown as, by its class and its style: inline text, a line of its own, or nothing of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from newsarchive.extraction.page.elements import Element

# Inline elements that pages may show as lines of their own, and the classes by which they are captions.
SPANS: Final = frozenset(("span", "em"))
CAPTIONS: Final = frozenset(("img_desc", "image_desc", "photo_desc", "img-desc", "image-desc", "photo-desc"))
CAPTION: Final = "caption"
PARAGRAPH: Final = "paragraph"
# Windows for a word that is pointed at, inside what is named alike: tooltip > tooltip-text; the edit links of wikis.
WINDOWS: Final = frozenset(("tooltip", "popover", "rollover", "hovercard"))
WINDOW: Final = re.compile(rf"({'|'.join(sorted(WINDOWS))})[\w-]*(?:text|txt|content|inner|body|block)\b")
EDIT_LINK: Final = "mw-editsection"
# Matches a style such as display: block, of a span that is a paragraph.
BLOCK_STYLE: Final = re.compile(r"display\s*:\s*block", re.I)


def tag_of_span(tag: str, attributes: Mapping[str, str], parent: Element) -> str:
    """Return what a span is shown as: a line break or a line by its class, a block by its style, or itself.

    A window that opens over the text, or what edits it, is a template of something else.
    """
    shown, style = shown_as(attributes.get("class", "")), attributes.get("style")
    if shown is None and style is None:
        return tag
    if shown == "br":
        return "br"
    if shown == EDIT_LINK or (shown in WINDOWS and shown in (parent.get("class") or "")):
        return "template"
    is_line = shown == CAPTION or (shown == PARAGRAPH and parent.tag != "p")
    return "div" if is_line or BLOCK_STYLE.search(style or "") else tag


@lru_cache(maxsize=4096)
def shown_as(names: str) -> str | None:
    """Return what the class of a span calls it: a line break, paragraph, caption, edit link or kind of window."""
    words = names.split()
    if found := next((word for word in ("br", EDIT_LINK, PARAGRAPH) if word in words), None):
        return found
    if not CAPTIONS.isdisjoint(words):
        return CAPTION
    window = WINDOW.search(names)
    return window[1] if window else None
