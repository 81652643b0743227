"""What people ask a crawl for: sites by name, or addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from newsarchive.discovery.dated import Days
from newsarchive.discovery.shapes import looks_like_article
from newsarchive.items import SiteError
from newsarchive.sites import Site, Sites
from newsarchive.urls import is_http


@dataclass(frozen=True, slots=True)
class Order:
    """What to crawl of one site: all that is new and these ``pages``, or, if it is ``partial``, only some of it.

    A partial crawl fetches what was published in ``days``, or just the ``pages``.
    """

    site: Site
    pages: tuple[str, ...] = ()
    days: Days | None = None
    partial: bool = False


def orders(names: Iterable[str], sites: Sites) -> list[Order]:
    """Return what to crawl for names of sites and for addresses, an order for each site.

    The address of an article asks for that page alone, any other for the whole site. A site without a file is crawled
    from the given address on, and as that may be an article in spite of its looks, it is fetched as a page, too.
    Raises SiteError for a name that no file has.
    """
    found: dict[str, Order] = {}
    for name in names:
        site = sites.named(name)
        before = found.get(site.key)
        found[site.key] = _joined(before, _order(name, site, sites)) if before else _order(name, site, sites)
    return list(found.values())


def _order(name: str, site: Site, sites: Sites) -> Order:
    if not is_http(name):
        return Order(site)
    if looks_like_article(name):
        return Order(site, (name,), partial=True)
    return Order(site, () if site.key in sites or urlsplit(name).path in {"", "/"} else (name,))


def _joined(one: Order, other: Order) -> Order:
    """Return one order for two of the same site; sites without a file may differ in their hosts and first pages."""
    if not one.partial and not other.partial and one.site != other.site:
        raise SiteError(
            f"{one.site.start} and {other.site.start} belong to one site, {one.site.key}: crawl them one after the"
            " other, or write down both in a file; make it with: newsarchive site add URL"
        )
    whole, part = (other, one) if one.partial else (one, other)
    site = replace(whole.site, domains=tuple(dict.fromkeys(whole.site.domains + part.site.domains)))
    return Order(site, tuple(dict.fromkeys(one.pages + other.pages)), partial=one.partial and other.partial)
