"""Reads the pages in WARC files of other programs, alone or packed as WACZ: Common Crawl's news set, Browsertrix."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

from newsarchive.archive.intake.page import Again, Page, Passed
from newsarchive.archive.warc.codings import LARGEST_PAYLOAD, zstd_file
from newsarchive.archive.warc.members import MAGIC
from newsarchive.items import NOT_MODIFIED

_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")
_PACKED = ".wacz"
_LONGEST = 80  # of an error: warcio repeats a line that it does not know, however long it is
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")


def is_warc(path: Path) -> bool:
    """Say whether a file is a WARC file, or holds some, by its name."""
    return path.name.lower().endswith((*_ENDINGS, _PACKED))


def read_warc(path: Path) -> Iterator[Page | Again | Passed]:
    """Read the pages of a WARC file; pictures, scripts and the like are left out, what cannot be read is said."""
    try:
        if path.suffix.lower() == _PACKED:
            yield from _packed_pages(path)
        else:
            with path.open("rb") as file:
                yield from _pages(str(path), file)
    except (OSError, BadZipFile) as error:
        yield Passed(str(path), f"the file cannot be read ({error})", 0)


def _packed_pages(path: Path) -> Iterator[Page | Again | Passed]:
    with ZipFile(path) as packed:
        for name in sorted(name for name in packed.namelist() if name.lower().endswith(_ENDINGS)):
            with packed.open(name) as file:
                yield from _pages(f"{path}/{name}", file)


def _pages(place: str, file: IO[bytes]) -> Iterator[Page | Again | Passed]:
    start = behind = 0
    while start >= 0:
        is_new = start == 0
        file.seek(start)
        try:
            records = ArchiveIterator(zstd_file(file) if place.lower().endswith(".zst") else file, arc2warc=True)
            for record in records:
                start = records.offset
                if _is_page(record):
                    size, behind = file.tell() - behind, file.tell()
                    yield _taken(place, record, size)
                is_new = True
            return
        except Exception as error:  # warcio fails in a dozen ways on files that are damaged or none of its own
            following = _next_member(file, start + 1) if place.lower().endswith(".gz") else -1
            if is_new:
                lost = "the file cannot be read on" if following < 0 else "a record cannot be read"
                yield Passed(place, f"after {start} bytes {lost} ({str(error)[:_LONGEST]})", 0)
            start = following


def _next_member(file: IO[bytes], start: int) -> int:
    """Return where behind damage the next gzip member begins that holds a record, or -1."""
    step = 1 << 20
    while file.seek(start) is not None and (data := file.read(step)):
        place = data.find(MAGIC)
        if place >= 0 and _begins_record(data[place : place + 1024]):
            return start + place
        start += place + 1 if place >= 0 else max(1, len(data) - len(MAGIC) + 1)
    return -1


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 5) == b"WARC/"
    except zlib.error:
        return False


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "revisit", "resource"):
        return False
    headers = record.rec_headers if record.rec_type == "resource" else record.http_headers
    # of a page that was the same again, some say nothing more; a file that was no answer says what it is
    kind = (headers and headers.get_header("Content-Type")) or "text/html"
    return _url(record).startswith("http") and kind.strip().lower().startswith(_PAGES)


def _taken(place: str, record: Any, size: int) -> Page | Again | Passed:
    try:
        page = _page(record, size)
        is_same = record.rec_type == "revisit" and page.status != NOT_MODIFIED
        return _again(f"{place}: {page.url}", record, page) if is_same else page
    except (ValueError, IndexError) as error:
        return Passed(f"{place}: {_url(record)}", f"the record is wrong ({error})", size)


def _page(record: Any, size: int) -> Page:
    is_unchanged = "not-modified" in (record.rec_headers.get_header("WARC-Profile") or "")
    said = "304 Not Modified" if is_unchanged else record.http_headers.statusline if record.http_headers else "200 OK"
    status, _, reason = said.partition(" ")
    return Page(
        url=_url(record),
        fetched_at=_moment(record.rec_headers.get_header("WARC-Date")),
        body=b"" if record.rec_type == "revisit" else _body(record),
        headers=_headers(record),
        size=size,
        status=int(status),
        reason=reason,
    )


def _headers(record: Any) -> tuple[tuple[str, str], ...]:
    if record.http_headers:
        return tuple(record.http_headers.headers)
    is_file = record.rec_type == "resource"
    return (("Content-Type", record.rec_headers.get_header("Content-Type")),) if is_file else ()


def _again(place: str, record: Any, page: Page) -> Again:
    same_at = record.rec_headers.get_header("WARC-Refers-To-Date")
    return Again(
        page,
        place,
        digest=record.rec_headers.get_header("WARC-Payload-Digest") or "",
        same_url=record.rec_headers.get_header("WARC-Refers-To-Target-URI") or page.url,
        same_at=_moment(same_at) if same_at else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).replace(microsecond=0)


def _body(record: Any) -> bytes:
    headers = record.http_headers
    chunked = headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    parts: list[bytes] = []
    while (part := stream.read(LARGEST_PAYLOAD)) and sum(map(len, parts)) <= LARGEST_PAYLOAD:
        parts.append(part)  # warcio's streams give what they have, not what was asked for
    if record.raw_stream.limit and not record.raw_stream.read(1):
        raise ValueError("it is cut off")
    return b"".join(parts)


def _url(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
