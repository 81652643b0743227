"""A page is read in one walk: head facts, and text in blocks as a reader sees them."""

import gc
import weakref

import pytest

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.marks import Mark, marks_of

BLOCKS = {
    "inline tags add no space": ("<p>un<b>believ</b>able <i>x</i>, y</p>", ["unbelievable x, y"]),
    "inline tags lose no space": ("<p>one <b>two</b> <i>three</i></p>", ["one two three"]),
    "two line breaks end a block": ("<div>one<br><br/>two</div>", ["one", "two"]),
    "bare text beside paragraphs": ("<div>bare<p>inner</p>tail</div>", ["bare", "inner", "tail"]),
    "table cells": ("<table><tr><td>a<td>b</table>", ["a", "b"]),
    "an anchor around blocks": ("<a href=x><h3>Title</h3><p>Text</p></a>", ["Title", "Text"]),
    "a time for machines": (
        "<p>seen<span class='updated rich-snippet-hidden'>2026-03-11T08:00:00</span></p>",
        ["seen"],
    ),
    "hidden text": ("<p>seen<span style='display:none'>jam</span><font class=jammer>qx7</font> too</p>", ["seen too"]),
    "hidden block": ("<p hidden>no</p><div style='DISPLAY : none'><p>no</p></div><p>yes", ["yes"]),
    "scripts and pasted styles": ("<p>a<style>p{}</style>b<script>c()</script></p>", ["ab"]),
    "text after the end of the page": ("<html><body><p>a</p></body></html><p>b</p>", ["a", "b"]),
    "spaces between hanzi": ("<p>严格 第一落点 管控</p>", ["严格 第一落点 管控"]),
    "invisible characters": ("<p>&#8203;a&shy;b\ufeff&nbsp;</p>", ["ab"]),
    "preformatted": ("<pre>\n  a\n    b\n</pre>", ["  a\n    b"]),
    "spans as line breaks": (
        "<div>one<span class='x br'></span>two<span class=brand> three</span></div>",
        ["one", "two three"],
    ),
    "spans as blocks": (
        "<div>a<span style='display: block'>b <span>c</span><b>d</b></span>e<span style='display:inline-block'>f</span></div>",
        ["a", "b cd", "ef"],
    ),
    "spans that are called paragraphs": (
        "<div><span class=paragraph>a</span><span class='paragraph x'>b</span></div><p>c<span class=paragraph>d</span></p>",
        ["a", "b", "cd"],
    ),
    "inline captions before the text": (
        "<div><span class=photo><img src=a><em class=img_desc>a</em></span>b<em class=img_description>c</em></div>",
        ["a", "bc"],
    ),
    "windows over the text": (
        "<p>Ask <span class=tooltip>Ann Lee<span class=tooltiptext>all of her articles</span></span> or"
        " <span class=tooltip-text>me</span></p><h2>Bridges<span class=mw-editsection>[<a href=e>edit</a>]</span></h2>",
        ["Ask Ann Lee or me", "Bridges"],
    ),
    "NUL bytes": ("<p>a\x00b</p>", ["ab"]),
    "unclosed": ("<div><p>a<p>b<ul><li>c<li>d", ["a", "b", "c", "d"]),
}


@pytest.mark.parametrize("html, expected", BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(html: str, expected: list[str]) -> None:
    assert [block.text for block in Page(html).blocks] == expected


def test_one_line_break_joins_two_lines_of_a_paragraph() -> None:
    page = Page("<p>one<br>two<br>\u3000\u3000three<br><br>four</p>")
    assert [(block.text, block.joined) for block in page.blocks] == [
        ("one", False),
        ("two", True),
        ("three", False),
        ("four", False),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一\n\n\u3000二<a href=/x>三</a>\r\n \r\n\u3000四", ["一", "二三", "四"]),
        ("一\n\u3000二", ["一 二"]),
        ("one\n\n  two", ["one two"]),
    ],
)
def test_a_blank_line_before_an_indented_one_ends_a_paragraph(text: str, lines: list[str]) -> None:
    page = Page(f"<meta name=description content='一\n\n\u3000二'><p>{text}</p>")
    assert [block.text for block in page.blocks] == lines
    assert page.description == "一\n\n\u3000二"


