"""The settings of Scrapy that a site's file means."""

from __future__ import annotations

from typing import Any

from scrapy.settings import BaseSettings

from newsarchive.sites import Site
from newsarchive.spiders.browser import browser_settings


def own_settings(site: Site, settings: BaseSettings) -> dict[str, Any]:
    """Return its own delay, and what makes Scrapy fetch through a browser; raise SiteError if a part is missing."""
    found = browser_settings(site) if site.browser else {}
    if site.delay is not None:
        # without any delay Scrapy 2.19 starts a slot's requests together, whatever its concurrency
        least = 0.01 if settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1 else 0
        found |= {"DOWNLOAD_DELAY": max(site.delay, least), "AUTOTHROTTLE_ENABLED": site.delay > 0}
    return found
