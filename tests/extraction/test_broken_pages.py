"""Broken pages are read or refused: no other exception, no hang, and what a reader would still see is kept."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations import BAD_URLS, MUTATIONS, broken
from benchmarks.sample_pages import sample_page
from newsarchive.extraction import extract
from newsarchive.items import Article, NotAnArticle

BROKEN = Path(__file__).parent / "broken"
TEXT = (
    "Rain fell on the valley for the third day, and by noon the river had risen more than a metre above its usual height.",
    "The mayor of the small town asked people who live beside the bridge to leave their houses before the evening.",
    "Schools in the district stay closed on Monday, the office said, and buses go by the upper road until the water sinks.",
)
REFUSED = {"empty", "white-space", "only-a-tag", "only-links", "everything-hidden"}
DAMAGED = {  # a broken character stands inside the text
    "control-characters", "bytes-that-are-no-utf-8", "entities", "right-to-left-marks", "utf-7",
    "unclosed-title", "unclosed-style-before", "frameset", "unquoted-attributes",
}  # fmt: skip
PIECES = st.sampled_from(
    ["<", ">", "</", "<p>", "<div", "class=", '"', "'", "&", "&#", ";", "<!--", "-->", "<script>", "</script>", "\0", "\ud800",
     '<script type="application/ld+json">', "{", "[", '"@type":', "NewsArticle", "<meta property=og:title content=", "<h1>",
     "<time datetime=", "2022-04-19", "99:99", "来源：", "By ", "<br>", "text", " ", "\n", "<table><tr><td>", "</html>", "<body>"]
)  # fmt: skip


def read(html: bytes | str, url: str | None = None, content_type: str | None = None) -> Article | None:
    try:
        return extract(html, url, content_type=content_type)
    except NotAnArticle:
        return None


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.html")), ids=lambda path: path.stem)
def test_a_page_that_once_could_break_a_reader_is_read_as_far_as_it_goes(path):
    article = read(path.read_bytes())
    if path.stem in REFUSED:
        assert article is None
    elif path.stem not in DAMAGED:
        assert article is not None
        assert [line for line in TEXT if line not in article.body] == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
@pytest.mark.parametrize("number", range(4))
def test_every_way_to_break_a_page_is_survived(mutation, number):
    page = mutation(sample_page(number), Random(number))
    assert isinstance(read(page), Article | None)


@pytest.mark.parametrize("number", range(60))
def test_pages_broken_in_several_ways_are_survived(number):
    _, html, url, content_type = broken([sample_page(0), sample_page(3)], Random(f"test/{number}"))
    assert isinstance(read(html, url, content_type), Article | None)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_string_of_pieces_of_html_is_survived(html):
    assert isinstance(read(html), Article | None)


@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=utf-16", "x"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_survived(body, content_type):
    assert isinstance(read(body, None, content_type), Article | None)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "p", "font"])
def test_ten_thousand_open_tags_are_survived(tag):
    assert isinstance(read(f"<{tag}>" * 10_000 + "".join(f"<p>{line}</p>" for line in TEXT)), Article | None)


def test_five_megabytes_of_unclosed_tags_keep_their_text():
    page = "".join(f"<p>{line}</p>" for line in TEXT) + '<div class="row"><span>' * 220_000
    article = read(page)
    assert article is not None
    assert [line for line in TEXT if line not in article.body] == []


def test_a_million_attributes_are_survived():
    page = f"<div {' '.join(f'a{number}' for number in range(1_000_000))}>" + "".join(f"<p>{line}</p>" for line in TEXT)
    assert isinstance(read(page), Article | None)


@pytest.mark.parametrize(
    "empty", ["<a class=tag href=/tag/x></a>", "<span class=author></span>", "<time></time>", "<i class=author>x "]
)
def test_ten_thousand_elements_without_text_in_one_place_are_survived(empty):
    page = "<h1>River rises</h1>" + "".join(f"<p>{line}</p>" for line in TEXT)
    article = read(f"{page}{empty * 10_000}<a class=tag href=/tag/river>River</a>")
    assert article is not None
    assert article.tags == ("River",)


@pytest.mark.parametrize("url", BAD_URLS)
def test_an_address_that_cannot_be_read_stops_nothing(url):
    page = f"<h1>River rises</h1><img src='{url}'><meta property=og:image content='{url}'><a href='{url}'>City</a>"
    article = read(page + "".join(f"<p>{line}</p>" for line in TEXT), url)
    assert article is not None
    assert [line for line in TEXT if line not in article.body] == []
