"""What a crawl knows of places: what was seen of each when it was read last, and which are asked by themselves."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from newsarchive.archive.database.connection import Connection


@dataclass(frozen=True, slots=True)
class Place:
    """What was seen of a feed, sitemap or list when it was read last; ``interval`` is in seconds.

    ``asked`` is the place as JSON while its answer is awaited, ``page`` its number in a list, ``announced`` the time of
    change that the sitemap above it states and ``modified`` that of the last reading; ``articles`` is how many it
    told of when it told of any.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    modified: str | None = None
    interval: float | None = None
    next_at: str | None = None
    asked: str | None = None
    page: int = 1
    announced: str | None = None
    articles: int | None = None


class PlaceBook:
    """The feeds, sitemaps and lists of one site, in the file of its frontier."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def get(self, url: str) -> Place:
        """Return what is known of a feed, sitemap or list."""
        row = self._db.execute("select * from places where url = ?", (url,)).fetchone()
        return Place(*row) if row else Place(url)

    def asked(self) -> list[Place]:
        """Return the places whose answer a killed crawl did not live to see."""
        return [Place(*row) for row in self._db.execute("select * from places where asked is not null")]

    def remember(self, place: Place) -> None:
        """Keep what was seen of a feed, sitemap or list."""
        self._db.execute("insert or replace into places values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", astuple(place))

    def leave(self) -> bool:
        """Have the places told of anew that were not asked; say whether there are any."""
        left = bool(self.asked())
        if left:
            self._db.execute("update places set asked = null, etag = null, last_modified = null")
        return left

    def forget(self) -> None:
        """Have all places told anew."""
        self._db.execute("delete from places")

    def standing(self) -> list[str]:
        """Return the places, as JSON, that the site once told of and that are asked by themselves since."""
        return [row[0] for row in self._db.execute("select place from standing order by rowid")]

    def stand(self, url: str, place: str) -> None:
        """Ask a place, given as JSON, by itself from now on."""
        self._db.execute("insert or ignore into standing values (?, ?)", (url, place))

    def drop(self, url: str) -> None:
        """No longer ask a place by itself."""
        self._db.execute("delete from standing where url = ?", (url,))

    def heed(self, wanted: int) -> None:
        """Have all places told anew if what is ``wanted`` of the site, as a number, is not what it was."""
        before = self._db.execute("pragma user_version").fetchone()[0]
        if before not in (0, wanted):
            self._db.execute("update places set etag = null, last_modified = null, modified = null, next_at = null")
        if before != wanted:
            self._db.execute(f"pragma user_version = {wanted:d}")
