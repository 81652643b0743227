"""The names by which a page calls its site and section: they end titles, and stand among tags and by-lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.known import Known, key

# The separators between a title and the site's name: " | ", " - ", "_", "--".
SEPARATOR: Final = re.compile(
    r"\s+[-–—|·•:»›/~]+\s+|\s*[|｜_¦ㅣ]+\s*|[-―]{2,}|(?<=[\u3400-\u9fff\uac00-\ud7af])\s*[-–—]\s*"
)


def site_names(facts: Facts, known: Known) -> Iterator[str]:
    """Yield the keys of the names that end titles and stand among tags: those of the site and of the section."""
    yield from own_names(facts, known)
    sections = (*facts.texts("articleSection"), *(value for _, value in facts.meta("article:section")))
    yield from filter(None, map(key, sections))


def own_names(facts: Facts, known: Known) -> Iterator[str]:
    """Yield the keys of the names by which the page calls its site."""
    metas = facts.meta("og:site_name", "application-name", "sitename", "apple-mobile-web-app-title")
    texts = (*(value for _, value in metas), *facts.texts("publisher"), *known.host_words())
    yield from filter(None, map(key, (*texts, *([known.site.name] if known.site else []))))


def site_name(facts: Facts, known: Known) -> str | None:
    """Return the name by which the page or its site file calls the site."""
    if known.site:
        return known.site.name
    metas = facts.meta("og:site_name", "application-name", "sitename")
    return next(iter((*(value for _, value in metas), *facts.texts("publisher"))), None)


def title_ending(title: str) -> str:
    """Return what stands behind the last separator of a title element, ``""`` if there is none.

    >>> title_ending("A rock, a hard place - News | Harbour Post"), title_ending("A rock")
    ('Harbour Post', '')
    """
    _, *parts = SEPARATOR.split(title)
    return parts[-1].strip() if parts else ""
