"""Write an article's blocks as plain text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from newsarchive.items import Block, BlockKind

# Characters that mean something in Markdown at any place.
MARKDOWN: Final = re.compile(r"([\\`*_\[\]<])")
# "1. x", "- x", "# x", "> x" at the beginning of a line would become lists, headings and quotes.
MARKDOWN_START: Final = re.compile(r"^(\s*\d*)([.)](?<=\d.)(?=\s)|[-+#>](?=\s)|[=~-]{3,})", re.M)


ORDERED: Final = 2


def to_text(blocks: Iterable[Block]) -> str:
    """Return plain text: a line for each paragraph, nothing for pictures and embeds."""
    return "\n".join(
        block.text for block in blocks if block.text and block.kind not in (BlockKind.IMAGE, BlockKind.EMBED)
    )


def to_markdown(blocks: Sequence[Block]) -> str:
    """Return CommonMark, with tables in the form that GitHub reads."""
    parts = []
    for listed, group in groupby(blocks, key=lambda block: block.kind is BlockKind.LIST_ITEM):
        pieces = [piece for piece in map(markdown, group) if piece]
        parts.extend(["\n".join(pieces)] if listed else pieces)
    return "\n\n".join(parts) + "\n" if parts else ""


def markdown(block: Block) -> str:
    """Return one block in Markdown."""
    text = marked(block.text)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * max(1, block.level)} {text.replace(chr(10), ' ')}"
        case BlockKind.LIST_ITEM:
            indent = "    " * (max(1, block.level) - 1)
            return f"{indent}{'1.' if block.ordered else '-'} {text.replace(chr(10), chr(10) + indent + '  ')}"
        case BlockKind.QUOTE:
            return "\n".join(f"> {line}" for line in text.split("\n"))
        case BlockKind.TABLE:
            return "\n".join(table_lines(block.rows))
        case BlockKind.CODE:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
            return f"{fence}\n{block.text}\n{fence}"
        case BlockKind.IMAGE if block.image:
            words = marked(block.image.caption or block.image.alt or "")
            credit = marked(f" ({block.image.credit})" if block.image.credit else "")
            return f"![{words}{credit}](<{address(block.image.url)}>)"
        case BlockKind.EMBED:
            return f"[{text or address(block.url or '')}](<{address(block.url or '')}>)"
        case _:
            return text.replace("\n", "  \n")


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table's lines, the first row as its head."""
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows):
        cells = [marked(cell).replace("|", "\\|").replace("\n", " ") for cell in row]
        yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
        if number == 0:
            yield f"|{' --- |' * width}"


def marked(text: str) -> str:
    """Return text in which nothing is taken for Markdown."""
    return MARKDOWN_START.sub(r"\1\\\2", MARKDOWN.sub(r"\\\1", text))


def address(url: str) -> str:
    """Return an address that cannot end the angle brackets around it."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "")


def to_html(blocks: Sequence[Block]) -> str:
    """Return HTML without attributes but addresses; every text is escaped."""
    parts = []
    for listed, group in groupby(blocks, key=lambda block: block.kind is BlockKind.LIST_ITEM and block.ordered + 1):
        items = "\n".join(html(block) for block in group)
        parts.append(
            f"<{'ol' if listed == ORDERED else 'ul'}>\n{items}\n</{'ol' if listed == ORDERED else 'ul'}>"
            if listed
            else items
        )
    return "\n".join(parts)


def html(block: Block) -> str:
    """Return one block in HTML."""
    text = escape(block.text, quote=False).replace("\n", "<br>")
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{max(1, block.level)}>{text}</h{max(1, block.level)}>"
        case BlockKind.LIST_ITEM:
            return f"<li>{text}</li>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{text}</p></blockquote>"
        case BlockKind.TABLE:
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
            return f"<table>{rows}</table>"
        case BlockKind.CODE:
            return f"<pre>{escape(block.text, quote=False)}</pre>"
        case BlockKind.IMAGE if block.image:
            words = " ".join(filter(None, [block.image.caption, block.image.credit]))
            caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
            alt = escape(block.image.alt or "")
            return f'<figure><img src="{web_address(block.image.url)}" alt="{alt}">{caption}</figure>'
        case BlockKind.EMBED:
            return f'<p><a href="{web_address(block.url or "")}">{text or escape(block.url or "")}</a></p>'
        case _:
            return f"<p>{text}</p>"


def web_address(url: str) -> str:
    """Return an address safe in an attribute; anything but the web's own schemes is left out."""
    return escape(url) if re.match(r"https?://|/|[^:]*$", url, re.I) else ""
