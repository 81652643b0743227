"""Scrapy middleware that keeps the answers to requests for articles before anything changes their bytes."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newsarchive.discovery.mementos import COPIED_FROM, memento
from newsarchive.spiders.headers import header
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
        """Keep the response if it answers a request for an article, and a web archive's only if it is a copy of one."""
        if "hints" in request.meta:
            spider = self._spider
            earlier = request.meta.pop("capture", None)
            if "retry_times" in request.meta and earlier:
                spider.count(f"again/{earlier.status}")
            if COPIED_FROM in request.meta["hints"]:
                self._keep_copy(request, response)
            else:
                request.meta["capture"] = spider.recorder.keep(request, response, spider.site.key, spider.now())
        return response

    def _keep_copy(self, request: Request, response: Response) -> None:
        """Keep a copy as the answer of the page itself, at the time when the web archive captured it."""
        spider = self._spider
        copy = memento(response.url, header(response.headers, "Memento-Datetime"))
        if copy and spider.site.covers(copy.url):
            request.meta["hints"] = {**request.meta["hints"], COPIED_FROM: response.url}
            original = response.replace(url=copy.url)
            request.meta["capture"] = spider.recorder.keep(request, original, spider.site.key, copy.captured)
