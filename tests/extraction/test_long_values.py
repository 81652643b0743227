"""A value of forty thousand characters, wherever it stands, costs little more than reading it."""

import contextlib
import time

import pytest

from newsarchive.extraction import extract
from newsarchive.items import NotAnArticle

SIZE = 40_000
SECONDS = 0.5  # ordinary is a tenth of it at most; what grows with the square takes many times more
TEXT = "".join(
    f"<p>The river rose by {n} centimetres in the night, and the town asked everybody near the bridge to leave.</p>"
    for n in range(6)
)
PLACES = {
    "title": "<title>{value}</title>{text}",
    "heading": "<h1>{value}</h1>{text}",
    "og:title": '<meta property="og:title" content="{value}">{text}',
    "JSON-LD": '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{value}", "author": "{value}",'
    ' "keywords": "{value}", "datePublished": "{value}"}}</script>{text}',
    "date": '<meta name="date" content="{value}"><time datetime="{value}">{value}</time>{text}',
    "author": '<meta name="author" content="{value}">{text}',
    "keywords": '<meta name="keywords" content="{value}">{text}',
    "by-line": '<h1>Rain</h1><p class="byline date">{value}</p>{text}',
    "line above": "<h1>Rain</h1><p>{value}</p>{text}",
    "line inside": "{text}<p>{value}</p>{text}",
    "caption": "{text}<figure><img src=/a.jpg><figcaption>{value}</figcaption></figure>{text}",
    "alt": '{text}<img src=/a.jpg alt="{value}">{text}',
    "crumbs": "<div class=breadcrumb>{value}</div>{text}",
    "tags": "{text}<p class=tags>{value}</p>",
    "address": '{text}<a href="{value}">more</a>',
    "class": '<div class="{value}" style="{value}">{text}</div>',
    "script": "<script>{value}</script><textarea>{value}</textarea>{text}",
}
VALUES = [
    "- ", "| ", " ", "a ", "1 ", "年", "：", "((", "By A ", "http://", "\u00a0·", "A.", "来源 ", "作 者 ", "2022-", "1月", "记者 ",
    "/", "_", "&", "aA", "“", "、", "#a ", "\t", "\u3000", "责 编 ", "0", "Foto ", "Print ",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_no_value_is_dear(place: str) -> None:
    dear = []
    for value in VALUES:
        page = PLACES[place].format(value=value * (SIZE // len(value)), text=TEXT)
        start = time.process_time()
        with contextlib.suppress(NotAnArticle):
            extract(f"<html><body>{page}</body></html>", "https://news.example.test/2022/rain.html")
        if time.process_time() - start > SECONDS:
            dear.append(value)
    assert dear == []
