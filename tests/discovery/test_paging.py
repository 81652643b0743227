import pytest

from newsarchive.discovery.paging import following, next_page
from newsarchive.discovery.trees import html_root

SITE = "https://news.example.test"
CASES = {
    "rel in the head": ("/city/", '<head><link rel="next" href="/city/?page=2"></head><p>x', "/city/?page=2"),
    "下一页": ("/city/", '<a href="index_2.html">下一页</a>', "/city/index_2.html"),
    "spaced label": ("/city/", '<a href="index_2.html">下 一 页&gt;&gt;</a>', "/city/index_2.html"),
    "page 2 links page 1 and 3": ("/city/index_2.html", '<a href="/city/">上一页</a> <a href="index_3.html">下页</a>', "/city/index_3.html"),
    "label in an attribute": ("/l", '<a href="/l/2" aria-label="Next page"><svg></svg></a>', "/l/2"),
    "class of the parent": ("/l", '<li class="next"><a href="/l/page/2/"><i></i></a></li>', "/l/page/2/"),
    "older posts": ("/l", '<a href="/l/page/2/">← Older posts</a><a href="/l/page/2/">Older posts</a>', "/l/page/2/"),
    "german": ("/l", '<a href="/l?p=2">Nächste Seite</a>', "/l?p=2"),
    "not the next article": ("/city/", '<a href="7.html">下一篇</a><a href="8.html">下一篇：桥</a>', None),
    "not a headline in a carousel": ("/", '<a class="next" href="/1.html">Bridge over the river reopens after repair</a>', None),
    "javascript end": ("/city/index_9.html", '<a class="next" href="javascript:void(0);">下一页</a>', None),
    "hash end": ("/city/index_9.html", '<a href="#">下一页</a>', None),
    "self end": ("/city/index_9.html", '<a href="index_9.html">下一页</a>', None),
    "javascript label but numbered pages": ("/city/index_2.html", '<a href="javascript:go(3)">下一页</a><a href="index_3.html">3</a>', "/city/index_3.html"),
    "numbers only": ("/city/?page=3", '<a href="?page=2">2</a><a href="?page=4">4</a>', "/city/?page=4"),
    "select": ("/city/", '<select><option value="/city/">1<option value="/city/index_2.html">2</select>', "/city/index_2.html"),
    "TRS counts from zero": ("/city/", '<script>createPageHTML(3, 0, "index", "html");</script>', "/city/index_1.html"),
    "TRS middle": ("/city/index_1.html", "<script>createPageHTML(3,1,'index','shtml')</script>", "/city/index_2.shtml"),
    "TRS end": ("/city/index_2.html", '<script>createPageHTML(3, 2, "index", "html");</script>', None),
    "counting down": ("/tzgg.htm", '<a href="tzgg/12.htm">下页</a>', "/tzgg/12.htm"),
    "counting down further": ("/tzgg/12.htm", '<a href="11.htm">下页</a><a href="13.htm">13</a>', "/tzgg/11.htm"),
    "another host": ("/city/", '<a href="https://elsewhere.test/2">下一页</a>', None),
    "data": ("/city/", '<a rel="next" href="data:text/html,x">Next</a>', None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_next_page_of_a_list(case: str) -> None:
    path, body, expected = CASES[case]
    root = html_root(f"<html>{body}</html>")
    assert next_page(root, SITE + path, SITE + path) == (expected and SITE + expected)


def test_a_sites_selector_alone_decides() -> None:
    root = html_root('<a href="/wrong">下一页</a><p class="pager"><a href="/right">mehr</a></p>')
    assert next_page(root, SITE + "/", SITE + "/", selector=".pager a") == SITE + "/right"
    assert next_page(root, SITE + "/", SITE + "/", selector=".none a") is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/city/index_2.html", ["/city/index_3.html"]),
        ("/list_7_2.html", ["/list_7_3.html"]),
        ("/city/page/9/", ["/city/page/10/"]),
        ("/x?a=1&page=0", ["/x?a=1&page=1"]),
    ],
)
def test_the_address_after_a_numbered_one(path: str, expected: list[str]) -> None:
    assert list(following(SITE + path)) == [SITE + url for url in expected]
