import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.cli import main
from newsarchive.items import SiteLine
from newsarchive.reader.again import Worker
from newsarchive.reader.captures import Reader
from newsarchive.sites import all_sites

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
LINE = "<p>The harbour master said that ferry {0} would sail again once divers had looked at hull {0}, a long job.</p>"
WRONG = SiteLine("line", "The wind was from the north.")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Make an archive of a site whose articles end alike, one of them fetched twice, and teach it a line too much."""
    with Archive(tmp_path / "news.db") as archive:
        with WarcWriter(archive.warc_folder, prefix="crawl", started=NOON, software="test") as out:
            for number in (0, 1, 2, 3, 3):
                body = (
                    "".join(LINE.format(f"{number}-{line}") for line in range(6)) + "<p>Tides by the Gull office.</p>"
                )
                page = f"<title>Ferry {number} sails</title><article><h1>Ferry {number} sails</h1>{body}</article>"
                out.write(
                    f"https://quay.test/{number}.html",
                    fetched_at=NOON,
                    headers=[("Content-Type", "text/html")],
                    body_wire=page.encode(),
                    site="quay",
                )
        Reader(archive, all_sites()).catch_up()
        archive.learn("quay", [WRONG])
        archive.learn("quay", [WRONG])
    return tmp_path / "news.db"


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["site", "memory", *arguments, "--db", str(db)])


def common(result: Result) -> dict[str, tuple[int, int, bool]]:
    return {row["text"]: (row["pages"], row["needed"], row["left out"]) for row in json.loads(result.stdout)}


def test_what_was_learnt_is_shown_and_learnt_anew(db: Path) -> None:
    shown = run(db, "quay", "--format", "json")
    assert common(shown) == {"Tides by the Gull office.": (4, 2, True), WRONG.text: (2, 2, True)}
    assert shown.stderr == "6 articles of quay have 2 lines in common.\n"
    assert "Gull office" in run(db, "quay", "--limit", "1").stdout
    again = run(db, "quay", "--relearn", "--format", "json", "--jobs", "1")
    assert common(again) == {"Tides by the Gull office.": (4, 2, True)}
    assert again.stderr == "4 articles of quay have 1 lines in common.\n"
    assert common(run(db, "quay", "--format", "json")) == common(again)


def test_learning_that_fails_changes_nothing(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Worker, numbers: list[int]) -> None:
        raise KeyboardInterrupt

    before = run(db, "quay", "--format", "json")
    monkeypatch.setattr(Worker, "read", stop)
    assert run(db, "quay", "--relearn", "--jobs", "1").exit_code != 0
    assert run(db, "quay", "--format", "json").stdout == before.stdout


def test_a_site_that_the_archive_does_not_have_is_told(db: Path) -> None:
    assert "The archive has no article of 'key'; it has some of: quay." in run(db, "key").stderr
