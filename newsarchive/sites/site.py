"""What is known of a site, as frozen dataclasses that its file fills in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from newsarchive.urls import host

DEFAULT_POLICY = "metadata"  # also of pages whose site has no file


@dataclass(frozen=True, slots=True, kw_only=True)
class Discover:
    """One place where the site tells of its articles.

    ``kind`` is ``feed``, ``news-sitemap``, ``sitemap``, ``list`` or ``home``. ``links`` and ``next`` are CSS selectors
    of list pages; ``pages`` is how many of them to read at most, ``since`` the first day whose articles are wanted.
    """

    kind: str
    url: str
    links: str | None = None
    next: str | None = None
    pages: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One layout of the site since ``valid_from``: CSS selectors per field, tried in order; ``remove`` is taken out."""

    valid_from: date | None = None
    title: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comment_count: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What an ordinary run of the site brings: articles found, and fields that every article has."""

    articles_per_run: int | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: where it starts and what differs from the generic reading.

    ``key`` is what people type (the file's name), ``name`` what readers call the site. ``domains`` are the hosts, with
    an optional path (``example.test/daily``), whose pages are the site's; by default the host of ``start`` without
    ``www.``. ``articles`` and ``skip`` are regular expressions on URLs. ``delay`` is in seconds, ``headers``
    go with every request to the site. ``policy`` says what
    to keep of pages that reserve rights: ``keep``, ``metadata`` or ``skip``. ``private`` allows local hosts. ``cdx``
    is the address of a web archive's CDX server, which a backfill asks what was captured, and ``replay`` the address
    below which that archive shows its copies. ``python`` is the path of the file beside it with classes for it alone.
    """

    key: str
    name: str
    start: str
    domains: tuple[str, ...] = ()
    timezone: str | None = None
    language: str | None = None
    country: str | None = None
    discover: tuple[Discover, ...] = ()
    rules: tuple[Rule, ...] = ()
    expect: Expect = Expect()
    policy: str = DEFAULT_POLICY
    articles: str | None = None
    skip: str | None = None
    delay: float | None = None
    headers: tuple[tuple[str, str], ...] = ()
    cdx: str | None = None
    replay: str | None = None
    browser: bool = False
    private: bool = False
    python: str | None = None

    def __post_init__(self) -> None:
        if not self.domains:
            object.__setattr__(self, "domains", (host(self.start).removeprefix("www."),))

    def rules_at(self, when: date | datetime | None = None) -> tuple[Rule, ...]:
        """Return the layouts that may hold for a page of that day, most recent first; without a day, all of them."""
        if when is None:
            return self.rules
        day = when.date() if isinstance(when, datetime) else when
        return tuple(rule for rule in self.rules if rule.valid_from is None or rule.valid_from <= day)

    def covers(self, url: str) -> int:
        """Say how closely an address belongs to the site: the length of the domain entry that covers it, or 0.

        >>> Site(key="a", name="A", start="https://www.example.test/").covers("https://m.example.test/x")
        12
        """
        address = host(url) + urlsplit(url).path
        return max((len(entry) for entry in self.domains if _is_within(address, entry)), default=0)


def _is_within(address: str, entry: str) -> bool:
    place, _, path = entry.partition("/")
    found, _, rest = address.partition("/")
    return (found == place or found.endswith("." + place)) and (rest == path.rstrip("/") or rest.startswith(path))
