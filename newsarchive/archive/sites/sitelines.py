"""Keeps the site memory: on how many articles of a site each line was seen."""

from __future__ import annotations

from collections.abc import Iterable

from newsarchive.archive.database.connection import Connection
from newsarchive.items import SiteLine
from newsarchive.memory import MemoryRow, SiteMemory, rows_of


def memory(connection: Connection, site: str) -> SiteMemory:
    """Return what the archive remembers of a site; it goes on learning with the archive.

    Lines of a single page say nothing about a site: they are counted in the file, without their text, and not loaded.
    """
    if not connection.in_transaction:
        connection.forget_if_others_wrote()
    if site not in connection.memories:
        connection.memories[site] = _load(connection, site)
    return connection.memories[site]


def learn(connection: Connection, site: str, lines: Iterable[SiteLine]) -> None:
    """Count the lines of one more article."""
    _count(connection, site, rows_of(lines), 1)


def forget(connection: Connection, site: str, lines: Iterable[SiteLine]) -> None:
    """Take back what one article had added."""
    _count(connection, site, rows_of(lines), -1)


def clear(connection: Connection, site: str) -> None:
    """Forget a site altogether, to learn it again from its captures."""
    connection.memories.pop(site, None)
    connection.execute("delete from site_lines where site = ?", (site,))
    connection.execute("delete from site_pages where site = ?", (site,))


def _load(connection: Connection, site: str) -> SiteMemory:
    pages = connection.execute("select pages from site_pages where site = ?", (site,)).fetchone()
    rows = connection.execute("select kind, key, pages, text from site_lines where site = ? and pages > 1", (site,))
    return SiteMemory(pages["pages"] if pages else 0, [MemoryRow(*row) for row in rows])


def _count(connection: Connection, site: str, rows: Iterable[MemoryRow], change: int) -> None:
    remembered = memory(connection, site)
    remembered.pages += change
    # no "on conflict do update": its savepoint makes SQLite write out the full-text index, 1 ms an article
    if connection.execute("update site_pages set pages = pages + ? where site = ?", (change, site)).rowcount == 0:
        connection.execute("insert into site_pages values (?, ?)", (site, change))
    for row in rows:
        pages = _pages(connection, site, row) + change
        if pages == change:
            connection.execute("insert into site_lines values (?, ?, ?, ?, '')", (site, row.kind, row.key, pages))
        else:
            text = row.text if pages > 1 else ""
            connection.execute(_UPDATE, (pages, text, site, row.kind, row.key))
        if pages > 1 or change < 0:
            remembered.put(MemoryRow(row.kind, row.key, pages, row.text))
    if change < 0:
        connection.execute("delete from site_lines where site = ? and pages < 1", (site,))


def _pages(connection: Connection, site: str, row: MemoryRow) -> int:
    found = connection.execute(
        "select pages from site_lines where site = ? and kind = ? and key = ?", (site, row.kind, row.key)
    ).fetchone()
    return found["pages"] if found else 0


_UPDATE = "update site_lines set pages = ?, text = ? where site = ? and kind = ? and key = ?"
