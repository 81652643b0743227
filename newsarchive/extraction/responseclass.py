"""Say what a response is by its status, its headers and its first bytes, before its text is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from newsarchive.charsets import decode
from newsarchive.discovery.challenges import is_challenge
from newsarchive.items import GONE, PageClass
from newsarchive.text import clean

HTML_TYPES: Final = re.compile(
    r"^\s*(?:text/html|application/xhtml|text/plain|application/octet-stream|$)", re.IGNORECASE
)
# How files begin that are no text, whatever their header says.
MAGIC: Final = {
    b"%PDF": "PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP file",
    b"\x1f\x8b": "a gzip file",
    b"RIFF": "a media file",
    b"ID3": "an MP3 file",
    b"\x00\x00\x00": "a media file",
}
# Text that is none for readers: feeds, sitemaps, drawings, and what programs tell each other.
_XML: Final = re.compile(
    rb"(?:<\?[^>]*>|<!--.*?-->|<!doctype[^>]*>|\s|\xef\xbb\xbf)*+<(rss|feed|rdf:rdf|urlset|sitemapindex|opml|svg)[\s>]",
    re.I | re.S,
)
_JSON: Final = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{\"]|\{\s*\}\s*$|\[\s*\]\s*$)")
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # but for ESC, which ISO-2022-JP is written with
_UNWRITTEN: Final = {"Cc", "Cn", "Co", "Cs"}  # controls, code points without a character, private ones, surrogates
PART: Final = 206
_BLOCKED: Final = {401, 403, 405, 406, 418, 429, 451}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a response is, and the reason as the end of the sentence "It is not an article: …"."""

    page_class: PageClass
    reason: str


def of_response(status: int, header: Callable[[str], str | None], body: bytes) -> Verdict | None:
    """Judge a response by status, headers and first bytes; ``None`` when only its text can tell.

    ``header`` returns a header by name, as ``Capture.header`` does.
    """
    if status in GONE:
        return Verdict(PageClass.ERROR, f"the server answers {status}: the page is gone")
    if status in _BLOCKED or header("cf-mitigated") == "challenge" or header("x-amzn-waf-action"):
        return Verdict(PageClass.BLOCK, f"the server answers {status} and blocks the request")
    if status in {202, 503} and is_challenge(body):
        return Verdict(PageClass.BLOCK, f"the server answers {status} with a challenge")
    if status == 202 and len(body) < 5_000:
        return Verdict(PageClass.BLOCK, "the server answers 202 without a page")
    if 300 <= status < 400 and header("location"):
        return Verdict(PageClass.REDIRECT, "it leads to another address")
    if status == PART:
        return Verdict(PageClass.ERROR, f"the server answers {status} with a part of the page")
    if status >= 300 or status < 200:
        return Verdict(PageClass.ERROR, f"the server answers {status}")
    if not body.strip():
        return Verdict(PageClass.ERROR, "the response is empty")
    return _not_html(header("content-type") or "", body)


def _not_html(content_type: str, body: bytes) -> Verdict | None:
    start = body[:8]
    kind = next((kind for magic, kind in MAGIC.items() if start.startswith(magic)), None)
    if kind:
        return Verdict(PageClass.NOT_HTML, f"it is {kind}")
    if found := _XML.match(body[:2_000]):
        return Verdict(PageClass.NOT_HTML, f"it is XML of the kind {found[1].decode().lower()}")
    if _JSON.match(body) and _is_json(body):
        return Verdict(PageClass.NOT_HTML, "it is JSON")
    if not HTML_TYPES.match(content_type) and b"<html" not in body[:2_000].lower():
        return Verdict(PageClass.NOT_HTML, f"the server calls it {clean(content_type.partition(';')[0])}")
    return Verdict(PageClass.NOT_HTML, "it is binary") if _is_binary(body[:2_000]) else None


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _is_binary(start: bytes) -> bool:
    """Say whether bytes are no text in whatever charset: one character in twenty is none that anybody writes."""
    if not _CONTROLS.search(start):
        return False
    text = decode(start).text
    return sum(category(char) in _UNWRITTEN and not char.isspace() for char in text) > 0.05 * len(text)
