"""Gzip members: the envelopes that hold one WARC record each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from isal import isal_zlib  # same streams as zlib; 0.09 ms against 0.43 for 70 KB, checksums 15 times as fast

MAGIC = b"\x1f\x8b\x08"
_HEADER = MAGIC + bytes([0, 0, 0, 0, 0, 0, 255])
_BLOCK = 0xFFFF
_STEP = 1 << 18
_LEVEL = 1
INFLATE_ERROR = cast("type[Exception]", isal_zlib.error)  # its stub says an instance
LARGEST_RECORD = 1 << 28  # bytes after inflating; a record that claims more is damaged or hostile


class BadMemberError(ValueError):
    """The bytes are no whole gzip member; ``torn`` says that they only end too early."""

    def __init__(self, reason: str, *, torn: bool = False) -> None:
        super().__init__(reason)
        self.torn = torn


@dataclass(frozen=True, slots=True)
class Member:
    """An inflated member and how many bytes it takes in the file."""

    data: bytes
    length: int


def stored(data: bytes) -> bytes:
    """Wrap bytes that are compressed already: stored blocks cost a checksum and 5 bytes per 64 KB."""
    parts = [_HEADER]
    for start in range(0, len(data) or 1, _BLOCK):
        chunk = data[start : start + _BLOCK]
        size = len(chunk)
        parts.append(bytes([start + _BLOCK >= len(data)]) + _little(size, 2) + _little(size ^ 0xFFFF, 2))
        parts.append(chunk)
    parts.append(_little(isal_zlib.crc32(data), 4) + _little(len(data) & 0xFFFFFFFF, 4))
    return b"".join(parts)


def deflated(data: bytes) -> bytes:
    """Wrap bytes that are worth compressing."""
    compressed: bytes = isal_zlib.compress(data, _LEVEL, 31)
    return compressed


def inflate(buffer: bytes | memoryview) -> Member:
    """Inflate the member at the start of a buffer; raise ``BadMemberError`` unless it is whole and sound."""
    inflater = isal_zlib.decompressobj(31)
    parts: list[bytes] = []
    fed = size = 0
    try:
        while not inflater.eof:
            chunk = inflater.unconsumed_tail or buffer[fed : fed + _STEP]
            fed += 0 if inflater.unconsumed_tail else len(chunk)
            if not chunk:
                raise BadMemberError("the record is cut off", torn=True)
            parts.append(inflater.decompress(chunk, LARGEST_RECORD - size + 1))
            size += len(parts[-1])
            if size > LARGEST_RECORD:
                raise BadMemberError(f"the record is larger than {LARGEST_RECORD} bytes")
    except INFLATE_ERROR as error:
        raise BadMemberError(f"the record is damaged ({error})") from error
    return Member(b"".join(parts), fed - len(inflater.unused_data))


def _little(number: int, size: int) -> bytes:
    return number.to_bytes(size, "little")
