"""The records that stand beside responses in a WARC file, and the one that takes a revisit's place."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from newsarchive.archive.warc import record
from newsarchive.archive.warc.members import deflated, stored
from newsarchive.archive.warc.record import Headers, Original, Record

_FORMAT = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_OF_REVISITS = {"warc-profile", "warc-refers-to-target-uri", "warc-refers-to-date", "content-length"}


def promoted(revisit: Record, original: Record) -> bytes:
    """Return the member of a whole response that says what a revisit record says, with the payload of its original."""
    head, _, _ = revisit.block.partition(b"\r\n\r\n")
    http = head + b"\r\n\r\n" + record.body(original)
    said = {name: value for name, value in revisit.fields.items() if name not in _OF_REVISITS}
    said |= {"warc-type": "response", "warc-block-digest": record.sha1(http)}
    return deflated(record.serialised([(name.title().replace("Warc", "WARC"), said[name]) for name in said], http))


def revisit_fields(original: Original) -> list[tuple[str, str]]:
    """Return the fields that say which record a revisit stands for."""
    return [
        ("WARC-Profile", record.SAME_PAYLOAD),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", record.moment(original.fetched_at)),
    ]


def request(url: str, date: str, response: str, headers: Headers) -> bytes:
    """Return the member of the request that a response answers, which is given by its name."""
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    http = record.http_block(f"GET {target} HTTP/1.1", headers)
    fields = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", record.record_id()),
        ("WARC-Target-URI", url),
        ("WARC-Date", date),
        ("WARC-Concurrent-To", response),
        ("WARC-Block-Digest", record.sha1(http)),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return stored(record.serialised(fields, http))


def warcinfo(name: str, started: datetime, software: str) -> bytes:
    """Return the member with which a file begins: who wrote it, and how."""
    said = [
        ("software", software),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", _FORMAT),
        ("description", "HTTP transfer coding undone; content coding as received unless a record renames its header"),
    ]
    block = "".join(f"{key}: {value}\r\n" for key, value in said).encode()
    fields = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record.record_id()),
        ("WARC-Date", record.moment(started)),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    ]
    return deflated(record.serialised(fields, block))
