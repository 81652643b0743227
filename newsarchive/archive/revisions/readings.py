"""A reading: an article as read from one capture, with what the archive compares."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from newsarchive.archive.database.storable import storable
from newsarchive.archive.database.times import to_text
from newsarchive.archive.revisions.content import Content, content_of
from newsarchive.items import Article, Capture
from newsarchive.urls import canonical_url, same_site


@dataclass(frozen=True, slots=True)
class Reading:
    """``url`` is whose page it is taken for, ``declared`` whose it says it is, ``answered`` who answered, ``requested``
    who was asked; all canonical. Of a reading that is not ``whole`` the archive knows the hashes alone; one that
    ``stands_in`` is what the site showed in the place of several articles (see standins.py).
    """

    article: Article
    content: Content
    content_hash: int
    body_hash: int
    url: str
    answered: str
    requested: str
    capture_id: int
    fetched_at: str
    extractor: str
    declared: str
    whole: bool = True
    stands_in: bool = False

    @property
    def moment(self) -> tuple[str, int, str]:
        """The place of this reading in the order of fetching."""
        return self.fetched_at, self.content_hash, self.answered


def reading_of(article: Article, capture: Capture, capture_id: int, extractor: str) -> Reading:
    """Return the reading of a capture."""
    article = storable(article)
    content = content_of(article)
    content_hash, body_hash = content.hashes()
    answered = canonical_url(capture.url)
    declared = _own_url(article.url, answered)
    return Reading(
        article=article,
        content=content,
        content_hash=content_hash,
        body_hash=body_hash,
        url=declared,
        answered=answered,
        requested=canonical_url(capture.requested_url or capture.url),
        capture_id=capture_id,
        fetched_at=to_text(capture.fetched_at),
        extractor=extractor,
        declared=declared,
    )


def _own_url(declared: str | None, answered: str) -> str:
    """Trust the address that a page gives itself, unless it is a front page or on another site (a syndicated copy)."""
    url = canonical_url(declared or answered)
    parts = urlsplit(url)
    named = parts.path not in ("", "/") or bool(parts.query)
    return url if url == answered or (named and same_site(url, answered)) else answered
