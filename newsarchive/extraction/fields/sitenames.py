"""The names by which a page calls its site and section: they end titles, and stand among tags and by-lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newsarchive.extraction.fields.names.outlets import is_outlet, is_paper
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.known import Known, key

# The separators between a title and the site's name: " | ", " - ", "_", "--".
SEPARATOR: Final = re.compile(
    r"\s+[-–—―|·•:»›>«‹</~]+\s+|\s*[|｜_¦ㅣ丨]+\s*|[-―]{2,}|(?<=[\u3400-\u9fff\uac00-\ud7af])\s*[-–—]\s*"
)
# What some sites call themselves by: @harbourpost, https://harbour.example/
_ADDRESS: Final = re.compile(r"^(?:@|https?://(?:www\.)?)(?=\w)", re.I)
SHORT_FORM: Final = 6
LONGEST: Final = 10  # hanzi of an outlet


def site_names(facts: Facts, known: Known) -> Iterator[str]:
    """Yield the keys of the names that end titles and stand among tags: those of the site and of the section."""
    yield from own_names(facts, known)
    sections = (*facts.texts("articleSection"), *(value for _, value in facts.meta("article:section")))
    yield from filter(None, map(key, sections))


def own_names(facts: Facts, known: Known) -> Iterator[str]:
    """Yield the keys of the names by which the page calls its site."""
    metas = facts.meta("og:site_name", "application-name", "sitename", "apple-mobile-web-app-title")
    texts = (*(value for _, value in metas), *facts.texts("publisher"), *known.host_words())
    named = [known.site.name] if known.site else []
    yield from filter(None, map(key, (*texts, *named, *_papers(facts.headlines))))


def _papers(titles: Iterable[str]) -> Iterator[str]:
    """Yield the parts of titles that are called as papers are, anywhere if surely so, else at the end: 鹿水新闻网."""
    for title in titles:
        parts = list(map(str.strip, SEPARATOR.split(title)))
        yield from (part for part in parts if is_paper(part))
        if len(parts) > 1 and len(parts[-1]) <= LONGEST and is_outlet(parts[-1]):
            yield parts[-1]


def site_name(facts: Facts, known: Known) -> str | None:
    """Return the name by which the page or its site file calls the site."""
    if known.site:
        return known.site.name
    metas = facts.meta("og:site_name", "application-name", "sitename")
    values = [*(value for _, value in metas), *facts.texts("publisher")]
    values.sort(key=lambda value: bool(_ADDRESS.match(value)))
    names = (without_slogan(_ADDRESS.sub("", value).rstrip("/"), known) for value in values)
    return next(filter(None, (title_ending(name) if name in facts.headlines else name for name in names)), None)


def without_slogan(name: str, known: Known) -> str:
    """Return the one part of a site's name that its host is named after: Harbour Post | Latest News.

    A name stays whole if there is no such part, or if it is followed by its short form.
    """
    words = known.host_words()
    parts = [part for part in SEPARATOR.split(name) if any(word in key(part) for word in words)]
    is_short_form = len(parts) == 1 and parts[0].isupper() and len(parts[0]) <= SHORT_FORM and name.endswith(parts[0])
    return parts[0].strip() if len(parts) == 1 and not is_short_form else name


def title_ending(title: str) -> str:
    """Return what stands behind the last separator of a title element, ``""`` if there is none.

    >>> title_ending("A rock, a hard place - News | Harbour Post"), title_ending("A rock")
    ('Harbour Post', '')
    """
    _, *parts = SEPARATOR.split(title)
    return parts[-1].strip() if parts else ""
