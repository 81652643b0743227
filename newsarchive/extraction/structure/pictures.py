"""Which pictures of a page belong to the article, and where they really are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, takewhile
from operator import attrgetter, itemgetter
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
SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
SOURCES: Final = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(?:(\d+(?:\.\d+)?)[wxh])?[^,]*)?(?:,|$)")
ICONS: Final = re.compile(
    r"(?:^|[/_-])(?:logo|icon|avatar|emoji|smil\w*|sprite|badge|button|qr-?code|ewm|erweima)s?(?:[/_.-]|$)|avatar|\.svg(?:\?|$)"
    # files of the page's own design, but not photographs
    r"|(?:^|[/_-])(?:arrow\w*|close|discuss|facebook|feed\w*|lupe|mail|play|print|rss|search|twitter|whatsapp|xml|zoom)"
    r"\.(?:gif|png)(?:\?|$)",
    re.I,
)
# What serves banners: ads.example.org/delivery/avw.php, /werbung/
ADVERTS: Final = re.compile(
    r"//(?:ads?|adservers?|banners?)\d*\.|/delivery/(?:avw|ck|ai)\b|amazon-adsystem|doubleclick|googlesyndication"
    r"|/(?:werbung|banners?|anzeigen?|advert\w*|guanggao)/",
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
BESIDE: Final = 2  # elements
# What scripts draw charts into, with a picture for who has none.
CHARTS: Final = re.compile(r"datawrapper-vis-")
# width:1px
SMALL_STYLE: Final = re.compile(r"(?:^|[;\s])(?:width|height):\s*\d{1,2}px")
SIDE: Final = int(
    Mark.RELATED | Mark.ADVERT | Mark.NAVIGATION | Mark.FOOTER | Mark.COMMENT | Mark.SHARE | Mark.BIOGRAPHY
)


def pictures_in(body: Body, url: str | None, authors: Collection[str]) -> Iterator[tuple[Element, Image]]:
    """Yield the pictures that stand in the text, each once, in reading order.

    What shows an author, or leads to another article without a caption, is none of them.
    """
    found: dict[str, tuple[Element, Image]] = {}
    pictures = list(shown(body))
    captions = Captions(body, pictures)
    for picture in pictures:
        image = image_of(body.page, picture, captions, url)
        if image is None or {image.alt, image.caption} & {*authors}:
            continue
        if url and (is_card(captions.links_of(picture), url) or (not image.caption and leads_away(picture, url))):
            continue
        there = SIZING.sub("", SIZED.sub("", image.url)).rstrip("?&")
        if there not in found or size_of(image.url) > size_of(found[there][1].url):
            found[there] = found.get(there, (picture,))[0], image
    return iter(found.values())


def shown(body: Body) -> Iterator[Element]:
    """Yield the pictures in the text, in order; one for browsers without scripts where no other stands."""
    page = body.page
    pictures = [one for one in page.media if one.tag == "img" and belongs(body, one)]
    seen = {one.number for one in pictures if picture_address(page, one)} if page.unscripted else set()
    spare = [
        one
        for one in page.unscripted
        if belongs(body, one)
        and seen.isdisjoint(range(one.number - BESIDE, one.number + BESIDE + 1))
        and not CHARTS.search((one.parent or one).get("id") or "")
    ]
    return iter(sorted((*pictures, *spare), key=attrgetter("number")))


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
    if source is None or is_small(picture) or NOWHERE.match(source) or ADVERTS.search(source):
        return None
    alt = picture.get("alt") or ""
    return Image(source, *captions.of(picture), None if FILE.fullmatch(alt.strip()) else alt.strip() or None)


def leads_away(picture: Element, url: str) -> bool:
    """Say whether a picture is a link to another article of the site, a teaser, or to another site, a banner."""
    link = picture.inside("a")
    there = resolve(url, link.get("href")) if link else None
    return there is not None and is_page(there) and (not same_site(there, url) or is_other_article(there, url))


def is_card(links: Iterable[str | None], url: str) -> bool:
    """Say whether one of the lines around a picture is a link to another article."""
    return any(is_other_article(there, url) for link in links if (there := resolve(url, link)))


def is_other_article(there: str, url: str) -> bool:
    """Say whether an address is one of another article of the same site."""
    return is_page(there) and same_site(there, url) and not there.startswith(url) and looks_like_article(there)


def picture_address(page: Page, picture: Element) -> str | None:
    """Return where a picture really is, in its largest size."""
    before = (page.elements[number] for number in range(picture.number - 1, -1, -1))
    sizes = (picture, *takewhile(lambda one: one.tag == "source", before))
    sets = sorted((size for one in sizes for size in sizes_of(one)), key=itemgetter(0), reverse=True)
    named = ((picture.get(name) or "").strip() for name in LAZY)
    link = picture.parent.get("href") or "" if picture.parent else ""
    for found in chain((link,) if PICTURE_FILE.search(link) else (), (one for _, one in sets), named):
        if found and not PLACEHOLDER.search(found) and not ICONS.search(found):
            return found
    return None


def sizes_of(picture: Element) -> Iterator[tuple[float, str]]:
    """Yield the copies of a picture that a ``srcset`` names: how large each is, and its address."""
    for name in SETS:
        for found, size in SOURCES.findall(picture.get(name) or ""):
            yield float(size or 1), found


def size_of(url: str) -> float:
    """Return how many pixels a file's name says that it has; one that does not say is as large as can be."""
    found = SIZED.search(url)
    return int(found[1]) * int(found[2]) if found else float("inf")


def is_small(picture: Element) -> bool:
    """Say whether the page shows a picture as small as an icon."""
    sizes = [picture.get("width") or "", picture.get("height") or ""]
    if any(size.removesuffix("px").isdigit() and int(size.removesuffix("px")) < SMALLEST for size in sizes):
        return True
    return SMALL_STYLE.search(picture.get("style") or "") is not None
