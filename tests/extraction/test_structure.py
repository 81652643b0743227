"""The body keeps its structure, and pictures keep their captions and credits."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body import read_body
from newsarchive.extraction.page import Page
from newsarchive.extraction.render import to_html, to_markdown, to_text
from newsarchive.extraction.structure import article_blocks
from newsarchive.extraction.structure.addresses import picture_address
from newsarchive.extraction.structure.tables import table_block
from newsarchive.items import Block, BlockKind, Image

LONG = "The council met in the old town hall on Monday evening, and the session lasted until well after midnight."
PAGE = f"""<html><head><title>Council meets</title></head><body><article><h1>Council meets</h1><p>{LONG} First.</p>
<figure><img src=/loading.gif data-src=/hall.jpg width=600><figcaption>The hall at night. Photo: Ann Lee</figcaption></figure>
<p>{LONG} Second.</p><h2>What was decided</h2><p>{LONG} Third.</p><ol><li>{LONG} Fourth.</li><li>{LONG} Fifth.</li></ol>
<blockquote><p>{LONG} Sixth.</p></blockquote><p>{LONG} Seventh.<br>{LONG} Eighth.</p>
<iframe src="https://www.youtube.com/embed/x" title="The session"></iframe><p>{LONG} Ninth.</p></article></body></html>"""


def test_blocks_follow_the_page() -> None:
    blocks = article_blocks(read_body(Page(PAGE)), "https://news.example.test/a")
    kinds = [(block.kind, block.text.removeprefix(LONG).strip(), block.level, block.ordered) for block in blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, "First.", 0, False),
        (BlockKind.IMAGE, "The hall at night.", 0, False),
        (BlockKind.PARAGRAPH, "Second.", 0, False),
        (BlockKind.HEADING, "What was decided", 2, False),
        (BlockKind.PARAGRAPH, "Third.", 0, False),
        (BlockKind.LIST_ITEM, "Fourth.", 1, True),
        (BlockKind.LIST_ITEM, "Fifth.", 1, True),
        (BlockKind.QUOTE, "Sixth.", 0, False),
        (BlockKind.PARAGRAPH, f"Seventh.\n{LONG} Eighth.", 0, False),
        (BlockKind.EMBED, "The session", 0, False),
        (BlockKind.PARAGRAPH, "Ninth.", 0, False),
    ]
    assert blocks[1].image == Image("https://news.example.test/hall.jpg", "The hall at night.", "Ann Lee")


def kinds_of(*lines: str) -> list[tuple[BlockKind, int]]:
    """Return the kinds and levels of the blocks of an article with some lines."""
    html = "".join(f"<p>{line}</p>" for line in lines)
    blocks = article_blocks(read_body(Page(f"<article><h1>Council meets</h1>{html}</article>")), None)
    return [(block.kind, block.level) for block in blocks]


def test_a_bold_line_above_a_paragraph_is_a_heading() -> None:
    paragraph, heading = (BlockKind.PARAGRAPH, 0), (BlockKind.HEADING, 2)
    text = f"{LONG} {LONG}"
    assert kinds_of(text, text, "<b>What was decided</b>", text, text) == [
        paragraph, paragraph, heading, paragraph, paragraph,
    ]  # fmt: skip
    for line in ("<b>The mayor stood up and left.</b>", "What was <b>decided</b>"):
        assert kinds_of(text, text, line, text, text) == [paragraph] * 5
    interview = [line for number in range(4) for line in (f"<b>What was decided on day {number}</b>", text)]
    assert kinds_of(*interview) == [paragraph] * 8


OTHER = "Nobody had expected so many people, said the clerk, who had to fetch chairs from the school across the square and ask for patience."


def kinds_on(html: str) -> list[BlockKind]:
    """Return the kinds of the blocks of an article."""
    return [block.kind for block in article_blocks(read_body(Page(f"<article>{html}</article>")), None)]


def test_a_heading_may_be_named_so() -> None:
    named = "<h1>Council meets</h1>{0}{0}<p class=article-zwischentitel>What was decided</p>{0}{0}".format(
        f"<p>{LONG} {LONG}</p>"
    )
    paragraph = BlockKind.PARAGRAPH
    assert kinds_on(named) == [paragraph, paragraph, BlockKind.HEADING, paragraph, paragraph]


def test_a_heading_may_be_one_for_readers_of_screens_alone() -> None:
    line = "<h2>What was decided</h2><p>{0}</p><div role=heading{1}>Who was there</div><p>{0}</p>"
    for level, found in ((" aria-level=3", 3), ("", 2), (" aria-level=x", 2)):
        html = f"<article><p>{LONG} {LONG}</p>{line.format(OTHER, level)}<p>{LONG} Last.</p></article>"
        blocks = article_blocks(read_body(Page(html)), None)
        assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [2, found]


FOLDED = {
    "a button": "<h3><button type=button>What was decided<svg><title>Open</title></svg></button></h3><div><p>{}</p></div>",
    "details": "<details><summary><span>What was decided</span></summary><p>{}</p></details>",
    "a button beside it": "<h3>What was decided <button>Share</button></h3><p>{}</p>",
}


@pytest.mark.parametrize("html", FOLDED.values(), ids=FOLDED.keys())
def test_what_opens_a_part_of_the_text_is_its_heading(html: str) -> None:
    folded = "".join(html.format(text) for text in (f"{LONG} Second.", OTHER))
    blocks = article_blocks(read_body(Page(f"<article><p>{LONG} First.</p>{folded}</article>")), None)
    heading = Block(BlockKind.HEADING, "What was decided", level=3)
    assert [blocks[1], blocks[3]] == [heading, heading]
    assert len(blocks) == 5


def test_a_formula_is_text_once() -> None:
    formula = "<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>"
    drawn = f"<span class=katex-mathml>{formula}</span><span class=katex-html>x=2</span>"
    assert [block.text for block in Page(f"<p>So {formula}.</p><p>So {drawn}.</p>").blocks] == ["So x=2."] * 2


def test_a_sentence_in_large_type_above_the_text_is_its_lead() -> None:
    line = "<h2>The council stayed until midnight{0}</h2>"
    text, paragraph = f"<p>{LONG} {LONG}</p>" * 3, BlockKind.PARAGRAPH
    assert kinds_on(f"<h1>Council meets</h1>{line.format('.')}{text}") == [paragraph] * 4
    assert kinds_on(f"<h1>Council meets</h1>{line.format('')}{text}") == [BlockKind.HEADING, *[paragraph] * 3]
    inside = f"{text}{line.format('.')}<p>{OTHER}</p>"
    assert kinds_on(f"<h1>Council meets</h1>{inside}") == [*[paragraph] * 3, BlockKind.HEADING, paragraph]


def test_a_long_sentence_in_large_type_is_no_heading() -> None:
    assert (
        kinds_on(f"<p>{LONG} First.</p><p>{LONG} Second.</p><h2>{OTHER}</h2><p>{LONG} Fourth.</p>")
        == [BlockKind.PARAGRAPH] * 4
    )


def test_what_is_named_quote_is_one() -> None:
    quote = f"<p>{LONG} First.</p><div class=quote><p>{OTHER}</p></div><p>{LONG} Third.</p>"
    assert kinds_on(quote) == [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.PARAGRAPH]


def test_an_item_of_a_list_may_have_several_paragraphs() -> None:
    items = f"<p>{LONG} First.</p><ul><li><p>{OTHER}</p><p>{LONG} Second.</p></li><li>{LONG}<br>{LONG} Third.</li></ul>"
    first, *items_of_list = article_blocks(read_body(Page(f"<article><h1>Council meets</h1>{items}</article>")), None)
    assert items_of_list == [
        Block(BlockKind.LIST_ITEM, f"{OTHER}\n{LONG} Second.", level=1),
        Block(BlockKind.LIST_ITEM, f"{LONG}\n{LONG} Third.", level=1),
    ]


def test_items_that_are_parts_of_the_article_are_paragraphs() -> None:
    paragraph = BlockKind.PARAGRAPH
    headed = f"<p>{LONG} First.</p><ol><li><h3>What was decided</h3><p>{OTHER}</p><p>{LONG} Second.</p></li></ol>"
    assert kinds_on(headed) == [paragraph, BlockKind.HEADING, paragraph, paragraph]
    whole = "".join(f"<p>{LONG} Part {number}.</p>" for number in range(5))
    assert kinds_on(f"<ul><li>{whole}</li></ul>") == [paragraph] * 5


def test_cells_stand_in_their_columns() -> None:
    table = (
        "<table><tr><td></td><th colspan=2>Votes</th><th>Share</th></tr><tr><th rowspan=2>North</th><td>12</td><td>14</td>"
        "<td>40 %</td></tr><tr><td>11</td><td></td><td>60 %</td><td></td></tr></table>"
    )
    page = Page(f"<article>{table}</article>")
    block = table_block(page, next(one for one in page.elements if one.tag == "table"), page.blocks, None)
    assert block.rows == (("", "Votes", "", "Share"), ("North", "12", "14", "40 %"), ("", "11", "", "60 %"))


PICTURES = {
    "a lazy picture": ("<img src=blank.gif data-original=/a.jpg>", "/a.jpg"),
    "a set of sizes": ("<img srcset='/s.jpg 320w, /l.jpg 1200w'>", "/l.jpg"),
    "a set of sizes, the largest first": ("<img srcset='/l.jpg 2x,/s.jpg 1x'>", "/l.jpg"),
    "a set with commas in its addresses": (
        "<img srcset='/crop=1,2,x0/l.jpg 1200w, /crop=1,2/y0 320w'>",
        "/crop=1,2,x0/l.jpg",
    ),
    "a set beside a smaller picture": ("<img src=/s.jpg srcset='/s.jpg 300w, /l.jpg 1200w'>", "/l.jpg"),
    "a set of placeholders": ("<img srcset='/blank.gif 1x, data:image/gif;base64,R0 2x' data-src=/l.jpg>", "/l.jpg"),
    "a set of one": ("<img srcset='/l.jpg'>", "/l.jpg"),
    "settings instead of an address": ('<img data-src=\'{"a": "/s.jpg"}\' src=/l.jpg>', "/l.jpg"),
    "a data address": ("<img src='data:image/gif;base64,R0'>", None),
    "a logo": ("<img src=/img/logo.png>", None),
    "the largest of all sources": (
        "<picture><source srcset='/l.jpg 1200w'><source srcset='/m.jpg 600w'><img src=/s.jpg></picture>",
        "/l.jpg",
    ),
    "a set of WordPress": ("<img src=data:, data-lazy-srcset='/s.jpg 300w, /l.jpg 900w'>", "/l.jpg"),
    "sources of a picture element": ("<picture><source srcset='/l.webp 1200w'><img src=/s.jpg></picture>", "/l.webp"),
    "a link to the whole picture": ("<a href=/whole.jpg><img src=/s.jpg></a>", "/whole.jpg"),
    "a template of a script": ("<img src='/{{size}}.jpg' data-lazy-src=/l.jpg>", "/l.jpg"),
    "a larger one for fine screens": ("<img src=/leer.gif data-retina-src=/l.jpg>", "/l.jpg"),
    "a list for a script": ("<img data-interchange='[/a-300x200.jpg, small], [/a.jpg, (large)]'>", "/a.jpg"),
    "settings for a script": ('<img data-sizes=\'{"s": "/a-300x200.jpg", "l": "/a-900x600.jpg"}\'>', "/a-900x600.jpg"),
    "an address with commas": (
        "<img data-normal='https://i.test/crop=1,2/a.jpg?w=7'>",
        "https://i.test/crop=1,2/a.jpg?w=7",
    ),
    "a seal": ("<img src=/i/grey-seal-pup.jpg>", "/i/grey-seal-pup.jpg"),
    "a square one": ("<img src=/i/1x1/pier.jpg>", "/i/1x1/pier.jpg"),
    "a pixel": ("<img src=/i/pixel-1x1.gif>", None),
    "a placeholder with a digest": ("<img src=/i/transparent-1x1-2cd8bde463.png>", None),
    "a smile": ("<img src=/i/girl-smiling-2.jpg>", "/i/girl-smiling-2.jpg"),
    "a smiley": ("<img src=/i/smilie_3.gif>", None),
    "a logo in a figure": ("<figure><img src=/i/raspberry-logo-1.jpg></figure>", "/i/raspberry-logo-1.jpg"),
    "a wide logo": ("<img src=/i/logo-300x193.jpg width=300>", "/i/logo-300x193.jpg"),
    "an icon in a figure": ("<figure><img src=/i/zoom-in.svg alt='Zoom'></figure>", None),
    "a chart": ("<img src=/g/lists.svg alt='Memory occupied by tuples and lists'>", "/g/lists.svg"),
    "a wide chart": ("<img src=/g/lists.svg width=900px>", "/g/lists.svg"),
    "a portrait": ("<figure><img src=/avatar/7.jpg width=400></figure>", None),
    "an arrow": ("<img src=/img/arrow_left.gif>", None),
    "an ordinary one": ("<img src=/2024/05/catalogos.jpg>", "/2024/05/catalogos.jpg"),
}


def test_addresses_begin_at_the_base_of_the_page() -> None:
    text = f"<p>{LONG} First, with <a href=b>another</a>.</p><p><img src=i/hall.jpg></p><p>{LONG} Second.</p>"
    for base, there in (
        ("/", "/"),
        ("https://static.example.test/x/", "https://static.example.test/x/"),
        ("http://[", "/2026/"),
    ):
        page = f"<head><base href={base}><title>Council meets</title></head><article><h1>Council meets</h1>{text}</article>"
        blocks = extract(page, "https://news.example.test/2026/a").blocks
        start = there if there.startswith("http") else f"https://news.example.test{there}"
        assert [span.url for block in blocks for span in block.spans] == [f"{start}b"]
        assert [block.image.url for block in blocks if block.image] == [f"{start}i/hall.jpg"]


@pytest.mark.parametrize("html, address", PICTURES.values(), ids=PICTURES.keys())
def test_picture_addresses(html: str, address: str | None) -> None:
    page = Page(html)
    assert picture_address(page, page.media[0]) == address


BLOCKS = (
    Block(BlockKind.HEADING, "A <b> & *c*", level=2),
    Block(BlockKind.PARAGRAPH, "1. not a list\nsecond [line]"),
    Block(BlockKind.LIST_ITEM, "one", level=1),
    Block(BlockKind.LIST_ITEM, "two", level=2),
    Block(BlockKind.LIST_ITEM, "three", level=1, ordered=True),
    Block(BlockKind.QUOTE, "said"),
    Block(BlockKind.TABLE, "a\tb|c\n1", rows=(("a", "b|c"), ("1",))),
    Block(BlockKind.CODE, "x = `y`"),
    Block(BlockKind.IMAGE, "cap", image=Image("https://e.test/a b>.jpg", "cap", "Ann", 'A "hall"')),
    Block(BlockKind.IMAGE, image=Image("https://e.test/b.jpg", alt="[A] hall")),
    Block(BlockKind.EMBED, "", url="javascript:alert(1)"),
)


def test_text() -> None:
    assert to_text(BLOCKS).split("\n") == [
        "A <b> & *c*", "1. not a list", "second [line]", "one", "two", "three", "said", "a\tb|c", "1", "x = `y`",
    ]  # fmt: skip


def test_markdown() -> None:
    assert to_markdown(BLOCKS) == (
        "## A \\<b> & \\*c\\*\n\n1\\. not a list  \nsecond \\[line\\]\n\n- one\n    - two\n1. three\n\n> said\n\n"
        "| a | b\\|c |\n| --- | --- |\n| 1 |  |\n\n```\nx = `y`\n```\n\n![cap (Ann)](<https://e.test/a b%3E.jpg>)\n\n"
        "![\\[A\\] hall](<https://e.test/b.jpg>)\n\n"
        "javascript:alert(1)\n"
    )


def test_html() -> None:
    assert to_html(BLOCKS) == (
        "<h2>A &lt;b&gt; &amp; *c*</h2>\n<p>1. not a list<br>second [line]</p>\n<ul>\n<li>one\n<ul>\n<li>two\n</li></ul>\n"
        "</li></ul>\n<ol>\n<li>three\n</li></ol>\n<blockquote><p>said</p></blockquote>\n"
        "<table><tr><td>a</td><td>b|c</td></tr><tr><td>1</td></tr></table>\n<pre>x = `y`</pre>\n"
        '<figure><img src="https://e.test/a b&gt;.jpg" alt="A &quot;hall&quot;"><figcaption>cap Ann</figcaption></figure>\n'
        '<figure><img src="https://e.test/b.jpg" alt="[A] hall"></figure>\n'
        "<p>javascript:alert(1)</p>"
    )
