"""What is printed under a picture: its caption, and who made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.body.rules.boilerplate import ANYWHERE, ROWS
from newsarchive.extraction.page.elements import Element, TextBlock, visible
from newsarchive.extraction.page.marks import Mark, own_marks

CAPTIONED: Final = int(Mark.CAPTION)
MOST_LINES: Final = 6  # around a picture
UNDER: Final = 3
# Names of what holds the credit, and of what only readers of screens are told.
CREDITING: Final = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright\w*|quelle|bildnachweis|bildquelle|fotocredit|photographer|fotograf\w*|attribution"
    r"|agency|provider|urheber\w*)(?:$|[\s_-])|(?<=[a-z])(?:Credit|Copyright|Photographer|Attribution)",
)
UNSEEN: Final = re.compile(
    r"\b(?:visually-?hidden|sr-only|screen-reader-text|off-?screen|screenreader\w*|a11y-hidden)\b"
)
LABEL: Final = (
    r"(?:(?:Fotos?|Photos?|Photographs?|Bild(?:er)?|Images?|Pictures?|Cr[ée]dit[os]{0,2}|Fotograf[ií]as?|Imagen|Imagem|Kuva|Fot|Zdjęcie"
    r"|Beeld|Quelle|Bildquelle|Bildrechte|Source|Courtesy|Fuente|Fonte|Ảnh|Nguồn|Фото|Джерело|Источник|Fotoğraf|Φωτογραφία"
    r"|写真|画像|撮影|사진|자료|תצלום|צילום|عکس|تصوير|المصدر|图片来源|圖片來源|图源|圖源|来源|來源|摄影|攝影|供图)"
    r"(?:\s(?:credit|source|copyright|crédit)s?)?\s*(?:(?:by|of|von|de|di|par|por)\s|[:：/=＝|]|(?<=Fot)\.|(?<=Image\ssource),)\s*"
    r"|[©ⓒ]\s*|\([cC]\)\s*)"
)
# Photo: Ann Lee | (Foto: dpa) | © Reuters
LABELLED: Final = re.compile(
    rf"[\s(（\[|/–-]{{0,4}}{LABEL}(?P<who>[^()（）\[\]]{{2,80}}?(?:\s\([^()]{{2,40}}\))?)[\s)）\].]*$", re.I
)
# (Ann Lee/AFP) | . Ann Lee/Getty Images
ENDING: Final = re.compile(
    r"[(（\[](?P<put>[^()（）\[\]]{2,80})[)）\]][\s.]*$|(?:^|(?<=[.!?…”\"»。！？]))\s*(?P<who>[^.!?。！？()（）]{2,80}?)[\s.]*$"
)
AGENCY: Final = re.compile(
    r"\b(?:AFP|AP|dpa|APA|EPA|EFE|ANSA|ANP|NTB|TT|TASS|ТАСС|UPI|PTI|ANI|PA|SIPA|ZUMA|IMAGO|Reuters|Getty|Xinhua|Bloomberg|Anadolu|Sputnik"
    r"|Shutterstock|Alamy|Unsplash|Pixabay|Pexels|i?Stock|Keystone|Scanpix|picture[\s-]alliance|Adobe\s?Stock|Flickr|Wikimedia"
    r"|Handout)\b|新华社|中新社|视觉中国|共同通信|연합뉴스|뉴시스|뉴스1",
    re.I,
)
PARTICLES: Final = frozenset("de da del di van von der for für via and und dpa by".split())
WORD: Final = re.compile(r"[^\W\d_]+")
# 新华社记者 李明 摄 | （王芳 供图） | （田中花子撮影） | 홍길동 기자
TAKEN: Final = re.compile(
    r"[\s(（]?(?:本报|新华社|中新社)?(?P<who>(?:(?<=社)|(?<=报)|(?:记者|通讯员)|[\u4e00-\u9fff]{2,12}?)"
    r"[\u4e00-\u9fff·、 ]{1,20}?)\s*(?:摄影?|攝影?|供图|供圖|(?<!截)图|(?<!截)圖)[)）]?[。.]?$"
    r"|[（(](?P<ja>[^（()）]{2,20}?)(?:撮影|提供)[)）]$|(?<=\s)(?P<ko>[가-힣]{2,4}) 기자[.]?$"
)
PLAIN_LABEL: Final = re.compile(r"(?:Photos?|Fotos?|Bild|Image|File|Credit|Photographer)\b[:\s]\s*(?P<who>\S.+)")
# What all of them end with: other long captions would be tried at each of their places.
TAKEN_ENDS: Final = ("摄", "攝", "影", "图", "圖", "提供", "기자")
WRAPPED: Final = re.compile(r"^[(（\[](.*)[)）\]]$")
ROLE: Final = re.compile(r"^(?:记者|記者|通讯员)\s*")
LONGEST_CREDIT: Final = 200
# Buttons of the picture.
CONTROLS: Final = frozenset(row.name for row in ROWS if row.kind in ("share", "furniture", "promo"))


class Captions:
    """The captions of a page's pictures; those in one element share what is printed there, which is read once."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.known: dict[tuple[int, ...], tuple[str | None, str | None]] = {}

    def of(self, picture: Element) -> tuple[str | None, str | None]:
        """Return what is printed with a picture, and who made it, without labels such as Photo."""
        box, lines = lines_of(self.body, picture)
        places = tuple(line.start for line in lines)
        if places not in self.known:
            self.known[places] = without_labels(*parted(self.body, box, lines))
        return self.known[places]


