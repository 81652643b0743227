"""What a page tells machines about its article: JSON-LD, OpenGraph and other meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final

from newsarchive.extraction.fields.packed import packed_metas
from newsarchive.extraction.fields.survey import Survey
from newsarchive.extraction.known import path
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import visible

Node = Mapping[str, Any]

# NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting …; a bare WebPage counts only where none of them is.
_ARTICLE: Final = re.compile(r"(?:.*Article|.*Posting|Report|Review|Recipe|CreativeWork)$")
_PAGE: Final = re.compile(r".*Page$|VideoObject$|Event$|.*Gallery$")
_PARTS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "liveBlogUpdate")
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.S
)
_TRAILING_COMMA: Final = re.compile(r",\s*(?=[}\]])")  # {"a": 1,}
# "headline": "text" in JSON that is broken elsewhere.
_PAIR: Final = re.compile(
    r'"(headline|datePublished|dateModified|pubDate|upDate|articleSection|@type)"\s*:\s*"((?:[^"\\\n]|\\.)*)"'
)
_AUTHOR: Final = re.compile(r'"author"\s*:\s*(?:"((?:[^"\\\n]|\\.)*)"|(\[[^\]]*\])|(\{[^{}]*\}?))')
_NAME: Final = re.compile(r'"name"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
# The class of a text area that holds a fact for a script: article-time, article-source-name.
_HOLDS: Final = re.compile(r"(?:^|[-_ ])(time|author|source|editor)(?:[-_]?name)?(?:\s|$)", re.I)
LONGEST_HELD: Final = 100
_TAGS: Final = re.compile(r"<[a-zA-Z/][^<>]*>")


class Facts:
    """The structured data of a page.

    ``metas`` maps lower-case names and properties to their values in order, with what text areas hold for scripts
    (``textarea:time``); ``article`` is the JSON-LD object about the page's article (empty if there is none), ``nodes``
    are all JSON-LD objects; ``headlines`` are what the head calls the page; ``properties`` maps lower-case microdata
    names to the elements that carry them; ``survey`` has the other elements of interest.
    """

    def __init__(self, page: Page, url: str | None = None) -> None:
        self.survey = Survey(page)
        self.properties = self.survey.properties
        self.metas: dict[str, list[str]] = {}
        for attributes in page.metas:
            content = visible(attributes.get("content") or attributes.get("value") or "")
            if content and "{{" not in content:
                for key in ("property", "name", "itemprop"):
                    name = attributes.get(key)
                    if name:
                        self.metas.setdefault(name.strip().lower(), []).append(unescape(content))
                        break
        for name, text in packed_metas(self.metas):
            self.metas.setdefault(name, []).append(text)
        for name, text in zip(page.textarea_classes, page.textareas, strict=True):
            holds = _HOLDS.search(name) if 0 < len(text) <= LONGEST_HELD and "<" not in text else None
            if holds:
                self.metas.setdefault(f"textarea:{holds[1].lower()}", []).append(visible(text))
        self.nodes = [node for text in page.json_ld for node in _flattened(json_of(text))]
        self.ids = {node["@id"]: node for node in self.nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        self.headlines = [visible(title) for title in page.headlines]
        self.article = self._article(url, visible(page.title or ""))

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Yield (name, value) of the meta elements of these names, in the order of the names."""
        for name in names:
            for value in self.metas.get(name, ()):
                yield name, value

    def texts(self, key: str) -> list[str]:
        """Return the texts of a property of the article's JSON-LD object: strings, names of objects, lists of both."""
        return [text for value in _listed(self.article.get(key)) if (text := self._text(value))]

    def objects(self, key: str) -> list[Node]:
        """Return the objects of a property of the article's JSON-LD object, references followed."""
        found = [self._resolved(value) for value in _listed(self.article.get(key))]
        return [value for value in found if isinstance(value, Mapping)]

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
            return self.ids.get(value["@id"], value)
        return value

    def _text(self, value: Any) -> str:
        value = self._resolved(value)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("@value") or value.get("headline")
            value = value[0] if isinstance(value, list) and value else value
        return plain(value) if isinstance(value, str | int) else ""

    def _article(self, url: str | None, title: str) -> Node:
        """Return the object that is about this page's article."""
        articles = [node for node in self.nodes if any(map(_ARTICLE.match, types(node)))]
        pages = [node for node in self.nodes if any(map(_PAGE.match, types(node)))]
        articles = [node for node in articles if not _is_other(node, url, title)]
        return max(articles, key=lambda node: _fit(node, url, title), default=None) or max(
            (node for node in pages if "headline" in node or "datePublished" in node),
            key=lambda node: _fit(node, url, title),
            default={},
        )


def plain(value: str | int) -> str:
    """Return a JSON string as visible text: entities resolved, tags removed."""
    text = str(value)
    if "&" in text:
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAGS.sub("", text)
    return visible(text) if "{{" not in text else ""  # {{author}}: nobody filled the template in


def json_of(text: str) -> Any:
    """Return what a JSON-LD script holds; what cannot be parsed is searched for the pairs that matter.

    >>> json_of('{"headline": "A", "datePublished": "2022-04-19", oops')
    {'headline': 'A', 'datePublished': '2022-04-19', '@type': 'Article'}
    """
    text = _WRAPPING.sub("", text).strip().rstrip(";")
    for candidate in (text, _TRAILING_COMMA.sub("", text), unescape(text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    found: dict[str, Any] = {}
    for key, value in _PAIR.findall(text):
        found.setdefault(key, _unescaped(value))
    told = ([name] if name else _NAME.findall(people or person) for name, people, person in _AUTHOR.findall(text))
    authors = [_unescaped(name) for names in told for name in names]
    if authors:
        found["author"] = authors
    return found | {"@type": "Article"} if found.keys() & {"headline", "datePublished", "pubDate"} else {}


def types(node: Node) -> list[str]:
    """Return the type names of a JSON-LD object, without their namespace."""
    return [str(kind).rpartition("/")[2].rpartition(":")[2] for kind in _listed(node.get("@type"))]


def _unescaped(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _flattened(value: Any, depth: int = 0) -> Iterator[Node]:
    """Yield the objects of a JSON-LD text that may be about the page itself, not those of lists and related items."""
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flattened(item, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in _PARTS:
            if isinstance(value.get(key), Mapping | list):
                yield from _flattened(value[key], depth + 1)


def _fit(node: Node, url: str | None, title: str) -> float:
    """Say how well an object fits the page: by its address, by the page's title, by what it knows."""
    known = sum(key in node for key in ("headline", "datePublished", "author", "articleBody", "publisher"))
    headline = node.get("headline") or node.get("name")
    named = isinstance(headline, str) and len(headline) > 8 and plain(headline)[:24] in title
    place = path(url)
    addresses = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    here = len(place) > 1 and any(isinstance(address, str) and place in address for address in addresses)
    return known + 3 * named + 3 * here


def _is_other(node: Node, url: str | None, title: str) -> bool:
    """Say whether an object is about another article: it has another address, and hardly a word of the title."""
    headline, address = node.get("headline"), node.get("url")
    if not (isinstance(headline, str) and isinstance(address, str) and url and title):
        return False
    there, words = path(address), re.findall(r"\w{3,}", headline.casefold())
    elsewhere = len(there) > 1 and there.strip("/") not in url and path(url).strip("/") not in address
    return elsewhere and sum(word in title.casefold() for word in words) < 0.2 * len(words)


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
