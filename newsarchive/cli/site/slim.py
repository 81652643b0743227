"""Makes a saved page smaller without changing what it reads as."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

# In bytes: no charset of web pages has < > or quotes in its letters of several bytes, but UTF-16, which is left alone.
_NEEDLESS: Final = (
    (re.compile(rb"<!--(?!\[if).*?-->", re.S), b""),
    (re.compile(rb"<style\b.*?</style\s*>", re.S | re.I), b""),
    (re.compile(rb"<svg\b.*?</svg\s*>", re.S | re.I), b""),
    (re.compile(rb"<script\b(?![^>]*json).*?</script\s*>", re.S | re.I), b""),  # but for the data of search engines
    (re.compile(rb"<script\b(?![^>]*ld\+json).*?</script\s*>", re.S | re.I), b""),
    (re.compile(rb"<(?:iframe|noscript)\b.*?</(?:iframe|noscript)\s*>", re.S | re.I), b""),
    (re.compile(rb"<link\b[^>]*\brel=[\"']?(?:stylesheet|pre\w+|dns-prefetch|icon)\b[^>]*>", re.I), b""),
    (re.compile(rb"\s(?:style|srcset|sizes|on\w+|data-[\w-]+)=(?:\"[^\"]*\"|'[^']*')", re.I), b""),
    (re.compile(rb"(?<==[\"'])data:[^\"']*"), b"data:,"),
    (re.compile(rb"\s*\n\s*\n\s*"), b"\n"),
)


def slim(page: bytes, read: Callable[[bytes], Any]) -> bytes:
    """Return a page without what does not change what it reads as: scripts, styles, drawings, comments, blank lines.

    >>> slim(b"<h1>A</h1><style>b {}</style><script>c()</script>", lambda html: b"c()" in html)
    b'<h1>A</h1><script>c()</script>'
    """
    wanted = read(page)
    for needless, instead in _NEEDLESS:
        without = needless.sub(instead, page)
        if without != page and read(without) == wanted:
            page = without
    return page
