"""What is written of an article is read again by other parsers as the same blocks, and is safe in a browser."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsarchive.extraction.render import to_html, to_markdown, to_page
from newsarchive.items import Block, BlockKind, Image, Span, SpanKind

KINDS = {
    "heading_open": BlockKind.HEADING, "paragraph_open": BlockKind.PARAGRAPH, "fence": BlockKind.CODE, "table_open": BlockKind.TABLE,
}  # fmt: skip
SIGNS = ["# ", "#", "- ", "+", "1.", "1) ", "> ", ">", "===", "---", "***", "~~~", "```", "|", "a|b", "&copy;", "&#35;", "<b>", "<!--",
         "[x](y)", "![", "\\", "_", "*a*", "~~x~~", "http://e.test", "word", "Wort.", "文字", "نص"]  # fmt: skip


def written(tokens: list[Token]) -> Iterator[Block]:
    """Yield the blocks that a parser of Markdown finds."""
    around: list[str] = []
    for place, token in enumerate(tokens):
        if token.type.endswith(("list_open", "blockquote_open")):
            around.append(token.type)
        elif token.type.endswith(("list_close", "blockquote_close")):
            around.pop()
        elif token.type in KINDS:
            text = token.content.rstrip("\n") if token.type == "fence" else shown(tokens[place + 1])
            kind, level, ordered = KINDS[token.type], 0, False
            if around:
                kind = BlockKind.QUOTE if around[-1] == "blockquote_open" else BlockKind.LIST_ITEM
                level, ordered = (len(around), "ordered" in around[-1]) if kind is BlockKind.LIST_ITEM else (0, False)
            elif kind is BlockKind.HEADING:
                level = int(token.tag[1])
            yield Block(kind, "" if kind is BlockKind.TABLE else text, level=level, ordered=ordered)


def shown(token: Token) -> str:
    """Return the text that a line shows."""
    return "".join("\n" if one.type.endswith("break") else one.content for one in token.children or ())


def read(markdown: str) -> list[Block]:
    return list(written(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)))


texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=4).map(" ".join).map(lambda text: " ".join(text.split()))
paragraphs = st.lists(texts, min_size=1, max_size=2).map("\n".join)
blocks = st.one_of(
    paragraphs.map(lambda text: Block(BlockKind.PARAGRAPH, text)),
    st.builds(lambda text, level: Block(BlockKind.HEADING, text, level=level), texts, st.integers(1, 6)),
    paragraphs.map(lambda text: Block(BlockKind.QUOTE, text)),
    texts.map(lambda text: Block(BlockKind.CODE, text)),
)


@given(st.lists(blocks, max_size=5))
@settings(max_examples=300, deadline=None)
def test_markdown_is_read_as_the_same_blocks(wanted: list[Block]) -> None:
    assert read(to_markdown(wanted)) == wanted


@given(
    st.lists(
        st.builds(lambda text, level: Block(BlockKind.LIST_ITEM, text, level=level), paragraphs, st.integers(1, 3)),
        max_size=6,
    )
)
@settings(max_examples=200, deadline=None)
def test_lists_keep_their_items_and_depths(items: list[Block]) -> None:
    depth, wanted = 0, []
    for item in items:  # a list cannot begin at its second depth
        depth = min(item.level, depth + 1)
        wanted.append(Block(BlockKind.LIST_ITEM, item.text, level=depth))
    assert read(to_markdown(items)) == wanted


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_tables_keep_their_cells(rows: list[tuple[str, str]]) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(to_markdown([Block(BlockKind.TABLE, rows=tuple(rows))]))
    assert [shown(token) for token in tokens if token.type == "inline"] == [cell for row in rows for cell in row]


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("kind", BlockKind)
def test_html_is_safe(kind: BlockKind) -> None:
    for url in (HOSTILE, "javascript:alert(1)", " data:text/html,x", "JaVaScRiPt:alert(1)"):
        image = Image(url, HOSTILE, HOSTILE, HOSTILE) if kind is BlockKind.IMAGE else None
        page = to_page(HOSTILE, HOSTILE, [Block(kind, HOSTILE, 1, rows=((HOSTILE,),), image=image, url=url)])
        elements = list(lxml_html.document_fromstring(page).iter())
        assert not any(one.tag == "script" for one in elements)
        assert {name for one in elements for name in one.attrib} <= {"href", "src", "alt", "dir", "lang", "charset"}
        links = [one.get("href") or one.get("src") or "" for one in elements]
        assert not any(link.strip().lower().startswith(("javascript:", "data:")) for link in links)


def test_lists_within_lists_are_nested_in_html() -> None:
    items = [
        Block(BlockKind.LIST_ITEM, text, level=level, ordered=level > 1)
        for text, level in zip("abcd", (1, 2, 2, 1), strict=True)
    ]
    (outer,) = lxml_html.fragments_fromstring(to_html(items))
    assert (outer.tag, [len(item) for item in outer]) == ("ul", [1, 0])
    assert [item.text_content().strip() for item in outer[0][0]] == ["b", "c"]


def test_a_page_says_its_language_and_takes_its_direction_from_the_text() -> None:
    page = lxml_html.document_fromstring(to_page("الجسر القديم", "ar", [Block(BlockKind.PARAGRAPH, "نص")]))
    assert page.get("lang") == "ar"
    assert page.find(".//article").get("dir") == "auto"
    assert page.findtext(".//title") == "الجسر القديم"


def spans_of(text: str, places: list[int], kinds: list[SpanKind]) -> tuple[Span, ...]:
    """Return spans between places in a text, the first of them around the second."""
    bounds = sorted({place % (len(text) + 1) for place in places})
    found = list(zip(bounds[::2], bounds[1::2], kinds, strict=False))
    if len(bounds) == 4 and kinds[0] is not kinds[1]:
        found = [(bounds[0], bounds[3], kinds[0]), (bounds[1], bounds[2], kinds[1])]
    return tuple(
        Span(start, end, kind, "https://e.test/a)b" if kind is SpanKind.LINK else None)
        for start, end, kind in found
        if text[start:end].strip() == text[start:end] != ""
    )


@given(texts, st.lists(st.integers(0, 30), max_size=4), st.lists(st.sampled_from(SpanKind), min_size=2, max_size=2))
@example("Look! here", [5, 10], [SpanKind.LINK] * 2)
@example("Look!here", [5, 9], [SpanKind.LINK] * 2)
@settings(max_examples=600, deadline=None)
def test_links_and_emphases_are_read_as_they_were(text: str, places: list[int], kinds: list[SpanKind]) -> None:
    block = Block(BlockKind.PARAGRAPH, text, spans=spans_of(text, places, kinds))
    markdown = to_markdown([block])
    assert read(markdown) == [Block(BlockKind.PARAGRAPH, text)]
    tokens = MarkdownIt("commonmark").parse(markdown)[1].children or []
    linked, inside = [], False
    for token in tokens:
        inside = token.type == "link_open" or (inside and token.type != "link_close")
        if token.type == "link_open":
            linked.append("")
        elif inside:
            linked[-1] += token.content
    wanted = [text[span.start : span.end] for span in block.spans if span.kind is SpanKind.LINK]
    assert linked == wanted
    element = lxml_html.fragment_fromstring(to_html([block]))
    assert (element.text_content(), [one.text_content() for one in element.iter("a")]) == (text, wanted)


def test_emphasis_within_words_of_any_script() -> None:
    spans = (Span(2, 4, SpanKind.STRONG), Span(6, 8, SpanKind.EMPHASIS))
    assert to_markdown([Block(BlockKind.PARAGRAPH, "他说重要的是桥梁", spans=spans)]) == "他说**重要**的是*桥梁*\n"
    quoted = (Span(1, 5, SpanKind.STRONG),)  # signs beside these would be read as stars
    assert to_markdown([Block(BlockKind.PARAGRAPH, "说“重要”的", spans=quoted)]) == "说“重要”的\n"
