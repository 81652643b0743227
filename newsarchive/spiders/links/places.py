"""Where a site tells of its articles, and what one of these places says, whichever kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from urllib.parse import urljoin

from newsarchive.discovery import autodiscovery, cdx, feeds, listings, sitemaps
from newsarchive.discovery.challenges import is_challenge
from newsarchive.discovery.found import Unreadable
from newsarchive.health import FEW
from newsarchive.items import Link
from newsarchive.sites import Discover, Site

MAX_LINKS = 1_000_000  # of one sitemap
ROBOTS = "robots"
HOME = "home"
ARCHIVE = "archive"  # a page of a day or a month
FIRST = {HOME, ROBOTS}  # places that any site has
UNDATED = {HOME, "list"}  # places that link today's articles beside older ones
SITEMAPS = {"sitemap", cdx.KIND}  # places that link all articles, whenever they were published
PAGES = {*UNDATED, ARCHIVE}


@dataclass(frozen=True, slots=True)
class Told:
    """What a place told: links to pages, further places to ask, and the address where its list goes on."""

    links: Iterator[Link] | tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    next_page: str | None = None


def first_places(site: Site) -> tuple[Discover, ...]:
    """Return where to begin: what the site's file says, else the start page and what it and robots.txt announce."""
    if site.discover:
        return site.discover
    home = Discover(kind=HOME, url=site.start)
    return (home, Discover(kind=ROBOTS, url=urljoin(site.start, "/robots.txt")))


def announced(link: Link) -> Discover:
    """Return the feed or sitemap that a page, an index or robots.txt told of, as a place to ask."""
    return Discover(kind="feed" if link.kind == "feed" else "sitemap", url=link.url)


def read_place(body: bytes, url: str, place: Discover, site: Site, now: datetime, content_type: str | None) -> Told:
    """Return what a place told; raise ``Unreadable`` when the bytes are not what the place should hold."""
    if place.kind == "feed":
        found = feeds.read(body, url, content_type=content_type, timezone=site.timezone, now=now)
        return Told(found.links, next_page=found.next_page)
    if place.kind in {"sitemap", "news-sitemap"}:
        return _sitemap(body, url, site, now)
    if place.kind == cdx.KIND:
        return Told(cdx.read(body, url))
    if place.kind == ROBOTS:
        return Told(places=autodiscovery.from_robots(body.decode("utf-8", "replace"), url))
    return _page(body, url, place, site, now, content_type)


def _sitemap(body: bytes, url: str, site: Site, now: datetime) -> Told:
    """Return the sitemaps of an index, or the links of a sitemap as a stream."""
    links = islice(sitemaps.read(body, url, timezone=site.timezone, now=now), MAX_LINKS)
    first = next(links, None)
    if first is None:
        return Told()
    if first.kind == sitemaps.NESTED:
        return Told(places=(first, *(link for link in links if link.kind == sitemaps.NESTED)))
    return Told(chain((first,), links))


def hint_of(link: Link, site: Site) -> Link:
    """Return a link with what it may tell about its article: a date whose zone was taken for granted is no hint."""
    return link if site.timezone or link.kind not in PAGES else replace(link, published=None)


def _page(body: bytes, url: str, place: Discover, site: Site, now: datetime, content_type: str | None) -> Told:
    """Read a page; dates without a zone are taken for UTC: to tell old articles from new that is near enough."""
    found = listings.read(
        body,
        url,
        content_type=content_type,
        kind=place.kind,
        items=place.links,
        next_selector=place.next,
        timezone=site.timezone or "UTC",
        now=now,
    )
    if len(found.links) < FEW and is_challenge(body):
        raise Unreadable(f"{url} shows a challenge for browsers.")
    further = () if site.discover else autodiscovery.from_page(body, url, content_type=content_type)
    return Told(found.links, further, found.next_page)
