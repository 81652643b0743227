"""Parse the XML and HTML of strangers: broken is mended, nothing is loaded, nothing is expanded."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from newsarchive.discovery.found import Unreadable
from newsarchive.text import clean

MAX_BYTES = 200_000_000
STEP = 65_536
# "&nbsp;" is HTML's, not XML's, and "&" alone is nobody's: an XML parser loses both. The five of XML stay.
NOT_OF_XML = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,30};)?")
# A document type holds nothing for us but entity bombs: '<!DOCTYPE rss [<!ENTITY a "aaa">]>'.
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_root(text: str, *, url: str) -> etree._Element:
    """Return the root of an XML text, mended where it is broken; raise ``Unreadable`` when nothing is left."""
    markup = FORBIDDEN.sub("", DOCTYPE.sub("", DECLARATION.sub("", text.lstrip("\ufeff")), count=1)).strip()
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(NOT_OF_XML.sub(_character, markup).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise Unreadable(f"{url} holds no XML.")
    return root


def html_root(text: str) -> etree._Element | None:
    """Return the root of an HTML text, or ``None`` when the page is empty."""
    markup = DECLARATION.sub("", text).replace("\x00", "")
    try:
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=_html_parser())
    except etree.ParserError:
        return None


def name(element: etree._Element) -> str:
    """Return the element's name without its namespace or prefix, in lower case; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def words(element: etree._Element) -> str:
    """Return the element's text without markup, entities resolved, white space folded."""
    text = text_of(element)
    if "<" in text or "&" in text:
        text = html.unescape(re.sub(r"<[^<>]{0,2000}>", "", text))
    return clean(text)


def text_of(element: etree._Element) -> str:
    """Return the element's text without markup, white space as it stands."""
    return "".join(map(str, element.itertext()))


def inflated(body: bytes, *, url: str, max_bytes: int = MAX_BYTES) -> Iterator[bytes]:
    """Yield the body in pieces, unpacked when it is gzip (twice at most); raise ``Unreadable`` beyond ``max_bytes``."""
    pieces: Iterator[bytes] = (body[at : at + STEP] for at in range(0, len(body), STEP))
    for _ in range(2):
        pieces = _gunzipped(pieces)
    seen = 0
    for piece in pieces:
        seen += len(piece)
        if seen > max_bytes:
            raise Unreadable(f"{url} is longer than {max_bytes:,} bytes; what comes after them was not read.")
        yield piece


def _gunzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    first = next(pieces, b"")
    if not first.startswith(b"\x1f\x8b"):
        yield first
        yield from pieces
        return
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    yield from _unpacked(unpack, first)
    for piece in pieces:
        yield from _unpacked(unpack, piece)


def _unpacked(unpack: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    """Yield at most STEP bytes at a time, so that a bomb is noticed before it is in memory; stop where it is torn."""
    while piece and not unpack.eof:
        try:
            out = unpack.decompress(piece, STEP)
        except zlib.error:
            return
        if out:
            yield out
        piece = unpack.unconsumed_tail


def _html_parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _character(found: re.Match[str]) -> str:
    return html.escape(html.unescape(found[0]))
