"""Find the lists of a site's sections on its front page: the way to every article where there is no feed or sitemap."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from newsarchive.discovery import listings
from newsarchive.discovery.shapes import is_service, looks_like_article
from newsarchive.items import Link
from newsarchive.urls import same_site

MOST_SECTIONS = 12
LEAST_ARTICLES = 2  # of the front page that lie below a section
# What leads from a box of the front page to the list of which it shows the beginning.
MORE = re.compile(
    r"^\W*(?:更多.*|查看更多|[进進]入.*|more|see all|view all|all news|mehr|alle\b.*|tous?\b.*|plus d.*|ещ[её]|все .*)"
    r"\W*$",
    re.IGNORECASE,
)
_FILE = re.compile(r"[^/]*\.\w+$")


def sections(body: bytes, url: str, *, content_type: str | None = None) -> tuple[Link, ...]:
    """Return the lists that a front page links, those with the most articles of the page first.

    A list is known by the articles of the page that lie below its address, or by being called "more"; a page that
    links no article leads to all of them by lists.
    """
    links = [link for link in listings.read(body, url, content_type=content_type).links if same_site(link.url, url)]
    articles = [link.url for link in links if looks_like_article(link.url)]
    lists: dict[str, Link] = {}
    for link in links:
        place = _below(link.url)
        if _may_be_list(link.url) and not _below(url).startswith(place):
            lists.setdefault(place, link)
    below = Counter(filter(None, (_nearest(article, lists) for article in articles)))
    leads = [place for place, link in lists.items() if below[place] >= LEAST_ARTICLES or MORE.match(link.title or "")]
    found = leads or ([] if articles else lists)
    best = sorted(found, key=lambda place: -below[place])[:MOST_SECTIONS]
    return tuple(Link(lists[place].url, found_on=url, kind="list", title=lists[place].title) for place in best)


def _may_be_list(url: str) -> bool:
    return not looks_like_article(url) and not is_service(url)


def _below(url: str) -> str:
    """Return the beginning that the addresses below a list have; its own address if it is no folder."""
    parts = urlsplit(url)
    if parts.query:
        return url
    path = _FILE.sub("", parts.path).rstrip("/")
    return f"{parts.netloc}{path}/"


def _nearest(article: str, lists: dict[str, Link]) -> str | None:
    """Return the innermost list that an article lies below."""
    parts = urlsplit(article)
    folders = parts.path.split("/")
    outwards = (f"{parts.netloc}{'/'.join(folders[:end])}/" for end in range(len(folders) - 1, 0, -1))
    return next((place for place in outwards if place in lists), None)
