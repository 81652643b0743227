"""Who made a picture, told in a line of its own, at the end of its caption, or unseen."""

from __future__ import annotations

import re
from typing import Final

from newsarchive.extraction.fields.names.agencies import NEWS_AGENCIES
from newsarchive.extraction.page.elements import Element

LABEL: Final = (
    r"(?:(?:Credit)?(?:(?:Авторы? |Источник |(?<!\w)[^\W\d_]{4,9}-?)?(?:Fotos?|Photos?|Bild(?:er)?|Изображени[ея]|Фото)"
    r"|Photographs?|(?<!Getty )Images?|Pictures?|Cr[ée]dit[os]{0,2}"
    r"|Fotograf[ií]as?|Imagen|Imagem|Kuva|Fot|Zdjęcie|Illustration"
    r"|Fotó|Kép|Nuotr|Слика|Снимка|Beeld|Quelle|Bildquelle|Bildrechte|Source|Courtesy|Fuente|Fonte|Ảnh|Nguồn|Джерело|Источник|Fotoğraf|Φωτογραφία"
    r"|Źródło|Zdroj|Autor|Forrás|Sursa|Izvor|Lähde|Kilde|Källa|Bron|Kaynak|Πηγή"
    r"|写真|画像|撮影|사진|자료|ภาพ(?:ถ่าย)?|फ़ोटो|फोटो|ছবি|תצלום|צילום|عکس|تصوير|المصدر|图片来源|圖片來源|图源|圖源|来源|來源|摄影|攝影|供图)"
    r"(?:\s(?:credit|source|copyright|crédit)s?)?\s*(?:(?:by|of|von|de|di|par|por)\s|[:：/=＝|]|(?<=Fot)\.:?|(?<=Image\ssource),|(?<=Credit)\.{3})\s*"
    r"|(?:(?:Bild|Foto|Photo|Image)\s*)?[©ⓒ]\s*|\([cC]\)\s*|Picha na\s)"
)
# Photo: Ann Lee | (Foto: dpa) | © Reuters
LABELLED: Final = re.compile(
    rf"[\s(（\[|/–-]{{0,4}}{LABEL}(?P<who>[^()（）\[\]]{{2,80}}?(?:\s\([^()]{{2,40}}\))?)[\s)）\].]*$", re.I
)
DANGLING: Final = re.compile(rf"[\s(（\[|/–-]{{0,4}}{LABEL}$", re.I)
# . Photo Ann Lee | / фото Анна Ли
UNMARKED: Final = re.compile(
    r"(?:(?:^|(?<=[.!?…。»”\"]))\s*|\s[/|–—-]\s?)(?:Photo|Foto|Bild|Kép|Fotó|Kuva|Ảnh|Фото|Illustration)\s(?P<who>[^.!?:]{2,60})\.?$",
    re.I,
)
# (Ann Lee/AFP) | . Ann Lee/Getty Images
ENDING: Final = re.compile(
    r"[(（\[](?P<put>[^()（）\[\]]{2,80})[)）\]][\s.]*$"
    r"|(?:^|(?<=[.!?…”\"»。！？]))\s*(?P<who>[^.!?。！？()（）]{2,80}?)[\s.]*$"
)
# The bridge / Getty Images | The bridge - Ann Lee/Harbour
BEHIND: Final = re.compile(r"\s[/|–—-]\s(?P<who>[^.!?。！？()（）]{2,80}?)(?P<put>)[\s.]*$")
# Ann Lee/Harbour Pictures
NAMED_AND_LENT: Final = re.compile(r"[^\W\d_]+(?:[ .-]+[^\W\d_]+)+\s?/\s?[^\W\d_][^/,;:]+")
AGENCY: Final = re.compile(
    rf"\b(?:{NEWS_AGENCIES}|PA|(?i:EPA|SIPA|ZUMA|IMAGO|Getty|Sputnik|Shutterstock|Alamy|Unsplash|Pixabay|Pexels|i?Stock(?:photo)?"
    r"|Keystone|Scanpix|picture[\s-]alliance|Adobe\s?Stock|Flickr|Wikimedia|Handout|ТАСС))\b"
    r"|新华社|中新社|视觉中国|共同通信|연합뉴스|뉴시스|뉴스1"
)
PARTICLES: Final = frozenset("de da del di of van von der for für via and und dpa by".split())
# How people call themselves where they lend pictures: evgenyb/iStock
USER: Final = re.compile(r"[\w.-]+/")
# Ann Lee/Harbour | Ann Lee - THE HARBOUR
LENT: Final = re.compile(r"\w\s?/\s?\w|\w\s[–-]\s[A-Z][A-Z ]+$")
LEAST_LENT: Final = 3  # words
WORD: Final = re.compile(r"[^\W\d_]+")
# 新华社记者 李明 摄 | （王芳 供图） | （田中花子撮影） | ＝田中花子撮影 | 홍길동 기자 | [시청 제공]
TAKEN: Final = re.compile(
    r"[\s(（]?(?:[圖图][／/]\s?)?(?:本报|新华社|中新社)?(?P<who>(?:(?<=社)|(?<=报)|(?:记者|通讯员)|[\u4e00-\u9fff]{2,12}?)"
    r"[\u4e00-\u9fff·、 ]{1,20}?)\s*(?:摄影?|攝影?|供图|供圖|(?<![截大])图|(?<![截大])圖)[)）]?[。.]?$"
    r"|[（(](?:[圖图][／/]\s?)?(?P<ja>[^（()）]{2,20}?)(?:撮影|提供)[)）]$"
    r"|(?:^|[\s＝=。、])(?P<jp>[\u3005\u3040-\u30ff\u4e00-\u9fff]{2,12})(?:撮影|提供)$"
    r"|(?<=\s)(?P<ko>[가-힣]{2,4}) 기자(?:\s\S+@\S+)?[.]?$"
    r"|(?:(?<=[.!?])\s|[\[(])(?P<lent>\w{2,16}(?: \w{2,12})?) 제공[\])]?[.]?$"
)
PLAIN_LABEL: Final = re.compile(r"(?:Photos?|Fotos?|Bild|Image|File|Credit|Photographer)\b[:\s]\s*(?P<who>\S.+)")
# What all of them end with: other long captions would be tried at each of their places.
TAKEN_ENDS: Final = ("摄", "攝", "影", "图", "圖", "提供", "제공", "기자")
WRAPPED: Final = re.compile(r"^[(（\[](.*)[)）\]]$")
ROLE: Final = re.compile(r"^(?:记者|記者|通讯员)\s*")
# The tug at noon. (City of Gullport)
PUT_BEHIND: Final = re.compile(r"(?<=[.!?…])\s*\((?P<who>(?![^()]*\d\d)[^()]{3,60})\)$")
# – CC-BY 4.0 Harbour News
LICENSED: Final = re.compile(r"(?:(?<=[.!?])|[–—|])\s*(?P<who>CC[ -](?:BY|0)\b[^()]{0,80}?)[\s)]*$")
LONGEST_CREDIT: Final = 200
PARTING: Final = " |/–—-"  # what stands between a caption and its credit
LOOSE: Final = PARTING + "("


