import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive, warc
from newsarchive.archive.warc import LostRecordError, WarcWriter
from newsarchive.items import Capture, Location

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)


def write(archive: Archive, numbers: range, **options) -> list[Location]:
    with WarcWriter(archive.warc_folder, prefix="crawl", started=NOON, software="test", **options) as out:
        return [
            out.write(
                f"https://news.example.test/{number}",
                fetched_at=NOON + timedelta(minutes=number),
                headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
                body_wire=gzip.compress(b"page %d" % number, mtime=0),
                requested_url=f"https://t.example.test/{number}",
                site="example",
                hints={"title": "疫情"},
            )
            for number in numbers
        ]


def test_a_capture_survives_the_table_and_gives_its_payload(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        (place,) = write(archive, range(1))
        read, payload = archive.capture_at(place)
        number = archive.add_capture(read)
        (stored,) = archive.captures()
        assert stored == replace(read, id=number)
        assert archive.payload(stored) == payload == b"page 0"
        assert archive.add_capture(read) == number


def test_what_the_table_does_not_know_is_pending(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        places = write(archive, range(9), max_bytes=2500)
        assert len({place.file for place in places}) > 1
        for place in (places[1], places[2], places[5]):
            archive.add_capture(archive.capture_at(place)[0])
        assert archive.recover() == []
        pending = list(archive.pending())
        assert [capture.location for capture in pending] == [places[number] for number in (0, 3, 4, 6, 7, 8)]
        assert pending[0].hints == {"title": "疫情"}
        assert pending[0].requested_url == "https://t.example.test/0"
        for capture in pending:
            archive.add_capture(capture)
        assert archive.recover() == []
        assert list(archive.pending()) == []
        more = write(archive, range(9, 11))
        assert [capture.location for capture in archive.pending()] == more


def test_files_that_are_known_are_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for place in write(archive, range(9), max_bytes=2500):
            archive.add_capture(archive.capture_at(place)[0])
        archive.recover()
        opened: list[str] = []
        held = warc.is_being_written
        monkeypatch.setattr(warc, "is_being_written", lambda path: opened.append(path.name) or held(path))
        (new,) = write(archive, range(9, 10))
        assert [capture.location for capture in archive.pending()] == [new]
        assert opened == [new.file]
        archive.recover()
        assert opened == [new.file, new.file]


def test_a_torn_record_is_cut_and_what_stands_before_it_is_pending(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        places = write(archive, range(3))
        file = archive.warc_folder / places[0].file
        file.write_bytes(file.read_bytes()[:-7])
        (damage,) = archive.recover()
        assert damage.location == replace(places[2], length=places[2].length - 7)
        assert [capture.location for capture in archive.pending()] == places[:2]
        assert archive.recover() == []


def test_half_made_files_of_a_killed_purge_vanish(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        (place,) = write(archive, range(1))
        archive.connection.execute("insert into warc_files (name, state) values (?, 'replaced')", (place.file,))
        assert list(archive.pending()) == []
        archive.recover()
        assert list(archive.warc_folder.iterdir()) == []


def test_a_revisit_gives_the_payload_of_its_original(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        (place,) = write(archive, range(1))
        archive.add_capture(archive.capture_at(place)[0])
        (again,) = write(archive, range(1), known=archive.original)
        revisit, payload = archive.capture_at(again)
        archive.add_capture(revisit)
        first, second = archive.captures()
        assert (first.is_revisit, second.is_revisit) == (False, True)
        assert second.digest == first.digest == revisit.digest
        assert archive.payload(second) == payload == b"page 0"


def test_a_capture_whose_record_is_gone_says_so(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        archive.add_capture(Capture(url="https://a.test/", fetched_at=NOON, location=Location("x.warc.gz", 5, 9)))
        archive.add_capture(Capture(url="https://b.test/", fetched_at=NOON))
        lost, homeless = archive.captures()
        with pytest.raises(LostRecordError, match="x.warc.gz at byte 5: the file cannot be read"):
            archive.payload(lost)
        with pytest.raises(LostRecordError, match=r"^captures at row \d: https://b.test/ has no WARC record"):
            archive.payload(homeless)


def test_nothing_is_committed_before_its_bytes_are_on_the_disk(tmp_path: Path, monkeypatch) -> None:
    happened: list[str] = []
    monkeypatch.setattr("newsarchive.archive.database.connection.os.fsync", lambda handle: happened.append("fsync"))
    with Archive(tmp_path / "news.db") as archive:
        places = write(archive, range(3))
        happened.clear()
        archive.connection.set_trace_callback(lambda sql: happened.append(sql.split()[0].lower()))
        with archive.batch():
            for place in places:
                archive.add_capture(archive.capture_at(place)[0])
    assert [each for each in happened if each in {"fsync", "commit", "insert"}] == ["insert"] * 3 + ["fsync", "commit"]
