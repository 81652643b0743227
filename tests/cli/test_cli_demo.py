import json
import re
import subprocess
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.forked import run

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


def newsarchive(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(["newsarchive", *arguments], {"NEWSARCHIVE_DB": "data/newsarchive.db"}, place)


@pytest.fixture(scope="module")
def first(place: Path) -> subprocess.CompletedProcess[str]:
    return newsarchive(place, "demo")


def test_the_demo_archives_four_sites_and_searches_them(first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0, first.stderr
    assert re.search(r"^4[0-9] articles added and 0 changed in data/newsarchive.db", first.stdout, re.MULTILINE)
    assert all(f"\n{site} " in first.stdout for site in ("chengzhou", "dayuan", "harbour", "talbote"))
    assert "$ newsarchive search 疫情\n市委第九十一次疫情防控专题会暨市疫情防控指挥部会议召开" in first.stdout
    assert "$ newsarchive search ferry aground\nNight ferry runs aground off Gull Point" in first.stdout


def test_the_three_commands_to_try_next_work_without_the_newsroom(
    place: Path, first: subprocess.CompletedProcess[str]
) -> None:
    commands = re.findall(r"^  python -m newsarchive (.+?) +#", first.stdout, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["serve", "explain", "demo"]
    tried = newsarchive(place, *commands[1].split())
    assert (tried.returncode, bool(tried.stdout)) == (0, True), tried.stderr
    assert newsarchive(place, *commands[0].split(), "--help").returncode == 0  # tests/reports browse


def test_a_second_run_archives_nothing_twice_and_says_so(place: Path, first: subprocess.CompletedProcess[str]) -> None:
    again = newsarchive(place, "demo")
    assert again.returncode == 0, again.stderr
    assert "Nothing is new and nothing is archived twice" in again.stdout


def test_the_next_morning_brings_one_correction_and_four_articles(
    place: Path, first: subprocess.CompletedProcess[str]
) -> None:
    newsarchive(place, "demo")
    next_day = newsarchive(place, "demo", "--day", "2")
    assert "4 articles added and 1 changed" in next_day.stdout, next_day.stderr
    shown = newsarchive(
        place, "show", "http://www.harbour.test/2026/03/13/night-ferry-runs-aground/", "--format", "json"
    )
    assert "Fourteen people" in json.loads(shown.stdout)["body"]


def test_raw_captures_are_exported_as_a_warc_file_of_their_own(
    place: Path, first: subprocess.CompletedProcess[str]
) -> None:
    newsarchive(place, "demo", "--day", "2")  # fetches some pages a second time, unchanged
    exported = newsarchive(place, "export", "--site", "harbour", "--format", "warc", "-o", "harbour.warc.gz")
    assert exported.returncode == 0, exported.stderr
    with (place / "harbour.warc.gz").open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers["WARC-Target-URI"], len(record.content_stream().read()) > 1000)
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert {(kind, whole) for kind, _, whole in records} == {("response", True)}
    assert "http://www.harbour.test/2026/03/13/night-ferry-runs-aground/" in {url for _, url, _ in records}
