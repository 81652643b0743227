"""Read a page: HTML in, the article with the reasons for every field out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from newsarchive.extraction.body import read_body
from newsarchive.extraction.page import Page
from newsarchive.extraction.structure import article_blocks
from newsarchive.items import Article, NotAnArticle, PageClass
from newsarchive.memory import SiteMemory

EXTRACTOR_VERSION: Final = "1"


def extract(
    html: bytes | str,
    url: str | None = None,
    *,
    content_type: str | None = None,
    site: Any = None,
    memory: SiteMemory | None = None,
    fetched_at: datetime | None = None,
    hints: Mapping[str, str] | None = None,
) -> Article:
    """Return the article of a page; raise ``NotAnArticle`` if there is none.

    ``html`` is the page as received or as text, ``url`` its address, ``content_type`` the header of that name,
    ``site`` and ``memory`` what is known about its site, ``fetched_at`` the time of the response and ``hints`` what
    the place of its discovery said about it.
    """
    text = html if isinstance(html, str) else html.decode("utf-8", "replace")
    page = Page(text)
    body = read_body(page, memory)
    if not body.blocks:
        raise NotAnArticle(url, PageClass.UNREADABLE, "it has no running text")
    blocks = article_blocks(page, body, url)
    return Article(
        url=url,
        title=page.title,
        body=body.text,
        language=page.language,
        blocks=blocks,
        images=tuple(block.image for block in blocks if block.image),
        removed=body.removed,
        observed=tuple(body.observed),
    )
