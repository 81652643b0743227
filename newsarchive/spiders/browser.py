"""Settings for the sites whose text exists only after their scripts ran: pages through the system's Chromium."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import Any, Protocol
from urllib.parse import urlsplit

from newsarchive.items import SiteError
from newsarchive.politeness.addresses import is_public, literal_address
from newsarchive.sites import Site

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
NO_TEXT = {"image", "media", "font"}


class BrowserRequest(Protocol):
    """What scrapy-playwright tells of a request that a page makes."""

    url: str
    resource_type: str


def browser_settings(site: Site) -> dict[str, Any]:
    """Return the settings with which Scrapy fetches through Chromium; raise SiteError if a part is missing."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if find_spec("scrapy_playwright") is None:
        raise SiteError(f"The site {site.key} asks for a browser; install it with: pip install 'newsarchive[browser]'")
    if chromium is None:
        raise SiteError(f"The site {site.key} asks for a browser; install Chromium, for example: apt install chromium")
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium refuses to sandbox for root
    return {
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
        "PLAYWRIGHT_BROWSER_TYPE": "chromium",
        "PLAYWRIGHT_LAUNCH_OPTIONS": {"executable_path": chromium, "args": sandbox},
        "PLAYWRIGHT_ABORT_REQUEST": _allow_local if site.private else _refuse_local,
    }


def _allow_local(request: BrowserRequest) -> bool:
    """Say whether a page's request is refused: what has no text."""
    return request.resource_type in NO_TEXT


def _refuse_local(request: BrowserRequest) -> bool:
    """Say whether a page's request is refused: what has no text, and addresses that are not of the public internet."""
    address = literal_address(urlsplit(request.url).hostname or "")
    return _allow_local(request) or (address is not None and not is_public(address))
