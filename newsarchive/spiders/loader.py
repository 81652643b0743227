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
from newsarchive.sites import Site, Sites, all_sites
from newsarchive.spiders.news import NewsSpider


class SiteLoader:
    """What Scrapy asks for spiders (``SPIDER_LOADER_CLASS``)."""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Look in the folders of site files that the settings name."""
        return cls(all_sites(map(Path, settings.getlist("NEWSARCHIVE_SITES"))))

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of the site with that key, or of the site to which an address belongs.

        Raises SiteError (a sentence) for a name that no file has.
        """
        return self.spider(self.sites.named(spider_name))

    def spider(self, site: Site) -> type[NewsSpider]:
        """Return a site's own spider class if a module has one, else one made from its file."""
        base = self._written.get(site.key, NewsSpider)
        return type(base.__name__, (base,), {"name": site.key, "site": site, "__doc__": f"Crawl {site.name}."})

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
