"""Pages that show next to nothing, because their text waits in data, templates or hidden elements for a script."""

import json
from html import escape

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article, NotAnArticle

TITLE = "Path to grow by four kilometres"
TEXT = [
    "The council said on Tuesday that the second part of the river path will be begun next month, over a length of 4.2 "
    "kilometres, after three years of talks.",
    "The work will be done in three steps. The bed will be cleared and the banks made stronger before the floods.",
    "“We have waited long enough,” said the mayor, Tom Price, who wants to walk the whole path when it is opened.",
    "Neighbours fear the noise, and the club of anglers has asked for a wall of willows.",
]
HTML = "".join(f"<p>{line}</p>" for line in TEXT)
PLACES = {
    "json-ld": {"@type": "NewsArticle", "articleBody": "\n".join(TEXT)},
    "braces": {
        "@type": "NewsArticle",
        "articleBody": "".join(f"{{p}}{line}{{/p}}{{sd-embed}}{{/sd-embed}}" for line in TEXT),
    },
    "html": {"props": {"article": {"title": TITLE, "body": HTML}}},
    "blocks": {"props": {"article": {"title": TITLE, "blocks": [{"kind": "p", "text": line} for line in TEXT]}}},
    "by number": {f"Paragraph:{n}": {"id": n, "text": line} for n, line in enumerate(TEXT)}
    | {"Title:1": {"name": TITLE}},
    "flat": [{"article": 1}, {"title": 2, "content": 3}, TITLE, HTML],
}
TEASERS = [
    {"title": f"Bridge {n}", "url": "/b", "text": f"The bridge number {n} opens on Monday. " * 5} for n in range(9)
]
DATA = {name: json.dumps(data) for name, data in PLACES.items()} | {
    "among teasers": json.dumps({"article": PLACES["blocks"], "latest": TEASERS, "more": [TEASERS]})
}
HOLDERS = {
    "data": "<div id=app></div><script type=application/json>{data}</script>",
    "assignment": "<div id=app></div><script>window.App=window.App||{{}};App.state={data};App.config={{}};</script>",
    "parsed": "<div id=app></div><script>window.__STATE__ = JSON.parse({quoted});</script>",
}  # fmt: skip
CODE = r"\x3C"
ELSEWHERE = {
    "function": f'<script>window.__NUXT__=(function(a,b){{return {{data:[{{title:a,content:{json.dumps(HTML)}}}]}}}}("x",null));</script>',
    "written": f"<script>document.write({json.dumps(HTML)});</script>",
    "single quotes": f"<script>var a = {{text: '{HTML.replace('<', CODE)}', 'time': '2022'}};</script>",
    "references": f"<script>var a = {{text: '{escape(HTML).replace('/', '&#x2F;')}'}};</script>",
    "noscript": f"<noscript>{HTML}</noscript>",
    "template": f"<template>{HTML}</template>",
    "hidden": f"<div hidden>{HTML}</div>",
    "not displayed": f"<div style='display:none'>{HTML}</div>",
    "text area": f"<textarea>{HTML.replace('<', '&lt;')}</textarea>",
    "script template": f"<script type=text/template>{HTML}</script>",
}


def article(inside: str) -> Article:
    page = f"""<html lang=en><title>{TITLE} - River Post</title><body><a href=/>River Post</a><h1>{TITLE}</h1>
        <div>By Ann Lee</div>{inside}<footer>© 2022 River Post</footer></body></html>"""
    return extract(page, "https://www.example.test/news/path-123456.html")


def read(inside: str) -> list[str]:
    return article(inside).body.split("\n")


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("name", DATA)
def test_the_text_is_found_in_the_data_of_scripts(name: str, holder: str) -> None:
    assert read(HOLDERS[holder].format(data=DATA[name], quoted=json.dumps(DATA[name]))) == TEXT


@pytest.mark.parametrize("name", ELSEWHERE)
def test_the_text_is_found_where_no_reader_sees_it(name: str) -> None:
    assert read(ELSEWHERE[name]) == TEXT


def test_a_shadow_tree_that_the_page_declares_is_shown() -> None:
    shown = f"<p>{TEXT[0]}</p><news-more><template shadowrootmode=open>{HTML}</template></news-more>"
    assert read(shown) == [TEXT[0], *TEXT]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<noscript>You need to enable JavaScript to run this app.</noscript>",
        '<script>var ids = {"text": ["QWxsIG9mIHRoZSBhYm92ZQ0MjMyLTIwZWQtNTJmMy1hNDNkLTNhMTQ4MmZkNQ0MjMyLTIwZWQtNTJm"]};</script>',
        '<script>var state = {"text": "The council said on Tuesday that the second part of</script>',
    ],
)
def test_a_page_with_nothing_but_a_byline_is_no_article(inside: str) -> None:
    with pytest.raises(NotAnArticle, match="no running text"):
        read(inside)


DRAWN = "<script>var data = {{title: '{title}', subInfo: {{time: '2022-04-19 10:17:00'}}, text: '{text}'}};</script>"


def drawn(path: str, title: str, text: str = HTML) -> Article:
    page = f"<html lang=en><title>{TITLE}</title><body><div id=app></div>{DRAWN.format(title=title, text=text)}</body></html>"
    return extract(page, f"https://www.example.test/{path}")


def test_a_page_without_any_text_may_be_drawn_from_data_that_have_its_title() -> None:
    found = drawn("news/path-123456.html", TITLE)
    assert (found.title, found.body.split("\n"), str(found.published)) == (TITLE, TEXT, "2022-04-19 10:17:00+00:00")


@pytest.mark.parametrize(
    ("path", "title", "text"),
    [("", TITLE, HTML), ("news/path-123456.html", "Cookies", HTML), ("news/path-123456.html", TITLE, "<p>Loading</p>")],
)
def test_data_of_something_else_make_no_article(path: str, title: str, text: str) -> None:
    with pytest.raises(NotAnArticle, match="no text without its scripts"):
        drawn(path, title, text)


@pytest.mark.parametrize("code", ["{{ user }}", "<# if (user) { #>", "<%= user %>", "${user}"])
def test_a_template_with_code_is_not_the_text(code: str) -> None:
    shown = f"<div><p>{TEXT[0]}</p></div>"
    assert read(f"{shown}<script type=text/template><p>{code}</p>{HTML * 3}</script>") == [TEXT[0]]


def test_a_warning_says_where_the_text_was_found() -> None:
    assert article(ELSEWHERE["noscript"]).warnings == (
        "body: read from what the page hides, since the page shows little of it",
    )
    assert article(HTML).warnings == ()
