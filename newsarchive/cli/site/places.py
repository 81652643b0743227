"""Where a site tells of its articles, for the file that is written of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import sleep
from urllib.parse import urljoin

import click

from newsarchive.cli._fetch import fetch
from newsarchive.cli._fetched import Fetched
from newsarchive.discovery import feeds, sitemaps
from newsarchive.discovery.autodiscovery import from_page, from_robots, usual_places
from newsarchive.discovery.sections import sections
from newsarchive.items import Link, NewsarchiveError
from newsarchive.politeness.robots import Robots
from newsarchive.urls import same_site

_SITEMAPS = 5  # of robots.txt; a sitemap of the news is enough
_PAUSE_SECONDS = 1.0  # between places that may not be there


def places(front: Fetched, page: Fetched, *, ask: bool) -> Sequence[Link]:
    """Return where the site tells of its articles: announced feeds or sitemaps, a usual place of them, or sections.

    Without ``ask``, only what the two pages themselves announce.
    """
    text = _robots(front.address) if ask else ""
    rules = Robots(text)
    if not rules.allows(front.address):
        click.echo(f"robots.txt forbids to ask for {front.address}: a crawl will fetch nothing there", err=True)
    for each in (front, page):
        if feeds_there := _feeds(each):
            return feeds_there
    if not ask:
        return ()
    if named := _sitemaps(text, front.address):
        return named
    found = _usual_place(front.address, rules)
    return (found,) if found else sections(front.body, front.address, content_type=front.content_type)


def announced(front: Fetched) -> Sequence[Link]:
    """Return the feeds that a front page announces, else the sitemaps of its site's robots.txt."""
    return _feeds(front) or _sitemaps(_robots(front.address), front.address)


def _feeds(page: Fetched) -> Sequence[Link]:
    return from_page(page.body, page.address, content_type=page.content_type)


def _sitemaps(text: str, address: str) -> Sequence[Link]:
    named = from_robots(text, address)
    return [each for each in named if "news" in each.url.rpartition("/")[2]] or named[:_SITEMAPS]


def _robots(address: str) -> str:
    with suppress(NewsarchiveError):
        return fetch(urljoin(address, "/robots.txt")).body.decode("utf-8", "replace")
    return ""


def _usual_place(address: str, rules: Robots) -> Link | None:
    """Return the first of the places where feeds and sitemaps lie on most sites that has links of this site."""
    usual = [place for place in usual_places(address) if rules.allows(place.url)]
    if usual:
        click.echo("no feed or sitemap is announced; trying the usual places, one a second", err=True)
    for place in usual:
        sleep(_PAUSE_SECONDS)
        with suppress(NewsarchiveError):
            if any(same_site(link.url, address) for link in told(fetch(place.url), place.kind)):
                return place
    return None


def told(page: Fetched, kind: str) -> Iterable[Link]:
    """Return the links of a feed or sitemap."""
    if kind == "feed":
        return feeds.read(page.body, page.address, content_type=page.content_type).links
    return sitemaps.read(page.body, page.address, timezone="UTC")
