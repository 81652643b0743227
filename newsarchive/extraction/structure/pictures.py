"""Which pictures of a page belong to the article, and where they really are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import Final

from newsarchive.discovery.links import is_page, resolve
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.extraction.body import Body
from newsarchive.extraction.body.model.columns import HEADINGS
from newsarchive.extraction.known import address
from newsarchive.extraction.page import Page
from newsarchive.extraction.page.elements import Element
from newsarchive.extraction.page.marks import Mark, own_marks
from newsarchive.extraction.structure.addresses import SIZED, is_small, picture_address, size_of
from newsarchive.extraction.structure.captions import Captions
from newsarchive.items import Image
from newsarchive.urls import same_site

# What serves banners: ads.example.org/delivery/avw.php, /werbung/
ADVERTS: Final = re.compile(
    r"//(?:ads?|adservers?|banners?)\d*\.|/delivery/(?:avw|ck|ai)\b|amazon-adsystem|doubleclick|googlesyndication"
    r"|/(?:werbung|banners?|anzeigen?|advert\w*|guanggao)/",
    re.I,
)
NOWHERE: Final = re.compile(r"https?://(?:[:/]|$)")
FILE: Final = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)|(?:IMG|DSC[FN]?|PXL|image|img)?[_ -]?\d+", re.I)
# What asks a server for a size: ?w=640&quality=80
SIZING: Final = re.compile(
    r"(?<=[?&])(?:w|h|width|height|imwidth|size|resize|fit|crop\w*|quality|q|dpr|format|compression|strip|ssl|sig|itok)=[^&]*&?"
)
FEATURED: Final = re.compile(r"wp-post-image|featured")  # so systems call the picture above an article
FAR: Final = 3  # lines above the text
FARTHEST: Final = 8
BESIDE: Final = 2  # elements
# What scripts draw charts into, with a picture for who has none.
CHARTS: Final = re.compile(r"datawrapper-vis-")
AUTHOR: Final = int(Mark.AUTHOR)
CAPTION: Final = int(Mark.CAPTION)
BYLINES: Final = 4  # lines of a box with an author
BESIDE_NAME: Final = 1
SIDE: Final = int(
    Mark.RELATED | Mark.ADVERT | Mark.NAVIGATION | Mark.FOOTER | Mark.COMMENT | Mark.SHARE | Mark.BIOGRAPHY
)


def pictures_in(
    body: Body, url: str | None, base: str | None, authors: Collection[str]
) -> Iterator[tuple[Element, Image]]:
    """Yield the pictures that stand in the text, each once, in reading order; their addresses begin at ``base``.

    What shows an author, or leads to another article without a caption, is none of them.
    """
    found: dict[str, tuple[Element, Image]] = {}
    pictures = list(shown(body))
    captions = Captions(body, pictures)
    for picture in pictures:
        image = image_of(body.page, picture, captions, base)
        if (
            image is None
            or {image.alt, image.caption} & {*authors}
            or is_of_author(picture, captioned=bool(image.caption))
        ):
            continue
        if captions.is_promotion(picture):
            continue
        cards = (resolve(base or "", there) for there in captions.links_of(picture))
        if url and (is_card(cards, url) or (not image.caption and leads_away(body.page, picture, url, base or url))):
            continue
        there = file_of(image)
        if there not in found or size_of(image.url) > size_of(found[there][1].url):
            found[there] = found.get(there, (picture,))[0], image
    return iter(found.values())


def article_images(declared: Iterable[Image], shown: Iterable[Image]) -> tuple[Image, ...]:
    """Return the declared pictures and those in the text, each once and as it is printed, if it is."""
    return tuple({file_of(image): image for image in (*declared, *shown)}.values())


def file_of(image: Image) -> str:
    """Return the address of a picture without what asks for a size of it."""
    return SIZING.sub("", SIZED.sub("", image.url)).rstrip("?&")


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
    if not body.blocks or not body.first - FARTHEST <= medium.first <= body.last:
        return False
    featured = medium.first <= body.first and FEATURED.search(medium.get("class") or "")
    if medium.first < body.first - FAR and not featured and not is_figured(medium):
        return False
    if any(ancestor.zone & SIDE for ancestor in (medium.parent or medium).upwards(3)):
        return False
    if featured or body.first < medium.first < body.last:
        return True
    return bool(set(body.blocks[0].element.upwards(6)) & set(medium.upwards(6)) - {body.page.root})


def is_figured(medium: Element) -> bool:
    """Say whether a picture stands in a figure, or with a line or two in an element that is named after pictures."""
    around = list((medium.parent or medium).upwards(FAR))
    named = (one for one in around if 0 < one.last - one.first <= BESIDE)
    return any(one.tag == "figure" for one in around) or any(own_marks(one) & CAPTION for one in named)


def is_of_author(picture: Element, *, captioned: bool) -> bool:
    """Say whether a picture or a box with it is called the author's, and if it has a caption, not the picture's."""
    lines, names = (BESIDE_NAME, AUTHOR | CAPTION) if captioned else (BYLINES, AUTHOR)
    return any(own_marks(one) & names == AUTHOR and one.last - one.first <= lines for one in picture.upwards(4))


def image_of(page: Page, picture: Element, captions: Captions, base: str | None) -> Image | None:
    """Return a picture with what is printed under it; ``None`` for one without an address, and for icons."""
    there = picture_address(page, picture)
    source = address(base, there) if there else None
    if source is None or is_small(picture) or NOWHERE.match(source) or ADVERTS.search(source):
        return None
    alt = picture.get("alt") or ""
    return Image(source, *captions.of(picture), None if FILE.fullmatch(alt.strip()) else alt.strip() or None)


def leads_away(page: Page, picture: Element, url: str, base: str) -> bool:
    """Say whether a picture is a link to another article of the site, a teaser, or to another site, a banner."""
    link = picture.inside("a")
    there = resolve(base, link.get("href")) if link else None
    if link is None or there is None or not is_page(there) or there.startswith(url):
        return False
    titled = any(page.blocks[place].element.tag in HEADINGS for place in range(link.first, link.last))
    return titled or not same_site(there, url) or is_other_article(there, url)


def is_card(links: Iterable[str | None], url: str) -> bool:
    """Say whether one of the lines around a picture is a link to another article."""
    return any(there is not None and is_other_article(there, url) for there in links)


def is_other_article(there: str, url: str) -> bool:
    """Say whether an address is one of another article of the same site."""
    return is_page(there) and same_site(there, url) and not there.startswith(url) and looks_like_article(there)
