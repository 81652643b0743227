"""Text from the bytes of a page: declarations are candidates, the bytes decide.

Servers and templates often declare the wrong charset. ``decode`` therefore checks each claim against the bytes:
a body that is UTF-8 is read as UTF-8 whatever was declared, and a legacy charset is believed only if what comes
out looks like a language that is written in it. What nothing declares is told by the frequencies of its letters
(Resiliparse's detector, after Mozilla's), if the text is then in a language of that charset.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.lang import detect_fast

from newsarchive.charsets.familiar import FAMILIAR, WIDE, familiarity
from newsarchive.charsets.labels import declared_codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEVEN_BIT = {"hz", "iso2022_jp"}
_MULTIBYTE = {"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"}

_SINGLE_BYTE = {"cp1252", "cp1251", "koi8-r"}
_SURE = 0.2
# Charsets that a page which declares none may have, with the languages that are written in them.
_LANGUAGES = {
    codec: frozenset(languages.split())
    for codecs_alike, languages in {
        "cp1250 iso8859-2": "pl cs sk hu sl hr bs sr ro sq",
        "cp1251 koi8-r koi8-u iso8859-5 cp866 mac-cyrillic": "ru uk be bg sr mk kk ky tg mn",
        "cp1253 iso8859-7": "el", "cp1254": "tr az", "cp1255 iso8859-8": "he yi", "cp1256 iso8859-6": "ar fa ur",
        "cp1257": "lt lv et", "cp1258": "vi", "cp874": "th",
    }.items()
    for codec in codecs_alike.split()
}  # fmt: skip
_WIDER = {
    "iso8859-9": "cp1254",
    "iso8859-13": "cp1257",
    "iso8859-4": "cp1257",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}

_PIECE = re.compile(rb"[^<>\r\n]+")  # no trail byte of any legacy charset is one of these
_PLAIN = re.compile(rb"[\x00-\x7f]{42,}")
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1|<[^>]*>", re.I | re.S)

_SAMPLED_BYTES = 1 << 16
_UTF8_RUN = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4}")  # four hanzi in UTF-8, no likely GBK


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body's text, the codec declared for it (``None`` if none), the one used, and how often it could not read."""

    text: str
    declared: str | None
    used: str
    errors: int = 0


def decode(body: bytes, *, content_type: str | None = None) -> Decoded:
    """Return the text of ``body``, whose HTTP header was ``content_type``, with what was declared and what was used.

    >>> decode("疫情防控".encode("gbk"), content_type="text/html; charset=ISO-8859-1").text
    '疫情防控'
    """
    for bom, codec in _BOMS:
        if body.startswith(bom):
            return _decoded(body[len(bom) :], codec, codec)
    claims = declared_codecs(body, content_type)
    declared = claims[0] if claims else None
    seven_bit = next((codec for codec in claims if codec in _SEVEN_BIT), None)
    if body[:64].count(0) > len(body[:64]) // 10:  # more than strays: the empty halves of UTF-16
        return _decoded(body, declared, "utf-16-le" if body[1:2] == b"\0" else "utf-16-be")
    if body.isascii():
        return _decoded(body, declared, seven_bit or "utf-8")
    return _as_utf8(body, claims, declared) or _as_legacy(body, claims, declared)


def is_mojibake(text: str) -> bool:
    """Tell whether ``text`` looks garbled: UTF-8 read as GBK, GBK or UTF-8 read as Latin-1, or full of U+FFFD."""
    if text.isascii():
        return False
    size = len(text) - len(text.encode("ascii", "ignore"))
    return any(sum(map(text.count, signs)) > max(2, size * share) for signs, share in _GARBLED)


_GARBLED = (
    ("\ufffd", 0.01),
    ("鐨锛銆鏄浠涓鍦鏈鍙殑", 0.08),  # 的，。是 of UTF-8 read as GBK
    (("Ã", "Â", "â€"), 0.2),  # Ã© for é: UTF-8 read as Latin-1
    (("µÄ", "ÊÇ", "¡£", "£¬", "ÖÐ", "ÎÄ", "Òß", "ÔÚ"), 0.02),  # 的是。， of GBK read as Latin-1
    (("ÐŸ", "Ð°", "Ð¾", "Ñ‚", "Ñ\x80"), 0.05),  # о of Russian UTF-8 read as Latin-1
)


