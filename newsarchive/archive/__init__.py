"""The archive: one SQLite file with the WARC files beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self, Unpack

from newsarchive.archive import articles, captures, revisions, search, tombstones
from newsarchive.archive.articles import Added, listing, provenance, sightings, standins
from newsarchive.archive.articles.identity import add_page, article_id
from newsarchive.archive.articles.listing import GROUPS, Sample
from newsarchive.archive.articles.shown import Shown, shown
from newsarchive.archive.captures import payloads, recovery
from newsarchive.archive.crawls import known
from newsarchive.archive.crawls.hosts import Hosts, HostState
from newsarchive.archive.crawls.known import Known
from newsarchive.archive.crawls.runs import Run, Runs, SiteRun
from newsarchive.archive.database import views
from newsarchive.archive.database.connection import transaction
from newsarchive.archive.database.opening import connect
from newsarchive.archive.database.rows import StoredArticle
from newsarchive.archive.duplicates import clusters
from newsarchive.archive.duplicates.clusters import Similar
from newsarchive.archive.revisions import Revision
from newsarchive.archive.revisions.diffs import Piece, word_diff
from newsarchive.archive.revisions.readings import reading_of
from newsarchive.archive.search import Hit, Selection
from newsarchive.archive.sites import coverage, met, sitelines
from newsarchive.archive.sites.coverage import Month
from newsarchive.archive.tombstones import Tombstone
from newsarchive.archive.warc import Damage, LostRecordError, Original
from newsarchive.items import ArchiveError, Article, Candidate, Capture, Location, PageClass, RemovedBlock, SiteLine
from newsarchive.memory import SiteMemory
from newsarchive.urls import canonical_url, registered_domain

__all__ = [
    "GROUPS",
    "Added",
    "Archive",
    "Hit",
    "HostState",
    "Known",
    "Piece",
    "Revision",
    "Run",
    "Sample",
    "Selection",
    "Similar",
    "SiteRun",
    "StoredArticle",
    "word_diff",
]


class Archive:
    """An archive of articles and of the captures they were read from.

    ``path`` names the SQLite file, which is made if missing unless ``read_only``; the WARC files lie in the folder
    ``warc`` beside it. Close it, or use it in a ``with`` statement. Whatever can go wrong with the file or the disk
    is an ArchiveError that says what to do.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self._read_only = read_only
        self.connection = connect(self.path, read_only=read_only)
        self.runs = Runs(self.connection)
        self.hosts = Hosts(self.connection)
        self.warc_folder = self.connection.warc_folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written is then in it and not only in its WAL, even while others read."""
        if not self._read_only:
            with suppress(ArchiveError, sqlite3.Error):  # a full disk: the next one to close tries again
                self.connection.execute("pragma wal_checkpoint(passive)")
        self.connection.close()

    def batch(self) -> AbstractContextManager[None]:
        """Keep all or nothing of what is added inside; batches of 100 to 500 articles cost least."""
        return transaction(self.connection)

    def add_capture(self, capture: Capture, *, run: int | None = None) -> int:
        """Add a capture and return its id; one that is there already keeps its id.

        What it says of an article that is known under its address (missing, unchanged) is noted there.
        """
        with self.batch():
            return captures.add(self.connection, capture, run)

    def captures(
        self,
        *,
        site: str | None = None,
        since: datetime | None = None,
        url: str | None = None,
        page_class: PageClass | None = None,
    ) -> Iterator[Capture]:
        """Yield captures in the order of fetching."""
        return captures.captures(self.connection, site=site, since=since, url=url, page_class=page_class)

    def capture_numbers(
        self, *, site: str | None = None, since: datetime | None = None, url: str | None = None
    ) -> list[int]:
        """Return the ids of the captures that match, in the order in which they were added."""
        return captures.numbers(self.connection, site=site, since=since, url=url)

    def first_numbers(self, site: str) -> list[int]:
        """Return the id of the first capture of each article of a site: those that taught its memory."""
        return captures.first_numbers(self.connection, site)

    def capture(self, number: int) -> Capture | None:
        """Return the capture with this id."""
        return captures.capture(self.connection, number)

    def shown(self, capture: Capture) -> Shown | None:
        """Return the fields that were read from a capture, as far as the archive keeps them."""
        return shown(self.connection, capture.id or 0)

    def payload(self, capture: Capture) -> bytes:
        """Return the payload of a capture after content decoding; raise an ArchiveError if its record is damaged."""
        return payloads.payload(self.connection, self.warc_folder, capture)

    def records(self, article: StoredArticle, lose: Callable[[LostRecordError], None]) -> Iterator[bytes]:
        """Yield the WARC records of an article's captures; written one after another they are a WARC file.

        ``lose`` is told of those that are missing or damaged.
        """
        return payloads.members(self.connection, self.warc_folder, article.id, lose)

    def capture_at(self, location: Location) -> tuple[Capture, bytes]:
        """Read the record at a place in the WARC files, in the table or not, with its payload."""
        return payloads.read(self.connection, self.warc_folder, location)

    def taken_down(self, url: str, site: str | None = None) -> Tombstone | None:
        """Return the tombstone of an address, its site or its domain, if it must not come back."""
        return tombstones.find(self.connection, canonical_url(url), site, registered_domain(url))

    def has_capture(self, url: str, transfer_digest: str, fetched_at: datetime | None = None) -> bool:
        """Say whether there is a capture of this address with that payload as transferred, of that time if any."""
        return captures.has(self.connection, url, transfer_digest, fetched_at)

    def is_read(self, location: Location) -> bool:
        """Say whether the record at a place in the WARC files is a capture already."""
        return captures.is_read(self.connection, location)

    def pending(self) -> Iterator[Capture]:
        """Yield the captures in WARC files that the table does not know, from a crash or an overflowing queue."""
        return recovery.pending(self.connection, self.warc_folder)

    def recover(self) -> list[Damage]:
        """Mend what a killed process left in the WARC files and return what had to be cut off."""
        return recovery.recover(self.connection, self.warc_folder)

    def original(self, transfer_digest: str) -> Original | None:
        """Find an earlier capture with this payload as transferred, in a record that is whole.

        The ``known`` of a WarcWriter: of a payload whose record is lost or damaged, another one is written.
        """
        with suppress(LostRecordError):
            found, _ = payloads.original(self.connection, self.warc_folder, transfer_digest)
            return Original(found.url, found.fetched_at)
        return None

    def same(self, digest: str, url: str, at: datetime | None) -> tuple[tuple[tuple[str, str], ...], bytes] | None:
        """Return headers and body of a response as transferred: with this digest, or of an address at a time."""
        return payloads.same(self.connection, self.warc_folder, digest, url, at)

    def set_page_class(self, capture_id: int, page_class: PageClass, reason: str | None = None) -> None:
        """Say what a capture turned out to be, and why."""
        with self.batch():
            captures.set_page_class(self.connection, capture_id, page_class, reason)

    def add_article(self, article: Article, capture: Capture, *, extractor: str = "") -> Added:
        """Add what was read from a capture, and the capture itself if it has no id yet.

        ``extractor`` is the version of what read it. The same readings in any order leave the same archive.
        """
        with self.batch():
            capture_id = capture.id if capture.id is not None else captures.add(self.connection, capture)
            return articles.add(self.connection, reading_of(article, capture, capture_id, extractor))

    def is_stand_in(self, capture: Capture, article: Article) -> bool:
        """Say whether what is read from a capture is what its site showed in the place of several articles."""
        reading = reading_of(article, capture, capture.id or 0, "")
        return standins.is_still(self.connection, reading.capture_id, reading.content_hash)

    def read_otherwise(self, article_id: int, extractor: str) -> list[Capture]:
        """Return the captures of an article that were read by another version of the extractor."""
        return captures.read_otherwise(self.connection, article_id, extractor)

    def has_revision(self, revision_id: int | None) -> bool:
        """Say whether a revision stands: one that another extractor's reading made goes when that is read again."""
        return revisions.exists(self.connection, revision_id)

    def coverage(self, site: str, first: date, last: date) -> list[Month]:
        """Return for each month of the days, both ends included, how many articles of the site are archived."""
        return coverage.coverage(self.connection, site, first, last)

    def add_page(self, article_id: int, url: str) -> None:
        """Remember the address of another page of an article."""
        with self.batch():
            add_page(self.connection, article_id, canonical_url(url))

    def article(self, url: str) -> StoredArticle | None:
        """Return the article at this address, or at the address it is an alias of."""
        return articles.article(self.connection, canonical_url(url))

    def revisions(self, url: str) -> list[Revision]:
        """Return every version of an article, oldest first; none if there is no such article."""
        found = article_id(self.connection, canonical_url(url))
        return revisions.revisions(self.connection, found) if found else []

    def search(self, query: str, *, limit: int = 20, newest: bool = False, **selection: Unpack[Selection]) -> list[Hit]:
        """Return the articles that contain every term of the query, the best first, or with ``newest`` the latest.

        A term is a word, a ``"quoted phrase"``, a ``prefix*``, or any string of Chinese, Japanese, Korean or
        Thai characters, which is found wherever it stands, in simplified and traditional characters unless quoted;
        ``title:`` before one looks into titles alone. ``OR`` between two wants either, ``NOT`` or ``-`` before one
        excludes it; an alternative that is excluded raises NewsarchiveError.
        """
        return search.search(self.connection, query, selection, limit=limit, newest=newest)

    def articles(
        self, query: str | None = None, *, sample: Sample | None = None, **selection: Unpack[Selection]
    ) -> Iterator[StoredArticle]:
        """Yield articles, or those that a query finds, or a sample of them, the earliest published first."""
        return listing.articles(self.connection, selection, query, sample)

    def counts(self, by: str, query: str | None = None, **selection: Unpack[Selection]) -> list[tuple[str, int]]:
        """Count articles, or those that a query finds, by ``day``, ``month``, ``year``, ``site``, ``section`` …

        Beside these by ``source`` and ``language``, the keys of ``GROUPS``.
        """
        return listing.counts(self.connection, by, selection, query)

    def split_counts(
        self, by: str, split: str, query: str | None = None, **selection: Unpack[Selection]
    ) -> dict[str, dict[str, int]]:
        """Count as ``counts`` does, for each value of ``split``, another key of ``GROUPS``, on its own."""
        return listing.split_counts(self.connection, by, split, selection, query)

    def similar(self, url: str) -> list[Similar]:
        """Return the copies of an article on any address or site, the most alike first."""
        found = article_id(self.connection, canonical_url(url))
        return clusters.similar(self.connection, found) if found else []

    def known(self, url: str) -> Known | None:
        """Return what the archive knows about an address: the last answer, the article, when to look again."""
        return known.known(self.connection, url)

    def is_view(self, url: str) -> bool:
        """Say whether an address is that of an archived article with parameters that have no say in what it shows."""
        return known.is_view(self.connection, canonical_url(url))

    def due(self, now: datetime, *, site: str | None = None, limit: int = 1000) -> list[str]:
        """Return the addresses of articles whose next look is due, the longest due first."""
        return known.due(self.connection, now, site, limit)

    def looked(self, urls: Iterable[str], now: datetime) -> None:
        """Say of articles that they were looked at of which no answer could be kept: the next look is a step later."""
        with self.batch():
            for url in urls:
                sightings.looked(self.connection, canonical_url(url), now)

    def pages(self, site: str, *, limit: int = 5000) -> Iterator[tuple[str, bool]]:
        """Return the last pages that a site answered with, and whether each was an article."""
        return known.pages(self.connection, site, limit)

    def origins(self, url: str) -> dict[str, tuple[Candidate, ...]]:
        """Return the candidates of each field of an article, the chosen one marked."""
        found = article_id(self.connection, canonical_url(url))
        return provenance.origins(self.connection, found) if found else {}

    def removed(self, url: str) -> tuple[RemovedBlock, ...]:
        """Return what was taken out of an article's page, with the rule that did it."""
        found = article_id(self.connection, canonical_url(url))
        return provenance.removed(self.connection, found) if found else ()

    def put_site(self, site: str, settings: Mapping[str, Any]) -> None:
        """Write the settings with which a site is crawled, in the place of earlier ones."""
        with self.batch():
            met.put_settings(self.connection, site, settings)

    def memory(self, site: str) -> SiteMemory:
        """Return the lines that the articles of a site have in common; it goes on learning with the archive."""
        return sitelines.memory(self.connection, site)

    def learn(self, site: str, lines: Iterable[SiteLine]) -> None:
        """Count the lines of a page for its site. Adding a new article does so for what it observed."""
        with self.batch():
            sitelines.learn(self.connection, site, lines)

    def forget(self, site: str, lines: Iterable[SiteLine]) -> None:
        """Take back what ``learn`` counted for a page."""
        with self.batch():
            sitelines.forget(self.connection, site, lines)

    def forget_site(self, site: str) -> None:
        """Empty the memory of a site, to learn it again from its captures."""
        with self.batch():
            sitelines.clear(self.connection, site)

    def descriptions(self) -> list[tuple[str, str, str]]:
        """Return what tables, views and columns mean: table, column (empty for the table itself), text."""
        return views.descriptions(self.connection)
