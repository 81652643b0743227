"""Runs the spiders of several sites in this process, a few at a time."""

from __future__ import annotations

from asyncio import Task
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from newsarchive.archive import SiteRun
from newsarchive.sites import Site
from newsarchive.spiders.loader import SiteLoader
from newsarchive.spiders.recorder import Recorder

AT_ONCE = 16  # sites; politeness leaves a crawl of one site idle most of the time


def project_settings(**overrides: Any) -> Settings:
    """Return Scrapy's settings for this project, with some of them overridden."""
    settings = Settings()
    settings.setmodule("newsarchive.settings")
    settings.update(overrides, priority="cmdline")
    return settings


def crawl(sites: Sequence[Site], settings: Settings, *, limit: int | None = None) -> list[SiteRun]:
    """Crawl the sites into the archive that the settings name; return what became of each.

    To be called once in a process, because Twisted's reactor cannot be started twice. Ctrl-C and SIGTERM end the
    crawls in good order; a second one ends them at once.
    """
    recorder = Recorder.open(settings, started=datetime.now(UTC))
    try:
        _run(sites, settings, limit)
    finally:
        outcome = recorder.close(now=datetime.now(UTC))
    return outcome


def _run(sites: Sequence[Site], settings: Settings, limit: int | None) -> None:
    process = AsyncCrawlerProcess(settings)
    loader = SiteLoader.from_settings(settings)
    waiting = iter(sites)
    tasks: list[Task[None]] = []

    def start_another(before: Crawler | None = None) -> None:
        site = None if before and _was_stopped(before) else next(waiting, None)
        if site:
            crawler = process.create_crawler(loader.spider(site))
            tasks.append(process.crawl(crawler, limit=limit))
            tasks[-1].add_done_callback(lambda _: start_another(crawler))

    for _ in range(AT_ONCE):
        start_another()
    process.start()
    for task in tasks:
        task.result()  # raises what kept a spider from starting


def _was_stopped(crawler: Crawler) -> bool:
    return bool(crawler.stats and crawler.stats.get_value("finish_reason") == "shutdown")
