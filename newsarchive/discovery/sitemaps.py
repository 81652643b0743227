"""Read sitemaps of any size as a stream: URL sets, indexes, news sitemaps, plain lists, gzipped or not.

Sitemaps are flat and many are broken, so they are cut at their closing tags and not parsed as XML: there are no
entities to expand, a bare ``&`` or a missing end costs nothing else, and a million addresses take seconds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from newsarchive.discovery import feeds
from newsarchive.discovery.found import Unreadable
from newsarchive.discovery.links import resolve
from newsarchive.discovery.moments import read_moment
from newsarchive.discovery.trees import MAX_BYTES, inflated
from newsarchive.items import Link
from newsarchive.text import clean

NESTED = "sitemap-index"
MAX_ENTRY = 100_000
FEED_ROOTS = {"rss", "rdf", "feed", "channel"}
# The first element, after "<?xml …?>", comments and document type: "<urlset", "<sm:sitemapindex".
ROOT = re.compile(rb"<(?:[\w-]+:)?([A-Za-z]\w*)")
# Closing tags of entries: "</url>", or with a prefix "</sm:sitemap >".
END = re.compile(rb"</(?:[\w-]+:)?(url|sitemap)\s*>", re.IGNORECASE)
# "<loc>https://…", "<news:title><![CDATA[Bridge & road]]>"; not "<image:loc>".
FIELD = re.compile(
    rb"<(?:(?!image|video)[\w-]+:)?(loc|lastmod|publication_date|title|keywords)\b[^<>]{0,200}>"
    rb"\s*(?:<!\[CDATA\[(.{0,4000}?)\]\]>|([^<]{0,4000}))",
    re.IGNORECASE | re.DOTALL,
)


def read(
    body: bytes, url: str, *, timezone: str | None = None, now: datetime | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Link]:
    """Yield the links of a sitemap in constant memory.

    Links of an index have the kind ``sitemap-index``: they lead to sitemaps, and ``modified`` says whether one needs
    reading again. The caller remembers which sitemaps it has read, because some include themselves. Links of a news
    sitemap carry publication date, title and keywords. Raise ``Unreadable`` when the bytes are no sitemap, and after
    the last link when it is longer than ``max_bytes`` (unpacked).
    """
    pieces = inflated(body, url=url, max_bytes=max_bytes)
    first = next(pieces, b"").lstrip(b"\xef\xbb\xbf \r\n\t")
    if not first.startswith(b"<"):
        yield from _read_lines(first, pieces, url)
    elif _root(first, url) in FEED_ROOTS:
        yield from feeds.read(b"".join([first, *pieces]), url, timezone=timezone, now=now).links
    else:
        for closing, entry in _entries(first, pieces):
            yield from _links(closing, entry, url, timezone, now)


def _root(first: bytes, url: str) -> str:
    found = ROOT.search(first)
    root = found[1].decode("ascii").lower() if found else ""
    if root not in FEED_ROOTS | {"urlset", "sitemapindex", "url", "sitemap"}:
        raise Unreadable(f"{url} is no sitemap: it opens with <{root}>.")
    return root


def _entries(first: bytes, pieces: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each closing tag with what stands before it, back to the closing tag before."""
    rest = b""
    for piece in _prepend(first, pieces):
        *parts, rest = END.split(rest + piece)
        for entry, closing in zip(parts[::2], parts[1::2], strict=True):
            yield closing.decode("ascii").lower(), entry
        rest = rest[-MAX_ENTRY:]


def _links(closing: str, entry: bytes, url: str, timezone: str | None, now: datetime | None) -> Iterator[Link]:
    texts = _texts(entry)
    address = resolve(url, texts.get("loc"))
    if address is None:
        return
    modified = read_moment(texts.get("lastmod"), timezone=timezone, now=now)
    if closing == "sitemap":
        yield Link(url=address, found_on=url, kind=NESTED, modified=modified)
        return
    yield Link(
        url=address,
        found_on=url,
        kind="news-sitemap" if "publication_date" in texts else "sitemap",
        title=clean(texts.get("title", "")) or None,
        published=read_moment(texts.get("publication_date"), timezone=timezone, now=now),
        modified=modified,
        tags=_tags(texts["keywords"]) if "keywords" in texts else (),
    )


def _tags(keywords: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in keywords.split(",") if part.strip())


def _texts(entry: bytes) -> dict[str, str]:
    """Return the entry's fields by name; of a name that comes twice, the first."""
    texts: dict[str, str] = {}
    for field, quoted, plain in FIELD.findall(entry):
        text = (quoted or plain).decode("utf-8", "replace").strip()
        if text:
            texts.setdefault(field.decode("ascii").lower(), text if quoted or "&" not in text else _unescaped(text))
    return texts


def _unescaped(text: str) -> str:
    """Resolve the entities that end with a semicolon: ``?a=1&copy=2`` holds none."""
    return re.sub(r"&#?\w{1,10};", lambda found: html.unescape(found[0]), text)


def _read_lines(first: bytes, pieces: Iterator[bytes], url: str) -> Iterator[Link]:
    """Yield the links of a sitemap that is one URL a line; other text is no sitemap."""
    if not first.startswith(b"http"):
        raise Unreadable(f"{url} is no sitemap: it opens with {first[:20].decode('ascii', 'replace')!r}.")
    rest = b""
    for piece in _prepend(first, pieces):
        *lines, rest = (rest + piece).split(b"\n")
        yield from _line_links(lines, url)
        rest = rest[-MAX_ENTRY:]
    yield from _line_links([rest], url)


def _line_links(lines: Iterable[bytes], url: str) -> Iterator[Link]:
    for line in lines:
        if line.startswith(b"http") and (address := resolve(url, line.decode("utf-8", "replace").strip())):
            yield Link(url=address, found_on=url, kind="sitemap")


def _prepend(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces
