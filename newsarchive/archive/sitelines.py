"""Keeps the site memory: on how many articles of a site each line was seen."""

from __future__ import annotations

from collections.abc import Iterable

from newsarchive.archive.connection import Connection
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
    connection.execute(_ADD_PAGES, (site, change))
    for row in rows:
        pages = connection.execute(_ADD, (site, row.kind, row.key, change, row.text)).fetchone()["pages"]
        if pages > 1 or change < 0:
            remembered.put(MemoryRow(row.kind, row.key, pages, row.text))
    if change < 0:
        connection.execute("delete from site_lines where site = ? and pages < 1", (site,))


_ADD_PAGES = """
    insert into site_pages values (?, ?) on conflict do update set pages = pages + excluded.pages"""
_ADD = """
    insert into site_lines values (?1, ?2, ?3, ?4, '')
    on conflict do update set pages = pages + ?4, text = case when pages + ?4 > 1 then ?5 else '' end
    returning pages"""
