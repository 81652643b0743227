"""Read a page: HTML in, the article with the reasons for every field out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from newsarchive import __version__
from newsarchive.charsets import Decoded, decode, is_mojibake
from newsarchive.discovery.links import resolve
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction.body import Body, find_body
from newsarchive.extraction.fields import read_fields
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page
from newsarchive.extraction.pageclass import of_page
from newsarchive.extraction.structure import article_blocks
from newsarchive.extraction.structure.pictures import article_images
from newsarchive.items import Article, Candidate, NotAnArticle, PageClass
from newsarchive.memory import SiteMemory
from newsarchive.sites import Site
from newsarchive.text import word_count
from newsarchive.urls import canonical_url, is_front_page, same_site

BEGINNING: Final = 60
EXTRACTOR_VERSION: Final = __version__  # a page read by another one may read otherwise without having changed


def extract(
    html: bytes | str,
    url: str | None = None,
    *,
    content_type: str | None = None,
    site: Site | None = None,
    memory: SiteMemory | None = None,
    fetched_at: datetime | None = None,
    hints: Mapping[str, str] | None = None,
) -> Article:
    """Return the article of a page.

    ``html`` is the page as received or as text, ``url`` its address, ``content_type`` the header of that name,
    ``site`` and ``memory`` what is known about its site, ``fetched_at`` the time of the response, with its zone, and
    ``hints`` what the place of its discovery said about it.

    Raises NotAnArticle, with the page class and the reason, if the page holds none, SiteError if the Python file of
    the site fails, and ValueError for a time without a zone.
    """
    known = Known(url, site, memory, fetched_at, hints or {})
    decoded = None if isinstance(html, str) else decode(html, content_type=content_type)
    page = Page(decoded.text if decoded else str(html))
    verdict = of_page(page, url)
    if verdict:
        raise NotAnArticle(url, verdict.page_class, verdict.reason)
    body = find_body(page, memory, site.rules_at(fetched_at) if site else ())
    if not body.blocks:
        raise NotAnArticle(url, PageClass.UNREADABLE, "it has no running text")
    where = (body.first, body.last) if body.shown else (0, 0)
    fields = read_fields(page, known, *where, body.text)
    blocks = article_blocks(body, url, fields.values.get("authors", ()), page.base)
    return Article(
        **{"url": own_address(page, url), "title": None, "body": body.text, **fields.values},
        word_count=word_count(body.text),
        origins={**body_origin(body), **fields.origins},
        warnings=(*fields.warnings, *charset_warnings(decoded, body.text), *hidden_warnings(body)),
        blocks=blocks,
        images=article_images(fields.lead, (block.image for block in blocks if block.image)),
        removed=(*(block for block in body.taken if block.text), *body.removed),
        observed=(*body.observed, *fields.observed),
    )


def own_address(page: Page, url: str | None) -> str | None:
    """Return the address that a page names as its own (AMP, print and mobile views), if it is one of its site's.

    One address for all articles, the front page or a list, is a mistake of the site.
    """
    links = (link for link in page.links if link.get("rel", "").lower() == "canonical")
    declared = url and next(filter(None, (resolve(url, link.get("href")) for link in links)), None)
    if not url or not declared or not same_site(declared, url) or (is_front_page(declared) and not is_front_page(url)):
        return url
    return canonical_url(declared) if looks_like_article(declared) or not looks_like_article(url) else url


def body_origin(body: Body) -> dict[str, tuple[Candidate, ...]]:
    """Return that a rule of the site found the text, with its beginning, if one did."""
    if body.selector is None:
        return {}
    return {"body": (Candidate(body.blocks[0].text[:BEGINNING], "rule", 0.99, body.selector, chosen=True),)}


def hidden_warnings(body: Body) -> Iterator[str]:
    """Yield where the text was found if the page does not show it."""
    if body.hidden_in:
        yield f"body: read from {body.hidden_in}, since the page shows little of it"


def charset_warnings(decoded: Decoded | None, body: str) -> Iterator[str]:
    """Yield what went wrong between the page's bytes and its text."""
    if decoded and decoded.errors:
        yield f"charset: {decoded.errors} places could not be read as {decoded.used}"
    if is_mojibake(body):
        yield "charset: the text looks garbled by a wrong charset"
