"""Write an article's blocks as plain text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from newsarchive.extraction.inline import WEB, address, cells, lines_html, marked, web_address
from newsarchive.items import Block, BlockKind

CLOSING: Final = re.compile(r"(?<=\s)(#+)$")  # of a heading


def to_text(blocks: Iterable[Block]) -> str:
    """Return plain text: a line for each paragraph, nothing for pictures and embeds."""
    return "\n".join(
        block.text for block in blocks if block.text and block.kind not in (BlockKind.IMAGE, BlockKind.EMBED)
    )


def to_markdown(blocks: Sequence[Block]) -> str:
    """Return CommonMark, with tables in the form that GitHub reads."""
    parts: list[str] = []
    for listed, group in groupby(blocks, key=is_item):
        if listed:
            parts.append("\n".join(list_markdown(item, depth) for item, depth in depths(group)))
        else:
            parts.extend(filter(None, map(markdown, group)))
    return "\n\n".join(parts) + "\n" if parts else ""


def is_item(block: Block) -> bool:
    """Say whether a block is an item of a list."""
    return block.kind is BlockKind.LIST_ITEM


def depths(items: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """Yield the items of a list with their depths from 0, each at most one below the one before."""
    depth = -1
    for item in items:
        depth = min(max(1, item.level) - 1, depth + 1)
        yield item, depth


def list_markdown(item: Block, depth: int) -> str:
    """Return an item of a list in Markdown."""
    mark, indent = "1. " if item.ordered else "- ", "    " * depth
    return indent + mark + marked(item.text, item.spans).replace("\n", "  \n" + indent + " " * len(mark))


def markdown(block: Block) -> str:
    """Return one block that is no item of a list in Markdown."""
    text = marked(block.text, block.spans)
    match block.kind:
        case BlockKind.HEADING:
            return "#" * max(1, block.level) + " " + CLOSING.sub(r"\\\1", text.replace("\n", " "))
        case BlockKind.QUOTE:
            return "  \n".join(f"> {line}" for line in text.split("\n"))
        case BlockKind.TABLE:
            return "\n".join(table_lines(block))
        case BlockKind.CODE:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        case BlockKind.IMAGE if block.image:
            words = marked(block.image.caption or block.image.alt or "")
            credit = marked(f" ({block.image.credit})" if block.image.credit else "")
            return f"![{words}{credit}](<{address(block.image.url)}>)"
        case BlockKind.EMBED:
            there = address(block.url or "")
            return f"[{text or marked(there)}](<{there}>)" if WEB.match(there) else text or marked(there)
        case _:
            return text.replace("\n", "  \n")


def table_lines(table: Block) -> Iterator[str]:
    """Yield a table's lines, the first row as its head."""
    width = max(map(len, table.rows), default=0)
    for number, row in enumerate(cells(table)):
        shown = [marked(text, spans).replace("\n", " ") for text, spans in row]
        yield f"| {' | '.join([*shown, *[''] * (width - len(shown))])} |"
        if number == 0:
            yield f"|{' --- |' * width}"


def to_page(title: str | None, language: str | None, blocks: Sequence[Block]) -> str:
    """Return a whole HTML page that a browser shows as it should be, whatever the direction of its script."""
    named = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!DOCTYPE html>\n<html{named}>\n<meta charset="utf-8">\n<title>{escape(title or "", quote=False)}</title>\n'
        f'<article dir="auto">\n{to_html(blocks)}\n</article>\n</html>'
    )


def to_html(blocks: Sequence[Block]) -> str:
    """Return HTML without attributes but addresses and what stands for pictures; every text is escaped."""
    parts: list[str] = []
    for listed, group in groupby(blocks, key=is_item):
        parts.extend(list_html(depths(group)) if listed else map(html, group))  # noqa: B031 - one of the two
    return "\n".join(parts)


def list_html(items: Iterable[tuple[Block, int]]) -> Iterator[str]:
    """Yield the lines of lists within lists."""
    open_lists: list[str] = []
    for item, depth in items:
        tag = "ol" if item.ordered else "ul"
        while len(open_lists) > depth + 1 or (len(open_lists) == depth + 1 and open_lists[-1] != tag):
            yield f"</li></{open_lists.pop()}>"
        if len(open_lists) == depth + 1:
            yield "</li>"
        else:
            open_lists.append(tag)
            yield f"<{tag}>"
        yield f"<li>{lines_html(item.text, item.spans)}"
    while open_lists:
        yield f"</li></{open_lists.pop()}>"


def html(block: Block) -> str:
    """Return one block that is no item of a list in HTML."""
    text = lines_html(block.text, block.spans)
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{max(1, block.level)}>{text}</h{max(1, block.level)}>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{text}</p></blockquote>"
        case BlockKind.TABLE:
            rows = ("".join(f"<td>{lines_html(text, spans)}</td>" for text, spans in row) for row in cells(block))
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case BlockKind.CODE:
            return f"<pre>{escape(block.text, quote=False)}</pre>"
        case BlockKind.IMAGE if block.image:
            words = " ".join(filter(None, [block.image.caption, block.image.credit]))
            caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
            alt = escape(block.image.alt or "")
            return f'<figure><img src="{web_address(block.image.url)}" alt="{alt}">{caption}</figure>'
        case BlockKind.EMBED:
            words, there = text or escape(block.url or ""), web_address(block.url or "")
            return f'<p><a href="{there}">{words}</a></p>' if there else f"<p>{words}</p>"
        case _:
            return f"<p>{text}</p>"
