"""Blocks keep the links and emphases of their text."""

import pytest

from newsarchive.extraction.page import Page
from newsarchive.extraction.structure.spans import spans_of
from newsarchive.items import SpanKind

URL = "https://news.example.test/a/1.html"
LINK, STRONG, EMPHASIS = SpanKind
LINES = {
    "a link": ("The <a href=/b?x=1>old  bridge</a> closes", [("old bridge", LINK, "https://news.example.test/b?x=1")]),
    "a link elsewhere": ("<a href=https://x.test/>See</a> it", [("See", LINK, "https://x.test/")]),
    "a link with bold words": (
        "The <a href=/b>old <b>bridge</b></a> closes",
        [("old bridge", LINK, "https://news.example.test/b"), ("bridge", STRONG, None)],
    ),
    "a link in slanted type": (
        "<em>The <a href=#n1> old</a></em> bridge", [("The old", EMPHASIS, None), ("old", LINK, f"{URL}#n1")],
    ),
    "the same twice": ("<b>The <strong>old</strong> bridge</b> closes", [("The old bridge", STRONG, None)]),
    "within a word": ("The bri<i>dge</i>s", [("dge", EMPHASIS, None)]),
    "in the second line": ("The old<br>bridge <b>closes </b>now", [("closes", STRONG, None)]),
    "a script": ("The <a href='javascript:go()'>old</a> bridge", []),
    "nowhere": ("The <a name=b>old</a> <a href>bridge</a>", []),
    "nothing": ("The old<b> </b>bridge", []),
}  # fmt: skip


@pytest.mark.parametrize("html, expected", LINES.values(), ids=LINES.keys())
def test_spans(html: str, expected: list[tuple[str, SpanKind, str | None]]) -> None:
    page = Page(f"<p>{html}</p>")
    text = "\n".join(block.text for block in page.blocks)
    found = spans_of(page, page.blocks, URL)
    assert [(text[span.start : span.end], span.kind, span.url) for span in found] == expected


def test_a_line_with_a_word_that_nobody_sees_has_no_spans() -> None:
    page = Page("<p>The \u200b\u2060 <b>old</b> bridge</p>")
    assert spans_of(page, page.blocks, URL) == ()
