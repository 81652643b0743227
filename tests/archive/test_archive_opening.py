import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database import opening
from newsarchive.items import ArchiveError, Article, Capture

NOW = datetime(2022, 4, 19, tzinfo=UTC)


def add(archive: Archive, number: int = 1) -> None:
    url = f"http://city.example.test/{number}.html"
    archive.add_article(Article(url, "通告", f"今天发布第{number}号通告。" * 400), Capture(url, NOW))


def test_a_new_archive_has_pages_for_articles_and_survives_a_crash(tmp_path: Path) -> None:
    with Archive(tmp_path / "deep/er/news.db") as archive:
        told = [archive.connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_size", "journal_mode")]
        assert told == [8192, "wal"]
        assert archive.connection.execute("pragma foreign_keys").fetchone()[0] == 1


def test_an_archive_that_is_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        add(archive)
    with Archive(path, read_only=True) as archive:
        assert [hit.title for hit in archive.search("发布")] == ["通告"]
        with pytest.raises(ArchiveError, match=r"news\.db cannot be written: the file or its folder is read-only\."):
            add(archive, 2)


def test_the_tables_of_an_older_program_are_not_read_before_they_are_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Archive(path).close()
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("delete from _sqlite_migrations")
    with pytest.raises(
        ArchiveError, match="has the tables of an older newsarchive; bring it up to date with: newsarchive verify --db"
    ):
        Archive(path, read_only=True)


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder; name the archive's file"):
        Archive(tmp_path)


def test_a_full_disk_costs_the_batch_and_nothing_else(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        add(archive)
        pages = archive.connection.execute("pragma page_count").fetchone()[0]
        archive.connection.execute(f"pragma max_page_count = {pages + 3}")
        with pytest.raises(ArchiveError, match="is full; nothing of this batch was kept"), archive.batch():
            for number in range(2, 100):
                add(archive, number)
        archive.connection.execute("pragma max_page_count = 1000000")
        assert archive.connection.execute("select count(*) from articles").fetchone()[0] == 1
        assert archive.connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        add(archive, 2)
        assert len(archive.search("发布")) == 2


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    path = tmp_path / "news.db"
    with Archive(path) as one, Archive(path) as other, one.batch():
        add(one)
        with pytest.raises(ArchiveError, match="is being written by another process"):
            add(other, 2)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        for number in range(30):
            add(archive, number)
    data = bytearray(path.read_bytes())
    data[8192 * 3 : -8192] = b"\xff" * (len(data) - 8192 * 4)
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match=r"news\.db is damaged .*restore a backup"), Archive(path) as archive:
        archive.search("发布")


def test_the_file_alone_has_everything_once_its_writer_is_done_even_while_others_read(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        add(archive)
        with Archive(tmp_path / "news.db", read_only=True) as reader:
            add(archive, 2)
            archive.close()
            (tmp_path / "copy.db").write_bytes((tmp_path / "news.db").read_bytes())
            assert reader.article("http://city.example.test/2.html")
    with Archive(tmp_path / "copy.db", read_only=True) as copy:
        assert copy.article("http://city.example.test/2.html")


def make(paths: list[Path], together: Barrier) -> None:
    for path in paths:
        together.wait(timeout=60)
        with Archive(path) as archive:
            add(archive)


def test_processes_that_make_an_archive_at_the_same_moment_share_it(tmp_path: Path) -> None:
    spawn = get_context("spawn")
    paths, together = [tmp_path / f"{number}.db" for number in range(12)], spawn.Barrier(3)
    processes = [spawn.Process(target=make, args=(paths, together)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    for path in paths:
        with Archive(path, read_only=True) as archive:
            assert [article.title for article in archive.articles()] == ["通告"]
