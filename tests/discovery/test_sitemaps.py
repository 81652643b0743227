import gzip
import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.discovery import sitemaps
from newsarchive.discovery.found import Unreadable
from newsarchive.items import Link

URL = "https://news.example.test/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example.test/1.html</loc><news:news><news:publication><news:name>Example</news:name></news:publication>
<news:publication_date>2026-03-01T08:30:00+08:00</news:publication_date><news:title>Bridge &amp; road</news:title><news:keywords>local, traffic,</news:keywords></news:news>
<image:image><image:loc>https://news.example.test/1.jpg</image:loc></image:image></url>
<url><loc>
 https://news.example.test/2.html?a=1&amp;b=2 </loc><lastmod>2026-03-01</lastmod></url><url><loc>mailto:x@example.test</loc></url></urlset>"""
EIGHT = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
LINKS = [
    Link("https://news.example.test/1.html", URL, "news-sitemap", "Bridge & road", EIGHT, tags=("local", "traffic")),
    Link("https://news.example.test/2.html?a=1&b=2", URL, "sitemap", modified=datetime(2026, 3, 1, tzinfo=UTC)),
]


STATUS = Path("/proc/self/statm")


def resident_pages() -> int:
    return int(STATUS.read_text().split()[1])


def read(body: bytes, **options: int) -> list[Link]:
    return list(sitemaps.read(body, URL, timezone="UTC", **options))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda body: gzip.compress(gzip.compress(body))])
def test_a_sitemap_gives_links_with_dates_titles_and_keywords(pack: object) -> None:
    assert read(pack(NEWS.encode())) == LINKS


def test_an_index_gives_links_to_sitemaps_and_itself_if_it_says_so() -> None:
    text = f"<sitemapindex><sitemap><loc>{URL}</loc></sitemap><sitemap><loc>/news.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>"
    modified = datetime(2026, 3, 1, tzinfo=UTC)
    assert read(text.encode()) == [
        Link(URL, URL, "sitemap-index"),
        Link("https://news.example.test/news.xml.gz", URL, "sitemap-index", modified=modified),
    ]


def test_broken_and_cut_off_sitemaps_give_what_is_whole() -> None:
    text = "<urlset><url><loc>https://news.example.test/?a=1&copy=2</loc></url><url><loc>https://news.example.test/2</loc></ur"
    assert [link.url for link in read(text.encode())] == ["https://news.example.test/?a=1&copy=2"]


def test_a_plain_list_and_a_feed_are_sitemaps_too() -> None:
    assert [link.url for link in read(b"https://news.example.test/1\r\nhttps://news.example.test/2\nnot this")] == [
        "https://news.example.test/1",
        "https://news.example.test/2",
    ]
    feed = b"<rss><channel><item><title>One</title><link>/1</link></item></channel></rss>"
    assert read(feed) == [Link("https://news.example.test/1", URL, "feed", "One")]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html><body>404</body></html>", "opens with <html>"),
        (b"", "opens with ''"),
        (b"\x00\x01\x02", "opens with"),
        (b"<", "opens with <>"),
    ],
)
def test_what_is_no_sitemap_is_said(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(body)


def test_a_bomb_is_read_up_to_the_limit_and_reported() -> None:
    bomb = gzip.compress(b"<urlset>" + b"<url><loc>https://news.example.test/1</loc></url>" * 400_000)
    links = sitemaps.read(bomb, URL, max_bytes=1_000_000)
    with pytest.raises(Unreadable, match="longer than 1,000,000 bytes"):
        for _ in links:
            pass


@pytest.mark.skipif(not STATUS.exists(), reason="needs /proc to see its own memory")
def test_addresses_are_streamed() -> None:  # kept in a list, these take 20 MB
    entries = (f"<url><loc>https://news.example.test/{number}.html</loc></url>\n" for number in range(100_000))
    body = gzip.compress(("<urlset>" + "".join(entries) + "</urlset>").encode(), 1)
    links = sitemaps.read(body, URL)
    next(links)
    before = resident_pages()
    assert sum(1 for _ in itertools.islice(links, 99_000)) == 99_000
    assert resident_pages() - before < 2_500
    assert len(list(links)) == 999


def test_entities_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "boom">{bomb}]><urlset><url><loc>https://news.example.test/&e11;</loc></url></urlset>'
    assert [link.url for link in read(text.encode())] == ["https://news.example.test/&e11;"]