def _decoded(body: bytes, declared: str | None, used: str) -> Decoded:
    text = body.decode(used, "replace")
    return Decoded(text, declared, used, text.count("\ufffd"))


def _as_utf8(body: bytes, claims: list[str], declared: str | None) -> Decoded | None:
    """Read a body that is UTF-8 but for a cut end; one or two such characters may also be what a claim says."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(body)
    except UnicodeDecodeError:
        return None
    tail = len(decoder.getstate()[0])
    claim = next((codec for codec in claims if codec in _MULTIBYTE), None)
    if claim and "utf-8" not in claims and len(body) - len(text) - tail <= 4:
        as_claimed = _strict(body, claim)
        if as_claimed is not None:  # the GBK bytes of 陆路 are valid UTF-8
            return Decoded(as_claimed, declared, claim)
    return Decoded(text + "\ufffd" * bool(tail), declared, "utf-8", int(bool(tail)))


def _as_legacy(body: bytes, claims: list[str], declared: str | None) -> Decoded:
    """Read a body that is not clean UTF-8: in one charset if it fits all of it, else piece by piece."""
    pieces = [piece for piece in _PIECE.findall(_MARKUP.sub(b"\n", body[:_SAMPLED_BYTES])) if not piece.isascii()]
    pieces = pieces or [body]
    used = _likeliest(pieces, claims, (*FAMILIAR, "utf-8"))
    whole = None if used == "utf-8" or _UTF8_RUN.search(body) else _strict(body, used)
    if whole is not None:
        return Decoded(whole, declared, used)
    other = used
    if used == "utf-8":
        other = _likeliest([piece for piece in pieces if _strict(piece, used) is None], claims, FAMILIAR)
    text = _PIECE.sub(lambda piece: _piece(piece[0], used, other).encode(), body).decode()
    return Decoded(text, declared, used, text.count("\ufffd"))


def _strict(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return None


def _piece(piece: bytes, used: str, other: str) -> str:
    """Read one piece between tags in the body's charset, or in the other one if only that fits."""
    if piece.isascii():
        return piece.decode("ascii")
    text = piece.decode("utf-8", "replace")
    broken, wide = text.count("\ufffd"), len(WIDE.findall(text))
    if wide > 4 * broken if used == "utf-8" else not broken and wide > 2:
        return text
    legacy = _strict(piece, other)
    if legacy is not None:
        return legacy
    if other == "gb18030":
        piece = piece.replace(b"\x80", b"\xa2\xe3")  # Windows writes the euro sign as one byte
    return piece.decode(other, "replace")


def _likeliest(pieces: list[bytes], claims: list[str], codecs_to_try: Iterable[str]) -> str:
    """Return the codec whose reading of the running text is most familiar; claims win when they come close."""
    sample = _PLAIN.sub(lambda run: run[0][:20] + b" " + run[0][-20:], b" ".join(pieces))[:8192]
    scores = {codec: familiarity(sample, codec) for codec in codecs_to_try}
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] <= 0 and claims:
        return claims[0]
    for claim in claims:
        if claim in scores and scores[claim] >= max(0.1, 0.7 * scores[best]):
            return claim
        if claim not in FAMILIAR and claim != "utf-8" and best in _SINGLE_BYTE:
            return claim
    sure = scores[best] >= _SURE
    return best if sure and best not in _SINGLE_BYTE else _detected(sample) or (best if sure else "cp1252")


def _detected(sample: bytes) -> str | None:
    """Return the charset of one byte a letter that the letters suggest, if the text is in one of its languages."""
    found = detect_encoding(sample) or ""
    codec = _WIDER.get(found, found)
    language = detect_fast(sample.decode(codec, "replace"))[0] if codec in _LANGUAGES else ""
    return codec if language in _LANGUAGES.get(codec, ()) else None
