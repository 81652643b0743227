"""A block's text with its links and emphases, in Markdown and in HTML."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Final

from newsarchive.items import Block, Span, SpanKind

# Characters that mean something in Markdown at any place; &copy; and the like.
MARKDOWN: Final = re.compile(r"([\\`*_\[\]<|~]|&(?=#?\w+;))")
# "1. x", "- x", "# x", ">x", "===" and "---" at the beginning of a line would become lists, headings, quotes and rules.
MARKDOWN_START: Final = re.compile(
    r"^(\s*\d*)((?<=\d)[.)](?=\s|$)|>|[-+#](?=[\s#]|$)|[=-](?=[=-]*\s*$)|-(?=[\s-]+$))", re.M
)
# What a link may lead to: javascript: and data: are none.
WEB: Final = re.compile(r"https?://|/|[^:]*$", re.I)

SIGNS: Final = {SpanKind.STRONG: ("**", "strong"), SpanKind.EMPHASIS: ("*", "em")}


def marked(text: str, spans: Sequence[Span] = ()) -> str:
    """Return text in Markdown, in which nothing else is taken for such."""
    at = bounds([span for span in spans if span.kind is SpanKind.LINK or is_told(text, span, spans)], opening, closing)
    for match in MARKDOWN.finditer(text):
        at[match.start()] = at.get(match.start(), "") + "\\"
    for match in MARKDOWN_START.finditer(text):
        at[match.start(2)] = at.get(match.start(2), "") + "\\"
    for span in spans:
        if span.kind is SpanKind.LINK and text[span.start - 1 : span.start] == "!":  # it would be a picture
            at[span.start - 1] = at.get(span.start - 1, "") + "\\"
    return inserted(text, at)


def is_told(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Say whether the signs of an emphasis would be understood: not within words beside other signs."""
    outside = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    beside = any(other is not span and {other.start, other.end} & {span.start, span.end} for other in spans)
    if beside or not (text[span.start].isalnum() and text[span.end - 1].isalnum()):
        return not any(map(str.isalnum, outside)) and not any(
            other.end == span.start or other.start == span.end for other in spans if other.kind is not SpanKind.LINK
        )
    return True


def cells(block: Block) -> Iterator[list[tuple[str, list[Span]]]]:
    """Yield the rows of a table, each cell with its own links and emphases."""
    spans = deque(sorted(block.spans, key=lambda one: (one.start, -one.end)))
    start = 0  # of a cell in the block's text: one sign stands behind each
    for row in block.rows:
        found: list[tuple[str, list[Span]]] = []
        for text in row:
            held: list[Span] = []
            while spans and spans[0].start < start + len(text):
                one = spans.popleft()
                held.append(replace(one, start=one.start - start, end=one.end - start))
            found.append((text, held))
            start += len(text) + 1
        yield found


def opening(span: Span) -> str:
    """Return the sign in Markdown that begins a link or emphasis."""
    return "[" if span.kind is SpanKind.LINK else SIGNS[span.kind][0]


def closing(span: Span) -> str:
    """Return the sign in Markdown that ends a link or emphasis."""
    return f"](<{address(span.url or '')}>)" if span.kind is SpanKind.LINK else SIGNS[span.kind][0]


def lines_html(text: str, spans: Sequence[Span] = ()) -> str:
    """Return text in HTML with its line breaks; links lead to the web alone."""
    at = bounds(
        [span for span in spans if span.kind is not SpanKind.LINK or web_address(span.url or "")], start_tag, end_tag
    )
    return inserted(text, at, escaped).replace("\n", "<br>")


def escaped(text: str) -> str:
    """Return text in which HTML finds no tags."""
    return escape(text, quote=False)


def start_tag(span: Span) -> str:
    """Return the tag that begins a link or emphasis."""
    return f'<a href="{web_address(span.url or "")}">' if span.kind is SpanKind.LINK else f"<{SIGNS[span.kind][1]}>"


def end_tag(span: Span) -> str:
    """Return the tag that ends a link or emphasis."""
    return "</a>" if span.kind is SpanKind.LINK else f"</{SIGNS[span.kind][1]}>"


def bounds(spans: Sequence[Span], start: Callable[[Span], str], end: Callable[[Span], str]) -> dict[int, str]:
    """Return the signs of spans, those around others first, by their place in the text."""
    at: dict[int, str] = {}
    for span in reversed(spans):
        at[span.end] = at.get(span.end, "") + end(span)
    opened: dict[int, str] = {}
    for span in spans:
        opened[span.start] = opened.get(span.start, "") + start(span)
    return {place: at.get(place, "") + opened.get(place, "") for place in at.keys() | opened.keys()}


def inserted(text: str, at: Mapping[int, str], escaped: Callable[[str], str] = str) -> str:
    """Return text, escaped, with signs at some of its places."""
    return "".join(pieces(text, at, escaped))


def pieces(text: str, at: Mapping[int, str], escaped: Callable[[str], str]) -> Iterator[str]:
    """Yield the pieces of a text, escaped, and the signs between them."""
    last = 0
    for place in sorted(at):
        yield escaped(text[last:place])
        yield at[place]
        last = place
    yield escaped(text[last:])


def address(url: str) -> str:
    """Return an address that cannot end the angle brackets or the cell around it."""
    for sign, code in (("\\", "%5C"), ("<", "%3C"), (">", "%3E"), ("|", "%7C"), ("\n", "")):
        url = url.replace(sign, code)
    return url


def web_address(url: str) -> str:
    """Return an address safe in an attribute; anything but the web's own schemes is left out."""
    return escape(url) if WEB.match(url) else ""
