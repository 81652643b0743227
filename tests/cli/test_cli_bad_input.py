"""Whatever is wrong, the answer is one sentence and the right exit status, never a traceback."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.cli import main


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NEWSARCHIVE_DB", "NEWSARCHIVE_SITES"):
        monkeypatch.delenv(name, raising=False)
    Archive(tmp_path / "good.db").close()
    with closing(sqlite3.connect("foreign.db")) as foreign:
        foreign.execute("create table birds (name)")
    (tmp_path / "text.db").write_text("This is a letter, not a database. " * 40)
    Archive(tmp_path / "newer.db").close()
    with closing(sqlite3.connect("newer.db")) as newer, newer:
        newer.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('newsarchive', 'm999', '')"
        )
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "junk.warc.gz").write_bytes(b"junk" * 1_000)
    (tmp_path / "deep.html").write_text("<html><body>" + "<div><b>" * 50_000 + "x" * 4_600_000)
    (tmp_path / "list.html").write_text("<ul>" + "".join(f'<li><a href="/{n}.html">News {n}</a>' for n in range(40)))
    (tmp_path / "broken.html.gz").write_bytes(b"\x1f\x8b\x08\x00cut")
    (tmp_path / "mute.txt").write_text("prune: no\n")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


FAILURES = [
    ("crawl nosuchsite", "There is no site 'nosuchsite'"),
    ("search a --db nowhere.db", "There is no archive at nowhere.db"),
    ("search a --db foreign.db", "foreign.db is an SQLite file of another program"),
    ("search a --db text.db", "text.db is not an SQLite file"),
    ("search a --db newer.db", "newer.db was written by a newer newsarchive"),
    ("demo --db foreign.db", "foreign.db is an SQLite file of another program"),
    ("demo --db /proc/news.db", "/proc/news.db"),
    ("export --db good.db -o /proc/x/articles.csv", "/proc/x/articles.csv cannot be written"),
    ("show http://a.test/1.html --db good.db", "The archive has no article at http://a.test/1.html"),
    ("search a --site elsewhere --db good.db", "The archive has no article of 'elsewhere'"),
    ("export --site elsewhere --db good.db", "The archive has no article of 'elsewhere'"),
    ("reextract --site elsewhere --db good.db", "The archive has no article of 'elsewhere'"),
    ("ingest nothing --db good.db", "No saved page (.html, .html.gz, .mhtml, .webarchive) or WARC file (.warc,"),
    ("plot --db good.db", "The archive has no such articles"),
    ("explain empty.html", "is not an article"),
    ("extract picture.html", "is not an article"),
    ("extract binary.html", "binary.html is not an article (not-html): it is binary"),
    ("explain list.html", "is not an article"),
    ("explain nosuchfile.html", "nosuchfile.html: the file cannot be read (No such file or directory)"),
    ("explain broken.html.gz", "broken.html.gz cannot be read"),
    ("extract .", "'.' is a folder; name a file in it, or take all of it in: newsarchive ingest"),
    (
        "extract ftp://a.test/b",
        "'ftp://a.test/b' is no web address that can be fetched; one begins with http:// or https://",
    ),
    ("explain http://127.0.0.1:9/", "http://127.0.0.1:9/ cannot be fetched: [Errno 111] Connection refused"),
    ("serve --db nowhere.db", "There is no archive at nowhere.db"),
    ("site show nosuchsite", "There is no site 'nosuchsite'"),
    ("site test dayuan", "There is no fixture in fixtures for dayuan"),
    ("site import-ftr nosuchfile.txt", "nosuchfile.txt cannot be read: No such file or directory"),
    ("site import-ftr mute.txt", "mute.txt has no line that can be said in CSS"),
]
MISUSES = [
    "nosuchcommand",
    "search",
    "search a --format xml",
    "search \u3000",
    "search a --limit 0",
    "search a --from yesterday",
    "search a --db .",
    "search a --from 2026-03-02 --to 2026-03-01",
    "export --to 2026-03-01 --from 2026-03-02",
    "export --format parquet",
    "demo --day 3",
    "serve --port 70000",
    "crawl shanxidayuan --log-level loud",
    "site record page.html",
]


@pytest.mark.parametrize(("command", "sentence"), FAILURES)
def test_a_failure_is_one_sentence_and_status_1(place: Path, command: str, sentence: str) -> None:
    failed = run(*command.split())
    assert isinstance(failed.exception, SystemExit), failed.exception
    assert failed.exit_code == 1
    last = failed.stderr.strip().splitlines()[-1]
    assert last.startswith("Error: ")
    assert sentence in last


def test_a_full_disk_behind_a_pipe_is_one_sentence(place: Path) -> None:
    command = [sys.executable, "-m", "newsarchive", "export", "--db", "good.db", "--format", "csv"]
    with Path("/dev/full").open("wb") as full:
        failed = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert failed.returncode == 1
    assert failed.stderr == "Error: The disk is full, and what was written to it is cut off.\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "backfill dayuan --from 2020-13-01 --to 2020-12-31",
            "'2020-13-01' is no day; write year, month and day as in",
        ),
        ("reextract --since 2020-W05-1", "'2020-W05-1' is no day; write year, month and day as in 2022-01-31."),
        ("show http://a.test/1.html --on 9999-99-99", "'9999-99-99' is no day; write year, month and day as in"),
        ("crawl --limit 1.5", "'1.5' is no whole number from 1 on."),
        ("crawl --jobs 0", "'0' is no whole number from 1 on."),
        ("crawl --shard 3/2", "'3/2' is not a part such as 2/4."),
        ("serve --port 70000", "'70000' is no whole number from 0 to 65535."),
        ("schedule --every 5m", "'5m' is no whole number from 1 to 59."),
        ("run --minutes nan", "'nan' is no number of minutes, such as 20 or 0.5."),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_is_wanted(command: str, told: str) -> None:
    failed = run(*command.split())
    assert failed.exit_code == 2
    assert told in failed.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("command", MISUSES)
def test_bad_usage_is_status_2(place: Path, command: str) -> None:
    assert run(*command.split()).exit_code == 2


def test_a_file_that_is_no_warc_is_told_in_one_line(place: Path) -> None:
    failed = run("ingest", "junk.warc.gz", "--db", "good.db")
    assert failed.exit_code == 1
    assert failed.stderr.startswith("junk.warc.gz: after 0 bytes the file cannot be read on (Unknown archive format")
    assert max(map(len, failed.stderr.splitlines())) < 200


def test_no_command_is_listed_with_half_a_sentence() -> None:
    listed = run("--help").stdout.partition("Collect:")[2]
    assert "ingest" in listed
    assert "..." not in listed


def test_a_huge_page_of_unclosed_tags_is_read(place: Path) -> None:
    assert run("explain", "deep.html").exit_code in {0, 1}
