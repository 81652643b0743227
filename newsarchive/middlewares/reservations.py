"""Scrapy middleware that lets go of answers whose headers reserve rights, for sites whose policy is to skip them."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newsarchive.middlewares.hostbook import HostBook
from newsarchive.politeness.reservations import reservations
from newsarchive.spiders.headers import pairs
from newsarchive.urls import host


class SkipReserved:
    """Drop reserved answers before they are kept; what only the page's text says, the reader finds."""

    def __init__(self, crawler: Crawler) -> None:
        self._skips = getattr(getattr(crawler.spider, "site", None), "policy", None) == "skip"
        self._book = HostBook.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Use the policy of the spider's site."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raise ``IgnoreRequest`` for an article's answer whose headers or host reserve rights."""
        if self._skips and "hints" in request.meta:
            tdmrep = self._book.get(host(request.url)).policy.get("tdmrep")
            for reserved in reservations(pairs(response.headers), url=response.url, tdmrep=tdmrep):
                raise IgnoreRequest(f"{reserved.right} reserved by {reserved.where}")
        return response
