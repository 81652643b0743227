"""Find the next page of a list: by selector, rel, label, address or the script that draws the pager."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree

from newsarchive.discovery.links import resolve
from newsarchive.discovery.trees import text_of

# The whole label of the link to older items, white space removed, lower case: "下 一 页", "Next »", "Older posts".
LABEL = re.compile(
    r"[\[(«‹<]*(?:下一?[页頁]|后一?[页頁]|後一?[頁页]|[次つぎ][のへ]?(?:ページ)?[へ]?|다음(?:페이지)?|next(?:page)?|"
    r"older(?:posts|entries|articles|stories)?|(?:page)?suivante?s?|n[äa]chste(?:seite)?|weiter|(?:p[áa]gina)?siguiente|"
    r"pr[óo]xima|successiv[ao]|volgende|n[äa]sta|następna|далее|следующая(?:страница)?|вперед|вперёд)"
    r"[\])»›>→:：]*|[›»→]|>{1,2}|&gt;"
)
CLASS = {"next", "nxt", "next-page", "nextpage", "page-next", "pagebox_next", "pagination-next", "older"}
# TRS: createPageHTML(20, 0, "index", "html") or createPageHTML(20,0,"index","shtml", …): pages, this one (0-based).
TRS = re.compile(
    r"createPageHTML\(\s*['\"]?(\d+)['\"]?\s*,\s*['\"]?(\d+)['\"]?\s*,\s*['\"](\w+)['\"]\s*,\s*['\"](\w+)['\"]"
)
# The number of a page in its address: "index_2.html", "list_7_2.html", "/page/2/", "p2.shtml", "/local/2".
NUMBERED = re.compile(r"^(?P<before>.*?(?:[_-]|/page/|/p|/))(?P<number>\d{1,5})(?P<after>/?|\.\w{3,6})$")
NUMBER = re.compile(r"(\d+)")
PAGE_KEYS = ("page", "p", "pg", "paged", "pageno", "pagenum", "page_no", "pageindex", "currentpage", "curpage", "pn")


def next_page(root: etree._Element, base: str, url: str, *, selector: str | None = None) -> str | None:
    """Return the address of the list's next page on the same host, or ``None`` at the end.

    Labels that are there but lead nowhere (``#``, ``javascript:``, the page itself) are the end, unless the pager
    links the following number; a label without link (``下一页`` as plain text) is no label.
    """
    if selector is not None:
        return _first(_hrefs(root.cssselect(selector), base), url)
    anchors = list(root.iter("a"))
    return (
        _first(_hrefs(_relations(root), base), url)
        or _first(_hrefs((anchor for anchor in anchors if _is_next(anchor)), base), url)
        or _scripted(root, url)
        or _numbered(set(_hrefs(anchors, base)) | _options(root, base), url)
    )


def _relations(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter("link", "a") if "next" in element.get("rel", "").lower().split())


def _is_next(anchor: etree._Element) -> bool:
    labels = (text_of(anchor), anchor.get("title", ""), anchor.get("aria-label", ""))
    if any(len(label) < 60 and LABEL.fullmatch("".join(label.split()).lower()) for label in labels):
        return True
    parent = anchor.getparent()
    classes = anchor.get("class", "") + " " + (parent.get("class", "") if parent is not None else "")
    return bool(CLASS & set(classes.lower().split())) and not _headline(anchor)


def _headline(anchor: etree._Element) -> bool:
    """Say whether the link reads as a headline: a carousel's ``next`` holds an article."""
    return len(text_of(anchor).strip()) > 20


def _hrefs(elements: Iterable[etree._Element], base: str) -> Iterator[str]:
    return (address for element in elements if (address := resolve(base, element.get("href") or element.get("value"))))


def _options(root: etree._Element, base: str) -> set[str]:
    """Return the addresses of a pager that is a ``<select>``."""
    return {
        address
        for option in root.iter("option")
        if "." in (value := option.get("value", "")) or "/" in value
        for address in [resolve(base, value)]
        if address
    }


def _first(addresses: Iterable[str], url: str) -> str | None:
    host = urlsplit(url).netloc
    return next((address for address in addresses if address != url and urlsplit(address).netloc == host), None)


def _scripted(root: etree._Element, url: str) -> str | None:
    for script in root.iter("script"):
        found = TRS.search(script.text or "")
        if found:
            pages, here, stem, ending = found.groups()
            return urljoin(url, f"{stem}_{int(here) + 1}.{ending}") if int(here) + 1 < int(pages) else None
    return None


def _numbered(addresses: set[str], url: str) -> str | None:
    """Return the address with the following number, if the page links it."""
    return next((address for address in following(url) if address in addresses), None)


def following(url: str) -> Iterator[str]:
    """Yield the addresses that the page after ``url`` may have.

    >>> list(following("https://news.example.test/city/index_2.html"))
    ['https://news.example.test/city/index_3.html']
    >>> next(following("https://news.example.test/city/?page=4&sort=new"))
    'https://news.example.test/city/?page=5&sort=new'
    """
    numbered = _counted_on(url)
    yield from [numbered] if numbered else _second_pages(url)


def _counted_on(url: str) -> str | None:
    """Return the address with the number of its page one higher; ``None`` if it has no number."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for at, (key, value) in enumerate(query):
        if key.lower() in PAGE_KEYS and value.isascii() and value.isdigit():
            query[at] = (key, str(int(value) + 1))
            return urlunsplit(parts._replace(query=urlencode(query)))
    found = NUMBERED.match(parts.path)
    if found is None:
        return None
    return urlunsplit(parts._replace(path=f"{found['before']}{int(found['number']) + 1}{found['after']}"))


def extrapolated(earlier: str, later: str, further: int) -> str | None:
    """Return the address that many pages after ``later``; ``None`` if two pages in a row differ in more than a number.

    >>> extrapolated("https://news.example.test/tzgg/12.htm", "https://news.example.test/tzgg/11.htm", 4)
    'https://news.example.test/tzgg/7.htm'
    >>> extrapolated("https://news.example.test/city/?offset=25", "https://news.example.test/city/?offset=50", 2)
    'https://news.example.test/city/?offset=100'
    """
    parts, others = NUMBER.split(earlier), NUMBER.split(later)
    differing = [at for at, pair in enumerate(zip(parts, others, strict=False)) if pair[0] != pair[1]]
    if len(parts) != len(others) or len(differing) != 1 or not differing[0] % 2:
        return None
    at = differing[0]
    number = int(others[at]) + (int(others[at]) - int(parts[at])) * further
    others[at] = f"{number:0{len(others[at]) if others[at].startswith('0') else 0}}"
    return "".join(others) if number >= 0 else None


def _second_pages(url: str) -> Iterator[str]:
    """Yield what page 2 of an unnumbered list may be called; 0-based systems call it 1."""
    parts = urlsplit(url)
    folder, _, file = parts.path.rpartition("/")
    stem, dot, ending = file.rpartition(".")
    if stem:
        paths = [f"{folder}/{stem}{mark}{number}{dot}{ending}" for mark in "_-" for number in (2, 1)]
    else:
        paths = [f"{parts.path.rstrip('/')}/{tail}" for tail in ("index_2.html", "page/2/", "page/2", "2.html", "2/")]
    yield from (urlunsplit(parts._replace(path=path, query="")) for path in paths)
    joint = parts.query + "&" if parts.query else ""
    yield from (urlunsplit(parts._replace(query=f"{joint}{key}=2")) for key in PAGE_KEYS)
