import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, add

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.backup import back_up
from newsarchive.archive.upkeep.purge import purge
from newsarchive.archive.upkeep.selection import of_url
from newsarchive.archive.upkeep.verify import verify
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import ArchiveError


def contents(path: Path) -> list[tuple]:
    with Archive(path, read_only=True) as archive:
        return archive.connection.execute("select url, title, body from articles order by url").fetchall()


def test_a_copy_is_an_archive(archive: Archive, tmp_path: Path) -> None:
    made = back_up(archive, tmp_path / "copy")
    assert contents(made.path) == contents(archive.path)
    assert made.warc_files == len(list(archive.warc_folder.iterdir()))
    with Archive(made.path) as copy:
        assert list(verify(copy)) == []
        assert [copy.payload(capture) for capture in copy.captures()]


def test_a_second_backup_copies_what_was_added_and_removes_what_was_taken_down(
    archive: Archive, tmp_path: Path
) -> None:
    back_up(archive, tmp_path / "copy")
    assert back_up(archive, tmp_path / "copy").warc_files == 0
    with WarcWriter(archive.warc_folder, prefix="more", started=NOON, software="test") as out:
        add(archive, out, 50)
        made = back_up(archive, tmp_path / "copy")
        assert made.warc_files == 1
        add(archive, out, 51)
        again = back_up(archive, tmp_path / "copy")
        assert (again.warc_files, 0 < again.warc_bytes < 2000) == (1, True)
    purge(archive, of_url(archive, "https://harbour.test/50"), reason="asked to", now=NOON)
    back_up(archive, tmp_path / "copy")
    assert [file.name for file in (tmp_path / "copy" / "warc").glob("more*")] == [
        file.name for file in archive.warc_folder.glob("more*-r1.warc.gz")
    ]


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: os.truncate(path, 9)])
def test_what_the_archive_lost_stays_in_the_copy_and_is_named(
    archive: Archive, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    back_up(archive, tmp_path / "copy")
    file = min(archive.warc_folder.iterdir())
    kept = file.read_bytes()
    harm(file)
    assert back_up(archive, tmp_path / "copy").lost == (file.name,)
    copy = tmp_path / "copy" / "warc" / file.name
    assert copy.read_bytes() == kept
    file.write_bytes(kept)
    assert back_up(archive, tmp_path / "copy").lost == ()


def test_a_first_backup_that_was_ended_early_is_given_again(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "copy" / "warc").mkdir(parents=True)
    (tmp_path / "copy" / "news.part").write_bytes(archive.path.read_bytes()[:9000])
    made = back_up(archive, tmp_path / "copy")
    assert contents(made.path) == contents(archive.path)
    assert not (tmp_path / "copy" / "news.part").exists()


def test_a_backup_that_ends_early_leaves_the_copy_before_whole(archive: Archive, tmp_path: Path) -> None:
    made = back_up(archive, tmp_path / "copy")
    before = contents(made.path)
    with WarcWriter(archive.warc_folder, prefix="more", started=NOON, software="test") as out:
        add(archive, out, 50)
    file = next(archive.warc_folder.glob("more*"))
    place = tmp_path / "copy" / "warc" / file.name
    place.symlink_to(tmp_path / "nowhere" / "file")  # it cannot be written
    with pytest.raises(ArchiveError, match="cannot be copied"):
        back_up(archive, tmp_path / "copy")
    place.unlink()
    assert contents(made.path) == before
    with Archive(made.path) as copy:
        assert list(verify(copy)) == []
    back_up(archive, tmp_path / "copy")
    assert contents(made.path) == contents(archive.path)


def test_an_archive_begun_after_the_loss_of_another_does_not_replace_its_copy(tmp_path: Path) -> None:
    for folder, day in (("lost", NOON), ("begun", NOON + timedelta(days=1))):
        with Archive(tmp_path / folder / "news.db") as archive:
            archive.runs.start("crawl", day)
    with Archive(tmp_path / "lost" / "news.db") as lost:
        back_up(lost, tmp_path / "copy")
        lost.runs.start("crawl", NOON + timedelta(days=2))
        back_up(lost, tmp_path / "copy")
    before = (tmp_path / "copy" / "news.db").read_bytes()
    with Archive(tmp_path / "begun" / "news.db") as begun, pytest.raises(ArchiveError, match="copy of another archive"):
        back_up(begun, tmp_path / "copy")
    assert (tmp_path / "copy" / "news.db").read_bytes() == before


def test_a_backup_while_another_writes_is_whole(archive: Archive, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with (
            Archive(archive.path) as other,
            WarcWriter(other.warc_folder, prefix="live", started=NOON, software="test") as out,
        ):
            for number in range(100, 400):
                add(other, out, number)
                if stop.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            made = back_up(archive, tmp_path / f"copy{number}")
            with Archive(made.path) as copy:
                copy.recover()
                problems = [finding for finding in verify(copy) if "does not know" not in finding.problem]
                assert problems == []
    finally:
        stop.set()
        writer.join()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder: folder.write_text("x"), "is a file; name the folder"),
        (lambda folder: (folder.mkdir(), (folder / "letter.txt").write_text("x")), "holds something else"),
    ],
)
def test_a_place_that_is_no_backup_is_refused(archive: Archive, tmp_path: Path, make, sentence: str) -> None:
    make(tmp_path / "copy")
    with pytest.raises(ArchiveError, match=sentence):
        back_up(archive, tmp_path / "copy")


def test_the_archive_itself_is_no_backup(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="is the archive itself"):
        back_up(archive, archive.path.parent)


def test_a_folder_that_cannot_be_made_is_a_sentence(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="copy cannot be made: Not a directory"):
        back_up(archive, tmp_path / "file" / "copy")
