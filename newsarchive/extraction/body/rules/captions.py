"""Captions among kept lines: in a figcaption or a name that says so, and short lines right under a picture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from newsarchive.extraction.body.model.columns import HEADINGS
from newsarchive.extraction.body.model.features import Described
from newsarchive.extraction.body.rules.openings import folded
from newsarchive.extraction.body.rules.paragraphs import Text, appearance
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark, own_marks

CAPTION: Final = int(Mark.CAPTION)
# In letters, a hanzi counted as 2.5.
SHORT: Final = 160
LONG: Final = 300
MOST_LINES: Final = 3  # beside a picture
FAR: Final = 8  # elements
NEAR: Final = 3
# image-caption, galleryCaption
CALLED: Final = re.compile(r"(?:^|[\s_-])captions?(?![a-z])|(?<=[a-z])Caption(?![A-Za-z])")
SLANTED: Final = ("em", "i", "small")
PICTURES: Final = ("img", "picture")
WRITTEN: Final = frozenset(("blockquote", "table", "pre"))
# How captions end, by language.
CREDITED: Final = re.compile(
    r"(?:"
    + "|".join(
        (
            r"[（(][^（()）]{0,30}(?:[摄攝](?:影)?|供[图圖]|提供|[图圖]片|[资資]料(?:[图圖]|照片?)?|截[图圖]|取自[^（()）]{1,16}|翻[拍攝摄])[)）]"
            r"|[来來]源\s?[：:／/][^。，：:]{2,16}",  # zh
            r"(?:자료\s?사진|사진\s?제공|제공\s?사진)",  # ko
            r"[（(](?:写真|画像|撮影|提供)[^（()）]{1,30}[)）]",  # ja
            r"[(\[](?:Photo|Image|Picture|Foto|Bild|Imagen|Imagem|Fotografía|Crédits?|Credit|Фото)\b"
            r"[^()\[\]]{1,60}[)\]]",  # en de fr es pt ru
            r"(?<=[.!?…।。])\s(?:Photos?|Fotos?|Fotó|Kép|Fot\.|Kuva|Bild|Imagen|Imagem|Ảnh|Fotoğraf|Φωτογραφία|Фото|Снимка|Слика"
            r"|फ़ोटो|फोटो|ছবি|צילום|عکس|تصوير|ภาพ)\s?[:：/]?\s[^.!?:：]{2,40}",
        )
    )
    + r")[.。]?$"
)
# How captions begin that point at the picture, by language.
POINTING: Final = re.compile(
    r"[▲△↑▼\s]*(?:[图圖](?:[为為]|[①-⑨一二三四五1-9]?\s?[：:])|[上下左右][图圖](?:[为為]|[：:])"  # zh
    r"|写真は|写真[：:＝]|사진은|Pictured\b|Im Bild\b|Na foto\b|Nella foto\b|На фото\b|На снимке\b)"
)
# What a text sets apart itself, pictures or not; how much of it stands in paragraphs, and how much with pictures.
APART: Final = frozenset("p blockquote pre figure table".split())
MOSTLY: Final = 0.65
FEW: Final = 0.2
CENTRED: Final = re.compile(r"text-align:\s*center", re.I)
FLOATING: Final = re.compile(r"\bfloat:\s*(?:left|right)", re.I)


def captions(page: Page, kept: Sequence[Described]) -> dict[int, str]:
    """Return the captions, by their place on the page."""
    short = [one for one in kept if one.features.units <= LONG and not one.features.described]
    said = alternatives(page, kept[0].place) if kept else {}
    found = [
        one
        for one in short
        if is_credited(one)
        or is_in_figcaption(page, one)
        or is_named(page, one)
        or says(one, said)
        or is_in_other_type(page, one)
        or is_called_caption(one)
    ]
    return dict.fromkeys((one.place for one in (*found, *centred(kept), *with_pictures(page, kept))), "caption")


def is_credited(one: Described) -> bool:
    """Say whether a line right under a picture ends with whose it is, or begins by pointing at it."""
    text = one.block.text
    return bool(one.features.pictures and (CREDITED.search(text) or (len(text) <= SHORT and POINTING.match(text))))


def is_in_figcaption(page: Page, one: Described) -> bool:
    """Say whether a line stands in a figcaption, or in a picture's figure; words with other things there are text."""
    if not one.features.in_caption:
        return False
    caption = one.block.element.inside("figcaption")
    figure = (caption.parent or caption) if caption else one.block.element.inside("figure")
    if figure is None or (caption is None and figure.last - figure.first > MOST_LINES):
        return False
    tags = {inner.tag for inner in page.within(figure)}
    return not tags & WRITTEN and (caption is not None or not tags.isdisjoint(PICTURES))


