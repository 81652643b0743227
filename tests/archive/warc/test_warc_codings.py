import gzip
import zlib

import brotli
import pytest

from newsarchive.archive.warc.codings import Decoded, decode, is_compressed, zstd

PAGE = b"<p>" + bytes(range(256)) * 40 + b"</p>"
RAW = zlib.compressobj(wbits=-15)
RAW_DEFLATE = RAW.compress(PAGE) + RAW.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        (None, PAGE),
        ("identity", PAGE),
        ("gzip", gzip.compress(PAGE)),
        ("X-GZIP", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:])),
        ("gzip", gzip.compress(PAGE) + b"\0" * 20),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", RAW_DEFLATE),
        ("br", brotli.compress(PAGE)),
        ("zstd", zstd.compress(PAGE)),
        ("gzip, br", brotli.compress(gzip.compress(PAGE))),
    ],
)
def test_every_coding_that_servers_use_is_undone(coding: str | None, body: bytes) -> None:
    assert decode(body, coding) == Decoded(PAGE)


@pytest.mark.parametrize(
    ("coding", "body", "decoded"),
    [
        ("gzip", PAGE, Decoded(PAGE, "the body is not gzip, as its header says")),
        ("br", b"\xff" * 9, Decoded(b"\xff" * 9, "the body is not br, as its header says")),
        ("zstd", b"zzzzzzzz", Decoded(b"zzzzzzzz", "the body is not zstd, as its header says")),
        ("sdch", PAGE, Decoded(PAGE, "the content coding 'sdch' is unknown")),
        ("gzip", b"", Decoded(b"")),
    ],
)
def test_a_body_that_is_not_what_its_header_says_is_named(coding: str, body: bytes, decoded: Decoded) -> None:
    assert decode(body, coding) == decoded


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_what_can_be_read_of_a_cut_off_body_is_kept(pack) -> None:
    text = b"".join(b"line %d of the article\n" % number for number in range(5000))
    coding = "gzip" if pack is gzip.compress else "deflate"
    packed = pack(text)
    decoded = decode(packed[: len(packed) // 2], coding)
    assert decoded.flaw == f"the {coding} body is cut off"
    assert len(decoded.payload) > 30_000
    assert text.startswith(decoded.payload)


def test_what_stands_before_a_damage_is_kept() -> None:
    text = b"".join(b"line %d of the article\n" % number for number in range(5000))
    packed = bytearray(gzip.compress(text))
    packed[-5] ^= 0xFF
    decoded = decode(bytes(packed), "gzip")
    assert decoded.flaw == f"the gzip body is damaged after {len(decoded.payload)} bytes"
    assert text.startswith(decoded.payload[:90_000])


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(b"0" * 10_000_000)),
        ("gzip", gzip.compress(b"0" * 600_000) * 5),
        ("deflate", zlib.compress(b"0" * 10_000_000)),
        ("br", brotli.compress(b"0" * 10_000_000)),
        ("zstd", zstd.compress(b"0" * 10_000_000)),
    ],
)
def test_a_bomb_is_not_unpacked(coding: str, bomb: bytes) -> None:
    assert decode(bomb, coding, 1 << 20) == Decoded(b"", f"the {coding} body unpacks to more than 1 MiB")


def test_only_real_compression_counts_as_compressed() -> None:
    assert [is_compressed(coding) for coding in ("gzip", "br", "identity", "", None, "utf-8")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
