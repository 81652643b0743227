"""Takes out of an article what SQLite cannot hold as text: halves of surrogate pairs, and NUL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from newsarchive.items import Article

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


def storable(article: Article) -> Article:
    """Return the article with each such character replaced by U+FFFD; most are returned as they are."""
    if _is_storable("".join(_texts(article))):
        return article
    mended: Article = _mended(article)
    return mended


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _texts(article: Article) -> Iterator[str]:
    """Yield whatever comes from the page, except the blocks, which are not stored."""
    yield from filter(None, (article.title, article.body, article.source, article.editor, article.section))
    yield from filter(None, (article.url, article.published_raw, article.language, article.access))
    for group in (article.authors, article.tags, article.warnings):
        yield from group
    for image in article.images:
        yield from filter(None, (image.url, image.caption, image.credit, image.alt))
    for candidates in article.origins.values():
        for candidate in candidates:
            yield from (candidate.value, candidate.where, candidate.reason)
    for block in article.removed:
        yield from (block.text, block.rule, block.place)
    for line in article.observed:
        yield line.text


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, tuple):
        return tuple(map(_mended, value))
    if isinstance(value, Mapping):
        return {name: _mended(each) for name, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _mended(getattr(value, each.name)) for each in fields(value)})
    return value
