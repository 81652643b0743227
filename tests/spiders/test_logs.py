import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsarchive.cli import main
from newsarchive.items import NewsarchiveError
from newsarchive.spiders.logs import JsonLines, Log, LogFile, PlainLines
from tests.spiders.small_site import newsarchive, small_site
from tests.spiders.test_article_pages import page


def test_a_line_is_json_without_anything_that_a_terminal_would_obey() -> None:
    record = logging.LogRecord("newsarchive", logging.WARNING, "", 0, "%s is 山西\n", ("\x1b[31m\x9b2J\x7f",), None)
    line = JsonLines().format(record)
    assert line.isprintable()
    assert json.loads(line)["message"] == "\x1b[31m\x9b2J\x7f is 山西\n"
    assert json.loads(line)["level"] == "warning"


def test_a_plain_line_has_nothing_that_a_terminal_would_obey_either() -> None:
    record = logging.LogRecord("newsarchive", logging.WARNING, "", 0, "two\nlines %s", ("\x1b[31m\x9b2J\r",), None)
    assert PlainLines("%(levelname)s: %(message)s").format(record) == "WARNING: two\nlines \\u001b[31m\\u009b2J\\u000d"


def test_log_lines_of_the_crawl_and_of_its_reader_go_to_the_file(tmp_path: Path) -> None:
    site = 'start = "http://town.test/"\nprivate = true\ndelay = 0\n[[discover]]\nkind = "list"\nurl = "{start}"\n'
    (tmp_path / "town.toml").write_text(site.replace("{start}", "http://town.test/"))
    (tmp_path / "town.py").write_text(
        "from newsarchive import ArticleLoader\nclass Town(ArticleLoader):\n    def add_own(self, page):\n        1 / 0\n"
    )
    pages = {"/": '<a href="/2026/03/01/story-1.html">What the council said</a>', "/2026/03/01/story-1.html": page(1)}
    with small_site(pages) as (port, _):
        done = newsarchive(tmp_path, port, "crawl", "town", "--log-file", "crawl.log", "--log-json")
    assert done.stderr == ""
    lines = [json.loads(line) for line in (tmp_path / "crawl.log").read_text().splitlines()]
    told = {line["level"]: line["message"] for line in lines if "town.py" in line["message"]}
    assert list(told) == ["error", "warning"]
    assert told["warning"].startswith("town is degraded (was never judged): ")


def test_without_a_network_one_line_tells_of_each_site_and_the_table_why(tmp_path: Path) -> None:
    place = '[[discover]]\nkind = "feed"\nurl = "http://town.test/feed.xml"\n'
    (tmp_path / "town.toml").write_text(f'start = "http://town.test/"\nprivate = true\ndelay = 0\n{place}')
    with small_site({}) as (port, _):
        pass  # nobody listens there any more
    done = newsarchive(tmp_path, port, "run")
    [line] = done.stderr.splitlines()
    why = "robots.txt, without which nothing is asked, could not be had: connection refused"
    assert line.endswith(f"WARNING: town is broken (was never judged): no place of discovery answers: {why}")
    assert f"  town: 1 place of discovery: {why}" in done.stdout.splitlines()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is wanted")
def test_a_log_file_on_a_full_disk_costs_one_line(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text('start = "http://town.test/"\nprivate = true\ndelay = 0\n')
    with small_site({"/": "<p>Nothing yet.</p>"}) as (port, _):
        done = newsarchive(tmp_path, port, "crawl", "town", "--log-file", "/dev/full", "--log-level", "info")
    assert (done.returncode, done.stderr) == (
        0,
        "/dev/full cannot be written (No space left on device); log lines are lost.\n",
    )


def test_a_log_file_whose_folder_is_gone_ends_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    handler = LogFile(folder / "crawl.log", encoding="utf-8")
    (folder / "crawl.log").unlink()
    folder.rmdir()
    for number in range(3):
        handler.handle(logging.makeLogRecord({"msg": f"line {number}"}))
    folder.mkdir()
    handler.handle(logging.makeLogRecord({"msg": "line 4"}))
    handler.close()
    told = f"{folder / 'crawl.log'} cannot be written (No such file or directory); log lines are lost.\n"
    assert capsys.readouterr().err == told
    assert (folder / "crawl.log").read_text() == "line 4\n"


def test_a_log_file_that_was_moved_away_is_begun_again(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    Log("WARNING", file=str(tmp_path / "crawl.log")).begin()
    logging.getLogger("town").warning("one")
    (tmp_path / "crawl.log").rename(tmp_path / "crawl.log.1")
    logging.getLogger("town").warning("two")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    ends = [(tmp_path / name).read_text().split()[-1] for name in ("crawl.log.1", "crawl.log")]
    assert ends == ["one", "two"]


def test_a_log_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NewsarchiveError, match="none/crawl.log cannot be written: No such file or directory"):
        Log("WARNING", file=str(tmp_path / "none" / "crawl.log")).begin()


@pytest.mark.parametrize("command", [["crawl", "town", "--jobs", "2"], ["run"]])
def test_it_is_told_before_anything_is_done(tmp_path: Path, command: list[str]) -> None:
    done = CliRunner().invoke(
        main, [*command, "--db", str(tmp_path / "a.db"), "--log-file", str(tmp_path / "no" / "log")]
    )
    assert done.output == f"Error: {tmp_path}/no/log cannot be written: No such file or directory.\n"
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
