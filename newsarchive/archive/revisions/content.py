"""The content of an article by which revisions are told apart: title, body, published and source."""

from __future__ import annotations

from dataclasses import dataclass

from xxhash import xxh3_64_intdigest

from newsarchive.archive.database.times import to_text
from newsarchive.items import Article
from newsarchive.text import normalised

SHORT = 120  # bytes of UTF-8: 40 Chinese characters, 20 English words


@dataclass(frozen=True, slots=True)
class Content:
    """What one version of an article says; ``published`` is the archive's text form of the time."""

    title: str | None
    body: str
    source: str | None = None
    published: str | None = None

    def hashes(self) -> tuple[int, int]:
        """Return two 64-bit numbers: one for equal normalised content, one for equal normalised bodies.

        Two pages may both say "Watch the video" and be two articles: a short body counts with its title.
        """
        title, text = normalised(self.title or ""), normalised(self.body)
        body = key(text if len(text.encode("utf-8", "surrogatepass")) >= SHORT else f"{title}\x1f{text}")
        return key("\x1f".join((title, normalised(self.source or ""), self.published or "", str(body)))), body


def content_of(article: Article) -> Content:
    """Return the content of an article."""
    return Content(article.title, article.body, article.source, to_text(article.published))


def key(text: str) -> int:
    """Return a 64-bit key of a text as SQLite stores integers, signed."""
    return xxh3_64_intdigest(text.encode("utf-8", "surrogatepass")) - (1 << 63)
