"""Runs one contestant's crawl and prints what it cost: ``python -m benchmarks.crawl_one bare URL FOLDER``."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response

from benchmarks.crawl_clock import Clock
from benchmarks.memory import resident

POLITENESS_OFF = {
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "ROBOTSTXT_OBEY": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
    "EXTENSIONS": {"benchmarks.crawl_clock.Clock": 0},
}


class Bare(scrapy.Spider):
    """Follows every link of the lists and does nothing with the pages."""

    name = "bare"
    address = ""

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the list."""
        yield scrapy.Request(self.address)

    def parse(self, response: Response, **kwargs: Any) -> Iterator[scrapy.Request]:
        """Ask for every article, and for the next list."""
        for more in response.css("link[rel=next]::attr(href)").getall():
            yield response.follow(more)
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link, self.read)

    def read(self, response: Response) -> None:
        """Do nothing."""


class Naive(Bare):
    """Reads, keeps and stores every page in the callback, as a first version of anybody's scraper does."""

    folder = Path()
    table: Any
    warc: Any

    def read(self, response: Response) -> None:
        """Read with trafilatura, write with warcio, insert with sqlite-utils."""
        from trafilatura import bare_extraction

        article = bare_extraction(response.text, url=response.url, with_metadata=True)
        self.keep(response)
        row = {"url": response.url, "title": article.title, "date": article.date, "body": article.text}
        self.table.upsert(row, pk="url")

    def keep(self, response: Response) -> None:
        """Write the page as it came out of Scrapy."""
        from warcio.statusandheaders import StatusAndHeaders

        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = BytesIO(response.body)
        record = self.warc.create_warc_record(response.url, "response", payload=body, http_headers=headers)
        self.warc.write_record(record)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Naive:
        """Open the files."""
        from sqlite_utils import Database
        from warcio.warcwriter import WARCWriter

        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.table = Database(cls.folder / "naive.db").table("articles")
        spider.warc = WARCWriter((cls.folder / "naive.warc.gz").open("wb"), gzip=True)
        return spider


def run(name: str, address: str, folder: Path) -> None:
    """Crawl as the contestant does."""
    if name in ("bare", "naive"):
        spider = {"bare": Bare, "naive": Naive}[name]
        spider.address, Naive.folder = address, folder
        process = AsyncCrawlerProcess(POLITENESS_OFF)
        process.crawl(spider)
        process.start()
    else:
        run_ours(name, address, folder)


def run_ours(name: str, address: str, folder: Path) -> None:
    """Crawl as ``newsarchive crawl`` does, but without politeness; ``frontier`` only queues what sitemaps tell."""
    from newsarchive.cli.crawl import readers
    from newsarchive.sites import Discover, unknown_site
    from newsarchive.spiders.crawls.orders import Order
    from newsarchive.spiders.crawls.running import crawl, project_settings

    queues = name == "frontier"
    place = Discover(kind="sitemap", url=f"{address}sitemap.xml") if queues else Discover(kind="list", url=address)
    site = replace(unknown_site(address), discover=(place,), private=True)
    own = {
        "NEWSARCHIVE_DB": str(folder / "newsarchive.db"),
        "NEWSARCHIVE_INLINE": name == "inline",
        "NEWSARCHIVE_READING_JOBS": readers(),
    }
    crawl([Order(site)], project_settings(**POLITENESS_OFF, **own), limit=0 if queues else None)


def main() -> None:
    """Run, then print rate, CPU and memory of this process and of the reader's."""
    name, address, folder = sys.argv[1:]
    run(name, address, Path(folder))
    seconds = time.perf_counter() - Clock.started
    reader = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = max(1, Clock.pages)
    result = {
        "pages": Clock.pages,
        "requests": Clock.requests,
        "rate": pages / seconds,
        "cpu": 1000 * (time.process_time() - Clock.cpu_before) / pages,
        "reader_cpu": 1000 * (reader.ru_utime + reader.ru_stime) / pages,
        "memory": resident("VmHWM"),
        "reader_memory": reader.ru_maxrss / 1000,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
