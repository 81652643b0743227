"""WARC files of other programs: pages that were the same again, files without an answer, Zstandard, damage."""

import gzip
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive.intake import Again, Page, Passed, pages
from newsarchive.archive.warc.codings import zstd  # type: ignore[attr-defined]

PAGE = "https://a.test/1"
TEXT = b"<p>The ferry sails again.</p>"
HTML = (("Content-Type", "text/html"),)
APRIL, MAY = "2022-04-19T02:00:00Z", "2022-05-19T02:00:00Z"
SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def record(kind: str, *, url: str = PAGE, status: str | None = "200 OK", body: bytes = TEXT, **fields: str) -> bytes:
    """Return a packed record; its fields are named without their ``WARC-``."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() if status else b""
    told = {"Type": kind, "Record_ID": f"<urn:test:{url}>", "Target_URI": url, "Date": APRIL} | fields
    lines = [f"WARC-{name.replace('_', '-')}: {value}" for name, value in told.items()]
    lines += [f"Content-Type: {'application/http; msgtype=response' if status else 'text/html'}"]
    head = "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(answer + body)}", "", ""])
    return gzip.compress(head.encode() + answer + body + b"\r\n\r\n")


def read(path: Path, records: Iterable[bytes]) -> list[Page | Again | Passed]:
    path.write_bytes(b"".join(records))
    return list(pages([path]))


def test_a_file_that_was_no_answer_is_a_page(tmp_path: Path) -> None:
    records = [record("resource", status=None), record("conversion", status=None), record("metadata", status=None)]
    (page,) = read(tmp_path / "a.warc.gz", records)
    assert isinstance(page, Page)
    assert (page.url, page.status, page.body, page.headers) == (PAGE, 200, TEXT, HTML)


def test_an_answer_that_nothing_has_changed_is_a_look(tmp_path: Path) -> None:
    (page,) = read(tmp_path / "a.warc.gz", [record("revisit", status=None, body=b"", Profile=UNCHANGED)])
    assert isinstance(page, Page)
    assert (page.url, page.status, page.body) == (PAGE, 304, b"")


@pytest.mark.parametrize("status", ["200 OK", None])
def test_a_page_that_was_the_same_again_says_as_what(tmp_path: Path, status: str | None) -> None:
    says = {"Date": MAY, "Profile": SAME, "Refers_To_Target_URI": "https://a.test/old", "Refers_To_Date": APRIL}
    (again,) = read(
        tmp_path / "a.warc.gz", [record("revisit", status=status, body=b"", Payload_Digest="sha1:A", **says)]
    )
    assert isinstance(again, Again)
    assert (again.page.url, again.page.fetched_at.month, again.page.headers) == (PAGE, 5, HTML if status else ())
    assert (again.digest, again.same_url) == ("sha1:A", "https://a.test/old")
    assert again.same_at == datetime(2022, 4, 19, 2, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["frames", "with a dictionary", "with a packed dictionary"])
def test_files_in_zstandard_frames_are_read(tmp_path: Path, kind: str) -> None:
    plain = [gzip.decompress(record("response", url=f"https://a.test/{number}")) for number in range(100)]
    known = zstd.train_dict(plain, 512) if "dictionary" in kind else None
    words = known.dict_content if known else b""
    words = zstd.compress(words) if "packed" in kind else words
    first = (0x184D2A5D).to_bytes(4, "little") + len(words).to_bytes(4, "little") + words if words else b""
    found = read(tmp_path / "a.warc.zst", [first, *(zstd.compress(each, zstd_dict=known) for each in plain)])
    assert [page.url for page in found if isinstance(page, Page)] == [f"https://a.test/{n}" for n in range(100)]


def test_what_stands_behind_a_damaged_record_is_read(tmp_path: Path) -> None:
    records = [record("response", url=f"https://a.test/{number}") for number in range(5)]
    records[2] = records[2][:60] + bytes(40) + records[2][100:]
    found = read(tmp_path / "a.warc.gz", records)
    assert [page.url[-1] for page in found if isinstance(page, Page)] == ["0", "1", "3", "4"]
    (lost,) = (each for each in found if isinstance(each, Passed))
    assert "a record cannot be read" in lost.reason
