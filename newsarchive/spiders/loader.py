"""Finds the spiders: a class for each site file, made from the one in the Python file beside it if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from newsarchive.sites import Sites, all_sites, class_of
from newsarchive.spiders.backfill import Backfill
from newsarchive.spiders.crawls.orders import Order, orders
from newsarchive.spiders.news import NewsSpider
from newsarchive.spiders.pages import Pages


class SiteLoader:
    """What Scrapy asks for spiders (``SPIDER_LOADER_CLASS``)."""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Look in the folders of site files that the settings name."""
        return cls(all_sites(map(Path, settings.getlist("NEWSARCHIVE_SITES")), forgiving=True))

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of the site with that key, or for an address.

        Raises SiteError (a sentence) for a name that no file has.
        """
        [order] = orders([spider_name], self.sites)
        return self.spider(order)

    def spider(self, order: Order) -> type[NewsSpider]:
        """Return a class for what is asked of a site, made from the one in its Python file if that has one."""
        site = order.site
        base = class_of(site, NewsSpider)
        bases = (Backfill, base) if order.days else (Pages, base) if order.alone else (base,)
        known = {"name": site.key, "site": site, "asked_pages": order.pages, "days": order.days, "copies": order.copies}
        return type(base.__name__, bases, {**known, "__doc__": f"Crawl {site.name}."})

    def list(self) -> list[str]:
        """Return the keys of all sites."""
        return sorted(self.sites)

    def find_by_request(self, request: Request) -> Sequence[str]:
        """Return the key of the site that the request's address belongs to."""
        site = self.sites.find(request.url)
        return [site.key] if site else []
