"""What is known about a page besides its bytes: its address, its site, the time of the fetch, hints of discovery."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit

from newsarchive.memory import SiteMemory
from newsarchive.sites import Site
from newsarchive.urls import host

_NOT_NAMES: Final = frozenset("www m amp mobile wap news blog co com net org gov edu ac www2 en de fr es it pt".split())
_TOP_LEVEL: Final = re.compile(r"[a-z]{2}")
# Top-level domains of countries that are used anywhere.
_GENERIC: Final = frozenset("ai am cc co eu fm in io me tv ws to ly".split())
_SECOND_LEVEL: Final = frozenset(("com", "co", "net", "org", "gov", "gob", "edu", "ac"))  # paper.com.co is Colombian
_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller of ``extract`` knows about a page; a time without a zone is refused with ValueError."""

    url: str | None = None
    site: Site | None = None
    memory: SiteMemory | None = None
    fetched_at: datetime | None = None
    hints: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.fetched_at and self.fetched_at.tzinfo is None:
            raise ValueError("fetched_at needs a time zone, as in datetime.now(UTC)")

    @property
    def country(self) -> str | None:
        """Return the country of the site: as its file says, else by a top-level domain that belongs to one."""
        if self.site and self.site.country:
            return self.site.country.lower()
        above, _, suffix = host(self.url or "").rpartition(".")
        generic = suffix in _GENERIC and above.rpartition(".")[2] not in _SECOND_LEVEL
        return suffix if _TOP_LEVEL.fullmatch(suffix) and not generic else None

    def host_words(self) -> list[str]:
        """Return the words of the host that may name the site: ``nytimes`` of ``www.nytimes.com``."""
        labels = host(self.url or "").partition(":")[0].split(".")[:-1]
        return [label.replace("-", "") for label in labels if len(label) > 2 and label not in _NOT_NAMES]


def address(base: str | None, reference: str = "") -> str | None:
    """Return the absolute address of a reference on a page, ``None`` where one of them is malformed (``http://[``)."""
    try:
        return urljoin(base or "", reference)
    except ValueError:
        return None


def path(base: str | None, reference: str = "") -> str:
    """Return the path of an address, ``""`` if it is malformed."""
    try:
        return urlsplit(address(base, reference) or "").path
    except ValueError:
        return ""


def is_folder(page: str | None, reference: str) -> bool:
    """Say whether an address is that of a folder in which a page lies, below the front page."""
    folder = path(page, reference.strip()).rstrip("/")
    return bool(reference and folder) and path(page).rstrip("/").startswith(folder + "/")


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """Return what is left of a text when case, punctuation and spaces do not count.

    >>> key("Orden fürs Morden!") == key("orden fürs  morden")
    True
    """
    return _LETTERS.sub("", text).casefold()
