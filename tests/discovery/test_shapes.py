import pytest

from newsarchive.discovery.shapes import Shapes, learn, looks_like_article, shape_of

SITE = "https://news.example.test"
ARTICLES = [
    "/gsyl/yuncheng/3474.html", "/20260301/123.html", "/2026/0301/123.html", "/2026/03/01/123.shtml",
    "/2026-03/01/content_123.htm", "/202603/t20260301_123.html", "/system/2026/03/01/0123.shtml", "/Info.aspx?ModelId=1&Id=7",
    "/view.asp?id=7", "/local/bridge-reopens-after-long-repair/", "/a/5f3e9c0d7b2a4e11", "/news/world-asia-60541234",
    "/plus/view.php?aid=7", "/art/2026/3/1/art_1_2.html", "/2026/03/01/bridge-reopens", "/2026/1001.html",
    "/2026/03/01/bridge.html",
]  # fmt: skip
OTHERS = [
    "/", "/city/", "/city/index.html", "/city/index_2.html", "/tag/flood/", "/2026/03/01/", "/author/jane-of-the-north-desk/",
    "/?page=2", "/search?q=flood", "/about.html", "/list_7_2.html", "/world", "/category/north-and-south-of-river/", "/node_2.htm",
    "/2026/03/01/index.html", "/2026/03/01/sport/",
]  # fmt: skip


@pytest.mark.parametrize("path", ARTICLES)
def test_addresses_that_articles_have(path: str) -> None:
    assert looks_like_article(SITE + path)


@pytest.mark.parametrize("path", OTHERS)
def test_addresses_that_other_pages_have(path: str) -> None:
    assert not looks_like_article(SITE + path)


def test_what_a_site_taught_outweighs_habits() -> None:
    known = [(f"{SITE}/topic/{n}", True) for n in range(4)] + [
        (f"{SITE}/offer/{n}{n}{n}{n}.html", False) for n in range(1, 9)
    ]
    shapes = learn(known)
    assert shapes.is_article(f"{SITE}/topic/99") and not shapes.is_article(f"{SITE}/offer/4711.html")
    assert (shapes.share(f"{SITE}/topic/99"), shapes.share(f"{SITE}/other/1")) == (1.0, None)
    assert Shapes().is_article(f"{SITE}/offer/4711.html")


def test_a_shape_of_which_every_third_page_was_an_article_is_worth_asking() -> None:
    known = [(f"{SITE}/about/{number}", number % 3 == 0) for number in range(9)]
    assert learn(known).is_article(f"{SITE}/about/77")


def test_a_shape_seen_twice_is_not_yet_trusted() -> None:
    assert learn([(f"{SITE}/x/1234.html", False)] * 2).is_article(f"{SITE}/x/5678.html")


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/20260301/123.html", "/D/N.html"),
        ("/202603/t20260301_123.html", "/D/tN_N.html"),
        ("/a/5f3e9c0d7b2a4e11", "/a/H"),
        ("/x?b=1&a=2", "/x?a,b"),
    ],
)
def test_the_shape_of_an_address(path: str, shape: str) -> None:
    assert shape_of(SITE + path) == "news.example.test" + shape
