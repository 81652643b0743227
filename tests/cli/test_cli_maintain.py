import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter, captures
from newsarchive.cli import main
from newsarchive.reader.captures import Reader
from newsarchive.sites import all_sites

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
LINE = "<p>The harbour master said that ferry {0} would sail again once divers had looked at hull {0}, a long job.</p>"


def page(number: int) -> bytes:
    body = "".join(LINE.format(f"{number}-{line}") for line in range(6))
    return f"<html><title>Ferry {number} sails</title><body><article><h1>Ferry {number} sails</h1>{body}</article></body></html>".encode()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Archive(tmp_path / "news.db") as archive:
        with WarcWriter(archive.warc_folder, prefix="crawl", started=NOON, software="test") as out:
            for number in range(3):
                out.write(
                    f"https://harbour.test/{number}.html",
                    fetched_at=NOON,
                    headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
                    body_wire=gzip.compress(page(number)),
                )
        Reader(archive, all_sites()).catch_up()
    return tmp_path / "news.db"


def run(*arguments: object, keys: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=keys)


def test_a_sound_archive_is_said_to_be(db: Path) -> None:
    result = run("verify", "--db", db)
    assert (result.exit_code, result.stderr) == (0, f"{db} is sound.\n")


def test_damage_is_listed_and_mended(db: Path) -> None:
    with Archive(db) as archive:
        archive.connection.execute("insert into articles_fts (articles_fts) values ('delete-all')")
    found = run("verify", "--db", db, "--format", "csv")
    assert found.exit_code == 1
    assert found.stdout.splitlines()[1] == (
        "https://harbour.test/0.html,the article is not in the search index,make the search index again"
    )
    mended = run("verify", "--db", db, "--repair")
    assert (mended.exit_code, "Mended 3 of 3 problems." in mended.stderr) == (0, True)


def test_what_cannot_be_mended_stays_named(db: Path) -> None:
    (file,) = (db.parent / "warc").iterdir()
    file.unlink()
    result = run("verify", "--db", db, "--repair")
    assert result.exit_code == 1
    assert f"{file.name}: the file is missing, and with it 3 captures; restore it from a backup" in result.stderr


def test_damaged_records_are_named_and_the_others_exported(db: Path, tmp_path: Path) -> None:
    (file,) = (db.parent / "warc").iterdir()
    with Archive(db) as archive:
        places = [capture.location for capture in archive.captures()]
    data = bytearray(file.read_bytes())
    data[places[1].offset] ^= 1
    file.write_bytes(data)
    result = run("export", "--format", "warc", "-o", tmp_path / "out.warc.gz", "--db", db)
    assert (result.exit_code, result.stderr.splitlines()[1]) == (1, "without these records:")
    assert result.stderr.splitlines()[2].startswith(f"{file.name} at byte {places[1].offset}: the record is damaged")
    assert [capture.url for capture, _ in captures(tmp_path / "out.warc.gz")] == [
        "https://harbour.test/0.html",
        "https://harbour.test/2.html",
    ]


def test_a_backup_is_an_archive(db: Path, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "copy", "--db", db)
    assert result.exit_code == 0
    assert run("verify", "--db", tmp_path / "copy" / "news.db").exit_code == 0


@pytest.mark.parametrize("command", [("verify",), ("backup", "copy"), ("purge", "--url", "x")])
def test_no_archive_is_made_by_looking_for_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run(*command, "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "There is no archive at" in result.stderr
    assert list(tmp_path.iterdir()) == []


def titles(db: Path) -> list[str]:
    with Archive(db, read_only=True) as archive:
        return [row["title"] for row in archive.connection.execute("select title from articles order by title")]


def test_a_purge_lists_and_asks_first(db: Path) -> None:
    listed = run("purge", "--match", "hull 1-3", "--dry-run", "--db", db)
    assert listed.stderr == "https://harbour.test/1.html  Ferry 1 sails\n1 articles, 1 captures.\n"
    refused = run("purge", "--match", "hull 1-3", "--db", db, keys="n\n")
    assert refused.exit_code == 1
    assert len(titles(db)) == 3
    done = run("purge", "--match", "hull 1-3", "--db", db, keys="y\n")
    assert done.stdout == "Removed 1 articles and 1 captures; wrote 1 WARC files again.\n"
    assert titles(db) == ["Ferry 0 sails", "Ferry 2 sails"]


def test_a_purge_needs_one_selection(db: Path) -> None:
    assert run("purge", "--db", db).exit_code == 2
    assert run("purge", "--url", "x", "--site", "y", "--db", db).exit_code == 2


def test_a_text_that_no_article_has_is_not_asked_about(db: Path) -> None:
    result = run("purge", "--match", "hull 9-9", "--db", db)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No article contains that text" in result.stderr


@pytest.mark.parametrize("option", ["--url", "--site", "--match"])
def test_an_empty_selection_removes_nothing(db: Path, option: str) -> None:
    assert run("purge", option, " ", "--yes", "--db", db).exit_code == 2
    assert len(titles(db)) == 3


def test_an_archive_is_not_merged_into_itself(db: Path) -> None:
    result = run("merge", db, "--db", db)
    assert (result.exit_code, result.stderr) == (1, f"Error: {db} is the archive itself; name another one.\n")


def test_what_was_taken_down_is_not_read_again(db: Path) -> None:
    assert run("purge", "--url", "https://harbour.test/1.html", "--yes", "--db", db).exit_code == 0
    with Archive(db) as archive:
        with WarcWriter(archive.warc_folder, prefix="again", started=NOON, software="test") as out:
            out.write("https://harbour.test/1.html?utm_source=x", fetched_at=NOON, body_wire=page(1))
        assert Reader(archive, all_sites()).catch_up() == {("harbour.test", "skipped/error: taken down"): 1}
    assert titles(db) == ["Ferry 0 sails", "Ferry 2 sails"]
    assert run("purge", "--url", "https://harbour.test/1.html", "--yes", "--db", db).stdout.startswith(
        "Removed 0 articles and 1 captures"
    )


def test_archives_are_merged(db: Path, tmp_path: Path) -> None:
    target = tmp_path / "all" / "news.db"
    first = run("merge", db, "--db", target)
    assert first.stdout == f"{db}: 3 captures, 3 articles, 3 readings brought, 0 articles taken down.\n"
    assert run("merge", db, db, "--db", target).stdout.count("0 captures, 0 articles, 0 readings") == 2
    assert run("verify", "--db", target).exit_code == 0
    assert titles(target) == titles(db)
    missing = run("merge", tmp_path / "none.db", "--db", target)
    assert (missing.exit_code, "There is no archive at" in missing.stderr) == (1, True)


def test_verify_is_what_brings_an_archive_up_to_date(tmp_path: Path) -> None:
    begun = tmp_path / "begun.db"
    begun.touch()  # a disk that was full from the start leaves as much: no table that a migration makes
    runner = CliRunner()
    refused = runner.invoke(main, ["search", "x", "--db", str(begun)])
    assert f"bring it up to date with: newsarchive verify --db {begun}" in refused.stderr
    assert runner.invoke(main, ["verify", "--db", str(begun)]).exit_code == 0
    assert "0 found" in runner.invoke(main, ["search", "x", "--db", str(begun)]).output
    assert "There is no archive at" in runner.invoke(main, ["verify", "--db", str(tmp_path / "none.db")]).stderr
