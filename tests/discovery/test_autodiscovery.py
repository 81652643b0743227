from newsarchive.discovery.autodiscovery import from_page, from_robots, usual_places

URL = "https://news.example.test/city/"


def test_robots_names_sitemaps() -> None:
    text = "User-agent: *\nDisallow: /x\nsitemap:https://news.example.test/a.xml\nSITEMAP : /b.xml # old\nSitemap: javascript:1\nSitemap: /b.xml"
    assert [link.url for link in from_robots(text, URL + "robots.txt")] == [
        "https://news.example.test/a.xml",
        "https://news.example.test/b.xml",
    ]


def test_what_an_old_file_names_by_http_is_asked_by_https() -> None:
    text = "Sitemap: http://news.example.test/a.xml\nSitemap: http://www.example.test/b.xml\nSitemap: https://news.example.test/a.xml"
    assert [link.url for link in from_robots(text, URL + "robots.txt")] == [
        "https://news.example.test/a.xml",
        "http://www.example.test/b.xml",
    ]
    page = '<link rel="alternate" type="application/rss+xml" href="http://news.example.test/rss">'
    assert [link.url for link in from_page(page.encode(), URL)] == ["https://news.example.test/rss"]
    assert [link.url for link in from_page(page.encode(), URL.replace("https", "http"))] == [
        "http://news.example.test/rss"
    ]


def test_a_page_announces_and_links_its_feeds() -> None:
    page = """<head><link rel="alternate" type="application/rss+xml" href="/feed/" title="All  news">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" hreflang="de" href="/de/">
    <link rel="stylesheet" type="text/css" href="/feed.css"></head><a href="/rss/local.xml">Local</a><a href="/feedback">Write</a><a href="/feed/">RSS</a>"""
    assert [(link.url, link.kind, link.title) for link in from_page(page.encode(), URL)] == [
        ("https://news.example.test/feed/", "feed", "All news"),
        ("https://news.example.test/rss/local.xml", "feed", "Local"),
    ]
    assert from_page(b"", URL) == ()


def test_the_usual_places_lie_at_the_sites_root() -> None:
    places = usual_places(URL)
    assert {link.kind for link in places} == {"feed", "sitemap"}
    assert all(link.url.count("/") < 5 and link.url.startswith("https://news.example.test/") for link in places)
