import fcntl
import gzip
import mmap
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from fastwarc import ArchiveIterator as FastIterator
from fastwarc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator

from newsarchive.archive.warc import (
    Damage,
    LostRecordError,
    Original,
    WarcWriter,
    captures,
    cut_torn_end,
    read_capture,
    read_record,
    scan,
    transfer_digest,
)
from newsarchive.items import ArchiveError, Location, PageClass

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
HTML = [("Content-Type", "text/html; charset=utf-8"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
ASKED = [("Host", "news.example.test"), ("User-Agent", "newsarchive/1 (+https://example.test/bot)")]


def page(number: int) -> bytes:
    words = random.Random(number)
    return b"<h1>%d</h1>" % number + b"".join(b"<p>%x and more</p>" % words.getrandbits(60) for _ in range(900))


def writer(folder: Path, **options) -> WarcWriter:
    return WarcWriter(folder, prefix="crawl", started=NOON, software="newsarchive/0.1", **options)


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[Location]]:
    with writer(tmp_path) as out:
        places = [
            out.write(
                f"https://news.example.test/{number}.html?a=1",
                fetched_at=NOON + timedelta(seconds=number),
                headers=[*HTML, ("Content-Encoding", "gzip")],
                body_wire=gzip.compress(page(number), mtime=0),
                request_headers=ASKED,
            )
            for number in range(8)
        ]
    return tmp_path, places


def test_a_capture_reads_back_as_it_was_written(tmp_path: Path) -> None:
    with writer(tmp_path) as out:
        place = out.write(
            "https://news.example.test/疫情.html",
            fetched_at=NOON,
            status=203,
            reason="Non-Authoritative Information",
            headers=[*HTML, ("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")],
            body_wire=brotli.compress(page(1)),
            request_headers=ASKED,
            requested_url="https://t.example.test/x",
            site="example",
            hints={"title": "疫情\n防控", "published": "2022-04-19"},
        )
    capture, payload = read_capture(tmp_path, place)
    assert payload == page(1)
    assert capture.url == "https://news.example.test/疫情.html"
    assert capture.requested_url == "https://t.example.test/x"
    assert (capture.fetched_at, capture.status, capture.site) == (NOON, 203, "example")
    assert capture.hints == {"title": "疫情\n防控", "published": "2022-04-19"}
    assert capture.headers == (*HTML, ("Content-Encoding", "br"), ("X-Archive-Orig-Transfer-Encoding", "chunked"))
    assert capture.location == place
    assert capture.digest is not None
    assert capture.digest.startswith("sha256:")


def test_equal_content_has_one_digest_whatever_its_coding(tmp_path: Path) -> None:
    with writer(tmp_path) as out:
        places = [
            out.write("http://a.test/", fetched_at=NOON, headers=[("Content-Encoding", coding)], body_wire=body)
            for coding, body in (("gzip", gzip.compress(page(1))), ("br", brotli.compress(page(1))), ("", page(1)))
        ]
        places.append(
            out.write(
                "http://a.test/",
                fetched_at=NOON,
                headers=[("Content-Encoding", "gzip")],
                body_wire=page(1),
                content_decoded=True,
            )
        )
    found = [read_capture(tmp_path, place) for place in places]
    assert {payload for _, payload in found} == {page(1)}
    assert len({capture.digest for capture, _ in found}) == 1
    assert len({capture.transfer_digest for capture, _ in found}) == 3


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "identity"])
def test_every_other_warc_tool_reads_the_files(tmp_path: Path, packed: bool) -> None:
    coding = [("Content-Encoding", "gzip")] if packed else []
    with writer(tmp_path, max_bytes=20_000) as out:
        for number in range(10):
            out.write(
                f"https://news.example.test/{number}",
                fetched_at=NOON,
                headers=[*HTML, *coding],
                body_wire=gzip.compress(page(number)) if packed else page(number),
                request_headers=ASKED,
                hints={"title": "长" * 2000},
            )
    files = sorted(tmp_path.iterdir())
    assert len(files) > 2
    check = subprocess.run([sys.executable, "-m", "warcio.cli", "check", "-v", *files], capture_output=True, text=True)
    assert check.returncode == 0
    assert check.stdout.count("digest pass") == 20
    read, fast = [], []
    for file in files:
        with file.open("rb") as stream:
            read += [r.content_stream().read() for r in ArchiveIterator(stream) if r.rec_type == "response"]
        with file.open("rb") as stream:
            records = FastIterator(stream, record_types=WarcRecordType.response, parse_http=False)
            fast += [(r.verify_block_digest(), r.headers["WARC-Target-URI"][-1]) for r in records]
    assert read == [page(number) for number in range(10)]
    assert fast == [(True, str(number)) for number in range(10)]


