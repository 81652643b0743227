"""Find the next page of the same article in its bytes, without parsing them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from newsarchive.discovery.links import resolve

MAX_PAGES = 50
# href="3474_2.html", value='/a/3474.html?2' in links and in the options of a page menu.
ATTRIBUTE = re.compile(rb"""(?:href|value)\s*=\s*["']?([^"'\s<>]{1,500})""", re.IGNORECASE)
# What stands between the article's own address and the number of its page.
PATH_TAIL = re.compile(r"^(?:[_-]|/page/|/p|/)(\d{1,2})/?$")
QUERY_TAIL = re.compile(r"^(?:(?:page|p|pg|pageno|pagenum|page_no|paged)=)?(\d{1,2})$", re.IGNORECASE)
# The same in bytes, right behind the last part of the article's address: "_2.html", "/page/2/", "?page=2", "&amp;p=2".
TAIL = re.compile(
    rb"(?:\.\w{2,6})?(?:[_-](?:\d{1,2}|all)\b|/(?:page/|p)?\d{1,2}\b|/(?:all|singlepage)\b"
    rb"|[?&](?:amp;)?(?:\w+=)?(?:\d{1,2}|all|full|single|true|y)\b)",
    re.IGNORECASE,
)
QUERY_ONLY = re.compile(rb"(?:\w+=)?(?:\d{1,2}|all|full|single|true|y)[\"']", re.IGNORECASE)
# "…/3474_all.html", "…?page=all": what path or query add where the whole text is on one page.
WHOLE = (
    re.compile(r"^[_-]all$|^/all/?$|^/singlepage/?$", re.IGNORECASE),
    re.compile(
        r"^(?:page|pagewanted|p|view)=(?:all|full|single)$|^(?:all|full|singlepage)=(?:1|true|y)$", re.IGNORECASE
    ),
)
# "…/print/", "…?print=1": for paper, and there the whole text too.
PRINT = (
    re.compile(r"^[_-]print$|^/print(?:able)?/?$", re.IGNORECASE),
    re.compile(
        r"^(?:(?:view|output|format|mode|do|action|layout)=)?print(?:able|er)?(?:=(?:1|true|yes|y|print)?)?$",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The other pages of an article that one of its pages links: by number, and one that shows the whole.

    A print view counts as the whole of an article in several pages; of others it has nothing that they have not.
    """

    numbered: dict[int, str]
    whole: str | None = None


def other_pages(body: bytes, first: str) -> Pages:
    """Return the linked pages of the article whose first page is ``first``."""
    near = _near(body, first)
    numbered = {number: address for address in near if (number := _number(address, first)) is not None}
    numbered = {number: address for number, address in sorted(numbered.items()) if number <= MAX_PAGES}
    views = (WHOLE, PRINT) if numbered else (WHOLE,)
    whole = (address for view in views for address in near if _adds(address, first, *view))
    return Pages(numbered, next(whole, None))


def next_page(body: bytes, url: str, *, first: str | None = None) -> str | None:
    """Return the address of the article's page after ``url``, if the page links it.

    ``first`` is the article's first page when ``url`` is a later one. A page of the same article has the first page's
    address plus a number; whatever else 下一篇 or "next article" lead to has not, and is never returned. Systems
    that count from zero (``t20260301_7_1.html`` is the second page) are told by the first page's links.
    """
    pages = numbered_pages(body, first or url)
    here = 0 if first is None or first == url else _number(url, first) or 0
    later = sorted(number for number in pages if number > max(here, 0))
    if not later or later[0] > max(here + 1, 2) or later[0] > MAX_PAGES:
        return None
    return pages[later[0]] if pages[later[0]] != url else None


def numbered_pages(body: bytes, first: str) -> dict[int, str]:
    """Return the linked pages of the article whose first page is ``first``, by their number."""
    return other_pages(body, first).numbered


def whole_article(body: bytes, first: str) -> str | None:
    """Return the address that shows all pages of the article at once, if the page links one."""
    return other_pages(body, first).whole


def is_whole(address: str, first: str) -> bool:
    """Say whether an address shows all of the article whose first page is ``first``, on one page or for paper."""
    return any(_adds(address, first, *view) for view in (WHOLE, PRINT))


def _near(body: bytes, first: str) -> list[str]:
    """Return the addresses linked from the page that begin like the article's own."""
    needle = _needle(first)
    if not needle or not _has_neighbours(body, needle):
        return []
    found = (resolve(first, html.unescape(value.decode("utf-8", "replace"))) for value in _values(body, needle))
    return list(dict.fromkeys(address for address in found if address))


def _needle(first: str) -> bytes:
    """Return the last part of the article's address, which those of its other pages repeat."""
    stem = _stem(first).rstrip("/")
    return (urlsplit(first).query or stem.rpartition("/")[2]).encode()


def _has_neighbours(body: bytes, needle: bytes) -> bool:
    """Spare most pages the scan of all attributes, 4 ms for 200 KB: they link no address of theirs with a number."""
    ends = [(needle, TAIL), (b'="?', QUERY_ONLY), (b"='?", QUERY_ONLY)]
    if b"&" in needle:
        ends.append((needle.replace(b"&", b"&amp;"), TAIL))
    return any(_is_followed(body, start, end) for start, end in ends)


def _is_followed(body: bytes, start: bytes, end: re.Pattern[bytes]) -> bool:
    at = body.find(start)
    while at >= 0:
        if end.match(body, at + len(start)):
            return True
        at = body.find(start, at + 1)
    return False


def _values(body: bytes, needle: bytes) -> list[bytes]:
    return [
        value
        for value in ATTRIBUTE.findall(body)
        if needle in value or value.startswith(b"?") or needle in value.replace(b"&amp;", b"&")
    ]


def _stem(url: str) -> str:
    """Return host and path without the ending of a file name."""
    parts = urlsplit(url)
    path = re.sub(r"\.\w{2,6}$", "", parts.path)
    return f"{parts.netloc}{path}"


def _number(address: str, first: str) -> int | None:
    """Return the page number in ``address`` if it is a page of ``first``."""
    path, query = _tails(address, first)
    if path is None or (path and query):
        return None
    found = PATH_TAIL.match(path) if path else QUERY_TAIL.match(query)
    if found is None or (path.startswith("-") and not re.search(r"/\d+$", _stem(first))):
        # WordPress calls the second article of one title "flood-warning-2".
        return None
    return int(found[1])


def _adds(address: str, first: str, to_path: re.Pattern[str], to_query: re.Pattern[str]) -> bool:
    """Say whether an address is that of ``first`` and ends as one of the patterns says."""
    path, query = _tails(address, first)
    if path is None:
        return False
    return bool(to_path.match(path)) if path else bool(to_query.match(query))


def _tails(address: str, first: str) -> tuple[str | None, str]:
    """Return what ``address`` adds to the path and the query of ``first``; ``None`` when it is another page."""
    here, there = urlsplit(first), urlsplit(urljoin(first, address))
    stem, other = _stem(first).rstrip("/"), _stem(address)
    if not other.startswith(stem):
        return None, ""
    query, known = there.query, here.query
    if known and query.startswith(known):
        query = query[len(known) :].lstrip("&")
    elif known:
        return None, ""
    tail = other[len(stem) :]
    return ("" if tail == "/" and here.path.endswith("/") else tail), query
