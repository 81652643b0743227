"""Names that a page prints as its authors: after a label, beside the date, alone on a line, in the text's edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from newsarchive.dates import read_date
from newsarchive.extraction.fields.chinese import HINT, NUMBERS, byline, byline_among, byline_of
from newsarchive.extraction.fields.japanese import NAME, in_brackets, names_among
from newsarchive.extraction.fields.korean import names_in
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names import ROLE, is_person, people
from newsarchive.extraction.fields.signed import is_signature, signed_names
from newsarchive.extraction.fields.zone import LINE, Line, Zone
from newsarchive.extraction.page.elements import TextBlock

_NAME: Final = (
    r"(?:[^\W\d_a-zß-ÿ][\w.'’\u0300-\u036f\u064b-\u065f\u0900-\u0e4f-]*"  # also the marks that are no letters
    r"|(?:von|van|de|der|den|del|della|di|da|du|la|le|zu|ten|bin|al|el|dos)(?=\s[^\W\d_]))"
)
_NAMES: Final = rf"{_NAME}(?:[ \xa0]{_NAME}){{0,4}}"  # no further than to the border of an element
# Reviewed by, photographs by: who did something else.
_ELSE: Final = re.compile(r"(?:reviewed|photographs?|photos?|pictures?|images?|illustrations?|checked)\s$", re.I)
# By Ann Lee and Bo Yu; Veröffentlicht am 1.2.2022 von Max Muster; Ein Interview von Eva Muster.
_BY_LINE: Final = re.compile(
    r"(?:^|(?<=\s))(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported )?[Bb]y|BY|[Vv]on(?: unsere[rm]? \w+)?|VON|berichtet"
    r"|[Pp]ar|[Pp]or|[Dd]oor|[Pp]rzez|[Aa]v|[Dd]i|(?:[Ss]critto|[Pp]ubblicato|[Pp]ostato) da|[Dd]a(?=\s\S+\s\S+$)"
    r"|(?:[Uu]ne )?(?:chronique|tribune|analyse) de"
    r"|nostr[oa] inviat[oa]|От|от|[Oo]prac\.|[Oo]leh|[Tt]ác giả|Τη[ςν]|Του|Των|โดย|מאת|द्वारा|نوشته|بقلم)"
    r"(?:\s?[:：]\s?|\s|(?<=โดย))"
    rf"({_NAMES}(?:(?:\s?,\s?|\s?&\s|\s?,?\s(?:and|und|et|y|e|och|og|en|i|и)\s){_NAMES}){{0,4}})"
)
# A line that is no more than that has the name under it.
_LONE_BY: Final = re.compile(
    r"(?:(?:article |story |texte? )?"
    r"(?:written|posted|reported|words|story|rédigé|écrit|escrito|scritto|geschrieben)?\s?"
    r"(?:by|par|por|von|da|di)|authors?|autor(?:in)?|auteur|autore|автор)\s?:?",
    re.I,
)
_PART: Final = re.compile(rf"{BORDER}|\s*[|·•—–]\s*|\s[-/]\s")
_BESIDE_DATE: Final = re.compile(
    rf"^({_NAMES})\s?[,|·•/–-]?\s*(?=\d)|\d\s?(?:Uhr)?\s?[,|·•/–-]\s?({_NAMES})$|\d[:.h]\d\d\s({_NAME}\s{_NAMES})$"
)
# Scripts that have no capitals, so that a word says nothing of being a name: Hebrew to Tibetan, hangul, kana, hanzi.
_CASELESS: Final = re.compile("[\u0590-\u0fff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_ASIAN: Final = re.compile(  # 文・佐藤花子, 글 김민수
    r"(?:^|[\s|｜])(?:(?:取材・)?(?:記者|文|執筆|筆者|ライター)[・=＝]\s?"
    r"([\u3400-\u9fff々]{1,4}[\s　]?[\u3400-\u9fff々\u3040-\u30ff]{1,5})(?=$|[\s|｜（(])"
    r"|(?:글|취재)\s([가-힣]{2,4})(?=$|\s*[\d|/·(]|\s+(?:입력|등록|기사|승인|발행)))"
)
_WRITERS: Final = frozenset(("作者", "原作者", "记者"))
_POSTERS: Final = frozenset(("发布者", "发布人", "发表人", "投稿"))
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{3})(?<!Prof)\.\s")  # Words by Ann Lee. Pictures
EDGES: Final = 400
LONGEST: Final = 110
LONGEST_PIECES: Final = 200
_LONE: Final = 60
_CLOSE: Final = 3  # blocks after the text
_NEAR_TITLE: Final = 6
_NOT_LONE: Final = frozenset(("h1", "h2", "h3", "li", "figcaption"))


class Printed(NamedTuple):
    """A text that should name authors, with its place; ``spaced`` says that a space parts names in Chinese."""

    text: str
    origin: str
    where: str
    spaced: bool = False


def printed_names(zone: Zone, fetched_at: datetime | None) -> Iterator[Printed]:
    """Yield what labels, by-lines without one and the by-lines inside reports name."""
    written = any(one.label in _WRITERS for _, one in zone.labels)
    for line, one in zone.labels:
        if one.kind == "author" and not (written and one.label in _POSTERS):
            yield Printed(one.value, "byline", f"label{_side(line)}", spaced=True)
    for line in zone.lines:
        longest = LONGEST_PIECES if len(line.pieces) > 2 and "©" not in line.text else LONGEST
        if len(line.text) <= longest and line.distance >= -3:
            yield from (Printed(text, "byline", where) for text, where in _unlabelled(zone, line, fetched_at))
    yield from (Printed(text, "text", "reporter", spaced=True) for text in _in_text(zone))


def _side(line: Line) -> str:
    return "" if line.head else " (tail)"


def _unlabelled(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names that a line without a label tells, and by what."""
    text = line.text
    joined = BORDER.join(line.pieces)
    found = _BY_LINE.finditer(joined)
    match = next((one for one in found if not _ELSE.search(joined[: one.start()])), None) if line.distance else None
    chinese = None if match else byline_among(line.pieces)
    korean = () if match or chinese or text.isascii() else names_in(text)
    by = [] if match or chinese else signed_names(text)
    if _follows_text(zone, line) and is_signature(line.block):
        by = people(text)
    asian = None if match or chinese or korean or text.isascii() else _ASIAN.search(text)
    if chinese:
        yield from ((name, f"signed{_side(line)}") for name in chinese.names)
    elif match:
        signs = not (line.head or match.start()) and NUMBERS.search(text) and _follows_text(zone, line)
        where = "signed" if signs else "by inside" if match.start() else "by"
        yield re.split(_SENTENCE, match[1])[0], f"{where}{_side(line)}"
    elif by:
        yield from ((name, f"signed{_side(line)}") for name in by)
    elif asian:
        yield asian[1] or asian[2], f"by{_side(line)}"
    elif korean:
        yield from ((name, f"by{_side(line)}") for name in korean)
    elif (
        line.head
        and 0 < line.distance <= _NEAR_TITLE
        and (names := names_among(NUMBERS.sub(BORDER, BORDER.join(line.pieces)).split(BORDER)))
    ):
        dated = len(line.pieces) > 1 or NUMBERS.search(text)
        kind = "in dated line" if dated else _kind_of_lone(zone, line, fetched_at)
        yield from ((name, kind) for name in names)
    elif line.head and not _CASELESS.search(text):
        beside = list(_beside_date(line, fetched_at))
        names = [] if beside else _lone_names(line)
        kind = _kind_of_lone(zone, line, fetched_at) if names else ""
        yield from beside or ((name, kind) for name in names)


