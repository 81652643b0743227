"""The article's text as blocks in reading order: paragraphs, headings, lists, quotes, tables, code, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.pictures import media_in, medium_block
from newsarchive.extraction.body.rules.tables import data_table, same_table, table_rows
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.items import Block, BlockKind

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def article_blocks(body: Body, url: str | None) -> tuple[Block, ...]:
    """Return the body with its structure, and the pictures and embeds that stand in it."""
    blocks = list(body.blocks)
    places = body.places
    media = media_in(body)
    found: list[Block] = []
    position = 0
    for group in grouped(blocks):
        start = places[position]
        while media and media[0].first <= start:
            found.extend(medium_block(body.page, media.pop(0), url))
        found.append(text_block(group))
        position += len(group)
    for medium in media:
        found.extend(medium_block(body.page, medium, url))
    return tuple(found)


def grouped(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Put together the lines of one paragraph and the cells of one table."""
    group: list[TextBlock] = []
    for block in blocks:
        if group and not (block.joined or same_table(group[-1], block)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def text_block(group: Sequence[TextBlock]) -> Block:
    """Return one block of text with its kind."""
    text = "\n".join(block.text for block in group)
    element = group[0].element
    table = data_table(element)
    if table is not None:
        rows = table_rows(group)
        return Block(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows), rows=rows)
    for ancestor in element.upwards(8):
        if ancestor.tag in HEADINGS:
            return Block(BlockKind.HEADING, text, level=HEADINGS[ancestor.tag])
        if ancestor.tag == "pre":
            return Block(BlockKind.CODE, text)
        if ancestor.tag == "li":
            return list_item(ancestor, text)
        if ancestor.tag == "blockquote":
            return Block(BlockKind.QUOTE, text)
    return Block(BlockKind.PARAGRAPH, text)


def list_item(item: Element, text: str) -> Block:
    """Return a list item with its depth and whether its list is numbered."""
    lists = [one for one in item.upwards(24) if one.tag in ("ul", "ol")]
    return Block(BlockKind.LIST_ITEM, text, level=max(1, len(lists)), ordered=bool(lists) and lists[0].tag == "ol")
