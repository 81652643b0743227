"""An archive of the first release opens with everything in it, whatever migrations came since.

``first_schema.db.gz`` was written by ``python tests/archive/test_archive_migrations.py`` before that release and is
never written again: a table changes by a new migration.
"""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from newsarchive.archive import Archive, HostState, SiteRun
from newsarchive.archive.database import opening
from newsarchive.archive.database.schema import m001_first_tables
from newsarchive.items import ArchiveError, Article, Candidate, Capture, PageClass, RemovedBlock, SiteLine

STORED = Path(__file__).parent / "first_schema.db.gz"
URL, COPY = "http://www.harbour.test/3474.html", "http://www.dayuan.test/3474.html"
NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)
BODY = "渡轮星期五搁浅，船上有120人，无人受伤。\n拖轮在中午之前把船拖离沙滩，潜水员将检查船体，航线停航两天。"


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "news.db"
    path.write_bytes(gzip.decompress(STORED.read_bytes()))
    yield path


def write(path: Path) -> None:
    """Fill an archive with one thing of every kind."""
    lines = (SiteLine("line", "版权所有"),)
    origins = {"title": (Candidate("渡轮搁浅", "heading", 0.9, "h1", chosen=True),)}
    first = Article(
        URL, "渡轮搁浅", BODY, "harbour", "港口社", ("王一",), tags=("渡轮",), origins=origins, observed=lines
    )
    changed = Article(
        URL, "渡轮搁浅", BODY.replace("120", "140"), "harbour", "港口社", removed=(RemovedBlock("分享", "share"),)
    )
    with Archive(path) as archive:
        run = archive.runs.start("crawl", NOON)
        for hours, article in enumerate((first, changed)):
            archive.add_article(article, Capture(URL, NOON + timedelta(hours=hours), site="harbour"), extractor="1")
        archive.add_article(Article(COPY, "渡轮", BODY, "dayuan", observed=lines), Capture(COPY, NOON), extractor="1")
        archive.add_capture(Capture(URL, NOON + timedelta(days=1), 404, site="harbour", page_class=PageClass.ERROR))
        archive.hosts.put(HostState("www.harbour.test", NOON, 2.0, "429"))
        archive.runs.add_site(run, SiteRun("harbour", found=2, new=1))
        archive.runs.finish(run, NOON)


def test_an_archive_of_the_first_release_has_everything_it_had(stored: Path) -> None:
    with Archive(stored) as archive:
        assert [revision.change for revision in archive.revisions(URL)] == [None, "substantive"]
        assert [revision.body for revision in archive.revisions(URL)] == [BODY, BODY.replace("120", "140")]
        assert {hit.url for hit in archive.search("潜水员")} == {URL, COPY}
        assert [copy.url for copy in archive.similar(URL)] == [COPY]
        assert archive.removed(URL) == (RemovedBlock("分享", "share"),)
        assert len(list(archive.captures())) == 4
        assert archive.memory("harbour").pages == 1
        assert archive.hosts.get("www.harbour.test").reason == "429"
        assert [site.new for site in archive.runs.of_every_site()] == [1]
        assert archive.connection.execute("pragma foreign_key_check").fetchall() == []


def test_a_migrated_archive_has_the_tables_of_a_new_one(stored: Path, tmp_path: Path) -> None:
    tables = "select type, name, sql from sqlite_master order by type, name"
    with Archive(stored) as archive, Archive(tmp_path / "new.db") as new:
        assert [tuple(row) for row in archive.connection.execute(tables)] == [
            tuple(row) for row in new.connection.execute(tables)
        ]


def with_second(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    migrations = Migrations("newsarchive")
    migrations(name="m001_first_tables")(m001_first_tables)

    @migrations(name="m002_second")
    def second(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    monkeypatch.setattr(opening, "MIGRATIONS", migrations)


def test_a_later_migration_is_applied_once(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_second(monkeypatch, "create table notes (text)")
    for _ in range(2):
        with Archive(stored) as archive:
            assert archive.connection.execute("select count(*) from notes").fetchone()[0] == 0
            assert "m002_second" in opening.applied(archive.connection)


def test_a_migration_that_fails_leaves_the_archive_as_it_was(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        with_second(patched, "create table notes (text)", "insert into no_such_table values (1)")
        with pytest.raises(ArchiveError, match="no_such_table"):
            Archive(stored)
    with Archive(stored) as archive:
        assert len(archive.revisions(URL)) == 2
    with closing(sqlite3.connect(stored)) as plain:
        assert plain.execute("select 1 from sqlite_master where name = 'notes'").fetchone() is None


if __name__ == "__main__":
    path = STORED.with_suffix("")
    write(path)
    STORED.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    path.unlink()
