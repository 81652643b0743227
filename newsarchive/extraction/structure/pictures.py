"""Which pictures of a page belong to the article, and where they really are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, takewhile
from typing import Final

from newsarchive.discovery.links import is_page, resolve
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction.body import Body
from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark
from newsarchive.extraction.structure.captions import Captions
from newsarchive.items import Image
from newsarchive.urls import same_site

# Where lazy pages keep a picture's address while src shows a placeholder.
LAZY: Final = (
    "data-original", "data-src", "data-lazy-src", "data-original-src", "data-url", "data-actualsrc", "oldsrc",
    "zoomfile", "file", "src",
)  # fmt: skip
# 1x1.gif, blank.png, loading.gif, tracking pixels; settings and templates of a script
PLACEHOLDER: Final = re.compile(
    r"^data:|^[{\[]|\{\{|(?:^|[/_-])(?:blank|empty|leer|transparent|grey|gray|loading|spacer|placeholder|pixel|1x1)\b",
    re.I,
)
# small.jpg 320w, /crop=1,2/large.jpg 1200w
SOURCES: Final = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(?:(\d+(?:\.\d+)?)[wxh])?[^,]*)?(?:,|$)")
ICONS: Final = re.compile(
    r"(?:^|[/_-])(?:logo|icon|avatar|emoji|smil\w*|sprite|badge|button)s?(?:[/_.-]|$)|avatar|\.svg(?:\?|$)"
    # files of the page's own design, but not photographs
    r"|(?:^|[/_-])(?:arrow\w*|close|discuss|facebook|feed\w*|lupe|mail|play|print|rss|search|twitter|whatsapp|xml|zoom)"
    r"\.(?:gif|png)(?:\?|$)",
    re.I,
)
NOWHERE: Final = re.compile(r"https?://(?:[:/]|$)")
SMALLEST: Final = 80  # pixels
FILE: Final = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)|(?:IMG|DSC[FN]?|PXL|image|img)?[_ -]?\d+", re.I)
PICTURE_FILE: Final = re.compile(r"^[^?]*\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)", re.I)
# bridge-300x200.jpg, bridge_640x480.jpg
SIZED: Final = re.compile(r"[-_](\d{2,4})x(\d{2,4})(?=\.\w{3,4}(?:\?|$))")
# What asks a server for a size: ?w=640&quality=80
SIZING: Final = re.compile(
    r"(?<=[?&])(?:w|h|width|height|imwidth|size|resize|fit|crop\w*|quality|q|dpr|format|compression|strip|ssl|sig|itok)=[^&]*&?"
)
FAR: Final = 3
SIDE: Final = int(
    Mark.RELATED | Mark.ADVERT | Mark.NAVIGATION | Mark.FOOTER | Mark.COMMENT | Mark.SHARE | Mark.BIOGRAPHY
)


def pictures_in(body: Body, url: str | None, authors: Collection[str]) -> Iterator[tuple[Element, Image]]:
    """Yield the pictures that stand in the text, each once, in reading order.

    What shows an author, or leads to another article without a caption, is none of them.
    """
    found: dict[str, tuple[Element, Image]] = {}
    captions = Captions(body)
    for picture in body.page.media:
        image = image_of(body.page, picture, captions, url) if picture.tag == "img" and belongs(body, picture) else None
        if image is None or {image.alt, image.caption} & {*authors} or leads_away(picture, image, url):
            continue
        there = SIZING.sub("", SIZED.sub("", image.url)).rstrip("?&")
        if there not in found or size_of(image.url) > size_of(found[there][1].url):
            found[there] = found.get(there, (picture,))[0], image
    return iter(found.values())


def belongs(body: Body, medium: Element) -> bool:
    """Say whether a picture or frame stands in the text or at its beginning, and not in a side piece."""
    if not body.blocks or not body.first - FAR <= medium.first <= body.last:
        return False
    if any(ancestor.zone & SIDE for ancestor in (medium.parent or medium).upwards(3)):
        return False
    if body.first < medium.first < body.last:
        return True
    return bool(set(body.blocks[0].element.upwards(6)) & set(medium.upwards(6)) - {body.page.root})


def image_of(page: Page, picture: Element, captions: Captions, url: str | None) -> Image | None:
    """Return a picture with what is printed under it; ``None`` for one without an address, and for icons."""
    there = picture_address(page, picture)
    source = address(url, there) if there else None
    if source is None or is_small(picture) or NOWHERE.match(source):
        return None
    alt = picture.get("alt") or ""
    return Image(source, *captions.of(picture), None if FILE.fullmatch(alt.strip()) else alt.strip() or None)


def leads_away(picture: Element, image: Image, url: str | None) -> bool:
    """Say whether a picture without a caption is a link to another article of the site: a teaser."""
    link = picture.inside("a")
    there = resolve(url, link.get("href")) if link and url and not image.caption else None
    if not there or not url or not is_page(there):
        return False
    return same_site(there, url) and not there.startswith(url) and looks_like_article(there)


def picture_address(page: Page, picture: Element) -> str | None:
    """Return where a picture really is, in its largest size."""
    before = (page.elements[number] for number in range(picture.number - 1, -1, -1))
    sizes = (picture, *takewhile(lambda one: one.tag == "source", before))
    sets = (largest(one.get("data-srcset") or one.get("srcset") or "") for one in sizes)
    named = ((picture.get(name) or "").strip() for name in LAZY)
    link = picture.parent.get("href") or "" if picture.parent else ""
    for found in chain((link,) if PICTURE_FILE.search(link) else (), sets, named):
        if found and not PLACEHOLDER.search(found) and not ICONS.search(found):
            return found
    return None


def largest(sources: str) -> str:
    """Return the address of the largest picture in a ``srcset``."""
    found = [(float(size or 1), address) for address, size in SOURCES.findall(sources)]
    return max(found, default=(0.0, ""), key=lambda one: one[0])[1]


def size_of(url: str) -> float:
    """Return how many pixels a file's name says that it has; one that does not say is as large as can be."""
    found = SIZED.search(url)
    return int(found[1]) * int(found[2]) if found else float("inf")


def is_small(picture: Element) -> bool:
    """Say whether the page shows a picture as small as an icon."""
    sizes = [picture.get("width") or "", picture.get("height") or ""]
    return any(size.removesuffix("px").isdigit() and int(size.removesuffix("px")) < SMALLEST for size in sizes)
