import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive.database.lock import hold
from newsarchive.items import ArchiveError

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)


def test_who_has_the_archive_is_said(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with (
        hold(path, "purge", now=NOON, alone=True),
        pytest.raises(ArchiveError) as refused,
        hold(path, "crawl", now=NOON),
    ):
        pass
    assert str(refused.value) == (
        f"{path} is held by pid {os.getpid()} (purge, since 2022-04-19T12:00:00Z); wait for it to finish, or stop it."
    )


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(handle: int, line: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(ArchiveError, match=r"news\.db\.lock cannot be written: No space left on device"):  # noqa: SIM117
        with hold(tmp_path / "news.db", "crawl", now=NOON):
            pass


def test_those_who_add_hold_it_together_and_keep_out_who_removes(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with hold(path, "crawl", now=NOON), hold(path, "ingest", now=NOON), pytest.raises(ArchiveError) as refused:  # noqa: SIM117
        with hold(path, "purge", now=NOON, alone=True):
            pass
    assert "(crawl, since 2022-04-19T12:00:00Z) and pid" in str(refused.value)


def test_a_second_writer_waits_and_says_for_whom(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    first = hold(path, "reextract", now=NOON, alone=True)
    first.__enter__()
    heard: list[str] = []

    def let_go(sentence: str) -> None:
        heard.append(sentence)
        first.__exit__(None, None, None)

    with hold(path, "purge", now=NOON, alone=True, wait=30, on_wait=let_go):
        pass
    assert heard == [f"{path} is held by pid {os.getpid()} (reextract, since 2022-04-19T12:00:00Z); waiting for it."]


def test_what_a_killed_process_held_is_free(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Path(f"{path}.lock").write_text("999999999 2022-04-19T12:00:00Z purge\n")
    with hold(path, "crawl", now=NOON, alone=True):
        assert Path(f"{path}.lock").read_text() == f"{os.getpid()} 2022-04-19T12:00:00Z crawl\n"
