"""The things that travel between the stages, as frozen dataclasses, with the errors that stop them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

GONE = {404, 410}
"""The statuses of answers that say that there is no such page, or no longer."""
NOT_MODIFIED = 304
"""The status of the answer that a page is as it was."""


class PageClass(StrEnum):
    """What a response turned out to be."""

    ARTICLE = "article"
    PAGE = "page"  # a later page of an article, or all of it on one page
    LIST = "list"
    FRONT = "front"
    BLOCK = "block"
    CONSENT = "consent"
    PAYWALL = "paywall"
    SOFT_404 = "soft-404"
    REDIRECT = "redirect"  # another address was asked instead
    ERROR = "error"
    NOT_HTML = "not-html"
    UNREADABLE = "unreadable"


class BlockKind(StrEnum):
    """What an article's block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    IMAGE = "image"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article: absolute URL, caption and credit as printed, and what stands for it unseen (alt)."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


class SpanKind(StrEnum):
    """What a piece of text is besides text."""

    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a block's text, ``text[start:end]``: a link to the absolute ``url``, or in bold or slanted type."""

    start: int
    end: int
    kind: SpanKind
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the article in reading order.

    ``level`` is 1 to 6 for headings and the nesting depth from 1 for list items; ``ordered`` says whether a
    list item is numbered; ``rows`` holds the cells of a table; ``image`` and ``url`` belong to images and embeds.
    ``spans`` are the links and emphases of its text, in order, those around others first.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    image: Image | None = None
    url: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible value of a field: where it was found, how sure that makes us, and whether it won.

    ``origin`` is one of ``rule``, ``json-ld``, ``opengraph``, ``meta``, ``microdata``, ``byline``,
    ``time-element``, ``heading``, ``title-element``, ``url``, ``link``, ``feed``, ``memory``, ``site``,
    ``assumed``, ``detected``, ``script``, ``text``. ``where`` names the exact place (a meta name, a selector, a label).
    ``confidence`` lies in 0..1 and is calibrated: of values given with 0.9 or more, 95 % are right.
    """

    value: str
    origin: str
    confidence: float
    where: str = ""
    chosen: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A block that boilerplate removal took out, and the rule that did it.

    What the site's own rules took out has the ``rule`` ``rule``, and their selector as ``place``.
    """

    text: str
    rule: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SiteLine:
    """Something a page shows that may belong to its site: the input of the site memory.

    ``kind`` is one of ``line``, ``title-ending``, ``keyword``, ``section``, ``author-box``.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader would call the article, with the reasons for every field.

    ``body`` joins the paragraphs by ``\\n``; ``word_count`` takes each hanzi, kana or hangul for a word. Dates are
    timezone-aware or ``None``: ``published_raw`` is the time as printed, ``published_precision`` is ``minute`` or
    ``day``, and ``timezone_origin`` tells whence the zone is: ``explicit`` with the time, ``page``, ``site`` or
    ``assumed``. ``language`` is a code of ISO 639, ``access`` ``free``, ``paywalled`` or ``None``. ``origins`` maps a
    field's name to all its candidates, the chosen one marked; ``removed`` lists what boilerplate removal took out.
    """

    url: str | None
    title: str | None
    body: str
    site: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    published: datetime | None = None
    published_raw: str | None = None
    published_precision: str | None = None
    timezone_origin: str | None = None
    modified: datetime | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    images: tuple[Image, ...] = ()
    comment_count: int | None = None
    word_count: int = 0
    access: str | None = None
    blocks: tuple[Block, ...] = ()
    origins: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    removed: tuple[RemovedBlock, ...] = ()
    observed: tuple[SiteLine, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A discovered URL with what the place of discovery said about it.

    ``captured`` is when a web archive took its copy of the page, if the link comes from its index.
    """

    url: str
    found_on: str
    kind: str
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    captured: datetime | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where a record lies: WARC file name (without folder), byte offset, byte length in the file."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One response as received.

    ``url`` is the address that answered, ``requested_url`` the one first asked for (before redirects).
    ``fetched_at`` is in UTC. ``headers`` keep order and repetition. ``digest`` is ``sha256:`` plus hex of the
    payload after content decoding, equal for equal content whatever its transfer. ``hints`` is what discovery knew.
    ``transfer_digest`` is that of the payload as transferred (``WARC-Payload-Digest``); a capture that
    ``is_revisit`` has no payload of its own, but that of the earlier capture with the same transfer digest.
    """

    url: str
    fetched_at: datetime
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    requested_url: str | None = None
    digest: str | None = None
    location: Location | None = None
    site: str | None = None
    page_class: PageClass | None = None
    reason: str | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    transfer_digest: str | None = None
    is_revisit: bool = False
    id: int | None = None

    def header(self, name: str) -> str | None:
        """Return the first header of that name, whatever its case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


class NewsarchiveError(Exception):
    """A failure that a person can act on; its message is a whole sentence."""


class NotAnArticle(NewsarchiveError):  # noqa: N818 - reads as what it says
    """The page was read and is something else: ``page_class`` says what, ``reason`` why."""

    def __init__(self, url: str | None, page_class: PageClass, reason: str) -> None:
        super().__init__(f"{url or 'The page'} is not an article ({page_class}): {reason}.")
        self.url = url
        self.page_class = page_class
        self.reason = reason


class SiteError(NewsarchiveError):
    """A site file is wrong or missing; the message names file, key and reason."""


class ArchiveError(NewsarchiveError):
    """The archive cannot be opened, read or written; the message says what to do."""
