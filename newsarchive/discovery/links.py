"""Turn what pages call a link into absolute http URLs, and refuse everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from newsarchive.items import Link

MAX_URL = 2_000
# Tab, newline and NUL inside a URL are dropped by browsers; in a log or a header they forge lines.
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\ufeff]+")
# An address that is absolute, clean and without fragment or dot segments, as nearly all in sitemaps are.
PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[A-Za-z0-9_~%=&?;,+-][!-\"$-~]*|/)?\Z")
# Files that hold no page: "/a/photo.JPG?w=300", "/podcast/42.mp3".
NOT_A_PAGE = re.compile(
    r"\.(?:avif|bmp|css|exe|gif|gz|ico|iso|jpe?g|js|json|m3u8|m4a|mov|mp[34]|mpe?g|ogg|png|rar|svg|swf|t?gz|ttf|wav|"
    r"web[mp]|wm[av]|woff2?|xml|zip|7z|apk|dmg|docx?|xlsx?|pptx?|ics|eps|pdf)$",
    re.IGNORECASE,
)


def resolve(base: str, href: str | None) -> str | None:
    """Return the absolute http(s) URL that ``href`` means on the page ``base``, without fragment, else ``None``.

    >>> resolve("https://news.example.test/city/", "../a/1.html#top")
    'https://news.example.test/a/1.html'
    >>> resolve("https://news.example.test/city/", "javascript:void(0)") is None
    True
    """
    if not href or len(href) > MAX_URL:
        return None
    if PLAIN.match(href) and "/." not in href:
        return href
    try:
        url = urljoin(base, CONTROLS.sub("", href).strip().replace(" ", "%20"))
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    if not usable or parts.username or parts.password or len(url) > MAX_URL:
        return None
    return url.partition("#")[0]


def is_page(url: str) -> bool:
    """Say whether the URL may lead to an HTML page, by the ending of its path."""
    return not NOT_A_PAGE.search(urlsplit(url).path)


def unique(links: Iterable[Link]) -> tuple[Link, ...]:
    """Keep the first link of each URL, with the longest title that any of them had."""
    first: dict[str, Link] = {}
    for link in links:
        known = first.setdefault(link.url, link)
        if len(link.title or "") > len(known.title or ""):
            first[link.url] = replace(
                known,
                title=link.title,
                published=known.published or link.published,
                modified=known.modified or link.modified,
                section=known.section or link.section,
                tags=known.tags or link.tags,
            )
    return tuple(first.values())
