"""Scrapy middleware and resolver that keep a crawl on the public internet and on the site's own domains."""

from __future__ import annotations

import logging
from typing import Any, ClassVar, Self, cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostResolution

from newsarchive.politeness.addresses import is_public, literal_address
from newsarchive.sites import Site
from newsarchive.spiders.failures import LedAway
from newsarchive.urls import host, is_http

logger = logging.getLogger(__name__)


class _OfSite:
    def __init__(self, site: Site | None) -> None:
        self._site = site

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Use the site of the crawler's spider."""
        return cls(getattr(crawler.spider, "site", None))


class OwnSite(_OfSite):
    """Refuse requests that leave http, or by a redirect the site; it stands before anybody is asked anything."""

    def process_request(self, request: Request) -> None:
        """Raise ``IgnoreRequest`` for an address that is not the site's."""
        if not is_http(request.url):
            raise IgnoreRequest("neither http nor https")
        if request.meta.get("redirect_times") and self._site is not None and not _stays(request, self._site):
            raise LedAway(host(request.url))


def _stays(request: Request, site: Site) -> bool:
    """Say whether a redirect leads to the site, or stays on the host that was asked, such as a web archive's."""
    return bool(site.covers(request.url)) or host(request.url) == host(request.meta["redirect_urls"][0])


class PublicAddresses(_OfSite):
    """Refuse requests that leave the public internet.

    Names are checked where they are resolved for the connection (``PublicResolver``), so that none can resolve to
    one address for a check and to another for the request. A site file with ``private = true`` opens its own domains.
    A proxy resolves names itself; its own address is the operator's choice and may be private, and so may be that of
    the web archive that a site file names.
    """

    def process_request(self, request: Request) -> None:
        """Raise ``IgnoreRequest`` for an address that may not be asked."""
        name = urlsplit(request.url).hostname or ""
        if proxy := request.meta.get("proxy"):
            PublicResolver.opened.add(urlsplit(proxy).hostname or "")
        elif self._site is not None and _is_opened(request.url, self._site):
            PublicResolver.opened.add(name)
        elif (literal := literal_address(name)) and not is_public(literal):
            raise IgnoreRequest("not an address of the public internet")


def _is_opened(url: str, site: Site) -> bool:
    if site.private and site.covers(url):
        return True
    return any(host(url) == host(named) for named in (site.cdx, site.replay) if named)


class PublicResolver(CachingHostnameResolver):
    """Resolve names to addresses of the public internet only, of both kinds; ``opened`` names are excepted."""

    opened: ClassVar[set[str]] = set()

    def resolveHostName(  # type: ignore[override]  # noqa: N802 - Twisted gives all but two by name
        self, receiver: Any, name: str, *args: Any, **kwargs: Any
    ) -> IHostResolution:
        """Tell the receiver the addresses that may be asked."""
        return super().resolveHostName(cast("Any", _PublicOnly(receiver, name)), name, *args, **kwargs)


class _PublicOnly:
    """Stands before a receiver of addresses (Twisted's ``IResolutionReceiver``)."""

    def __init__(self, receiver: Any, name: str) -> None:
        self._name = name
        self._receive = receiver.addressResolved
        self.resolutionBegan = receiver.resolutionBegan
        self.resolutionComplete = receiver.resolutionComplete

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802 - Twisted's name
        if self._name in PublicResolver.opened or is_public(address.host):
            self._receive(address)
        else:
            told = "%s resolves to %s, which is not on the public internet; it is not asked."
            logger.warning(told, self._name, address.host)
