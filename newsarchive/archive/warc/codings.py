"""Content codings: what a server packed, unpacked within bounds."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Protocol, cast

import brotli
from isal import isal_zlib

from newsarchive.archive.warc.members import INFLATE_ERROR

try:
    from compression import zstd  # type: ignore[import-not-found,unused-ignore]  # Python 3.14
except ImportError:
    from backports import zstd  # type: ignore[no-redef,unused-ignore]  # before

LARGEST_PAYLOAD = 1 << 26  # bytes; ten times the largest page seen on news sites, and no gzip bomb
_SALVAGE_STEP = 256
_DICTIONARY, _ZSTANDARD = 0x184D2A5D, b"\x28\xb5\x2f\xfd"  # with which frames begin


@dataclass(frozen=True, slots=True)
class Decoded:
    """A payload as the browser would see it; ``flaw`` says what could not be decoded, ``None`` if nothing."""

    payload: bytes
    flaw: str | None = None


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Brotli:
    """Brotli in the shape that zlib and zstd share."""

    unused_data = b""

    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._decompressor.is_finished())

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return bytes(self._decompressor.process(data, output_buffer_limit=max_length))


def _deflate(body: bytes) -> _Unpacker:
    # many servers send raw deflate for what RFC 9110 calls zlib
    wrapped = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return zlib.decompressobj(15 if wrapped else -15)


def _gzip(_body: bytes) -> _Unpacker:
    unpacker: _Unpacker = isal_zlib.decompressobj(31)
    return unpacker


_UNPACKERS: dict[str, Callable[[bytes], _Unpacker]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": lambda _body: _Brotli(),
    "zstd": lambda _body: zstd.ZstdDecompressor(),
}
_ERRORS = (INFLATE_ERROR, zlib.error, brotli.error, zstd.ZstdError, EOFError)


def is_compressed(content_encoding: str | None) -> bool:
    """Say whether a ``Content-Encoding`` names a coding that has compressed the body already."""
    return any(coding in _UNPACKERS for coding in _codings(content_encoding))


def decode(body: bytes, content_encoding: str | None, limit: int = LARGEST_PAYLOAD) -> Decoded:
    """Undo the content codings of a body.

    A body that ends too early or is damaged gives what there is; one that is not in the coding it claims is
    returned as it is, as browsers do; one that unpacks to more than ``limit`` bytes gives nothing.
    """
    flaws = []
    for coding in reversed(_codings(content_encoding)):
        decoded = _undo(body, coding, limit)
        body = decoded.payload
        flaws += [decoded.flaw] if decoded.flaw else []
    return Decoded(body, "; ".join(flaws) or None)


def zstd_file(file: IO[bytes]) -> IO[bytes]:
    """Unpack a file in Zstandard frames as it is read, with the dictionary that may stand in the first of them."""
    mark, size = struct.unpack("<II", file.read(8).ljust(8, b"\0"))
    words = file.read(size) if mark == _DICTIONARY else b""
    if words.startswith(_ZSTANDARD):
        words = zstd.decompress(words)
    file.seek(0)
    return cast("IO[bytes]", zstd.ZstdFile(file, zstd_dict=zstd.ZstdDict(words) if words else None))


def _codings(content_encoding: str | None) -> list[str]:
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    return [name for name in names if name not in {"", "identity"}]


def _undo(body: bytes, coding: str, limit: int) -> Decoded:
    if not body:
        return Decoded(body)
    if coding not in _UNPACKERS:
        return Decoded(body, f"the content coding {coding[:40]!r} is unknown")
    try:
        decoded = _unpack(body, coding, limit)
    except _ERRORS:
        decoded = _salvage(body, coding, limit)
    if len(decoded.payload) > limit:
        return Decoded(b"", f"the {coding} body unpacks to more than {limit >> 20} MiB")
    return decoded


def _unpack(body: bytes, coding: str, limit: int) -> Decoded:
    parts: list[bytes] = []
    while body and sum(map(len, parts)) <= limit:
        unpacker = _UNPACKERS[coding](body)
        parts.append(unpacker.decompress(body, limit + 1))
        if not unpacker.eof:
            return Decoded(b"".join(parts), f"the {coding} body is cut off")
        rest = unpacker.unused_data
        body = rest if rest[:4] == body[:4] else b""  # another member or frame; anything else is padding
    return Decoded(b"".join(parts))


def _salvage(body: bytes, coding: str, limit: int) -> Decoded:
    unpacker = _UNPACKERS[coding](body)
    parts: list[bytes] = []
    try:
        for start in range(0, len(body), _SALVAGE_STEP):
            parts.append(unpacker.decompress(body[start : start + _SALVAGE_STEP], limit + 1))
    except _ERRORS:
        pass
    payload = b"".join(parts)
    if not payload:
        return Decoded(body, f"the body is not {coding}, as its header says")
    return Decoded(payload, f"the {coding} body is damaged after {len(payload)} bytes")
