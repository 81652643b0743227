"""The article as blocks in reading order: paragraphs, headings, lists, quotes, tables, code, pictures, embeds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.rules.headings import is_called_heading
from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.structure.embeds import embed_address, embeds_in
from newsarchive.extraction.structure.groups import HEADINGS, Group, grouped
from newsarchive.extraction.structure.pictures import pictures_in
from newsarchive.extraction.structure.spans import spans_of
from newsarchive.extraction.structure.tables import table_block
from newsarchive.items import Block, BlockKind
from newsarchive.text import utf8_length

LONGEST_HEADING: Final = 120  # bytes
SENTENCE_ENDS: Final = tuple('.!。！…:：,;"”»')
FULL_STOPS: Final = tuple(".!。！।…")
MOST_BOLD: Final = 3  # of so many blocks one
LEVELS: Final = tuple("123456")


def article_blocks(
    body: Body, url: str | None, authors: Collection[str] = (), base: str | None = None
) -> tuple[Block, ...]:
    """Return the body with its structure, and the pictures and embeds that stand in it; no portraits of its authors.

    Links lead from the page's address, or from the ``base`` that it names.
    """
    base = address(url, base or "") or url
    media = media_blocks(body, url, base, authors)
    groups = list(grouped(body.page, body.blocks))
    found: list[Block] = []
    position = 0
    for (_, lines), block in zip(groups, with_headings(body.page, groups, base), strict=True):
        start = body.places[position]
        while media and media[0][0] <= start:
            found.append(media.pop(0)[1])
        found.append(block)
        position += len(lines)
    return (*found, *(block for _, block in media))


def media_blocks(body: Body, url: str | None, base: str | None, authors: Collection[str]) -> list[tuple[int, Block]]:
    """Return pictures and embeds, each with the place of the line that it stands before."""
    pictures = (
        (picture.number, picture.first, Block(BlockKind.IMAGE, image.caption or "", image=image))
        for picture, image in pictures_in(body, url, base, authors)
    )
    embeds = (
        (
            element.number,
            element.last,
            Block(BlockKind.EMBED, element.get("title") or "", url=embed_address(body.page, element, base)),
        )
        for element in embeds_in(body)
    )
    ordered = sorted((*pictures, *embeds), key=lambda one: one[:2])
    return [(place, block) for _, place, block in ordered if block.image or block.url]


def with_headings(page: Page, groups: Sequence[Group], url: str | None) -> list[Block]:
    """Return the blocks of the text; a sentence above it is no heading, and a few paragraphs in bold are some.

    Many are not: they are the questions of an interview.
    """
    blocks = [with_spans(page, holder, lines, url) for holder, lines in groups]
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].text.endswith(FULL_STOPS):
        blocks[0] = replace(blocks[0], kind=BlockKind.PARAGRAPH, level=0)  # a lead in large letters
    bold = [
        number
        for number, ((_, above), (_, below)) in enumerate(pairwise(groups))
        if blocks[number].kind is blocks[number + 1].kind is BlockKind.PARAGRAPH and is_bold_heading(above, below)
    ]
    if MOST_BOLD * len(bold) <= len(blocks):
        level = 3 if any(block.kind is BlockKind.HEADING for block in blocks) else 2
        for number in bold:
            blocks[number] = replace(blocks[number], kind=BlockKind.HEADING, level=level, spans=())
    return blocks


def with_spans(page: Page, holder: Element | None, lines: Sequence[TextBlock], url: str | None) -> Block:
    """Return one block of text with its kind, its links and its emphases; those of all of a heading are none."""
    if holder and holder.tag == "table":
        return table_block(page, holder, lines, url)
    block = text_block(holder, lines)
    if block.kind is BlockKind.CODE:
        return block
    spans = spans_of(page, lines, url)
    if block.kind is BlockKind.HEADING:
        spans = tuple(span for span in spans if span.url or span.end - span.start < len(block.text))
    return replace(block, spans=spans) if spans else block


def is_bold_heading(above: Sequence[TextBlock], below: Sequence[TextBlock]) -> bool:
    """Say whether a line is short, all bold, no sentence and no link, and stands above longer plain text."""
    line, text = above[0], below[0]
    return (
        0 < line.strong_chars == len(line.text) < len(text.text)
        and len(above) == 1
        and line.link_chars == 0
        and is_title(line.text)
        and 2 * text.strong_chars < len(text.text)
    )


def text_block(holder: Element | None, lines: Sequence[TextBlock]) -> Block:
    """Return one block of text with its kind, which an element around it may say."""
    text = "\n".join(line.text for line in lines)
    if holder is None:
        titled = is_called_heading(lines[0].element) and is_title(text)
        return Block(BlockKind.HEADING, text, level=2) if titled else Block(BlockKind.PARAGRAPH, text)
    if level := level_of(holder):
        return heading(level, text)
    if holder.tag == "li":
        return list_item(holder, text)
    return Block(BlockKind.CODE if holder.tag == "pre" else BlockKind.QUOTE, text)


def level_of(element: Element) -> int:
    """Return the level of a heading, also of one that only readers of screens are told of; 0 for other elements."""
    if element.get("role") == "heading":
        level = element.get("aria-level") or ""
        return int(level) if level in LEVELS else 2
    return HEADINGS.get(element.tag, 0)


def heading(level: int, text: str) -> Block:
    """Return a heading, or a paragraph in large letters: sentences that are too long for one."""
    if utf8_length(text) > LONGEST_HEADING and text.endswith(FULL_STOPS):
        return Block(BlockKind.PARAGRAPH, text)
    return Block(BlockKind.HEADING, text, level=level)


def is_title(text: str) -> bool:
    """Say whether a line is short and no sentence."""
    return utf8_length(text) <= LONGEST_HEADING and not text.endswith(SENTENCE_ENDS)


def list_item(item: Element, text: str) -> Block:
    """Return a list item with its depth and whether its list is numbered."""
    lists = [one for one in item.upwards(24) if one.tag in ("ul", "ol")]
    return Block(BlockKind.LIST_ITEM, text, level=max(1, len(lists)), ordered=bool(lists) and lists[0].tag == "ol")
