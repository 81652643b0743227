"""The names by which a page calls its site and section: they end titles, and stand among tags and by-lines."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.known import Known, key


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
