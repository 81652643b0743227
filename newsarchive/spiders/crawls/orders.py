"""What people ask a crawl for: sites by name, or addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import urlsplit

from newsarchive.discovery.dated import Days
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.items import SiteError
from newsarchive.sites import Site, Sites
from newsarchive.urls import is_http


@dataclass(frozen=True, slots=True)
class Order:
    """What to crawl of one site: all that is new and these ``pages``, or them ``alone``, or what ``days`` brought.

    ``copies`` takes the pages of the days from the web archive that the site's file names.
    """

    site: Site
    pages: tuple[str, ...] = ()
    alone: bool = False
    days: Days | None = None
    copies: bool = False


def orders(names: Iterable[str], sites: Sites, *, pages: Iterable[str] = ()) -> list[Order]:
    """Return what to crawl for names of sites and for addresses, an order for each site.

    The address of an article asks for that page alone, any other for the whole site; ``pages`` are addresses that do
    not, whatever they look like. A site without a file is crawled from the given address on, and as that may be an
    article in spite of its looks, it is fetched as a page, too. Raises SiteError for a name that no file has.
    """
    listed = (Order(sites.named(page), (page,), alone=True) for page in pages)
    by_site: dict[str, list[Order]] = {}
    for order in chain((_order(name, sites.named(name), sites) for name in names), listed):
        by_site.setdefault(order.site.key, []).append(order)
    return [_joined(of_site) for of_site in by_site.values()]


def _order(name: str, site: Site, sites: Sites) -> Order:
    if not is_http(name):
        return Order(site)
    if looks_like_article(name):
        return Order(site, (name,), alone=True)
    return Order(site, () if site.key in sites or urlsplit(name).path in {"", "/"} else (name,))


def _joined(of_site: Sequence[Order]) -> Order:
    """Return one order for all of a site; one without a file may be given by different hosts, but by one start."""
    whole = [order for order in of_site if not order.alone]
    starts = _unique(order.site.start for order in whole)
    if len(starts) > 1:
        raise SiteError(
            f"{starts[0]} and {starts[1]} belong to one site, {of_site[0].site.key}: crawl them one after the other,"
            " or write down both in a file; make it with: newsarchive site add URL"
        )
    site = (whole or of_site)[0].site
    domains = _unique(domain for order in of_site for domain in order.site.domains)
    pages = _unique(page for order in of_site for page in order.pages)
    return Order(replace(site, domains=domains), pages, alone=not whole)


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
