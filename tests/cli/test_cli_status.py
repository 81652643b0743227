import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsarchive.archive import Archive, HostState, SiteRun
from newsarchive.cli import main
from newsarchive.cli.status import sparkline

NOW = datetime.now(UTC)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        for day in range(3):
            run = archive.runs.start("crawl", NOW - timedelta(days=3 - day))
            archive.runs.add_site(
                run,
                SiteRun(
                    "city",
                    found=20,
                    new=4 * day,
                    coverage={"title": 1.0, "authors": 0.5, "x by rule": 0.0},
                    body_length=812.5,
                    state="ok",
                ),
            )
        archive.runs.add_site(
            run, SiteRun("harbour", failed=9, state="broken", reason="the site blocks us: 9 of 9 answers")
        )
        archive.hosts.put(HostState("harbour.test", NOW + timedelta(hours=1), 2.0, "it answered 429", 3))
    return path


def test_one_screen_shows_sites_troubles_and_hosts(db: Path) -> None:
    result = CliRunner().invoke(main, ["status", "--db", str(db)])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[1].split()[:2] == ["city", "ok"]
    assert lines[1].endswith(" ▄█")
    assert "75%" in lines[1] and "812" in lines[1]
    assert "harbour: the site blocks us: 9 of 9 answers" in lines
    assert lines[-1].startswith("harbour.test is left alone until ") and lines[-1].endswith("it answered 429")


@pytest.mark.parametrize(
    ("pid", "state", "said"),
    [
        (None, None, "is running (pid "),
        (2**22 + 1, None, "did not come to its end: it failed or was killed."),
        (2**22 + 1, "failed", "did not come to its end: it failed or was killed."),
        (2**22 + 1, "stopped", None),
        (2**22 + 1, "finished", None),
    ],
)
def test_a_run_that_is_not_done_is_told(db: Path, pid: int | None, state: str | None, said: str | None) -> None:
    with Archive(db) as archive:
        run = archive.runs.start("crawl", NOW, pid=pid or os.getpid())
        if state:
            archive.runs.finish(run, NOW, state=state)
    last = CliRunner().invoke(main, ["status", "--db", str(db)]).output.splitlines()[-1]
    assert (said in last and f"The crawl of {NOW:%Y-%m-%d %H:%M} UTC " in last) if said else "The crawl" not in last


def test_rows_come_as_json_too(db: Path) -> None:
    result = CliRunner().invoke(main, ["status", "--db", str(db), "--format", "json"])
    assert [(row["site"], row["state"], row["new"], row["reason"]) for row in json.loads(result.stdout)] == [
        ("city", "ok", 8, None),
        ("harbour", "broken", 0, "the site blocks us: 9 of 9 answers"),
    ]


def test_an_archive_without_runs_says_what_to_do(tmp_path: Path) -> None:
    Archive(tmp_path / "news.db").close()
    result = CliRunner().invoke(main, ["status", "--db", str(tmp_path / "news.db")])
    assert result.output == "No site has been crawled yet; start with: newsarchive crawl SITE\n"


@pytest.mark.parametrize(("numbers", "bars"), [([], ""), ([0, 0], "  "), ([8, 4, 0], "█▄ ")])
def test_numbers_become_bars(numbers: list[int], bars: str) -> None:
    assert sparkline(numbers) == bars
