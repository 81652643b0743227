"""The extractors that are compared: newsarchive and whichever peers are installed, all behind one function."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from newsarchive.items import Article, NotAnArticle

WORD_BREAK = re.compile(r"\s*[,;，；]\s*")  # "防控, 疫情；指挥部"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an extractor read; ``published`` is a day or a time, ``confidences`` lists (value, confidence) by field."""

    body: str = ""
    title: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str | None = None
    confidences: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)


Extractor = Callable[[str, str | None, str], Reading]
"""Takes the page, its URL and its language (which only those use that must be told)."""


def newsarchive(html: str, url: str | None, language: str) -> Reading:
    """Read with this project's extractor; a page that it refuses gives an empty reading."""
    from newsarchive.extraction import extract

    try:
        return from_article(extract(html, url))
    except NotAnArticle:
        return Reading()


def from_article(article: Article) -> Reading:
    """Bring an article into the shape that is compared."""
    published: date | None = article.published
    if article.published and article.published_precision == "day":
        published = article.published.date()
    chosen = {
        name: tuple((one.value, one.confidence) for one in candidates if one.chosen)
        for name, candidates in article.origins.items()
    }
    return Reading(article.body, article.title, published, article.authors, article.tags, article.source, chosen)


def trafilatura(html: str, url: str | None, language: str, **options: bool) -> Reading:
    """Read with trafilatura and its metadata."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, url=url, with_metadata=True, include_comments=False, **options)
    if found is None:
        return Reading()
    row = found.as_dict()
    return Reading(row["text"] or "", row["title"], read_time(row["date"]), words(row["author"]), words(row["tags"]))


def trafilatura_precision(html: str, url: str | None, language: str) -> Reading:
    """Read with trafilatura, told to favour precision."""
    return trafilatura(html, url, language, favor_precision=True)


def readability_lxml(html: str, url: str | None, language: str) -> Reading:
    """Read with readability-lxml; its HTML is turned into text block by block."""
    from readability import Document

    page = Document(html)
    return Reading(block_text(page.summary(html_partial=True)), page.short_title())


def newspaper4k(html: str, url: str | None, language: str) -> Reading:
    """Read with newspaper4k, told the language."""
    from newspaper import Article as Newspaper

    page = Newspaper(
        url or "https://example.org/", language=language if language != "und" else "en", fetch_images=False
    )
    page.download(input_html=html)
    page.parse()
    tags = tuple(page.tags) or tuple(page.meta_keywords)
    return Reading(page.text, page.title or None, page.publish_date, tuple(page.authors), tags)


def resiliparse(html: str, url: str | None, language: str) -> Reading:
    """Read with resiliparse: body and the title element only."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    return Reading(extract_plain_text(tree, main_content=True, alt_texts=False), tree.title)


def justext(html: str, url: str | None, language: str) -> Reading:
    """Read with jusText: body only, stop words of the language, else of none."""
    from justext import get_stoplist
    from justext import justext as classify

    names = {"de": "German", "en": "English", "fr": "French", "es": "Spanish", "pl": "Polish", "pt": "Portuguese"}
    stop_words = get_stoplist(names[language]) if language in names else frozenset()
    options = {} if stop_words else {"stopwords_low": 0, "stopwords_high": 0}
    kept = [part.text for part in classify(html, stop_words, **options) if not part.is_boilerplate]
    return Reading("\n".join(kept))


def goose3(html: str, url: str | None, language: str) -> Reading:
    """Read with goose3, told the language."""
    from goose3 import Goose

    page = Goose({"target_language": language, "use_meta_language": False}).extract(raw_html=html)
    found = read_time(page.publish_datetime_utc or page.publish_date)
    return Reading(page.cleaned_text, page.title or None, found, tuple(page.authors), tuple(page.tags))


PEERS: dict[str, tuple[str, Extractor]] = {
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura, precision": ("trafilatura", trafilatura_precision),
    "readability-lxml": ("readability", readability_lxml),
    "newspaper4k, told the language": ("newspaper", newspaper4k),
    "resiliparse": ("resiliparse", resiliparse),
    "jusText, told the language": ("justext", justext),
    "goose3, told the language": ("goose3", goose3),
}


def installed_peers() -> dict[str, Extractor]:
    """Return the peers whose packages are there."""
    return {name: read for name, (package, read) in PEERS.items() if importlib.util.find_spec(package)}


def read_time(value: Any) -> date | None:
    """Return a peer's date as a time if it has one, else as a day; ``None`` if it is no ISO date."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def words(value: str | list[str] | None) -> tuple[str, ...]:
    """Split a peer's list that may come as one string."""
    texts = [value] if isinstance(value, str) else value or []
    return tuple(word for text in texts for word in WORD_BREAK.split(text) if word)


def block_text(html: str) -> str:
    """Return the text of an HTML fragment, one line a block."""
    from lxml.html import fromstring

    tree = fromstring(html)
    for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)
