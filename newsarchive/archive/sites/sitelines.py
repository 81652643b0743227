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
    remembered = memory(connection, site)
    remembered.pages += 1
    # no "on conflict do update": its savepoint makes SQLite write out the full-text index, 1 ms an article
    if connection.execute("update site_pages set pages = pages + 1 where site = ?", (site,)).rowcount == 0:
        connection.execute("insert into site_pages values (?, 1)", (site,))
    for row in rows_of(lines):
        pages = _pages(connection, site, row) + 1
        if pages == 1:
            connection.execute("insert into site_lines values (?, ?, ?, 1, '')", (site, row.kind, row.key))
        else:
            connection.execute(_UPDATE, (pages, row.text, site, row.kind, row.key))
            remembered.put(MemoryRow(row.kind, row.key, pages, row.text))


def clear(connection: Connection, site: str) -> None:
    """Forget a site altogether."""
    connection.memories.pop(site, None)
    connection.execute("delete from site_lines where site = ?", (site,))
    connection.execute("delete from site_pages where site = ?", (site,))


def _load(connection: Connection, site: str) -> SiteMemory:
    pages = connection.execute("select pages from site_pages where site = ?", (site,)).fetchone()
    rows = connection.execute("select kind, key, pages, text from site_lines where site = ? and pages > 1", (site,))
    return SiteMemory(pages["pages"] if pages else 0, [MemoryRow(*row) for row in rows])


def _pages(connection: Connection, site: str, row: MemoryRow) -> int:
    found = connection.execute(
        "select pages from site_lines where site = ? and kind = ? and key = ?", (site, row.kind, row.key)
    ).fetchone()
    return found["pages"] if found else 0


_UPDATE = "update site_lines set pages = ?, text = ? where site = ? and kind = ? and key = ?"
