"""What commands leave when they are killed, when the disk is full, when the clock goes back: done for real."""

import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.faults import Job, check, contents, finish, jobs, strikes
from newsarchive.archive import Archive
from newsarchive.archive.upkeep.verify import verify
from newsarchive.newsroom import NewsroomServer
from tests.forked import Forked

JOBS = (
    "crawl",
    "ingest",
    "reextract",
    "merge",
    "purge",
    "backup",
    "repair",
)  # benchmarks/faults.py strikes each of them 40 times


pytestmark = pytest.mark.timeout(400)  # each test starts a dozen processes


def start(command: Sequence[str], **options: Any) -> Forked | subprocess.Popen[str]:
    """Fork what is not limited before it begins."""
    return (subprocess.Popen if "preexec_fn" in options else Forked)(command, **options)


@pytest.fixture(scope="module")
def all_jobs() -> Iterator[dict[str, Job]]:
    with pytest.MonkeyPatch.context() as patch, NewsroomServer() as server:
        patch.setattr("benchmarks.faults.subprocess", SimpleNamespace(**vars(subprocess) | {"Popen": start}))
        yield {job.name: job for job in jobs(server)}


@pytest.mark.parametrize("name", JOBS)
def test_a_killed_command_leaves_a_whole_archive_and_is_given_again(
    all_jobs: dict[str, Job], tmp_path: Path, name: str
) -> None:
    strikes(all_jobs[name], tmp_path, 1, random.Random(name))


def limit_files(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(("name", "size"), [("ingest", 60_000), ("merge", 400_000)])
def test_a_file_that_cannot_grow_is_one_sentence_and_costs_nothing(
    all_jobs: dict[str, Job], tmp_path: Path, name: str, size: int
) -> None:
    job, folder, whole = all_jobs[name], tmp_path / "full", tmp_path / "whole"
    folder.mkdir()
    job.prepare(folder)
    shutil.copytree(folder, whole)
    failed = job.run(folder, preexec_fn=limit_files(size))
    assert_failed_with_a_sentence(failed)
    check(folder / "news.db")
    finish(job, folder)
    finish(job, whole)
    assert contents(folder / "news.db") == contents(whole / "news.db")


def assert_failed_with_a_sentence(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"a small file system cannot be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts a small file system")
@pytest.mark.parametrize("name", ["ingest", "reextract", "merge", "purge", "backup"])
def test_a_full_disk_is_one_sentence_and_with_room_again_nothing_is_missing(
    all_jobs: dict[str, Job], tmp_path: Path, name: str
) -> None:
    job, disk, whole = all_jobs[name], tmp_path / "disk", tmp_path / "whole"
    whole.mkdir()
    job.prepare(whole)
    used = sum(path.stat().st_size for path in whole.rglob("*") if path.is_file())
    with small_disk(disk, f"{(used + 700_000) // 1024}k"):
        shutil.copytree(whole, disk, dirs_exist_ok=True)
        failed = job.run(disk)
        assert failed.returncode == 1, failed.stderr
        assert "Traceback" not in failed.stderr
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        check(disk / job.changes)
        finish(job, disk)
        found = contents(disk / job.changes)
    finish(job, whole)
    assert found == contents(whole / job.changes)


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts a small file system")
@pytest.mark.parametrize("size", ["600k", "1200k"])  # full before the first request, full between two
def test_a_disk_that_fills_up_ends_a_crawl_in_one_sentence(all_jobs: dict[str, Job], tmp_path: Path, size: str) -> None:
    job, disk = all_jobs["crawl"], tmp_path / "disk"
    with small_disk(disk, size):
        assert_failed_with_a_sentence(job.run(disk))
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        check(disk / "news.db")
        again = job.run(disk)
        assert again.returncode == 0, again.stderr
        with Archive(disk / "news.db") as archive:
            assert (list(archive.pending()), list(verify(archive))) == ([], [])


def test_a_clock_that_goes_back_loses_and_doubles_nothing(all_jobs: dict[str, Job], tmp_path: Path) -> None:
    job = all_jobs["crawl"]
    finish(job, tmp_path)
    before = contents(tmp_path / "news.db")
    earlier = {**job.environment, "NEWSARCHIVE_NOW": "2026-03-10T12:00:00+00:00"}
    finish(Job(job.name, job.command, job.prepare, earlier), tmp_path)
    after = contents(tmp_path / "news.db")
    assert after["articles"] == before["articles"]
    assert after["versions"] == before["versions"]


def test_two_processes_take_turns(all_jobs: dict[str, Job], tmp_path: Path) -> None:
    """Two ingests of the same pages at once end as one does."""
    job, alone = all_jobs["ingest"], tmp_path / "alone"
    both = tmp_path / "both"
    both.mkdir()
    job.prepare(both)
    shutil.copytree(both, alone)
    processes = [job.start(both) for _ in range(2)]
    answers = [process.communicate(timeout=100) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], answers
    finish(job, both)
    finish(job, alone)
    assert contents(both / "news.db")["articles"] == contents(alone / "news.db")["articles"]
    with Archive(both / "news.db") as archive:
        assert list(verify(archive)) == []
