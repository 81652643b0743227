"""The article as blocks in reading order: paragraphs, headings, lists, quotes, tables, code, pictures, embeds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.rules.tables import data_table, same_table, table_rows
from newsarchive.extraction.page.elements import Element, TextBlock
from newsarchive.extraction.structure.embeds import embed_address, embeds_in
from newsarchive.extraction.structure.pictures import pictures_in
from newsarchive.items import Block, BlockKind

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def article_blocks(body: Body, url: str | None, authors: Collection[str] = ()) -> tuple[Block, ...]:
    """Return the body with its structure, and the pictures and embeds that stand in it; no portraits of its authors."""
    places = body.places
    media = media_blocks(body, url, authors)
    found: list[Block] = []
    position = 0
    for group in grouped(body.blocks):
        start = places[position]
        while media and media[0][0] <= start:
            found.append(media.pop(0)[1])
        found.append(text_block(group))
        position += len(group)
    return (*found, *(block for _, block in media))


def media_blocks(body: Body, url: str | None, authors: Collection[str]) -> list[tuple[int, Block]]:
    """Return pictures and embeds, each with the place of the line that it stands before."""
    pictures = (
        (picture.number, picture.first, Block(BlockKind.IMAGE, image.caption or "", image=image))
        for picture, image in pictures_in(body, url, authors)
    )
    embeds = (
        (
            element.number,
            element.last,
            Block(BlockKind.EMBED, element.get("title") or "", url=embed_address(body.page, element, url)),
        )
        for element in embeds_in(body)
    )
    ordered = sorted((*pictures, *embeds), key=lambda one: one[:2])
    return [(place, block) for _, place, block in ordered if block.image or block.url]


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
