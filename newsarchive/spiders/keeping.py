"""Scrapy middleware that keeps the answers to requests for articles before anything changes their bytes."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newsarchive.spiders.news import NewsSpider


class KeepCaptures:
    """Append each answer to the WARC file; it stands above redirects and decompression in the chain."""

    def __init__(self, spider: NewsSpider) -> None:
        self._spider = spider

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Keep for the crawler's spider."""
        return cls(crawler.spider)  # type: ignore[arg-type]  # our scheduler admits NewsSpiders only

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the response if it answers a request for an article."""
        if "hints" in request.meta:
            spider = self._spider
            if "retry_times" in request.meta and "capture" in request.meta:
                spider.count(f"again/{request.meta['capture'].status}")
            request.meta["capture"] = spider.recorder.keep(request, response, spider.site.key, spider.now())
        return response
