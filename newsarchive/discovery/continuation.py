"""Find the next page of the same article in its bytes, without parsing them."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

from newsarchive.discovery.links import resolve

MAX_PAGES = 50
# href="3474_2.html", value='/a/3474.html?2' in links and in the options of a page menu.
ATTRIBUTE = re.compile(rb"""(?:href|value)\s*=\s*["']?([^"'\s<>]{1,500})""", re.IGNORECASE)
# What stands between the article's own address and the number of its page.
PATH_TAIL = re.compile(r"^(?:[_-]|/page/|/p|/)(\d{1,2})/?$")
QUERY_TAIL = re.compile(r"^(?:(?:page|p|pg|pageno|pagenum|page_no|paged)=)?(\d{1,2})$", re.IGNORECASE)
# "…/3474_all.html", "…?page=all", "…/print/": the whole text on one page.
WHOLE_PATH = re.compile(r"^[_-]all$|^/all/?$|^/singlepage/?$", re.IGNORECASE)
WHOLE_QUERY = re.compile(
    r"^(?:page|pagewanted|p|view)=(?:all|full|single)$|^(?:all|full|singlepage)=(?:1|true|y)$", re.IGNORECASE
)


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
    return {number: address for address in _near(body, first) if (number := _number(address, first)) is not None}


def whole_article(body: bytes, first: str) -> str | None:
    """Return the address that shows all pages of the article at once, if the page links one."""
    return next((address for address in _near(body, first) if _is_whole(address, first)), None)


def _near(body: bytes, first: str) -> list[str]:
    """Return the addresses linked from the page that begin like the article's own."""
    stem = _stem(first)
    needle = stem.rpartition("/")[2].encode()
    if not needle:
        needle = stem.rstrip("/").rpartition("/")[2].encode()
    # Most articles have one page and link no neighbour: this test spares them the scan of all attributes.
    if not needle or not (needle in body or b'"?' in body or b"'?" in body):
        return []
    found = (resolve(first, html.unescape(value.decode("utf-8", "replace"))) for value in _values(body, needle))
    return list(dict.fromkeys(address for address in found if address))


def _values(body: bytes, needle: bytes) -> list[bytes]:
    return [value for value in ATTRIBUTE.findall(body) if needle in value or value.startswith(b"?")]


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


def _is_whole(address: str, first: str) -> bool:
    path, query = _tails(address, first)
    if path is None:
        return False
    return bool(WHOLE_PATH.match(path)) if path else bool(WHOLE_QUERY.match(query))


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
