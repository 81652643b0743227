import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.archive import Archive
from newsarchive.archive.database.lock import hold
from newsarchive.archive.warc import WarcWriter
from newsarchive.cli import main
from newsarchive.reader.captures import Reader

PAGE = (
    """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""
)
SENTENCE = "The harbour master said that ferry number {n} would sail again on Monday once divers had looked at it. "


def page(number: int) -> str:
    paragraphs = "".join(f"<p>{SENTENCE.format(n=number * 10 + line) * 2}</p>" for line in range(5))
    return PAGE.format(title=f"Ferry {number} sails again", paragraphs=paragraphs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    entries = []
    for number in range(4):
        (folder / f"{number}.html.gz").write_bytes(gzip.compress(page(number).encode(), mtime=0))
        entries.append({"id": str(number), "url": f"https://harbour.test/{number}.html"})
    (folder / "empty.html").write_text("<html></html>")
    (folder / "list.jsonl").write_text("\n".join(map(json.dumps, entries)))
    return folder


def ingest(tmp_path: Path, *paths: Path) -> Result:
    return CliRunner().invoke(main, ["ingest", *map(str, paths), "--db", str(tmp_path / "news.db")])


def outcomes(result: Result) -> dict[str, int]:
    rows = [line.rsplit(None, 1) for line in result.stdout.splitlines()[1:]]
    return {outcome.strip(): int(number) for outcome, number in rows if number != "0"}


def urls(tmp_path: Path) -> list[str]:
    with Archive(tmp_path / "news.db") as archive:
        return [row["url"] for row in archive.connection.execute("select url from articles order by url")]


def test_a_folder_is_archived_once(tmp_path: Path, folder: Path) -> None:
    first = ingest(tmp_path, folder)
    assert outcomes(first)["archived"] == 4
    assert sum(outcomes(first).values()) == 5
    assert urls(tmp_path) == [f"https://harbour.test/{number}.html" for number in range(4)]
    again = ingest(tmp_path, folder)
    assert outcomes(again) == {"in the archive already": 5}
    assert again.exit_code == 0


def test_a_warc_file_of_another_archive_is_archived(tmp_path: Path, folder: Path) -> None:
    ingest(tmp_path, folder)
    other = tmp_path / "other"
    assert outcomes(ingest(other, tmp_path / "warc"))["archived"] == 4
    assert urls(other) == urls(tmp_path)
    with Archive(other / "news.db") as archive:
        taken = {(capture.url, capture.fetched_at) for capture in archive.captures()}
    with Archive(tmp_path / "news.db") as archive:
        assert taken < {(capture.url, capture.fetched_at) for capture in archive.captures()}


def test_a_lost_database_is_made_again_from_its_warc_files(tmp_path: Path, folder: Path) -> None:
    ingest(tmp_path, folder)
    with Archive(tmp_path / "news.db") as archive:
        captures, articles = [(each.url, each.location) for each in archive.captures()], urls(tmp_path)
    for file in tmp_path.glob("news.db*"):
        file.unlink()
    told = CliRunner().invoke(main, ["verify", "--db", str(tmp_path / "news.db")])
    assert f"from the WARC files beside it: newsarchive ingest {tmp_path / 'warc'}" in told.stderr
    ingest(tmp_path, tmp_path / "warc")
    with Archive(tmp_path / "news.db") as archive:
        assert [(each.url, each.location) for each in archive.captures()] == captures
    assert urls(tmp_path) == articles


def test_the_same_page_at_another_time_is_another_capture(tmp_path: Path, folder: Path) -> None:
    """It tells that the article was still there, or still missing."""
    for day in (19, 20):
        entry = {"id": "0", "url": "https://harbour.test/0.html", "fetched_at": f"2022-04-{day}T12:00:00Z"}
        (folder / "list.jsonl").write_text(json.dumps(entry))
        ingest(tmp_path, folder)
    with Archive(tmp_path / "news.db") as archive:
        seen = [f"{capture.fetched_at:%d}" for capture in archive.captures(url="https://harbour.test/0.html")]
        assert (seen, archive.revisions("https://harbour.test/0.html")[1:]) == (["19", "20"], [])
        files = sorted(archive.warc_folder.iterdir())
    # the second is a revisit record, which stands in another file than what it is the same as
    alone = ingest(tmp_path / "second", files[1])
    assert "what it is the same as is not in the archive" in alone.stderr
    assert alone.exit_code == 1
    assert ingest(tmp_path / "both", *files[::-1]).exit_code == 0
    with Archive(tmp_path / "both" / "news.db") as archive:
        assert [f"{capture.fetched_at:%d}" for capture in archive.captures(url="https://harbour.test/0.html")] == seen


def test_what_a_site_answered_in_place_of_a_page_is_no_failure(tmp_path: Path) -> None:
    with WarcWriter(tmp_path / "heard", prefix="other", started=datetime.now(UTC), software="test") as out:
        for status in (404, 503):
            url = f"https://harbour.test/{status}.html"
            out.write(url, fetched_at=datetime.now(UTC), status=status, headers=[], body_wire=b"<h1>Sorry</h1>")
    result = ingest(tmp_path, tmp_path / "heard")
    assert (outcomes(result), result.exit_code) == ({"no article found": 2}, 0)
    assert "1 no article found: error: the server answers 404: the page is gone" in result.stderr


def test_what_was_taken_down_is_not_taken_in(tmp_path: Path, folder: Path) -> None:
    ingest(tmp_path, folder)
    purged = CliRunner().invoke(
        main, ["purge", "--site", "harbour.test", "--reason", "court order", "--yes", "--db", str(tmp_path / "news.db")]
    )
    assert purged.exit_code == 0
    again = ingest(tmp_path, folder)
    assert outcomes(again) == {"in the archive already": 1, "taken down": 4}  # the page without address is no site's
    assert again.exit_code == 0
    assert not any(b"harbour.test" in gzip.decompress(file.read_bytes()) for file in (tmp_path / "warc").iterdir())


def test_a_stopped_command_is_given_again(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopping:
        stopping.setattr(Reader, "_add", stop)
        stopped = ingest(tmp_path, folder)
    assert stopped.exit_code == 1
    assert "give the same command again" in stopped.stderr
    assert urls(tmp_path) == []
    again = ingest(tmp_path, folder)
    assert outcomes(again)["archived"] == 4
    assert outcomes(again)["in the archive already"] == 5
    assert urls(tmp_path) == [f"https://harbour.test/{number}.html" for number in range(4)]
    with Archive(tmp_path / "news.db") as archive:
        assert [run.state for run in archive.runs.latest()] == ["finished", "stopped"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("urls.txt", "looks like a list of addresses"),
        ("missing", "There is nothing at"),
        ("missing.html", "There is nothing at"),
        ("missing.warc.gz", "There is nothing at"),
    ],
)
def test_what_cannot_be_taken_in_is_one_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "urls.txt").write_text("https://a.test/\n")
    result = ingest(tmp_path, tmp_path / name)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.output


def test_an_archive_that_is_held_is_said_to_be(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.cli._holding.WAIT", 0)
    with hold(tmp_path / "news.db", "purge", now=datetime.now(UTC), alone=True):
        result = ingest(tmp_path, folder)
    assert result.exit_code == 1
    assert "(purge, since " in result.stderr
