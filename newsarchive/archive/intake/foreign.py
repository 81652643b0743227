"""Reads the pages in WARC files of other programs, alone or packed as WACZ: Common Crawl's news set, Browsertrix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader

from newsarchive.archive.intake.page import Page, Passed
from newsarchive.archive.warc.codings import LARGEST_PAYLOAD

_ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")
_PACKED = ".wacz"
_LONGEST = 80  # of an error: warcio repeats a line that it does not know, however long it is
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")


def is_warc(path: Path) -> bool:
    """Say whether a file is a WARC file, or holds some, by its name."""
    return path.name.lower().endswith((*_ENDINGS, _PACKED))


def read_warc(path: Path) -> Iterator[Page | Passed]:
    """Read the pages of a WARC file; pictures, scripts and the like are left out, what cannot be read is said."""
    try:
        if path.suffix.lower() == _PACKED:
            yield from _packed_pages(path)
        else:
            with path.open("rb") as file:
                yield from _pages(str(path), file)
    except (OSError, BadZipFile) as error:
        yield Passed(str(path), f"the file cannot be read ({error})", 0)


def _packed_pages(path: Path) -> Iterator[Page | Passed]:
    with ZipFile(path) as packed:
        for name in sorted(name for name in packed.namelist() if name.lower().endswith(_ENDINGS)):
            with packed.open(name) as file:
                yield from _pages(f"{path}/{name}", file)


def _pages(place: str, file: IO[bytes]) -> Iterator[Page | Passed]:
    behind = 0
    try:
        for record in ArchiveIterator(file, arc2warc=True):
            if _is_page(record):
                size, behind = file.tell() - behind, file.tell()
                yield _taken(place, record, size)
    except Exception as error:  # warcio fails in a dozen ways on files that are damaged or none of its own
        yield Passed(place, f"after {behind} bytes the file cannot be read on ({str(error)[:_LONGEST]})", 0)


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "text/html").strip().lower()
    return _url(record).startswith("http") and kind.startswith(_PAGES)


def _taken(place: str, record: Any, size: int) -> Page | Passed:
    try:
        return _page(record, size)
    except (ValueError, IndexError) as error:
        return Passed(f"{place}: {_url(record)}", f"the record is wrong ({error})", size)


def _page(record: Any, size: int) -> Page:
    status, _, reason = record.http_headers.statusline.partition(" ")
    moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    return Page(
        url=_url(record),
        fetched_at=(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).replace(microsecond=0),
        body=_body(record),
        headers=tuple(record.http_headers.headers),
        size=size,
        status=int(status),
        reason=reason,
    )


def _body(record: Any) -> bytes:
    chunked = (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    parts: list[bytes] = []
    while (part := stream.read(LARGEST_PAYLOAD)) and sum(map(len, parts)) <= LARGEST_PAYLOAD:
        parts.append(part)  # warcio's streams give what they have, not what was asked for
    if record.raw_stream.limit and not record.raw_stream.read(1):
        raise ValueError("it is cut off")
    return b"".join(parts)


def _url(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
