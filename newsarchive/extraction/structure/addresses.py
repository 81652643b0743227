"""Where a picture really is: in its largest size, and not a placeholder, an icon or a button."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from operator import itemgetter
from typing import Final

from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element

# Where lazy pages keep a picture's address while src shows a placeholder.
LAZY: Final = (
    "data-original", "data-src", "data-lazy-src", "data-original-src", "data-url", "data-actualsrc", "oldsrc",
    "zoomfile", "file", "src",
)  # fmt: skip
# small.jpg 320w, /crop=1,2/large.jpg 1200w
SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
SOURCES: Final = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(?:(\d+(?:\.\d+)?)[wxh])?[^,]*)?(?:,|$)")
# data:image/gif;base64,…, settings and templates of a script
SCRIPTED: Final = ("data:", "blob:", "{", "[")
TEMPLATE: Final = "{{"
PARTS: Final = re.compile(r"[/_.-]")
# Words of the addresses of what stands there until a picture is read, and of what is part of the page's own design.
DESIGN: Final = frozenset(
    "placeholder spacer chevron emoji emojis smiley smileys smilie smilies sprite sprites qr qrcode ewm erweima".split()
)
# The end of a file's name, before digits alone: blank_16x9.png, transparent-1x1-2cd8bde463.png, but not grey-seal.jpg
FILLERS: Final = frozenset("1x1 blank empty leer transparent grey gray loading pixel".split())
FILLING: Final = frozenset(("gif", "png", "svg", "webp"))
DIGITS: Final = re.compile(r"[\da-fx]*")
# Names of signs: print.gif
SIGNS: Final = frozenset(
    "close discuss facebook feed feeds feedback lupe mail play print rss search twitter whatsapp xml zoom".split()
)
SIGN: Final = ("gif", "png")
ARROW: Final = "arrow"
AVATAR: Final = "avatar"
# These may be photographs, too.
DRAWN: Final = frozenset("logo logos icon icons badge badges button buttons".split())
PICTURE_FILE: Final = re.compile(r"^[^?]*\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)", re.I)
# What parts addresses in an attribute that a script of the site reads: [https://…/pier.jpg, (large)]
BETWEEN: Final = re.compile(r",?[\s\"'\[\]|;]+")
# bridge-300x200.jpg, bridge_640x480.jpg
SIZED: Final = re.compile(r"[-_](\d{2,4})x(\d{2,4})(?=\.\w{3,4}(?:\?|$))")
SMALLEST: Final = 80  # pixels
WIDE: Final = 300
TELLING: Final = 5  # words
# width:1px
SMALL_STYLE: Final = re.compile(r"(?:^|[;\s])(?:width|height):\s*\d{1,2}px")


def picture_address(page: Page, picture: Element) -> str | None:
    """Return where a picture really is, in its largest size."""
    before = (page.elements[number] for number in range(picture.number - 1, -1, -1))
    sizes = (picture, *takewhile(lambda one: one.tag == "source", before))
    sets = sorted((size for one in sizes for size in sizes_of(one)), key=itemgetter(0), reverse=True)
    named = ((picture.get(name) or "").strip() for name in LAZY)
    link = picture.parent.get("href") or "" if picture.parent else ""
    linked = (link,) if PICTURE_FILE.search(link) else ()
    found = chain(linked, (one for _, one in sets), named, addresses_in_data(picture))
    return next((one for one in found if one and is_photograph(picture, one)), None)


def sizes_of(picture: Element) -> Iterator[tuple[float, str]]:
    """Yield the copies of a picture that a ``srcset`` names: how large each is, and its address."""
    for name in SETS:
        for found, size in SOURCES.findall(picture.get(name) or ""):
            yield float(size or 1), found


def addresses_in_data(picture: Element) -> Iterator[str]:
    """Yield the addresses of pictures in attributes that the site's own scripts alone know, the largest first."""
    values = (value for name, value in picture.attributes.items() if name.startswith("data-") and value)
    found = filter(PICTURE_FILE.search, (one for value in values for one in BETWEEN.split(value)))
    yield from sorted(found, key=size_of, reverse=True)


def is_photograph(picture: Element, address: str) -> bool:
    """Say whether an address is that of a picture, and not of a placeholder or of the page's own design."""
    path = address.partition("?")[0].lower()
    if path.startswith(SCRIPTED) or TEMPLATE in address or AVATAR in path:
        return False
    words = PARTS.split(path)
    if not DESIGN.isdisjoint(words) or is_filler(path) or is_sign(words):
        return False
    drawing = words[-1] == "svg"
    if not drawing and DRAWN.isdisjoint(words):
        return True
    told = len((picture.get("alt") or "").split()) >= TELLING if drawing else picture.inside("figure") is not None
    return told or width_of(picture) >= WIDE


def is_filler(path: str) -> bool:
    """Say whether the name of a file says that it shows nothing."""
    *words, kind = PARTS.split(path.rpartition("/")[2])
    if kind not in FILLING or FILLERS.isdisjoint(words):
        return False
    return all(word in FILLERS or DIGITS.fullmatch(word) for word in words[min(map(words.index, FILLERS & {*words})) :])


def is_sign(words: Sequence[str]) -> bool:
    """Say whether the words of a file's address end with the name of a sign."""
    return words[-1] in SIGN and (words[-2] in SIGNS or any(word.startswith(ARROW) for word in words[-3:]))


def size_of(url: str) -> float:
    """Return how many pixels a file's name says that it has; one that does not say is as large as can be."""
    found = SIZED.search(url)
    return int(found[1]) * int(found[2]) if found else float("inf")


def width_of(picture: Element) -> int:
    """Return how many pixels wide the page shows a picture, 0 if it does not say."""
    width = (picture.get("width") or "").removesuffix("px")
    return int(width) if width.isdecimal() else 0


def is_small(picture: Element) -> bool:
    """Say whether the page shows a picture as small as an icon."""
    sizes = [picture.get("width") or "", picture.get("height") or ""]
    if any(size.removesuffix("px").isdigit() and int(size.removesuffix("px")) < SMALLEST for size in sizes):
        return True
    return SMALL_STYLE.search(picture.get("style") or "") is not None