def test_other_tools_accept_a_saved_page_that_has_no_web_address(tmp_path: Path) -> None:
    with writer(tmp_path) as out:
        place = out.write("file:///saved/1.html", fetched_at=NOON, headers=HTML, body_wire=page(1))
    command = [sys.executable, "-m", "warcio.cli", "check", "-v", tmp_path / place.file]
    check = subprocess.run(command, capture_output=True, text=True)
    assert (check.returncode, check.stdout.count("digest pass")) == (0, 1)
    capture, payload = read_capture(tmp_path, place)
    assert (capture.transfer_digest, payload) == (transfer_digest(page(1)), page(1))


def test_a_request_stands_before_its_response_and_points_to_it(written: tuple[Path, list[Location]]) -> None:
    folder, places = written
    (file,) = folder.iterdir()
    records = [found[1] for found in scan(file) if not isinstance(found, Damage)]
    assert [record.type for record in records] == ["warcinfo", *["request", "response"] * 8]
    assert records[1].fields["warc-concurrent-to"] == records[2].fields["warc-record-id"]
    assert records[1].block == (
        b"GET /0.html?a=1 HTTP/1.1\r\nHost: news.example.test\r\n"
        b"User-Agent: newsarchive/1 (+https://example.test/bot)\r\n\r\n"
    )
    assert b"software: newsarchive/0.1\r\n" in records[0].block
    assert [capture.location for capture, _ in captures(file)] == places
    assert [payload for _, payload in captures(file, places[5].offset)] == [page(5), page(6), page(7)]


def test_an_identical_payload_is_a_revisit(tmp_path: Path) -> None:
    first = Original("http://a.test/1", NOON)
    known: dict[str, Original] = {}
    with writer(tmp_path, known=known.get) as out:
        place = out.write("http://a.test/1", fetched_at=NOON, headers=HTML, body_wire=page(1))
        original = read_capture(tmp_path, place)[0]
        known[original.transfer_digest or ""] = first
        again = out.write("http://a.test/2", fetched_at=NOON, headers=HTML, body_wire=page(1))
    capture, payload = read_capture(tmp_path, again)
    assert (capture.is_revisit, capture.digest, payload) == (True, None, b"")
    assert capture.transfer_digest == original.transfer_digest
    assert again.length < 1000
    fields = read_record(tmp_path, again).fields
    assert fields["warc-refers-to-target-uri"] == "http://a.test/1"
    assert fields["warc-refers-to-date"] == "2022-04-19T12:00:00Z"


def test_an_empty_payload_is_no_revisit_of_another(tmp_path: Path) -> None:
    with writer(tmp_path, known=lambda digest: Original("http://a.test/1", NOON)) as out:
        place = out.write("http://a.test/2", fetched_at=NOON, status=304, reason="Not Modified", body_wire=b"")
    assert not read_capture(tmp_path, place)[0].is_revisit


def test_nothing_from_a_server_breaks_a_header(tmp_path: Path) -> None:
    with writer(tmp_path) as out:
        place = out.write(
            "http://a.test/x\r\nWARC-Type: warcinfo",
            fetched_at=NOON,
            reason="OK\r\nX: y",
            headers=[("X-A", "1\r\n\r\n<html>"), ("X-B", "\xe9\u4e2d")],
            body_wire=b"body",
            hints={"title": "a\r\n\r\nb"},
        )
    capture, payload = read_capture(tmp_path, place)
    assert payload == b"body"
    assert read_record(tmp_path, place).type == "response"
    assert capture.headers[0] == ("X-A", "1 <html>")
    assert capture.hints == {"title": "a\r\n\r\nb"}


