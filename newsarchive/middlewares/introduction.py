"""Scrapy middleware that says with every request who asks and how to reach them, and what a site wants to be told."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from newsarchive.items import NewsarchiveError
from newsarchive.sites import Site

MISSING = (
    "Say how the operators of a site can reach you: set NEWSARCHIVE_CONTACT to an e-mail address or to a web page about"
    " your archive. It is sent with every request."
)


class Introduction:
    """Set User-Agent, and From if the contact is an e-mail address (RFC 9110, 10.1.2); private sites need none.

    The headers of the site's file go to the site alone, not to a web archive that has copies of it.
    """

    def __init__(self, agent: str, contact: str, site: Site | None = None) -> None:
        self._site = site if site and site.headers else None
        self._agent = f"{agent} (+{contact})" if contact else agent
        self._from = contact if "@" in contact and "/" not in contact else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the contact of the settings; raise NewsarchiveError if there is none."""
        contact = " ".join((crawler.settings["NEWSARCHIVE_CONTACT"] or "").split())
        site = getattr(crawler.spider, "site", None)
        if not contact and not (site and site.private):
            raise NewsarchiveError(MISSING)
        return cls(crawler.settings["USER_AGENT"], contact, site)

    def process_request(self, request: Request) -> None:
        """Introduce us."""
        if self._site and self._site.covers(request.url):
            request.headers.update(self._site.headers)
        request.headers["User-Agent"] = self._agent
        if self._from:
            request.headers["From"] = self._from
