"""Finds in the archive what a command was asked for, or says that it is not there."""

from __future__ import annotations

from newsarchive.archive import Archive, StoredArticle
from newsarchive.items import NewsarchiveError


def article_at(archive: Archive, url: str) -> StoredArticle:
    """Return the article at an address; raise NewsarchiveError if there is none."""
    article = archive.article(url)
    if article is None:
        raise NewsarchiveError(f"The archive has no article at {url}; look for it with: newsarchive search WORDS")
    return article


def refuse_absent(archive: Archive, site: str | None) -> None:
    """Raise NewsarchiveError if the archive has no article of this site; for those who found nothing."""
    has = [name for name, _ in archive.counts("site")] if site else []
    if site and site not in has:
        raise NewsarchiveError(f"The archive has no article of {site!r}; it has some of: {', '.join(has)}.")