def test_a_bomb_is_a_capture_without_payload(tmp_path: Path) -> None:
    bomb = gzip.compress(b"0" * (70 << 20))
    with writer(tmp_path) as out:
        place = out.write("http://a.test/", fetched_at=NOON, headers=[("Content-Encoding", "gzip")], body_wire=bomb)
    capture, payload = read_capture(tmp_path, place)
    assert payload == b""
    assert capture.page_class is PageClass.UNREADABLE
    assert capture.reason == "the gzip body unpacks to more than 64 MiB"


def test_a_torn_last_record_is_found_named_and_cut(written: tuple[Path, list[Location]]) -> None:
    folder, places = written
    file = folder / places[-1].file
    whole = file.read_bytes()
    for kept in (places[-1].offset + 5, places[-1].offset + places[-1].length - 1):
        file.write_bytes(whole[:kept])
        damage = cut_torn_end(file)
        lost = Location(file.name, places[-1].offset, kept - places[-1].offset)
        assert damage == Damage(lost, "the record is cut off", at_end=True)
        assert file.stat().st_size == places[-1].offset
        assert [capture.location for capture, _ in captures(file)] == places[:-1]
        assert cut_torn_end(file) is None


def test_a_file_that_is_being_written_is_not_repaired(written: tuple[Path, list[Location]]) -> None:
    folder, places = written
    file = folder / places[-1].file
    file.write_bytes(file.read_bytes()[:-9])
    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert cut_torn_end(file) is None
    assert cut_torn_end(file) is not None


@pytest.mark.parametrize("flipped", [3, 30, 400, 3000])
def test_a_flipped_byte_costs_one_record(written: tuple[Path, list[Location]], flipped: int) -> None:
    folder, places = written
    file = folder / places[0].file
    data = bytearray(file.read_bytes())
    data[places[3].offset + flipped] ^= 0x10
    file.write_bytes(data)
    found = list(captures(file))
    damages = [item for item in found if isinstance(item, Damage)]
    assert [(damage.location, damage.at_end) for damage in damages] == [(places[3], False)]
    assert [item[0].location for item in found if not isinstance(item, Damage)] == places[:3] + places[4:]
    with pytest.raises(LostRecordError, match=f"^{file.name} at byte {places[3].offset}: the record is damaged"):
        read_capture(folder, places[3])
    assert cut_torn_end(file) is None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="tells memory where there is /proc only")
def test_a_long_file_is_read_through_without_holding_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.archive.warc.reader.HELD", 1 << 20)
    noise = [random.Random(number).randbytes(100_000) for number in range(10)]
    with writer(tmp_path) as out:
        for number in range(200):
            out.write(
                f"https://news.example.test/{number}",
                fetched_at=NOON,
                headers=HTML,
                body_wire=b"%d " % number + noise[number % 10],
            )
    path = next(tmp_path.glob("*.warc.gz"))
    before = resident()
    most = number = 0
    for found in captures(path):
        assert not isinstance(found, Damage)
        assert found[1] == b"%d " % number + noise[number % 10]
        number += 1
        most = max(most, resident() - before)
    assert number == 200
    assert most < path.stat().st_size / 3


def resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * mmap.PAGESIZE


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LostRecordError, match="x at byte 7: the file cannot be read"):
        read_capture(tmp_path, Location("x", 7, 10))


def test_files_of_the_same_second_have_different_names(tmp_path: Path) -> None:
    with writer(tmp_path) as one, writer(tmp_path) as other:
        places = [out.write("http://a.test/", fetched_at=NOON, body_wire=b"x") for out in (one, other)]
    assert len({place.file for place in places}) == 2


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("a file")
    with writer(tmp_path / "warc") as out, pytest.raises(ArchiveError, match="Cannot"):
        out.write("http://a.test/", fetched_at=NOON, body_wire=b"x")
