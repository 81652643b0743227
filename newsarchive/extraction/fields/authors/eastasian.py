"""By-lines in Chinese, Japanese and Korean: roles, lists of family names, and brackets at the edges of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from newsarchive.extraction.fields.authors.lonenames import NEAR_TITLE, kind_of_lone
from newsarchive.extraction.fields.labels import BORDER
from newsarchive.extraction.fields.names.chinese import HINT, NUMBERS, byline, byline_among, byline_of
from newsarchive.extraction.fields.names.japanese import in_brackets, names_among
from newsarchive.extraction.fields.names.korean import names_in
from newsarchive.extraction.fields.zone import Line, Zone
from newsarchive.extraction.page.elements import TextBlock
from newsarchive.extraction.page.marks import Mark, own_marks

_ASIAN: Final = re.compile(  # 文・佐藤花子, 글 김민수
    r"(?:^|[\s|｜（(])(?:(?:取材・)?(?:記者|文|執筆|筆者|ライター)[・=＝]\s?"
    r"([\u3400-\u9fff々]{1,4}[\s　]?[\u3400-\u9fff々\u3040-\u30ff]{1,5})(?=$|[\s|｜（()）、])"
    r"|(?:기자명|취재|(?:사진[·/])?글(?:[·/](?:사진|그림))?)\s([가-힣]{2,4})"
    r"(?=$|\s*[\d|/·(]|\s+(?:입력|등록|기사|승인|발행)|\s[가-힣]{2,5}$))"
)
_BEHIND_NAME: Final = re.compile(f"[{BORDER}：:（(/／|｜]")  # 田中 花子：山形支局 記者
_CAPTION: Final = int(Mark.CAPTION)
_BYLINE: Final = int(Mark.BYLINE)
_EDGES: Final = 400
_LONGEST: Final = 110


def chinese(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names of a line that is a by-line in Chinese but for its date."""
    found = byline_among(line.pieces)
    yield from ((name, f"signed{line.side}") for name in (found.names if found else ()))


def asian(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names that words for reporters and writers tell in Korean and Japanese."""
    if not line.text.isascii() and not is_caption(line.block):
        named = names_in(line.text)
        match = None if named else _ASIAN.search(line.text)
        where = "signed" if match and zone.follows_text(line) else "by"
        yield from ((name, f"{where}{line.side}") for name in (named or ([match[1] or match[2]] if match else ())))


def japanese(zone: Zone, line: Line, fetched_at: datetime | None) -> Iterator[tuple[str, str]]:
    """Yield the names among the parts of a line under the title that family names of Japan tell."""
    if 0 < line.distance <= NEAR_TITLE and not line.text.isascii():
        names = names_among(_BEHIND_NAME.split(NUMBERS.sub(BORDER, BORDER.join(line.pieces))))
        dated = len(line.pieces) > 1 or NUMBERS.search(line.text)
        kind = "in dated line" if dated else kind_of_lone(zone, line, fetched_at) if names else ""
        yield from ((name, kind) for name in names)


def names_in_text(zone: Zone) -> Iterator[str]:
    """Yield the names in the by-lines at the edges of Chinese, Japanese and Korean reports."""
    blocks, begin, end = zone.page.blocks, zone.first, zone.last
    for block in dict.fromkeys([*blocks[max(0, begin - 2) : begin + 3], *blocks[max(0, end - 2) : end + 1]]):
        text = block.text
        if text.isascii() or is_caption(block):
            continue
        if HINT.search(text):
            whole = byline(text) if len(text) < _LONGEST else None
            for found in [whole] if whole else byline_of(text):
                yield "、".join(found.names)
        yield from in_brackets(text)
        yield from names_in(text if len(text) <= _EDGES else f"{text[:300]} {text[-100:]}")


def is_caption(block: TextBlock) -> bool:
    """Say whether a line stands in a caption: whom it names took the picture."""
    marks = own_marks(block.element)
    return block.element.inside("figcaption") is not None or (marks & _CAPTION != 0 and not marks & _BYLINE)
