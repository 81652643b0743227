"""Finds the spiders: a class for each site file, unless a module of that name has its own."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings
from scrapy.utils.spider import iter_spider_classes

from newsarchive import spiders
from newsarchive.sites import Sites, all_sites
from newsarchive.spiders.backfill import Backfill
from newsarchive.spiders.news import NewsSpider
from newsarchive.spiders.orders import Order, orders
from newsarchive.spiders.pages import Pages


class SiteLoader:
    """What Scrapy asks for spiders (``SPIDER_LOADER_CLASS``)."""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Look in the folders of site files that the settings name."""
        return cls(all_sites(map(Path, settings.getlist("NEWSARCHIVE_SITES"))))

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of the site with that key, or for an address.

        Raises SiteError (a sentence) for a name that no file has.
        """
        [order] = orders([spider_name], self.sites)
        return self.spider(order)

    def spider(self, order: Order) -> type[NewsSpider]:
        """Return a site's own spider class if a module has one, else one made from its file, for what is asked."""
        site = order.site
        base = self._written.get(site.key, NewsSpider)
        bases = (Backfill, base) if order.days else (Pages, base) if order.alone else (base,)
        known = {"name": site.key, "site": site, "asked_pages": order.pages, "days": order.days, "copies": order.copies}
        return type(base.__name__, bases, {**known, "__doc__": f"Crawl {site.name}."})

    def list(self) -> list[str]:
        """Return the keys of all sites."""
        return sorted(self.sites)

    def find_by_request(self, request: Request) -> list[str]:  # type: ignore[valid-type]  # list is a method above
        """Return the key of the site that the request's address belongs to."""
        site = self.sites.find(request.url)
        return [site.key] if site else []

    @cached_property
    def _written(self) -> dict[str, type[NewsSpider]]:
        modules = (module.name for module in pkgutil.iter_modules(spiders.__path__) if module.name in self.sites)
        return {name: found for name in modules for found in _spider_classes(f"{spiders.__name__}.{name}")}


def _spider_classes(module: str) -> Iterator[type[NewsSpider]]:
    for found in iter_spider_classes(import_module(module)):
        if issubclass(found, NewsSpider):
            yield found
