"""The content of an article by which revisions are told apart: title, body, published and source."""

from __future__ import annotations

from dataclasses import dataclass

from xxhash import xxh3_64_intdigest

from newsarchive.archive.times import to_text
from newsarchive.items import Article
from newsarchive.text import normalised


@dataclass(frozen=True, slots=True)
class Content:
    """What one version of an article says; ``published`` is the archive's text form of the time."""

    title: str | None
    body: str
    source: str | None = None
    published: str | None = None

    @property
    def hash(self) -> int:
        """A 64-bit number that is equal for equal normalised content."""
        parts = (self.title, self.body, self.source)
        return key("\x1f".join([*(normalised(part or "") for part in parts), self.published or ""]))

    @property
    def body_hash(self) -> int:
        """A 64-bit number that is equal for equal normalised bodies."""
        return key(normalised(self.body))


def content_of(article: Article) -> Content:
    """Return the content of an article."""
    return Content(article.title, article.body, article.source, to_text(article.published))


def key(text: str) -> int:
    """Return a 64-bit key of a text as SQLite stores integers, signed."""
    return xxh3_64_intdigest(text.encode("utf-8", "surrogatepass")) - (1 << 63)
