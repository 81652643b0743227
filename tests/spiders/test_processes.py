"""Crawls that are divided among processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import environment, newsarchive, small_site

MANY = 170  # sites whose rows are more than a pipe holds: 64 KB


def test_processes_with_many_sites_come_to_their_end(tmp_path: Path) -> None:
    for number in range(MANY):
        start = f"http://{number}.town.example/"
        (tmp_path / f"{number:03}{'-long' * 40}.toml").write_text(
            f'start = "{start}"\nprivate = true\ndelay = 0\n[[discover]]\nkind = "list"\nurl = "{start}"\n'
        )
    with small_site({}) as (port, _):
        done = newsarchive(tmp_path, port, "crawl", "--jobs", "2")
    assert done.stdout.count("is broken: no place of discovery answers: 404") == MANY


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(lambda process: os.killpg(process.pid, signal.SIGINT), id="ctrl-c"),  # as a terminal does
        pytest.param(lambda process: process.kill(), id="killed"),  # the command, but not its processes
    ],
)
def test_whatever_ends_the_command_ends_its_processes_in_good_order(
    tmp_path: Path, end: Callable[[subprocess.Popen[str]], None]
) -> None:
    for name in ("harbour", "town"):
        site = f'start = "http://{name}.test/"\nprivate = true\ndelay = 1\n[[discover]]\nkind = "list"\nurl = '
        (tmp_path / f"{name}.toml").write_text(f'{site}"http://{name}.test/"\n')
    links = "".join(f'<a href="/2026/03/01/story-{number}.html">Story {number}</a>' for number in range(50))
    with small_site({"/": links}) as (port, asked):
        process = subprocess.Popen(
            [sys.executable, "-m", "newsarchive", "crawl", "--jobs", "2", "--log-level", "info", "--db", "a.db"],
            env=environment(tmp_path, port),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        while sum("story" in path for path in asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        end(process)
        _, err = process.communicate(timeout=60)
    assert "forcing unclean" not in err
    assert err.count("shutting down gracefully") == 2
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert {run.state for run in archive.runs.latest()} == {"stopped"}


@pytest.mark.parametrize(
    ("days", "kept"), [("", 2), ("2", 1), ("soon", 1)], ids=["90 days", "two days", "no number, and no run"]
)
def test_stats_of_runs_are_kept_as_long_as_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: str, kept: int
) -> None:
    (tmp_path / "town.toml").write_text('start = "http://town.test/"\nprivate = true\ndelay = 0\n')
    with small_site({"/": "<p>Nothing yet.</p>"}) as (port, _):
        newsarchive(tmp_path, port, "crawl", "town", now=datetime(2026, 3, 1, 9, tzinfo=UTC))
        if days:
            monkeypatch.setenv("NEWSARCHIVE_STATS_DAYS", days)
        done = newsarchive(tmp_path, port, "crawl", "town", now=datetime(2026, 3, 4, 9, tzinfo=UTC))
    assert done.stderr == ("Error: NEWSARCHIVE_STATS_DAYS is 'soon', which is no number of days.\n" * (days == "soon"))
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert [bool(run.stats) for run in archive.runs.latest()].count(True) == kept


def test_a_run_does_its_part_of_the_sites(tmp_path: Path) -> None:
    for number in range(6):
        start = f"http://{number}.town{number}.example/"
        (tmp_path / f"town{number}.toml").write_text(f'start = "{start}"\nprivate = true\ndelay = 0\n')
    with small_site({"/": "<p>Nothing yet.</p>"}) as (port, _):
        parts = [newsarchive(tmp_path, port, "run", "--shard", part).stdout for part in ("1/2", "2/2")]
        done = newsarchive(tmp_path, port, "run", "--shard", "1/2")
    told = [{line.split()[0] for line in part.splitlines() if line.startswith("town")} for part in parts]
    assert told[0]
    assert told[1] == {f"town{number}" for number in range(6)} - told[0] != set()
    assert done.stdout == "Nothing is due.\n"
