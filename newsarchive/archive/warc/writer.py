"""Append responses to WARC files as the wire gave them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from newsarchive.archive.warc import record
from newsarchive.archive.warc.codings import is_compressed
from newsarchive.archive.warc.companions import request, revisit_fields, warcinfo
from newsarchive.archive.warc.members import deflated, stored
from newsarchive.archive.warc.record import Headers, Original
from newsarchive.items import ArchiveError, Location
from newsarchive.urls import is_http

GIGABYTE = 1_000_000_000  # the usual size of WARC files
_FRESH = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC
_TRANSPORT = frozenset({"transfer-encoding"})  # undone by every HTTP client before we see the body
_CONTENT = _TRANSPORT | {"content-encoding"}


class WarcWriter:
    """Write responses to ``folder``, one file at a time, beginning another when ``max_bytes`` are reached.

    A file is held by a lock (``flock``) while it is written, so that nobody repairs it meanwhile. ``known``
    finds an earlier record by the digest of its payload as transferred; what it finds is not written twice.
    ``started`` names the files.
    """

    def __init__(
        self,
        folder: Path,
        *,
        prefix: str,
        started: datetime,
        software: str,
        max_bytes: int = GIGABYTE,
        known: Callable[[str], Original | None] = lambda digest: None,
    ) -> None:
        self._folder = folder
        self._stem = f"{prefix}-{started:%Y%m%d%H%M%S}-{os.getpid()}"
        self._started = started
        self._software = software
        self._max_bytes = max_bytes
        self._known = known
        self._serial = 0
        self._size = 0
        self._file: int | None = None
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(
        self,
        url: str,
        *,
        fetched_at: datetime,
        body_wire: bytes,
        status: int = 200,
        reason: str = "OK",
        headers: Sequence[tuple[str, str]] = (),
        request_headers: Sequence[tuple[str, str]] | None = None,
        requested_url: str | None = None,
        site: str | None = None,
        hints: Mapping[str, str] | None = None,
        content_decoded: bool = False,
    ) -> Location:
        """Append a response, and its request if its headers are given; return where the response lies.

        ``body_wire`` is the body without transfer coding but with its content coding, unless ``content_decoded``.
        The bytes are in the file, but only ``flush`` makes them survive a loss of power.
        """
        date = record.moment(fetched_at)
        name = record.record_id()
        digest = record.sha1(body_wire)
        has_payload = is_http(url)  # of other addresses, such as file:, WARC tools take the whole block for it
        original = self._known(digest) if has_payload and body_wire else None  # no bytes are nobody's copy
        http = record.http_block(
            f"HTTP/1.1 {status} {reason}",
            _as_kept(headers, _CONTENT if content_decoded else _TRANSPORT),
            b"" if original else body_wire,
        )
        fields = [
            ("WARC-Type", "revisit" if original else "response"),
            ("WARC-Record-ID", name),
            ("WARC-Target-URI", url),
            ("WARC-Date", date),
            *(revisit_fields(original) if original else []),
            *([("WARC-Payload-Digest", digest)] if has_payload else []),
            ("WARC-Block-Digest", record.sha1(http)),
            *record.capture_field(requested_url if requested_url != url else None, site, hints or {}),
            ("Content-Type", "application/http; msgtype=response"),
        ]
        packed = not content_decoded and is_compressed(_header(headers, "content-encoding"))
        member = (stored if packed or len(http) < 1000 else deflated)(record.serialised(fields, http))
        asked = b"" if request_headers is None else request(url, date, name, request_headers)
        return self._append(asked, member)

    def flush(self) -> None:
        """Bring everything written so far onto the disk."""
        if self._file is not None:
            os.fsync(self._file)

    def close(self) -> None:
        """Flush and let go of the file."""
        if self._file is not None:
            os.fsync(self._file)
            os.close(self._file)
            self._file = None

    def _append(self, request: bytes, response: bytes) -> Location:
        file = self._file
        if file is None or self._size >= self._max_bytes:
            file = self._begin()
        location = Location(self._name, self._size + len(request), len(response))
        self._put(file, request + response)
        return location

    def _put(self, file: int, data: bytes) -> None:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(file, view) :]
        except OSError as error:
            os.ftruncate(file, self._size)  # leave no torn record
            raise ArchiveError(f"Cannot write to {self._folder / self._name}: {error.strerror}.") from error
        self._size += len(data)

    def _begin(self) -> int:
        self.close()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = file = self._create()
        except OSError as error:
            raise ArchiveError(f"Cannot create a WARC file in {self._folder}: {error.strerror}.") from error
        fcntl.flock(file, fcntl.LOCK_EX)
        sync_folder(self._folder)
        self._size = 0
        self._put(file, warcinfo(self._name, self._started, self._software))
        return file

    def _create(self) -> int:
        while True:
            self._serial += 1
            self._name = f"{self._stem}-{self._serial:05}.warc.gz"
            try:
                return os.open(self._folder / self._name, _FRESH, 0o644)
            except FileExistsError:  # a clock set back, or a process number used again
                continue


def sync_folder(folder: Path) -> None:
    """Make the names of freshly created files survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _as_kept(headers: Headers, undone: frozenset[str]) -> list[tuple[str, str]]:
    """Rename the headers of codings that the body no longer has, the way other archives do."""
    return [(f"X-Archive-Orig-{name}" if name.lower() in undone else name, value) for name, value in headers]


def _header(headers: Headers, wanted: str) -> str | None:
    return next((value for name, value in headers if name.lower() == wanted), None)
