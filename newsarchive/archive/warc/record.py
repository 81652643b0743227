"""The text of WARC records: what is written before and read back from the bytes of a response."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from newsarchive.items import Capture, Location

VERSION = b"WARC/1.1"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_EXTENSION = "Newsarchive-Capture"  # what discovery knew, as JSON in one extension field (ISO 28500, 5.1)
_LINE_BREAKING = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")  # a header with "\r\nSet-Cookie:" inside
Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Original:
    """The record that a revisit stands for."""

    url: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """One record as read: its WARC fields by lower-case name, and its block."""

    fields: Mapping[str, str]
    block: bytes

    @property
    def type(self) -> str:
        """Return ``response``, ``revisit``, ``request`` and so on."""
        return self.fields.get("warc-type", "")

    @property
    def is_capture(self) -> bool:
        """Say whether this record is the answer of a server."""
        return self.type in {"response", "revisit"} and self.fields.get("content-type", "").startswith(
            "application/http"
        )


def sha1(data: bytes) -> str:
    """Return a digest as WARC tools write it: SHA-1 in Base32.

    >>> sha1(b"")
    'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def sha256(payload: bytes) -> str:
    """Return the digest of a decoded payload, ``sha256:`` and hex."""
    return "sha256:" + hashlib.sha256(payload).hexdigest()


def record_id() -> str:
    """Return a fresh record name."""
    return f"<urn:uuid:{uuid4()}>"


def serialised(fields: Headers, block: bytes) -> bytes:
    """Return the bytes of a record: version, fields, block."""
    lines = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in fields)
    return b"".join((VERSION, b"\r\n", lines.encode(), b"Content-Length: %d\r\n\r\n" % len(block), block, b"\r\n\r\n"))


def parsed(data: bytes) -> Record:
    """Read a record back; raise ``ValueError`` if the bytes are none."""
    head, end, rest = data.partition(b"\r\n\r\n")
    first, _, lines = head.partition(b"\r\n")
    if not end or not first.startswith(b"WARC/1."):
        raise ValueError("there is no WARC record at this place")
    fields = {name.lower(): value for name, value in header_lines(lines.decode("utf-8", "replace"))}
    length = int(fields.get("content-length", "-1"))
    if not 0 <= length <= len(rest):
        raise ValueError("the WARC record is shorter than it says")
    return Record(fields, rest[:length])


def header_lines(text: str) -> list[tuple[str, str]]:
    """Split header lines into names and values."""
    pairs = [line.partition(":") for line in text.split("\r\n")]
    return [(name, value.strip()) for name, colon, value in pairs if colon]


def http_block(start_line: str, headers: Headers, body: bytes = b"") -> bytes:
    """Return an HTTP message as bytes: header text in Latin-1, as HTTP has it, without what would break a line."""
    lines = [start_line, *(f"{name}: {value}" for name, value in headers), "", ""]
    text = "\r\n".join(map(_one_line, lines))
    try:
        return text.encode("latin-1") + body
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace") + body


def capture_field(requested_url: str | None, site: str | None, hints: Mapping[str, str]) -> Headers:
    """Return the field that holds what WARC has no name for, or nothing."""
    known = {"requested_url": requested_url, "site": site, "hints": dict(hints)}
    said = {name: value for name, value in known.items() if value}
    return [(_EXTENSION, json.dumps(said))] if said else []


def capture(record: Record, location: Location) -> Capture:
    """Return what a response or revisit record says about itself; ``digest`` is left to whoever decodes the payload."""
    head, _, _ = record.block.partition(b"\r\n\r\n")
    start_line, _, lines = head.decode("latin-1").partition("\r\n")
    known = json.loads(record.fields.get(_EXTENSION.lower(), "{}"))
    return Capture(
        url=record.fields["warc-target-uri"].strip("<>"),
        fetched_at=datetime.fromisoformat(record.fields["warc-date"]).astimezone(UTC),
        status=int(start_line.split()[1]),
        headers=tuple(header_lines(lines)),
        requested_url=known.get("requested_url"),
        location=location,
        site=known.get("site"),
        hints=known.get("hints", {}),
        transfer_digest=record.fields.get("warc-payload-digest") or sha1(body(record)),
        is_revisit=record.type == "revisit",
    )


def body(record: Record) -> bytes:
    """Return the body of the HTTP message in a record, as transferred."""
    return record.block.partition(b"\r\n\r\n")[2]


def moment(when: datetime) -> str:
    """Return a time as WARC has it; whole seconds, as the archive keeps them."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _one_line(text: str) -> str:
    return _LINE_BREAKING.sub(" ", text)
