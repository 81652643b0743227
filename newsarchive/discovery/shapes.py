"""Tell articles from other pages by the shape of their address, as learnt from a site's known pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

# Enough to trust what was seen: with fewer known pages the general habits of news sites decide.
ENOUGH = 3
DATE_PATH = re.compile(
    r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:[012]?\d|3[01]))?(?:/|_|-|\b)|/t?(?:19|20)\d{6}[_/]"
)
# What follows the date: an ending, a number, words; a file of one word unless it is that day's list.
AFTER_DATE = re.compile(r"^\.|[\d-]|^(?!(?:index|default|list|node|home)\b)\w+\.\w{2,6}$")
LONG_NUMBER = re.compile(r"\d{4,}")
SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+){3,}", re.UNICODE)
HEX = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}(?:-[0-9a-f]{4,})*$")
# Words of pages for readers, as whole path segments: neither articles nor lists of them.
_SERVICES = (
    "tags?|topics?|authors?|search|login|signin|register|subscribe|account|about|contact|privacy|terms|imprint|impressum|"
    "datenschutz|newsletter|feed|rss|comments?|gallery|live|weather|horoscope|jobs|shop|users?|member|profile|print|share|"
    "help|sitemap"
)
_SERVICE = re.compile(rf"/(?:{_SERVICES})(?:[/._?]|$)|[?&](?:q|s|search|replytocom)=", re.IGNORECASE)
# The same, and lists: what is no article.
OTHER = re.compile(
    rf"/(?:{_SERVICES}|category|categories|page|archives?|videos?)(?:/|\.|_|$)"
    r"|/(?:index|list|default|node|home)(?:[_-]\d+)*\.\w+\?|[?&](?:page|q|s|search|replytocom)=",
    re.IGNORECASE,
)
ID_KEYS = re.compile(
    r"(?:^|&)(?:id|aid|articleid|article_id|newsid|news_id|tid|contentid|docid|p|itemid|sid)=\w", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Shapes:
    """How often each address shape was an article on this site, and how often something else."""

    articles: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)

    def share(self, url: str) -> float | None:
        """Return which part (0..1) of the known pages of this shape were articles; ``None`` when too few are known."""
        shape = shape_of(url)
        articles, others = self.articles[shape], self.others[shape]
        return articles / (articles + others) if articles + others >= ENOUGH else None

    def is_article(self, url: str) -> bool:
        """Say whether the address is worth fetching as an article: by what was learnt, else by general habits."""
        share = self.share(url)
        return looks_like_article(url) if share is None else share >= 0.2


def learn(known: Iterable[tuple[str, bool]]) -> Shapes:
    """Return the shapes of a site's known pages, given as address and whether it was an article."""
    shapes = Shapes()
    for url, is_article in known:
        (shapes.articles if is_article else shapes.others)[shape_of(url)] += 1
    return shapes


def shape_of(url: str) -> str:
    """Return the address with its changing parts replaced by their kind.

    >>> shape_of("https://news.example.test/city/2026/0301/3474.html?from=home")
    'news.example.test/city/D/N.html?from'
    >>> shape_of("https://news.example.test/local/bridge-reopens-after-long-repair/")
    'news.example.test/local/S/'
    """
    parts = urlsplit(url)
    path = re.sub(r"/(?:19|20)\d\d(?:[/-]?\d{1,2}){1,2}(?=/|$)", "/D", parts.path)
    path = "/".join(_segment(segment) for segment in path.split("/"))
    keys = ",".join(sorted({key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}))
    return (parts.hostname or "") + path + (f"?{keys}" if keys else "")


def looks_like_article(url: str) -> bool:
    """Say whether news sites tend to give articles such an address: a date, a long number, or a slug of four words.

    >>> looks_like_article("https://news.example.test/gsyl/yuncheng/3474.html")
    True
    >>> looks_like_article("https://news.example.test/tag/2026/flood/")
    False
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # http://[
        return False
    if len(parts.path) < 2 and not parts.query or OTHER.search(f"{parts.path}?{parts.query}"):
        return False
    last = parts.path.rstrip("/").rpartition("/")[2]
    date = DATE_PATH.search(parts.path)
    if date:
        return bool(AFTER_DATE.search(parts.path[date.end() :]) or ID_KEYS.search(parts.query))
    return bool(
        LONG_NUMBER.search(last)
        or SLUG.search(last)
        or HEX.search(last)
        or ID_KEYS.search(parts.query)
        or re.search(r"\d\.(?:s?html?|aspx?|php|jhtml|jsp)$", last)
    )


def is_service(url: str) -> bool:
    """Say whether an address is that of a page for readers, such as an imprint or a search: no article, nor a list.

    >>> is_service("https://news.example.test/imprint"), is_service("https://news.example.test/print-works/")
    (True, False)
    """
    parts = urlsplit(url)
    return _SERVICE.search(f"{parts.path}?{parts.query}") is not None


def pattern_of(url: str) -> str | None:
    """Return a regular expression for addresses like this one, ``None`` if it would be any page's.

    >>> pattern_of("https://news.example.test/n/61"), pattern_of("https://news.example.test/story/rain")
    ('/n/\\\\d+$', '/story/[^/]+$')
    >>> pattern_of("https://news.example.test/rain")
    """
    parts = urlsplit(url)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    name = _NUMBERS.sub(r"\\d+", re.escape(last)) if any(map(str.isdecimal, last)) else "[^/]+"
    if parts.query or not folder and name == "[^/]+":
        return None
    inside = _NUMBERS.sub(r"\\d+", re.escape(folder))
    return f"{inside}/{name}{'/' if parts.path.endswith('/') else ''}$"


def _segment(segment: str) -> str:
    stem, dot, ending = segment.rpartition(".")
    if not dot:
        stem, ending = segment, ""
    if HEX.fullmatch(stem):
        stem = "H"
    elif SLUG.search(stem) or len(stem.encode()) > 3 * len(stem) - 1 > 0 and not stem.isascii():
        stem = "S"
    else:
        stem = re.sub(r"\d+", "N", stem)
    return stem + dot + ending