def without_labels(said: str, credited: str, lent: str = "") -> tuple[str | None, str | None]:
    """Return caption and credit, the credit from the end of the caption or else what may be ``lent``."""
    start = max(0, len(said) - LONGEST_CREDIT)
    if credited:
        said = DANGLING.split(said, maxsplit=1)[0]
    elif said:
        found = LABELLED.search(said, start) or taken_by(said, start) or of_agency(said, start) or unmarked(said, start)
        found = found or LICENSED.search(said, start) or put_behind(said, start)
        if found:
            said, credited = said[: found.start()], next(filter(None, found.groups()))
        elif lent:
            said, credited = said.replace(lent, ""), lent
    return said.strip(LOOSE) or None, bare(credited) or None


def unseen_credit(picture: Element) -> str | None:
    """Return who made a picture, as its title or an attribute of its own says."""
    found = LABELLED.search(picture.get("title") or "")
    named = found["who"] if found and is_names(found["who"]) else None
    return picture.get("data-credit") or picture.get("data-copyright") or named


def taken_by(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it says in Chinese, Japanese or Korean who took or lent the picture."""
    ends = caption.rstrip(")）]。. ").endswith(TAKEN_ENDS) or "기자 " in caption
    return TAKEN.search(caption, start) if ends else None


def of_agency(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it is but names, one of them of an agency, or parted by a slash in brackets."""
    for found in filter(None, (ENDING.search(caption, start), BEHIND.search(caption, start))):
        names = found["put"] or found["who"]
        slashed = "/" in names if found["put"] else NAMED_AND_LENT.fullmatch(names)
        if (AGENCY.search(names) or slashed) and is_names(USER.sub("", AGENCY.sub("", names))):
            return found
    return None


def unmarked(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it is names behind a word such as photo, without a colon."""
    found = UNMARKED.search(caption, start)
    return found if found and is_names(found["who"]) else None


def put_behind(caption: str, start: int) -> re.Match[str] | None:
    """Return the end of a caption if it is but names in brackets behind a sentence."""
    found = PUT_BEHIND.search(caption, start) if caption.endswith(")") else None
    return found if found and is_names(found["who"]) and not found["who"].isupper() else None


def is_lent(text: str) -> bool:
    """Say whether words apart in a caption are but a name and, behind a slash or a dash, whose picture it is."""
    return len(WORD.findall(text)) >= LEAST_LENT and LENT.search(text) is not None and is_names(text)


def is_names(text: str) -> bool:
    """Say whether all words of a text may belong to names."""
    return all(not word[0].islower() or word in PARTICLES for word in WORD.findall(text))


def is_credit(line: str) -> bool:
    """Say whether a line only says who made a picture."""
    found = of_agency(line, 0)
    return LABELLED.match(line) is not None or (found is not None and not found.start())


def is_credit_in(piece: str, line: str) -> bool:
    """Say whether a piece of a line only says who made a picture, and is no part of what a label in the line begins."""
    return (
        piece[:1] not in "[(0123456789"
        and is_credit(piece)
        and (LABELLED.match(piece) is not None or LABELLED.search(line) is None)
    )


def bare(credit: str) -> str:
    """Return a credit without its labels and brackets.

    >>> bare("(Photo by Ann Lee)"), bare("Image source, Harbour News"), bare("© Foto: Ann Lee"), bare("林美華攝")
    ('Ann Lee', 'Harbour News', 'Ann Lee', '林美華')
    """
    while found := LABELLED.match(credit) or PLAIN_LABEL.match(credit) or taken_by(credit, 0):
        if found.start():
            break
        credit = next(filter(None, found.groups()))
    return ROLE.sub("", WRAPPED.sub(r"\1", credit.strip(PARTING))).strip()
