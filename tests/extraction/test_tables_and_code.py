"""Tables of data and code among the paragraphs are text, wherever the page has put the whole article."""

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.render import to_html, to_markdown
from newsarchive.items import Block, BlockKind

ABOVE = (
    "The council said on Tuesday that the old bridge will be closed for repair next spring, nine years after engineers "
    "first warned of the cracks in its second pier."
)
BELOW = (
    "Traders near the market fear for their trade, and want the buses to go on calling at the quay until the autumn."
)
SAID = "Nobody at the quay had been told, said the harbour master, who learnt it from the radio on his way to work."
ROWS = (("Place", "Share", "Speaker"), ("Northquay", "72 %", "Ada Moor"), ("Millstead", "45 %", "Ian Frith"))
TABLE = "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS) + "</table>"
PICTURE = '<figure><img src="/pier.jpg" width="800" height="600"><figcaption>The pier in March</figcaption></figure>'
CODE = "for pier in bridge:\n    inspect(pier)  # 1537"


def blocks(between: str, article: str = "<article>{}</article>") -> list[Block]:
    story = f"<h1>Bridge to close</h1><div>By Ann Lee, 18 April 2022</div><p>{ABOVE}</p>{between}<p>{BELOW}</p>"
    page = f"""<html lang=en><title>Bridge to close - River Post</title><body><ul><li><a href=/>Home</a><li>
        <a href=/n>News</a><li><a href=/s>Sport</a></ul>{article.format(story)}<p>© 2022 River Post</p>"""
    return list(extract(page, "https://www.example.test/news/bridge-123456.html").blocks)


@pytest.mark.parametrize("article", ["<article>{}</article>", "<table width=100%><tr><td>{}</td></tr></table>"])
@pytest.mark.parametrize("above", ["", PICTURE], ids=["no picture", "picture"])
def test_a_table_between_paragraphs_is_one(article: str, above: str) -> None:
    tables = [block.rows for block in blocks(above + TABLE, article) if block.kind is BlockKind.TABLE]
    assert tables == [ROWS]


def test_a_table_alone_in_a_cell_lays_out_the_page() -> None:
    laid = f"<table><tr><td>{TABLE}</td></tr></table>"
    assert not any(block.kind is BlockKind.TABLE for block in blocks(laid))


@pytest.mark.parametrize("code", [f"<pre>{CODE}</pre>", f"<pre><code>{CODE}</code></pre>"])
def test_code_between_paragraphs_is_text_as_it_was_written(code: str) -> None:
    assert [(block.kind, block.text) for block in blocks(code)] == [
        (BlockKind.PARAGRAPH, ABOVE),
        (BlockKind.CODE, CODE),
        (BlockKind.PARAGRAPH, BELOW),
    ]


def test_code_under_a_picture_is_no_caption() -> None:
    code = f"<pre class=wp-block-code><code>{CODE}</code></pre>"
    assert Block(BlockKind.CODE, CODE) in blocks(f"<p>{SAID}</p><p><img src=/pier.jpg></p>{code}")


def test_code_below_the_text_is_none() -> None:
    page = f"<title>Bridge</title><article><h1>Bridge</h1><p>{ABOVE}</p><p>{BELOW}</p></article><pre>ferry --off</pre>"
    assert extract(page).body == f"{ABOVE}\n{BELOW}"


def test_wide_and_high_cells_fill_no_more_than_a_hundred_columns() -> None:
    wide = "<tr>" + "<td colspan=50 rowspan=50></td>" * 1000 + "</tr>" + "<tr><td>7</td></tr>" * 10
    (table,) = (
        block for block in blocks(TABLE.replace("</table>", f"{wide}</table>")) if block.kind is BlockKind.TABLE
    )
    assert table.rows[3].index("7") == len(table.rows[3]) - 1 == 100


def test_cells_keep_links_and_emphases_and_several_lines() -> None:
    linked = (
        TABLE.replace("Northquay", "<a href=/n>Northquay</a>").replace("Ada Moor", "<b>Ada</b> <a href=/a>Moor</a>")
        .replace("45 %", "<ul><li>45 % of men</li><li>52 % of women</li><li>50 % of all</li></ul>")
    )  # fmt: skip
    (table,) = (block for block in blocks(linked) if block.kind is BlockKind.TABLE)
    assert table.rows == (*ROWS[:2], ("Millstead", "45 % of men 52 % of women 50 % of all", "Ian Frith"))
    assert [(table.text[span.start : span.end], span.url) for span in table.spans] == [
        ("Northquay", "https://www.example.test/n"), ("Ada", None), ("Moor", "https://www.example.test/a"),
    ]  # fmt: skip
    head = "| Place | Share | Speaker |\n| --- | --- | --- |\n"
    north = "| [Northquay](<https://www.example.test/n>) | 72 % | **Ada** [Moor](<https://www.example.test/a>) |\n"
    assert head + north in to_markdown([table])
    assert '<td><strong>Ada</strong> <a href="https://www.example.test/a">Moor</a></td>' in to_html([table])


def test_buttons_in_cells_are_none() -> None:
    more = TABLE.replace("</tr>", "<td><a href=/more>More</a></td></tr>")
    assert [block.rows for block in blocks(more) if block.kind is BlockKind.TABLE] == [ROWS]


def test_a_table_of_one_column_is_none() -> None:
    lines = "".join(f"<tr><td>{line}</td></tr>" for line in (SAID, BELOW, SAID.upper(), BELOW.upper()))
    assert not any(block.kind is BlockKind.TABLE for block in blocks(f"<table>{lines}</table>"))