def without_labels(said: str, credited: str) -> tuple[str | None, str | None]:
    """Return caption and credit, the credit from the end of the caption if it is there."""
    if not credited and said:
        start = max(0, len(said) - LONGEST_CREDIT)
        found = LABELLED.search(said, start) or taken_by(said, start) or of_agency(said, start)
        if found:
            said, credited = said[: found.start()].strip(), next(filter(None, found.groups()))
    return said or None, bare(credited) or None


def lines_of(body: Body, picture: Element) -> tuple[Element | None, Sequence[TextBlock]]:
    """Return the element around a picture with its lines, or the captions right under the picture."""
    page = body.page
    box = picture.inside("figure") or next(
        (one for one in (picture.parent or picture).upwards(3) if CAPTIONED & own_marks(one)), None
    )
    if box and 0 < box.last - box.first < MOST_LINES:
        return box, page.blocks[box.first : box.last]
    below = range(picture.first, picture.first + UNDER)
    return box, [page.blocks[place] for place in takewhile(body.captions.__contains__, below)]


def parted(body: Body, box: Element | None, lines: Iterable[TextBlock]) -> tuple[str, str]:
    """Return what lines say, and apart from it what their elements' names call a credit, or is but an agency's."""
    said: list[str] = []
    credited: list[str] = []
    for line in {line.text: line for line in lines}.values():
        if ANYWHERE.rule_of(line.text) in CONTROLS:
            continue
        if (agency := of_agency(line.text, 0)) and not agency.start():
            credited.append(line.text)
            continue
        for text, names in named_pieces(body, line, box):
            if not UNSEEN.search(names):
                (credited if CREDITING.search(names) else said).append(text)
        said.append(" ")
    return visible("".join(said)), visible(" ".join(credited))


def named_pieces(body: Body, line: TextBlock, box: Element | None) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a line with the classes of the elements around each, up to the picture's own."""
    for text, owner in body.page.pieces(line):
        around = takewhile(lambda one: one is not box and one is not body.page.root, owner.upwards(6))
        yield text, " ".join(filter(None, (one.get("class") or one.get("itemprop") for one in around)))


def taken_by(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it says in Chinese, Japanese or Korean who took or lent the picture."""
    return TAKEN.search(caption, start) if caption.rstrip(")）。. ").endswith(TAKEN_ENDS) else None


def of_agency(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it is but names, one of them of an agency, or parted by a slash in brackets."""
    found = ENDING.search(caption, start)
    if found is None:
        return None
    names = found["put"] or found["who"]
    if not AGENCY.search(names) and not (found["put"] and "/" in names):
        return None
    return found if all(not word[0].islower() or word in PARTICLES for word in WORD.findall(names)) else None


def bare(credit: str) -> str:
    """Return a credit without its label and brackets.

    >>> bare("(Photo by Ann Lee)"), bare("Image source, Harbour News")
    ('Ann Lee', 'Harbour News')
    """
    found = LABELLED.match(credit) or PLAIN_LABEL.match(credit)
    return ROLE.sub("", found["who"] if found else WRAPPED.sub(r"\1", credit.strip())).strip()
