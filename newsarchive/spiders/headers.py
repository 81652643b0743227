"""The headers of requests and answers as text, which Scrapy has as bytes and HTTP in Latin-1."""

from __future__ import annotations

from scrapy.http import Response
from scrapy.http.headers import Headers


def header(headers: Headers, name: str) -> str:
    """Return the header of that name, ``""`` if there is none."""
    return (headers.get(name) or b"").decode("latin-1")


def content_type_of(response: Response) -> str:
    """Return what the server calls an answer."""
    return header(response.headers, "Content-Type")


def pairs(headers: Headers) -> tuple[tuple[str, str], ...]:
    """Return names and values, those of a name that comes twice one after the other."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )
