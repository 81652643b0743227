"""What a crawl of one site still has to ask for, on disk so that a killed crawl goes on and a large one stays small."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Self

from newsarchive.archive.database.connection import transaction
from newsarchive.discovery.dated import newness
from newsarchive.items import Link
from newsarchive.spiders.links.frontier_file import opened
from newsarchive.spiders.links.placebook import PlaceBook

WAITING, TAKEN, DONE, FAILED, HELD = range(5)
CHUNK = 1000  # links written at once: a sitemap may hold a million
URGENT = 1  # before all others, which have the number of their newness
SERVER_ERROR = 500
MAX_ATTEMPTS = 5  # runs in which a page that does not answer is asked for
# Links are held back for another of the same page, which is urgent; a crawl with a limit may leave both.
_NO_LONGER_HELD = """
delete from links where state = 4 and json_extract(link, '$.found_on') not in
    (select json_extract(link, '$.found_on') from links where state = 0 and urgent = 1)
"""


class Frontier:
    """The links of one site that wait to be fetched, those of the latest day first, as they were found, each once.

    Opening one changes nothing, as another process may be at it; a crawl that has the lease begins with ``resume``.
    Nothing here is lost work if the file is deleted: the next crawl finds the links again.
    """

    def __init__(self, path: Path) -> None:
        self._db = opened(path)
        self.places = PlaceBook(self._db)
        self._ended: list[tuple[int, str]] = []
        self._interrupted: set[str] = set()
        self.waiting = self._count(WAITING, TAKEN, FAILED)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def resume(self) -> None:
        """Take up where an earlier crawl stopped: the archive knows what was done, the rest waits again."""
        self._interrupted = {row[0] for row in self._db.execute("select url from links where state = ?", (TAKEN,))}
        self._db.execute("delete from links where state = ?", (DONE,))
        self._db.execute("update links set state = ? where state in (?, ?)", (WAITING, TAKEN, FAILED))
        self.waiting = self._count(WAITING)

    def add(self, links: Iterable[tuple[str, Link]], *, day: date | None = None, urgent: bool = False) -> int:
        """Queue links, given with their canonical addresses; return how many had not been seen in this crawl.

        Those that tell no date are taken to be of the ``day``; without one they wait for all others.
        """
        added = self._insert(
            (url, WAITING, URGENT if urgent else newness(link, day), _packed(link)) for url, link in links
        )
        self.waiting += added
        return added

    def hold(self, links: Iterable[tuple[str, Link]]) -> None:
        """Keep back links that ``release`` may queue, as urgent ones."""
        self._insert((url, HELD, URGENT, _packed(link)) for url, link in links)

    def release(self, found_on: str) -> None:
        """Queue the links of a page that were held back."""
        sql = "update links set state = ? where state = 4 and json_extract(link, '$.found_on') = ?"
        self.waiting += self._db.execute(sql, (WAITING, found_on)).rowcount

    def take(self, count: int) -> list[tuple[str, Link]]:
        """Return waiting links in order, the urgent first, at most ``count``; ``done`` or ``failed`` must end each."""
        self._write_ended()
        rows = self._db.execute(
            "select id, url, link from links where state = 0 order by urgent desc, id limit ?", (count,)
        ).fetchall()
        self._transact("update links set state = 1, attempts = attempts + 1 where id = ?", [(row[0],) for row in rows])
        self.waiting -= len(rows)
        return [(url, _unpacked(text)) for _, url, text in rows]

    def has(self, url: str) -> bool:
        """Say whether the link was queued in this crawl, answered or not."""
        return self._db.execute("select 1 from links where url = ?", (url,)).fetchone() is not None

    def was_interrupted(self, url: str) -> bool:
        """Say whether a killed crawl had taken that link and not told how it ended."""
        return url in self._interrupted

    def answered(self, url: str, status: int) -> None:
        """Note with what status the link was answered; what a server failed to give, another run asks again."""
        self._ended.append((FAILED if status >= SERVER_ERROR else DONE, url))

    def done(self, url: str) -> None:
        """Note that the link was answered."""
        self._ended.append((DONE, url))

    def failed(self, url: str) -> None:
        """Note that the link got no answer; another run asks again."""
        self._ended.append((FAILED, url))

    def finish(self) -> None:
        """Forget what was done in a crawl that came to its end; what failed stays for the next."""
        self._write_ended()
        self._db.execute("delete from links where state = ? or attempts >= ?", (DONE, MAX_ATTEMPTS))
        self._db.execute(_NO_LONGER_HELD)

    def close(self) -> None:
        """Write what is left and let go of the file."""
        try:
            self._write_ended()
        finally:
            self._db.close()

    def _insert(self, rows: Iterator[tuple[Any, ...]]) -> int:
        before = self._db.total_changes
        while chunk := list(islice(rows, CHUNK)):
            self._transact("insert or ignore into links (url, state, urgent, link) values (?, ?, ?, ?)", chunk)
        return self._db.total_changes - before

    def _count(self, *states: int) -> int:
        counts = dict(self._db.execute("select state, count(*) from links group by state").fetchall())
        return sum(counts.get(state, 0) for state in states)

    def _write_ended(self) -> None:
        self._transact("update links set state = ? where url = ?", self._ended)
        self._ended.clear()

    def _transact(self, sql: str, rows: list[Any]) -> None:
        if not rows:
            return
        with transaction(self._db):
            self._db.executemany(sql, rows)


def _packed(link: Link) -> str:
    fields = {name: getattr(link, name) for name in Link.__dataclass_fields__}
    return json.dumps({name: value for name, value in fields.items() if value}, default=datetime.isoformat)


def _unpacked(text: str) -> Link:
    fields = json.loads(text)
    for name in ("published", "modified", "captured"):
        if name in fields:
            fields[name] = datetime.fromisoformat(fields[name])
    return Link(**{**fields, "tags": tuple(fields.get("tags", ()))})