def _follows_text(zone: Zone, line: Line) -> bool:
    """Say whether a line stands right below the text."""
    return 0 <= zone.title + line.distance - zone.last < _CLOSE


def _beside_date(line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names that share a line with its date, parted from it by a sign or the border of an element."""
    parts = [part for part in _PART.split(BORDER.join(line.pieces)) if part.strip()]
    if len(parts) > 1 and any(any(map(str.isdigit, part)) and read_date(part, base=fetched_at) for part in parts):
        names = [name for part in parts if " " in part.strip() for name in _persons(part)]
        if names:
            yield from ((name, "in dated line") for name in names)
            return
    match = _BESIDE_DATE.search(line.text)
    yield from ((name, "beside date") for name in (match.groups() if match else ()) if name)


def _persons(text: str) -> list[str]:
    """Return the persons that a line names: words in capitals, if there are any, before mere abbreviations."""
    names = [name for name in people(text) if is_person(name)]
    return [name for name in names if " " in name] or names


def _lone_names(line: Line) -> list[str]:
    """Return the persons of a line below the title that begins with a name and says little else."""
    text = line.text
    may_be = line.distance > 0 and len(text) < _LONE and text.isprintable() and line.block.element.tag not in _NOT_LONE
    return _persons(text) if may_be and (text[0].isupper() or not text[0].isalpha()) else []


def _kind_of_lone(zone: Zone, line: Line, fetched_at: datetime | None) -> str:
    """Say what speaks for a name that fills a line by itself.

    That it opens the text in bold, or stands in bold above a role, that it stands under a word such as By, or above a
    date, be it with a role between them.
    """
    place = zone.title + line.distance
    blocks = zone.page.blocks
    role = any(ROLE.fullmatch(block.text) for block in blocks[place + 1 : place + 2])
    if line.block.strong_chars >= len(line.block.text) and (role or _opens_text(zone, line.block)):
        return "bold name"
    if place and _LONE_BY.fullmatch(blocks[place - 1].text):
        return "by"
    named = " " in line.text or NAME.fullmatch(line.text)
    below = blocks[place + 1 : place + 3] if line.distance <= _NEAR_TITLE and named else []
    if len(below) > 1 and role:
        below = below[1:]
    dated = any(len(block.text) < LINE and read_date(block.text, base=fetched_at) for block in below[:1])
    return "name above date" if dated else "lone name"


def _opens_text(zone: Zone, block: TextBlock) -> bool:
    """Say whether a block stands where the text begins."""
    begin = zone.first
    return block in zone.page.blocks[max(0, begin - 1) : begin + 2]


def _in_text(zone: Zone) -> Iterator[str]:
    """Yield the names in the by-lines at the edges of Chinese, Japanese and Korean reports."""
    blocks, begin, end = zone.page.blocks, zone.first, zone.last
    for block in dict.fromkeys([*blocks[max(0, begin - 2) : begin + 3], *blocks[max(0, end - 2) : end + 1]]):
        text = block.text
        if text.isascii():
            continue
        if HINT.search(text):
            whole = byline(text) if len(text) < LONGEST else None
            for found in [whole] if whole else byline_of(text):
                yield "、".join(found.names)
        yield from in_brackets(text)
        yield from names_in(text if len(text) <= EDGES else f"{text[:300]} {text[-100:]}")
