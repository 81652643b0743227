"""Crawls sites: a few at a time in this process, or divided among several."""

from __future__ import annotations

import logging
import os
import signal
from asyncio import Task
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from newsarchive.archive import SiteRun
from newsarchive.health import CANNOT_BEGIN
from newsarchive.items import ArchiveError, NewsarchiveError, SiteError
from newsarchive.reader.processes import at_end_of_parent
from newsarchive.sites import blaming
from newsarchive.spiders.clock import clock
from newsarchive.spiders.crawls.orders import Order
from newsarchive.spiders.loader import SiteLoader
from newsarchive.spiders.logs import Log
from newsarchive.spiders.records.recorder import Recorder
from newsarchive.urls import host

logger = logging.getLogger(__name__)
AT_ONCE = 16  # sites; politeness leaves a crawl of one site idle most of the time


def project_settings(**overrides: Any) -> Settings:
    """Return Scrapy's settings for this project, with some of them overridden."""
    settings = Settings()
    settings.setmodule("newsarchive.settings")
    settings.update(overrides, priority="cmdline")
    return settings


def crawl(orders: Sequence[Order], settings: Settings, *, limit: int | None = None) -> list[SiteRun]:
    """Crawl what is ordered into the archive that the settings name; return what became of each site.

    To be called once in a process, because Twisted's reactor cannot be started twice. Ctrl-C and SIGTERM end the
    crawls in good order; a second one ends them at once.
    """
    now = clock(settings["NEWSARCHIVE_NOW"])
    recorder = Recorder.open(settings, started=now())
    try:
        settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
        Log.from_settings(settings).begin()
        _end_on_hangup()
        crawls = _Crawls(orders, settings, limit)
        crawls.run()
        for site, error in crawls.failed.items():
            logger.error(str(error))
            recorder.close(site, {f"newsarchive/{site}/failed/{CANNOT_BEGIN}": 1, "finish_reason": "error"}, now=now())
    finally:
        outcome = recorder.close(now=now())
    return outcome


def crawl_in_processes(
    parts: Sequence[Sequence[Order]], options: Mapping[str, Any], *, limit: int | None = None
) -> list[SiteRun]:
    """Have each part of the orders done by a process of its own; ``options`` are settings that override ours."""
    context = get_context("spawn")
    processes: list[BaseProcess] = []
    results: list[Connection] = []
    with _passing_on_signals(processes):
        for part in parts:
            receiving, sending = context.Pipe(duplex=False)
            processes.append(context.Process(target=_crawl_part, args=(sending, part, options, limit)))
            processes[-1].start()
            sending.close()  # so that the end of the process is the end of the pipe
            results.append(receiving)
        outcome = [result for each in results for result in _received(each)]  # a full pipe keeps a process from ending
        for process in processes:
            process.join()
    if any(process.exitcode for process in processes):
        raise ArchiveError("One of the crawling processes failed; see what it said above.")
    return sorted(outcome, key=lambda result: result.site)


def _received(results: Connection) -> list[SiteRun]:
    with results:
        try:
            return list(results.recv())
        except EOFError:  # the process failed
            return []


def _crawl_part(results: Connection, orders: Sequence[Order], options: Mapping[str, Any], limit: int | None) -> None:
    os.setpgid(0, 0)  # what a terminal sends to all of a command comes from the parent alone: a second one is "at once"
    at_end_of_parent(partial(os.kill, os.getpid(), signal.SIGTERM))  # or the next command finds hosts asked by these
    results.send(crawl(orders, project_settings(**options), limit=limit))


class _Crawls:
    """The crawls of this process, a few at a time; of two sites that share a host, one is crawled after the other.

    ``failed`` says, by the keys of sites, what kept their crawls from beginning.
    """

    def __init__(self, orders: Sequence[Order], settings: Settings, limit: int | None) -> None:
        self.failed: dict[str, Exception] = {}
        self._waiting = list(orders)
        self._limit = limit
        self._loader = SiteLoader.from_settings(settings)
        self._process = AsyncCrawlerProcess(settings)
        self._tasks: list[Task[None]] = []
        self._asked: set[str] = set()  # hosts

    def run(self) -> None:
        """Do all; raise what is wrong with more than one site, and if somebody wants the end at once."""
        for _ in range(AT_ONCE):
            self._start_another()
        self._process.start()
        for error in self.failed.values():
            if not isinstance(error, SiteError):
                raise error
        if not all(task.done() for task in self._tasks):
            raise NewsarchiveError("The crawl was ended at once; the next one goes on with what is left.")

    def _start_another(self) -> None:
        order = next((each for each in self._waiting if host(each.site.start) not in self._asked), None)
        if order:
            self._waiting.remove(order)
            with self._asking(order):
                crawler = self._process.create_crawler(self._loader.spider(order))
                task = self._process.crawl(crawler, limit=self._limit)
                self._asked.add(host(order.site.start))
                self._tasks.append(task)
                task.add_done_callback(lambda task: self._go_on(task, crawler, order))

    def _go_on(self, task: Task[None], crawler: Crawler, order: Order) -> None:
        self._asked.remove(host(order.site.start))
        with self._asking(order):
            task.result()
            if crawler.stats is None or crawler.stats.get_value("finish_reason") != "shutdown":
                self._start_another()

    @contextmanager
    def _asking(self, order: Order) -> Iterator[None]:
        """Note what fails inside, and go on with another site if that is the fault of this one's files."""
        try:
            with blaming(order.site.python):
                yield
        except Exception as error:  # whatever people write
            self.failed[order.site.key] = error
            if isinstance(error, SiteError):
                self._start_another()


def _end_on_hangup() -> None:
    """Take the end of a terminal for SIGTERM, unless ``nohup`` has it ignored."""
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


@contextmanager
def _passing_on_signals(processes: Sequence[BaseProcess]) -> Iterator[None]:
    """Pass SIGTERM, SIGINT and the end of a terminal on to the processes, which end in good order."""

    def pass_on(number: int, _frame: object) -> None:
        for process in processes:
            if process.pid and process.is_alive():
                os.kill(process.pid, number)

    heard = [signal.SIGTERM, signal.SIGINT]
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
        heard.append(signal.SIGHUP)
    before = {number: signal.signal(number, pass_on) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
