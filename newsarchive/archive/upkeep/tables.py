"""Checks and mends the SQLite file: its pages, its references, and the search index against the articles."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.archive.database import fulltext
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.upkeep import copies, missing
from newsarchive.archive.upkeep.findings import Finding, Remedy
from newsarchive.items import ArchiveError
from newsarchive.text import segmented

_LINES = 3  # lines of each article that are looked at
_PROBES = 6  # words of them that are looked up in the index
_MOST = 20  # findings of one kind that are told one by one


def check(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong in the database; what else is wrong with one that lacks tables, nobody can say."""
    lost = list(missing.check(connection))
    yield from lost
    if any(finding.remedy != Remedy.REINDEX for finding in lost):
        return
    for (line,) in connection.execute(f"pragma integrity_check({_MOST})"):
        if line != "ok":
            remedy = Remedy.REINDEX if "index" in line else Remedy.NONE
            yield Finding("database", line, remedy)
    for row in connection.execute("pragma foreign_key_check"):
        yield Finding(row["table"], f"a row points at {row['parent']} that is not there", Remedy.DROP_ORPHANS)
    yield from _articles_without_capture(connection)
    yield from copies.check(connection)
    yield from check_search(connection)


def check_search(connection: Connection) -> Iterator[Finding]:
    """Compare the search index with the articles, by number and by words of each."""
    try:
        connection.execute("insert into articles_fts (articles_fts) values ('integrity-check')")
    except (ArchiveError, connection.DatabaseError) as error:
        yield Finding("articles_fts", f"the search index is damaged ({error})", Remedy.REBUILD_SEARCH)
        return
    indexed = {row[0] for row in connection.execute("select id from articles_fts_docsize")}
    for row in connection.execute("select id, url, title, body from articles"):
        if row["id"] not in indexed:
            yield Finding(row["url"], "the article is not in the search index", Remedy.REBUILD_SEARCH)
        elif not _is_found(connection, row["id"], f"{row['title'] or ''}\n{row['body']}"):
            yield Finding(row["url"], "the search index has another text of the article", Remedy.REBUILD_SEARCH)
        indexed.discard(row["id"])
    if indexed:
        yield Finding("articles_fts", f"it has {len(indexed)} entries of no article", Remedy.REBUILD_SEARCH)


def mend(connection: Connection, remedies: set[Remedy]) -> None:
    """Do what the findings of ``check`` ask for."""
    missing.make_again(connection)
    if Remedy.REINDEX in remedies:
        connection.execute("reindex")
    with transaction(connection):
        if Remedy.DROP_ORPHANS in remedies:
            _drop_orphans(connection)
        if Remedy.REBUILD_SEARCH in remedies:
            fulltext.rebuild(connection)
        if Remedy.REBUILD_COPIES in remedies:
            copies.mend(connection)


def _articles_without_capture(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "select url from articles where not exists"
        " (select 1 from readings join captures on captures.id = capture_id where article_id = articles.id)"
    )
    for row in rows:
        yield Finding(row["url"], "the article has no capture that it was read from")


def _is_found(connection: Connection, number: int, text: str) -> bool:
    lines = "\n".join(_spread(text.splitlines(), _LINES))
    probes = _spread([word for word in segmented(lines).split() if word.isalnum()], _PROBES)
    query = " ".join(f'"{word}"' for word in probes)
    asked = "select 1 from articles_fts where articles_fts match ? and rowid = ?"
    return not query or connection.execute(asked, (query, number)).fetchone() is not None


def _spread(found: list[str], count: int) -> list[str]:
    """Return so many of them from all over."""
    return found[:: max(1, len(found) // count)][:count]


def _drop_orphans(connection: Connection) -> None:
    """Delete rows whose owner is gone, and forget references that may be absent."""
    broken = {(row["table"], row["fkid"]) for row in connection.execute("pragma foreign_key_check")}
    for table, number in sorted(broken):
        keys = connection.execute(f'pragma foreign_key_list("{table}")').fetchall()
        key = next(row for row in keys if row["id"] == number)
        lost = f'"{key["from"]}" not in (select "{key["to"] or "id"}" from "{key["table"]}")'  # noqa: S608 - from the schema
        if key["on_delete"] == "SET NULL":
            connection.execute(f'update "{table}" set "{key["from"]}" = null where {lost}')  # noqa: S608 - from the schema
        else:
            connection.execute(f'delete from "{table}" where {lost}')  # noqa: S608 - from the schema