def is_named(page: Page, one: Described) -> bool:
    """Say whether one of several lines of an element, whose names the model cannot see, has names that say caption."""
    if one.block.element.last - one.block.element.first == 1:
        return False
    owners = {owner for text, owner in page.pieces(one.block) if text.strip()}
    return one.block.element not in owners and all(own_marks(owner) & CAPTION for owner in owners)


def alternatives(page: Page, first: int) -> dict[int, str]:
    """Return what pictures below a block show, as their alternative texts say, by the place of the block under them."""
    return {one.first: alt for one in page.media if one.first > first and (alt := one.get("alt"))}


def says(one: Described, said: Mapping[int, str]) -> bool:
    """Say whether a line repeats the alternative text of the picture right above it."""
    return not one.features.heading and one.place in said and folded(said[one.place]) == folded(one.block.text) != ""


def centred(kept: Sequence[Described]) -> list[Described]:
    """Return the short centred lines right under a picture, if the text itself is not centred."""
    found = [
        one
        for one in kept
        if one.features.pictures and one.features.units <= SHORT and not one.features.sentence and is_centred(one)
    ]
    return found if 2 * sum(map(is_centred, kept)) <= len(kept) else []


def is_centred(one: Described) -> bool:
    """Say whether an attribute or a style of its own centres a line."""
    element = one.block.element
    return element.get("align") == "center" or bool(CENTRED.search(element.get("style") or ""))


def is_in_other_type(page: Page, one: Described) -> bool:
    """Say whether a line is all in small type under a picture, or all slanted in the paragraph that holds one."""
    if not one.features.pictures:
        return False
    if page.is_all_in(one.block, "small"):
        return True
    pictures = [inner for inner in page.within(one.block.element) if inner.tag == "img"]
    apart = bool(pictures) and not any(picture.inside(*SLANTED) for picture in pictures)
    return apart and page.is_all_in(one.block, *SLANTED)


def is_called_caption(one: Described) -> bool:
    """Say whether a line that is no sentence stands in an element that is called a caption and holds little else."""
    if one.features.sentence or not one.features.in_caption:
        return False
    around = (one for one in one.block.element.upwards(NEAR) if one.last - one.first <= MOST_LINES)
    return any(CALLED.search(one.get("class") or "") for one in around)


def with_pictures(page: Page, kept: Sequence[Described]) -> list[Described]:
    """Return the lines that stand apart with a picture, or right under it in a style of their own, below a sentence.

    The text is mostly paragraphs, and such lines are few. In pages whose names were taken away, some 70 of the first
    kind were captions and 2 were not.
    """
    boxed = [one for one in kept if is_with_picture(page, one) or is_under_picture(one)]
    text = Text(page, kept) if boxed else None
    if text is None:
        return []
    running = sum(one.features.units for one, holds in zip(kept, text.holds, strict=True) if holds)
    found = [one for one in boxed if one.place not in text.places or appearance(one.block.item) != text.main]
    few = sum(one.features.units for one in found) <= FEW * text.units
    if running < MOSTLY * text.units or not few:
        return []
    first = next((one.place for one in kept if one.features.sentence and one not in found), 0)
    return [one for one in found if one.place > first and one.features.units <= LONG and not one.features.described]


def is_under_picture(one: Described) -> bool:
    """Say whether a short line that is neither heading nor sentence has a class of its own, right under a picture."""
    features, element = one.features, one.block.element
    if (
        not features.pictures
        or features.units > SHORT
        or features.sentence
        or features.heading
        or features.strong_share
    ):
        return False
    alone = element.last - element.first == 1 and element.get("class") is not None
    return alone and not features.in_list and not features.in_cell and element.tag != "pre"


def is_with_picture(page: Page, one: Described) -> bool:
    """Say whether a line that is no heading has an element with a picture, but hardly another line."""
    if one.features.heading or one.features.in_list or one.features.in_cell:
        return False
    around = (up for up in one.block.element.upwards(FAR) if up.last - up.first < MOST_LINES and up.tag not in APART)
    boxes = [up for up in around if any(inner.tag == "img" for inner in page.within(up))]
    return bool(boxes) and not any(
        block.element.tag in HEADINGS for block in page.blocks[boxes[0].first : boxes[0].last]
    )


def floats(element: Element) -> bool:
    """Say whether an attribute or a style of its own sets an element at the side of what follows it."""
    aside = element.tag == "table" and (element.get("align") or "").lower() in ("left", "right")
    return aside or bool(FLOATING.search(element.get("style") or ""))