def test_head_facts_keep_their_order() -> None:
    page = Page(
        "<html lang=de><head><title> T&amp;T </title><base href=/b/><meta name=a content=1>"
        "<meta property=og:b content=2>"
        "<link rel=canonical href=/c><script type='application/ld+json'>{\"x\": 1}</script><script>var y</script>"
    )
    assert (page.language, page.title, page.base) == ("de", "T&T", "/b/")
    assert [dict(meta) for meta in page.metas] == [{"name": "a", "content": "1"}, {"property": "og:b", "content": "2"}]
    assert [dict(link) for link in page.links] == [{"rel": "canonical", "href": "/c"}]
    assert (page.json_ld, page.scripts) == (['{"x": 1}'], ["var y"])


def test_links_and_bold_type_are_counted() -> None:
    (block,) = Page("<p>ab <a href=1>cdef</a> <b>gh</b></p>").blocks
    assert (block.link_chars, block.strong_chars, len(block.anchors)) == (4, 2, 1)


def test_a_link_that_a_script_follows_is_one_without_an_address_too() -> None:
    (block,) = Page("<p><a>Share</a> <a>Print</a></p>").blocks
    assert (block.link_chars, len(block.anchors)) == (10, 2)


def test_a_link_around_blocks_counts_in_each() -> None:
    assert [block.link_chars for block in Page("<a href=1><p>abc</p><p>de</p></a>").blocks] == [3, 2]


def test_pieces_know_their_innermost_elements() -> None:
    page = Page("<div><span class=who>A</span><span class=when>2022 <b>x</b></span></div>")
    pieces = [(text, element.tag, element.get("class")) for text, element in page.pieces(page.blocks[0])]
    assert pieces == [("A", "span", "who"), ("2022 ", "span", "when"), ("x", "b", None)]


def test_an_element_knows_its_text() -> None:
    page = Page("<div id=a><p>one</p><p>two <span id=b>three</span></p></div>")
    texts = {element.get("id"): page.text(element) for element in page.elements if element.get("id")}
    assert texts == {"a": "one\ntwo three", "b": "three"}


def test_nesting_costs_no_recursion() -> None:
    page = Page("<div>" * 10_000 + "deep" + "</div>" * 10_000)
    assert [block.text for block in page.blocks] == ["deep"]


def test_a_page_is_freed_as_soon_as_nobody_holds_it() -> None:
    gc.disable()
    try:
        page = weakref.ref(Page("<p>one</p>"))
        assert page() is None
    finally:
        gc.enable()


def test_references_to_letters_do_not_break_the_text() -> None:
    text = "Große Züge"
    html = "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in text)
    page = Page(
        f"<p title='&quot;a&quot;'>{html} &ouml; &lt;b&gt; &#38; &#150; &#x5927;&#x6A4B;&nbsp;A&T &unknown; &#0;</p>"
    )
    assert [block.text for block in page.blocks] == ["Große Züge ö <b> & – 大橋 A&T &unknown; \ufffd"]
    assert page.runs[0].startswith("Große Züge ö ")


@pytest.mark.parametrize(
    "names, mark",
    [
        ("podobne", Mark.RELATED), ("tin-lienquan", Mark.RELATED), ("kanren_box", Mark.RELATED), ("komentarze", Mark.COMMENT),
        ("compartir", Mark.SHARE), ("sns-area", Mark.SHARE), ("reklama", Mark.ADVERT), ("boxEtiketler etiketler", Mark.TAGS),
        ("pankuzu", Mark.CRUMBS), ("hirlevel", Mark.PROMO), ("img epigrafe", Mark.CAPTION), ("ankieta", Mark.WIDGET),
    ],
)  # fmt: skip
def test_names_speak_in_many_languages(names: str, mark: Mark) -> None:
    assert marks_of("div", names, None, None) & mark
    assert not marks_of("div", "artykul tresc", None, None) & mark
