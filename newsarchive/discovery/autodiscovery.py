"""Find a site's own feeds and sitemaps: in robots.txt, in a page's head, in the usual places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newsarchive.charsets import decode
from newsarchive.discovery.links import resolve
from newsarchive.discovery.trees import html_root, words
from newsarchive.items import Link
from newsarchive.text import clean

FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
# "Sitemap: https://news.example.test/news.xml", wherever it stands and however it is written.
SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
# The path of a link that is called a feed: "/rss", "/feed/", "/rss/local.xml", "/atom.xml".
FEED_PATH = re.compile(r"/(?:rss|feed|atom|rdf)s?(?:[/.]|$)|\.(?:rss|rdf|atom)$", re.IGNORECASE)
COMMENTS = re.compile(r"comments?(?:/|-|_)?(?:feed|rss)|(?:feed|rss)/comments?|[?&]comments", re.IGNORECASE)
MAX_SITEMAPS = 100
USUAL_FEEDS = ("/feed/", "/rss.xml", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml.gz")


def from_robots(text: str, url: str) -> tuple[Link, ...]:
    """Return the sitemaps that a robots.txt names."""
    addresses = dict.fromkeys(_resolved(url, found) for found in SITEMAP_LINE.findall(text))
    return tuple(
        Link(url=address, found_on=url, kind="sitemap") for address in list(addresses)[:MAX_SITEMAPS] if address
    )


def from_page(body: bytes, url: str, *, content_type: str | None = None) -> tuple[Link, ...]:
    """Return the feeds that a page announces in its head, then those it links; comment feeds are left out."""
    root = html_root(decode(body, content_type=content_type).text)
    if root is None:
        return ()
    found: dict[str, Link] = {}
    for href, title in _announced(root):
        address = _resolved(url, href)
        if address and not COMMENTS.search(address):
            found.setdefault(address, Link(url=address, found_on=url, kind="feed", title=title or None))
    return tuple(found.values())


def usual_places(url: str) -> tuple[Link, ...]:
    """Return where feeds and sitemaps lie on most sites, for a site that names none; most will be missing."""
    kinds = {**dict.fromkeys(USUAL_FEEDS, "feed"), **dict.fromkeys(USUAL_SITEMAPS, "sitemap")}
    return tuple(Link(url=urljoin(url, path), found_on=url, kind=kind) for path, kind in kinds.items())


def _resolved(url: str, href: str) -> str | None:
    """Return an address that a page or robots.txt names; it is asked by https if they came so from the same host.

    Else the same sitemap would be read twice where one of them still names it by http.
    """
    address = resolve(url, href)
    if address and address.startswith("http:") and url.startswith(f"https://{urlsplit(address).netloc}/"):
        return f"https{address[4:]}"
    return address


def _announced(root: etree._Element) -> Iterator[tuple[str, str]]:
    for link in root.iter("link"):
        if "alternate" in link.get("rel", "").lower() and link.get("type", "").strip().lower() in FEED_TYPES:
            yield link.get("href", ""), clean(link.get("title", ""))
    for anchor in root.iter("a"):
        if FEED_PATH.search(anchor.get("href", "").partition("?")[0]):
            yield anchor.get("href", ""), words(anchor)
