import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.verify import verify
from newsarchive.archive.warc import WarcWriter
from newsarchive.cli import main
from newsarchive.extraction import EXTRACTOR_VERSION
from newsarchive.items import Article, Capture, NotAnArticle, PageClass
from newsarchive.reader import again as reading
from newsarchive.reader.again import read_again
from newsarchive.reader.articles import Articles
from newsarchive.reader.captures import Reader
from newsarchive.reader.reading import Reading
from newsarchive.sites import all_sites

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
LINE = "<p>The harbour master said that ferry {0} would sail again once divers had looked at hull {0}, a long job.</p>"


def page(number: int) -> bytes:
    body = "".join(LINE.format(f"{number}-{line}") for line in range(6))
    return (
        f"<html><head><title>Ferry {number} sails</title></head><body><article><h1>Ferry {number} sails</h1>"
        f"{body}</article></body></html>"
    ).encode()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Make an archive that an earlier extractor read, which took titles for something else."""
    with Archive(tmp_path / "news.db") as archive:
        with WarcWriter(archive.warc_folder, prefix="crawl", started=NOON, software="test") as out:
            for number in range(120):
                out.write(
                    f"https://quay.test/{number}.html",
                    fetched_at=NOON,
                    headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
                    body_wire=gzip.compress(page(number) if number else b"<html></html>"),
                    site="quay",
                )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Articles, "whole", of_yesterday(Articles.whole))
            patch.setattr("newsarchive.reader.captures.EXTRACTOR_VERSION", "0")
            Reader(archive, all_sites()).catch_up()
    return tmp_path / "news.db"


def of_yesterday(read: Callable[..., Article]) -> Callable[..., Article]:
    def article(self: Articles, capture: Capture, payload: bytes, *ahead: Reading | None) -> Article:
        found = read(self, capture, payload, *ahead)
        return replace(found, title="Wrong", authors=("Somebody",)) if "1" in capture.url else found

    return article


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["reextract", "--db", str(db), *arguments])


def contents(db: Path) -> list[tuple]:
    with Archive(db, read_only=True) as archive:
        rows = archive.connection.execute(
            "select articles.url, title, body, extractor"
            " from articles join readings on article_id = articles.id order by articles.url"
        )
        return [tuple(row) for row in rows]


def test_a_summary_changes_nothing(db: Path) -> None:
    before = contents(db)
    result = run(db, "--jobs", "1", "--format", "json")
    found = json.loads(result.stdout)
    wrong = sum("1" in row[0] for row in before)
    assert (found["changed"], found["same"]) == (wrong, len(before) - wrong)
    titles = next(row for row in found["fields"] if row["field"] == "title")
    assert {name: titles[name] for name in ("site", "read", "before", "after", "gained", "lost", "changed")} == {
        "site": "quay", "read": 119, "before": 119, "after": 119, "gained": 0, "lost": 0, "changed": wrong,
    }  # fmt: skip
    assert titles["examples"][0] == ["https://quay.test/1.html", "Wrong", "Ferry 1 sails"]
    assert next(row for row in found["fields"] if row["field"] == "authors")["lost"] == wrong
    assert contents(db) == before


def test_a_better_reading_is_no_version_of_the_article(db: Path) -> None:
    result = run(db, "--jobs", "2", "--commit")
    assert result.exit_code == 0
    assert all(row[1].startswith("Ferry ") and row[3] == EXTRACTOR_VERSION for row in contents(db))
    with Archive(db) as archive:
        assert len(archive.revisions("https://quay.test/1.html")) == 1
        assert list(verify(archive)) == []
        assert [hit.url for hit in archive.search('"Ferry 1 sails"')] == ["https://quay.test/1.html"]
    again = json.loads(run(db, "--jobs", "1", "--format", "json").stdout)
    assert (again["changed"], again["fields"]) == (0, [])


def test_many_processes_read_the_same_in_the_same_order(db: Path) -> None:
    with Archive(db) as archive:
        numbers = archive.capture_numbers()
    one, two = (
        [(each.capture.id, each.article) for chunk in read_again(db, numbers, [], jobs=jobs) for each in chunk]
        for jobs in (1, 2)
    )
    assert one == two
    assert [number for number, _ in one] == numbers


def test_a_stopped_run_goes_on_where_it_stopped(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    take_over = reading.take_over

    def until_stopped(archive: Archive, again: reading.Again) -> None:
        if len(taken) == 60:
            raise KeyboardInterrupt
        taken.append(again.capture.id or 0)
        take_over(archive, again)

    with monkeypatch.context() as stopping:
        stopping.setattr("newsarchive.reader.again.take_over", until_stopped)
        stopped = run(db, "--jobs", "1", "--commit")
    assert stopped.exit_code == 1
    assert "Give the same command again" in stopped.stderr
    assert {row[3] for row in contents(db)} == {"0", EXTRACTOR_VERSION}
    taken.clear()
    monkeypatch.setattr(
        "newsarchive.reader.again.take_over",
        lambda archive, again: (taken.append(again.capture.id), take_over(archive, again)),
    )
    assert run(db, "--jobs", "1", "--commit").exit_code == 0
    assert len(taken) == 70
    assert {row[3] for row in contents(db)} == {EXTRACTOR_VERSION}


def test_an_article_that_is_not_found_any_more_stays(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Articles, capture: Capture, payload: bytes) -> Article:
        raise NotAnArticle(capture.url, PageClass.LIST, "it is a list")

    before = contents(db)
    monkeypatch.setattr(Articles, "whole", refuse)
    result = run(db, "--jobs", "1", "--commit")
    assert "119 articles would not be found today; they stay" in result.stderr
    assert contents(db) == before


def test_a_damaged_record_is_named_and_the_others_are_read(db: Path) -> None:
    with Archive(db) as archive:
        place = archive.capture(7).location
        path = archive.warc_folder / place.file
    data = bytearray(path.read_bytes())
    data[place.offset + place.length // 2] ^= 1
    path.write_bytes(data)
    result = run(db, "--jobs", "1")
    assert "1 captures cannot be read" in result.stderr
    assert f"{place.file} at byte {place.offset}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [(("--url", "https://quay.test/1.html"), 1), (("--since", "2022-04-20"), 0)],
)
def test_a_selection_is_read_alone(db: Path, arguments: tuple[str, ...], changed: int) -> None:
    found = json.loads(run(db, "--jobs", "1", "--format", "json", *arguments).stdout)
    assert found["changed"] == changed
    assert found["same"] == 0


def test_a_site_that_the_archive_does_not_have_is_named(db: Path) -> None:
    result = run(db, "--jobs", "1", "--site", "other")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "other" in result.stderr


def test_there_is_no_archive_to_read(tmp_path: Path) -> None:
    result = run(tmp_path / "none.db")
    assert (result.exit_code, "There is no archive at" in result.stderr) == (1, True)
