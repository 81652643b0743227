"""Read a page: HTML in, the article with the reasons for every field out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from newsarchive.extraction.body import body_blocks
from newsarchive.extraction.page import Page
from newsarchive.extraction.repeated import observed_lines, repeated_lines
from newsarchive.items import Article, Block, BlockKind, NotAnArticle, PageClass, RemovedBlock
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
    blocks = body_blocks(page)
    if not blocks:
        raise NotAnArticle(url, PageClass.UNREADABLE, "it has no running text")
    texts = [block.text for block in blocks]
    repeated = repeated_lines(texts, memory)
    kept = [text for place, text in enumerate(texts) if place not in repeated]
    return Article(
        url=url,
        title=page.title,
        body="\n".join(kept),
        language=page.language,
        blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in kept),
        removed=tuple(RemovedBlock(texts[place], "site memory") for place in sorted(repeated)),
        observed=tuple(observed_lines(texts, ())),
    )
