from urllib.parse import urljoin

import pytest

from newsarchive.discovery.continuation import other_pages

SITE = "https://news.example.test"
CASES = {
    "EmpireCMS": ("/gsyl/3474.html", '<a title="Page"><b>1</b>/<b>3</b></a><a href="/gsyl/3474_2.html">2</a><a href="/gsyl/3474_3.html">3</a>', "/gsyl/3474_2.html"),
    "EmpireCMS select": ("/a/3474.html", "<option value='/a/3474.html?2'>", "/a/3474.html?2"),
    "DedeCMS dynamic": ("/view.php?aid=7", '<a href="view.php?aid=7&amp;pageno=2">', "/view.php?aid=7&pageno=2"),
    "PHPCMS": ("/a/7.html", "<a href=7-2.html>", "/a/7-2.html"),
    "WordPress": ("/2026/03/bridge-reopens/", '<a href="https://news.example.test/2026/03/bridge-reopens/2/">', "/2026/03/bridge-reopens/2/"),
    "query alone": ("/a/bridge", '<link rel="next" href="?page=2">', "/a/bridge?page=2"),
    "counted from zero": ("/202603/t20260301_7.html", '<a href="t20260301_7_1.html">2', "/202603/t20260301_7_1.html"),
    "the next article": ("/gsyl/3474.html", '下一篇：<a href="/gsyl/3475.html">桥</a><link rel="next" href="/gsyl/3475.html">', None),
    "the article with the next number": ("/c/content_123.htm", '<a href="content_124.htm">', None),
    "a longer number": ("/a/34.html", '<a href="/a/342.html">', None),
    "a title used twice": ("/flood-warning/", '<a href="/flood-warning-2/">', None),
    "comments": ("/a/7.html", '<a href="/a/7.html?comment=2">', None),
    "another site": ("/a/7.html", '<a href="https://evil.test/a/7_2.html">', None),
    "one page": ("/a/7.html", '<link rel="canonical" href="/a/7.html"><a href="/b/8.html?page=2">', None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_second_page_of_an_article(case: str) -> None:
    path, body, expected = CASES[case]
    numbered = other_pages(body.encode(), SITE + path).numbered
    assert numbered.get(2, numbered.get(1)) == (expected and SITE + expected)


def test_pages_are_told_by_their_numbers() -> None:
    links = b'<a href="/gsyl/3474_3.html">3<a href="/gsyl/3474.html">1<a href="/gsyl/3474_2.html">2<a href="/gsyl/3475.html">'
    numbered = {2: f"{SITE}/gsyl/3474_2.html", 3: f"{SITE}/gsyl/3474_3.html"}
    assert other_pages(links, f"{SITE}/gsyl/3474.html").numbered == numbered


@pytest.mark.parametrize(
    ("path", "href", "expected"),
    [
        ("/a/7.html", "/a/7_all.html", "/a/7_all.html"),
        ("/a/bridge", "?page=all", "/a/bridge?page=all"),
        ("/a/7.html?x=1", "/a/7.html?x=1&pagewanted=all", "/a/7.html?x=1&pagewanted=all"),
        ("/a/7.html", "/a/8_all.html", None),
    ],
)
def test_the_page_with_the_whole_text(path: str, href: str, expected: str | None) -> None:
    assert other_pages(f'<a href="{href}">'.encode(), SITE + path).whole == (expected and SITE + expected)


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("/a/7.html", "/a/7.html?print=1"),
        ("/a/7.html", "/a/7_print.html"),
        ("/a/bridge/", "/a/bridge/print/"),
        ("/a/7.html?id=3", "/a/7.html?id=3&output=print"),
        ("/a/7.html", "?do=print"),
    ],
)
def test_a_print_view_is_the_whole_text_of_an_article_in_several_pages_only(path: str, href: str) -> None:
    first = SITE + path
    second = "?id=3&page=2" if "?" in path else "/a/bridge/2/" if "bridge" in path else "/a/7_2.html"
    view = f'<a href="{href}">Print</a>'
    assert other_pages(view.encode(), first).whole is None
    assert other_pages(f'{view}<a href="{second}">2</a>'.encode(), first).whole == urljoin(first, href)


def test_an_article_about_printing_is_not_a_print_view() -> None:
    links = b'<a href="/a/7_2.html">2</a><a href="/a/7_printing.html">Printing</a><a href="/a/print/">Print</a>'
    assert other_pages(links, f"{SITE}/a/7.html").whole is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="/e/DoPrint/?classid=8&amp;id=7" target="_blank">打印</a>', "/e/DoPrint/?classid=8&id=7"),
        ("<A title=x HREF='/print.php?id=7'><img src=p.gif>\n Print this article</A>", "/print.php?id=7"),
        ("<a href=/artikel/7/druck><span>[Artikel drucken]</span></a>", "/artikel/7/druck"),
        ('<link href="/paper/7" media="print" rel="alternate">', "/paper/7"),
        ('<link href="/print.css" media="print" rel="stylesheet">', None),
        ('<a href="javascript:window.print()">Print</a>', None),
        ('<a href="#">打印</a>', None),
        ('<a href="/b/9.html">Print is dead, says the printer</a>', None),
    ],
)
def test_a_print_view_elsewhere_is_known_by_its_link(link: str, expected: str | None) -> None:
    first = f"{SITE}/a/7.html"
    assert other_pages(link.encode(), first).whole is None
    assert other_pages(f'{link}<a href="/a/7_2.html">2</a>'.encode(), first).whole == (expected and SITE + expected)
