from datetime import UTC, datetime

import pytest

from newsarchive.discovery import feeds
from newsarchive.discovery.found import Unreadable
from newsarchive.items import Link

URL = "https://news.example.test/feed.xml"
MORNING = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)


def link(path: str, title: str | None = None, **hints: object) -> Link:
    return Link(url="https://news.example.test" + path, found_on=URL, kind="feed", title=title, **hints)


RSS2 = """<?xml version="1.0" encoding="utf-8"?>
<!-- written by hand --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Example</title><link>https://news.example.test/</link>
<atom:link rel="next" href="/feed.xml?page=2"/><atom:link rel="self" href="/feed.xml"/>
<item><media:title>Photo</media:title><title><![CDATA[Bridge &amp; road <b>reopen</b>]]></title><link> https://news.example.test/1.html </link>
<pubDate>Sun, 01 Mar 2026 08:30:00 +0800</pubDate><category>Local</category><category>Traffic</category></item>
<item><title>Guid only</title><guid>https://news.example.test/2.html</guid></item>
<item><title>No address</title><guid isPermaLink="false">https://news.example.test/never.html</guid></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="/"><items/></channel>
<item rdf:about="https://news.example.test/1.html"><title>橋が再開</title><dc:date>2026-03-01T09:30:00+09:00</dc:date><dc:subject>地域</dc:subject></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example.test/"><link rel="self" href="/feed.xml"/>
<entry xml:base="https://news.example.test/"><title type="html">Bridge &lt;i&gt;reopens&lt;/i&gt;</title><link rel="replies" href="/1/comments"/><link href="1.html"/>
<published>2026-03-01T00:30:00Z</published><updated>2026-03-01T00:30:00Z</updated><category term="local" label="Local"/></entry></feed>"""
UNBOUND = """<rss><channel><item><title>Caf&eacute;&nbsp;& bar</title><link>/1.html</link><dc:date>2026-03-01 08:30</dc:date></item>
<item><title>cut off</title><link>/2.html</link>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "next_url": "/feed.xml?page=2", "items": [
{"id": "1", "url": "/1.html", "title": "Bridge\\nreopens", "date_published": "2026-03-01T08:30:00+08:00", "tags": ["Local", 7]},
{"id": "2"}, "nonsense"]}"""
CASES = {
    "rss2": (RSS2, [link("/1.html", "Bridge & road reopen", published=MORNING, tags=("Local", "Traffic")),
                    link("/2.html", "Guid only")], "/feed.xml?page=2"),
    "rdf": (RDF, [link("/1.html", "橋が再開", published=MORNING, tags=("地域",))], None),
    "atom": (ATOM, [link("/1.html", "Bridge reopens", published=MORNING, modified=MORNING, tags=("Local",))], None),
    "rss 0.91 with entities of HTML, cut off": (UNBOUND, [link("/1.html", "Café & bar", published=MORNING), link("/2.html", "cut off")], None),
    "json": (JSON, [link("/1.html", "Bridge reopens", published=MORNING, tags=("Local",))], "/feed.xml?page=2"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_feed_gives_links_with_what_it_says_of_them(case: str) -> None:
    text, links, following = CASES[case]
    found = feeds.read(text.encode(), URL, timezone="Asia/Shanghai")
    assert list(found.links) == links
    assert found.next_page == (following and "https://news.example.test" + following)


def test_a_gbk_feed_that_says_gb2312_is_read() -> None:
    text = "<?xml version='1.0' encoding='gb2312'?><rss><channel><item><title>朱镕基在运城市调研</title><link>/1.html</link></item></channel></rss>"
    assert feeds.read(text.encode("gbk"), URL).links == (link("/1.html", "朱镕基在运城市调研"),)


def test_a_date_in_the_future_is_no_hint() -> None:
    text = "<rss><channel><item><link>/1.html</link><pubDate>Sun, 01 Mar 2099 08:30:00 GMT</pubDate></item></channel></rss>"
    assert feeds.read(text.encode(), URL, now=MORNING).links == (link("/1.html"),)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "it opens with <html>"),
        (b"", "holds no XML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "holds no XML"),
        (b'{"items": 3}', "no list of items"),
        (b"{" * 50_000, "no JSON Feed"),
    ],
)
def test_what_is_no_feed_is_said(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        feeds.read(body, URL)


def test_entities_are_neither_expanded_nor_loaded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A&e11;&f;</title><link>/1.html</link></item></channel></rss>'
    found = feeds.read(text.encode(), URL)
    assert [item.url for item in found.links] == ["https://news.example.test/1.html"]
    assert "boom" not in str(found) and "root:" not in str(found)


def test_what_a_terminal_would_obey_is_no_part_of_a_title() -> None:
    body = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1.html", "title": "A \\u001b[2Jcity\\u009b2J\\n in \\u0085print"}]}'
    assert feeds.read(body.encode(), URL).links == (link("/1.html", "A [2Jcity2J in print"),)


def test_links_are_completed_by_the_base_of_the_feed_itself_relative_to_its_address() -> None:
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="../articles/">
        <entry><title>One</title><link href="1.html"/></entry>
        <entry xml:base="sport/"><title>Two</title><link href="2.html"/></entry></feed>"""
    found = feeds.read(feed, "https://news.example.test/feeds/all.xml")
    assert [link.url for link in found.links] == [
        "https://news.example.test/articles/1.html",
        "https://news.example.test/articles/sport/2.html",
    ]
