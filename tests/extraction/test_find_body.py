"""Text that a page does not show is found, and a site's rules come before everything."""

import json
from html import escape

import pytest

from newsarchive.extraction import extract
from newsarchive.extraction.body import find_body
from newsarchive.extraction.page import Page
from newsarchive.items import NotAnArticle
from newsarchive.sites import Rule, Site

LINES = [
    f"The ferry left at {hour} o'clock with forty people on board, and nobody spoke until the island was in sight."
    for hour in range(3, 9)
]
PS = "".join(f"<p>{line}</p>" for line in LINES)
HEAD = "<html><head><title>The ferry</title>{}</head><body><h1>The ferry</h1>{}</body></html>"
TEASER = "<p>The ferry left early.</p>"
HIDING = {
    "JSON-LD": HEAD.format(
        f'<script type="application/ld+json">{json.dumps({"articleBody": chr(10).join(LINES)})}</script>', TEASER
    ),
    "a text area": HEAD.format("", f"{TEASER}<textarea>{escape(PS)}</textarea>"),
    "an element that scripts show": HEAD.format("", f"{TEASER}<div style='display:none'>{PS}</div>"),
    "the state of a script": HEAD.format(
        f"<script>window.__STATE__ = {json.dumps({'news': {'content': PS}})}</script>", "<div id=app></div>"
    ),
    "a template of a script": HEAD.format("", f"{TEASER}<script type='text/template'>{PS}</script>"),
    "the page itself": HEAD.format("", PS),
}


# What a page shows above the element that its scripts show is the first line of the text.
BEFORE = {"an element that scripts show": ["The ferry left early."]}


@pytest.mark.parametrize("place", HIDING)
def test_text_is_found_wherever_it_hides(place: str) -> None:
    assert find_body(Page(HIDING[place])).text.split("\n") == [*BEFORE.get(place, []), *LINES]


MAIN = f"<div class=main>{PS}</div><div class=note><p class=small>A note of the editors, which is rather long for a note.</p></div>"


def test_the_rule_of_a_site_says_what_the_body_is() -> None:
    body = find_body(Page(HEAD.format("", MAIN)), rules=[Rule(body=("div.absent", "div.note"), remove=("p.nothing",))])
    assert (body.text, body.shown) == ("A note of the editors, which is rather long for a note.", False)


def test_the_rule_of_a_site_takes_out_what_it_names() -> None:
    body = find_body(Page(HEAD.format("", MAIN)), rules=[Rule(remove=("p:nth-child(2)", ".note", "div.note"))])
    assert body.text.split("\n") == [LINES[0], *LINES[2:]]


def test_what_the_rules_of_a_site_take_out_is_told_with_the_selector() -> None:
    site = Site(
        key="a", name="A", start="https://a.test/", rules=(Rule(body=("div.main",), remove=("p:nth-child(2)",)),)
    )
    article = extract(HEAD.format("", MAIN), "https://a.test/1", site=site)
    assert [(one.rule, one.place, one.text) for one in article.removed] == [("rule", "p:nth-child(2)", LINES[1])]


def test_a_rule_of_another_layout_leaves_the_page_to_the_next_one() -> None:
    rules = [Rule(remove=(".absent",)), Rule(body=("div.note",))]
    assert find_body(Page(HEAD.format("", MAIN)), rules=rules).text.startswith("A note of the editors")


def test_what_a_rule_takes_out_stays_out_where_its_body_is_not_found() -> None:
    rules = [Rule(body=("div.absent",), remove=("p:nth-child(2)", ".note"))]
    assert find_body(Page(HEAD.format("", MAIN)), rules=rules).text.split("\n") == [LINES[0], *LINES[2:]]


def test_the_generic_reading_stands_in_for_a_rule_that_finds_nothing() -> None:
    body = find_body(Page(HEAD.format("", PS)), rules=[Rule(body=("div.absent",))])
    assert (body.text.split("\n"), body.shown) == (LINES, True)


def test_a_page_whose_footer_alone_has_text_is_no_article() -> None:
    footer = "<footer class=site-footer><p>The Harbour Gazette is published in Port Ellery by Lantern Street Press.</p></footer>"
    with pytest.raises(NotAnArticle, match="no running text"):
        extract(f"<title>Webcam</title><main><h1>Gull Point now</h1><img src=/cam.jpg><p>Live.</p></main>{footer}")


def test_a_table_is_text_as_a_whole() -> None:
    cells = (("Step", "Cost"), ("First", "12 million"), ("Second", "9 million"))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    first = "The council said on Tuesday that the second part of the river path will be begun next month, after three years of talks."
    last = "The work will be done in three steps; the bed will be cleared and the banks made stronger before the floods come."
    html = f"<html lang=en><title>What the path will cost</title><article><h1>What the path will cost</h1><div class=byline>By Maeve Tolland</div><p>{first}</p><table>{rows}</table><p>{last}</p></article><aside><a href=/a>Most read</a></aside></html>"
    article = extract(html, "https://news.example.test/a/path-123456.html")
    assert article.body.split("\n") == [first, *(cell for row in cells for cell in row), last]


LAMPS = [
    "这款来自清江的灯在去年众筹成功之后，终于开始向普通用户发货，展开后有一米高，合上比一本杂志还要薄。",
    "我们试用了两周，最大的惊喜来自开关：官方标称十二毫秒，实际使用和墙上的开关已经没有明显差别。",
    "把电线往外一拉就能用，松手又会缩回去，这个创意并不新鲜，但把它做到不发烫的，这可能是第一款。",
    "书架上的空间问题，这款挂架解决得最好，它把灯和支架做到了一起，颜色还会随着日落时间变化。",
]


@pytest.mark.parametrize("line", ["价格：399 元", "399 元起"])
def test_a_short_line_set_off_among_paragraphs_is_text_and_not_removed(line: str) -> None:
    lines = [*LAMPS[:2], line, *LAMPS[2:]]
    html = "".join(f"<p>{one}</p>" if one in LAMPS else f"<blockquote><p>{one}</p></blockquote>" for one in lines)
    body = find_body(Page(f"<html lang=zh><title>新品</title><body><h1>本周新品：灯</h1><div>{html}</div>"))
    assert (body.text.split("\n"), body.removed) == (lines, ())


@pytest.mark.parametrize("line", ["1:38", "© 2026 River Post. All rights reserved.", "By Ann Lee", "19 April 2026"])
def test_a_page_of_nothing_but_a_length_a_notice_or_a_byline_has_no_text(line: str) -> None:
    assert find_body(Page(f"<title>The ferry</title><div><p>{line}</p></div>")).blocks == ()
