from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsarchive.discovery.links import is_page, resolve, unique
from newsarchive.items import Link

PAGE = "https://news.example.test/city/index.html"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("1.html", "https://news.example.test/city/1.html"),
        ("/a b.html#top", "https://news.example.test/a%20b.html"),
        ("//m.example.test/1", "https://m.example.test/1"),
        ("  /1.html\n", "https://news.example.test/1.html"),
        ("/1.html\r\nSet-Cookie: a=b", "https://news.example.test/1.htmlSet-Cookie:%20a=b"),
        ("/\x1b[31mred.html", "https://news.example.test/[31mred.html"),
        ("javascript:void(0)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<p>x", None),
        ("mailto:desk@example.test", None),
        ("tel:+861234", None),
        ("file:///etc/passwd", None),
        ("http://user:secret@example.test/", None),
        ("http://[::1", None),
        ("http://example.test:99999/", None),
        ("http:///nohost", None),
        ("/" + "a" * 3_000, None),
        ("", None),
        (None, None),
    ],
)
def test_only_http_addresses_come_out_and_no_control_characters(href: str | None, url: str | None) -> None:
    assert resolve(PAGE, href) == url


def test_files_that_are_no_pages_are_told_by_their_ending() -> None:
    urls = ["/a.html", "/a", "/a.JPG?w=3", "/feed.xml", "/a.php?x=1.pdf", "/report.pdf"]
    assert [is_page("https://example.test" + url) for url in urls] == [True, True, False, False, True, False]


def test_the_longest_title_of_an_address_is_kept_in_the_place_of_the_first() -> None:
    titles = [("/1", None), ("/2", "Two"), ("/1", "Bridge reopens"), ("/1", "Bridge")]
    links = unique(Link(url=url, found_on=PAGE, kind="list", title=title) for url, title in titles)
    assert [(link.url, link.title) for link in links] == [("/1", "Bridge reopens"), ("/2", "Two")]


def test_what_only_a_later_link_with_a_longer_title_tells_is_added() -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    picture = Link(url="/1", found_on=PAGE, kind="list", section="City")
    headline = Link(url="/1", found_on=PAGE, kind="list", title="Bridge reopens", published=noon, section="Town")
    assert unique([picture, headline]) == (replace(headline, section="City"),)
