"""What hangs on a paragraph and is not the text's: the date that begins it, a link behind its last sentence."""

from __future__ import annotations

from copy import copy
from typing import Final

from newsarchive.extraction.body.rules.boilerplate import ANYWHERE
from newsarchive.extraction.body.rules.lines import is_date
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import TextBlock, visible
from newsarchive.extraction.page.marks import Mark, own_marks
from newsarchive.items import RemovedBlock

BYLINE: Final = int(Mark.BYLINE)
ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "”", '"', "」", "»")


def without_hanging(page: Page, block: TextBlock, *, first: bool) -> tuple[TextBlock, RemovedBlock | None]:
    """Return a block, maybe the ``first``, without what hangs on it, and that as it was left out."""
    link = block.anchors[-1] if block.anchors else None
    if link and block.start < link.start < link.end == block.end:
        text = page.text(link)
        before = block.text.removesuffix(text).rstrip()
        if before.endswith(ENDS) and (rule := ANYWHERE.rule_of(text)):
            rest = part_of(block, before, block.start, link.start)
            return rest, RemovedBlock(text, f"boilerplate: {rule}", "inside")
    if first and block.text[0].isdigit() and block.end > block.start + 1:
        text = visible(page.runs[block.start])
        if is_date(text) and own_marks(page.pieces(block)[0][1]) & BYLINE:
            rest = part_of(block, block.text.removeprefix(text).lstrip(), block.start + 1, block.end)
            return rest, RemovedBlock(text, "byline", "inside")
    return block, None


def part_of(block: TextBlock, text: str, start: int, end: int) -> TextBlock:
    """Return a part of a block, with its links."""
    part = copy(block)
    part.text, part.start, part.end = text, start, end
    part.anchors = [link for link in block.anchors if start <= link.start < end]
    part.link_chars = min(block.link_chars, len(text))
    return part
