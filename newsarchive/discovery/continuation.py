"""Find the other pages of an article in the bytes of one, without parsing them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
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
# Where the print view has an address of its own ("/e/DoPrint/?classid=8&id=3474"), its link says what it is.
ANCHOR = re.compile(rb"<a\b([^>]{1,1000})>(.{1,300}?)</a>", re.IGNORECASE | re.DOTALL)
PRINT_LINK = re.compile(
    rb"<link\b(?=[^>]{0,1000}\balternate\b)(?=[^>]{0,1000}\bmedia\s{0,9}=\s{0,9}[\"']?print\b)[^>]*>", re.IGNORECASE
)
PRINT_LABEL = re.compile(
    r"打印(?:本页|此页|本文|此文|文章)?|列印|友善列印|印刷(?:する|用ページ)?|인쇄(?:하기)?"
    r"|print(?: this)?(?: page| article| story| version)?|print(?:er)?[- ]friendly(?: version| page)?"
    r"|(?:artikel |seite )?drucken|druckansicht|druckversion|imprimer(?: cet article| la page)?|version imprimable"
    r"|imprimir|versión para imprimir|versão para impressão|stampa|versione stampabile|распечатать"
    r"|(?:версия )?для печати|طباعة",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^>]*>")


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
    return Pages(numbered, next(_whole(body, first, near, printed=bool(numbered)), None))


def _whole(body: bytes, first: str, near: list[str], *, printed: bool) -> Iterator[str]:
    """Yield the addresses that show the whole article, those for paper last."""
    yield from (address for address in near if _adds(address, first, *WHOLE))
    if printed:
        yield from (address for address in near if _adds(address, first, *PRINT))
        yield from _printed(body, first)


def _printed(body: bytes, first: str) -> Iterator[str]:
    """Yield the addresses that the page calls its print view; a section of that name has no number."""
    links = (attributes for attributes, label in ANCHOR.findall(body) if PRINT_LABEL.fullmatch(_label(label)))
    yield from _addresses((tag[0] for tag in PRINT_LINK.finditer(body)), first)
    yield from (address for address in _addresses(links, first) if any(map(str.isdigit, address)))


def _addresses(tags: Iterable[bytes], first: str) -> Iterator[str]:
    for value in (value for tag in tags for value in ATTRIBUTE.findall(tag)):
        address = resolve(first, html.unescape(value.decode("utf-8", "replace")))
        if address and address != first:
            yield address


def _label(inside: bytes) -> str:
    return html.unescape(TAG.sub("", inside.decode("utf-8", "replace"))).strip(" \n\t\r\xa0[]【】|")


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
