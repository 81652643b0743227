"""The pictures and embedded players of an article, with captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsarchive.extraction.body import Body
from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark, own_marks
from newsarchive.items import Block, BlockKind, Image

# Where lazy pages keep a picture's address while src shows a placeholder.
LAZY: Final = (
    "data-original", "data-src", "data-lazy-src", "data-original-src", "data-url", "data-actualsrc", "oldsrc",
    "zoomfile", "file", "src",
)  # fmt: skip
# 1x1.gif, blank.png, loading.gif, tracking pixels; settings of a script
PLACEHOLDER: Final = re.compile(
    r"^data:|^[{\[]|(?:^|[/_-])(?:blank|grey|gray|loading|spacer|placeholder|pixel|1x1)\b", re.I
)
# small.jpg 320w, /crop=1,2/large.jpg 1200w
SOURCES: Final = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(?:(\d+(?:\.\d+)?)[wxh])?[^,]*)?(?:,|$)")
ICONS: Final = re.compile(
    r"(?:^|[/_-])(?:logo|icon|avatar|emoji|smil\w*|sprite|badge|button)s?(?:[/_.-]|$)|\.svg(?:\?|$)", re.I
)
SMALLEST: Final = 80  # pixels
# Foto: Ann Lee / dpa | (Photo by Bo Yu) | 图片来源：新华社 | © Reuters
CREDIT: Final = re.compile(
    r"[\s(（\[|–-]*((?:Foto|Photo|Bild|Image|Picture|Crédits?|Credit|Fotografía|Фото|写真|사진|图片来源|图源|圖片來源|供图)"
    r"\w*\s*(?:by\s|[:：/=|])\s*|©\s*|\(c\)\s*)(?P<who>[^()（）]{2,80}?)[\s)）\].]*$",
    re.I,
)
# youtube, twitter and the like, not advertisement frames
EMBEDDED: Final = re.compile(
    r"youtu\.?be|youtube|vimeo|dailymotion|twitter\.com|//x\.com|instagram|facebook\.com/plugins|tiktok|soundcloud|spotify"
    r"|bilibili|youku|v\.qq\.com|datawrapper|infogram|flourish|documentcloud|brightcove|jwplay|player|embed",
    re.I,
)
LONGEST_CREDIT: Final = 200
FAR: Final = 3
CAPTIONED: Final = int(Mark.CAPTION)
SIDE: Final = int(
    Mark.RELATED | Mark.ADVERT | Mark.NAVIGATION | Mark.FOOTER | Mark.COMMENT | Mark.SHARE | Mark.BIOGRAPHY
)


def media_in(body: Body) -> list[Element]:
    """Return the pictures and frames that stand in the text, in reading order."""
    return [medium for medium in body.page.media if belongs(body, medium)]


def belongs(body: Body, medium: Element) -> bool:
    """Say whether a picture or frame stands in the text or at its beginning, and not in a side piece."""
    if not body.blocks or not body.first - FAR <= medium.first <= body.last:
        return False
    if any(ancestor.zone & SIDE for ancestor in medium.upwards(4)):
        return False
    if body.first < medium.first < body.last:
        return True
    return bool(set(body.blocks[0].element.upwards(6)) & set(medium.upwards(6)) - {body.page.root})


def medium_block(page: Page, medium: Element, url: str | None) -> Iterator[Block]:
    """Yield the block of a picture, or of an embedded player or post."""
    if medium.tag == "img":
        there = picture_address(medium)
        source = address(url, there) if there else None
        if source and not is_small(medium):
            caption, credit = caption_of(page, medium)
            yield Block(BlockKind.IMAGE, caption or "", image=Image(source, caption, credit))
    else:
        player = medium.get("src") or medium.get("data-src") or ""
        if EMBEDDED.search(player):
            yield Block(BlockKind.EMBED, medium.get("title") or "", url=address(url, player))


def picture_address(picture: Element) -> str | None:
    """Return where a picture really is, in its largest size."""
    named = (picture.get(name) or "" for name in LAZY)
    for found in (_largest(picture.get("data-srcset") or picture.get("srcset") or ""), *map(str.strip, named)):
        if found and not PLACEHOLDER.search(found) and not ICONS.search(found):
            return found
    return None


def _largest(sources: str) -> str:
    """Return the address of the largest picture in a ``srcset``."""
    found = [(float(size or 1), address) for address, size in SOURCES.findall(sources)]
    return max(found, default=(0.0, ""), key=lambda one: one[0])[1]


def is_small(picture: Element) -> bool:
    """Say whether the page shows a picture as small as an icon."""
    sizes = [picture.get("width") or "", picture.get("height") or ""]
    return any(size.removesuffix("px").isdigit() and int(size.removesuffix("px")) < SMALLEST for size in sizes)


def caption_of(page: Page, picture: Element) -> tuple[str | None, str | None]:
    """Return what is printed under a picture, and who made it."""
    figure = picture.inside("figure") or next(
        (one for one in (picture.parent or picture).upwards(3) if CAPTIONED & own_marks(one)), None
    )
    lines = (
        [block.text for block in page.blocks[figure.first : figure.last]]
        if figure and figure.last - figure.first < 6
        else []
    )
    caption, credit = " ".join(lines) or picture.get("alt") or None, None
    if caption and (found := CREDIT.search(caption, max(0, len(caption) - LONGEST_CREDIT))):
        credit = found["who"].strip()
        caption = caption[: found.start()].strip() or None
    return caption, credit
