"""Crawls sites: a few at a time in this process, or divided among several."""

from __future__ import annotations

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
from newsarchive.items import ArchiveError
from newsarchive.reader.processes import at_end_of_parent
from newsarchive.spiders.clock import clock
from newsarchive.spiders.crawls.orders import Order
from newsarchive.spiders.loader import SiteLoader
from newsarchive.spiders.logs import Log
from newsarchive.spiders.records.recorder import Recorder
from newsarchive.urls import host

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
        _run(orders, settings, limit)
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


def _run(orders: Sequence[Order], settings: Settings, limit: int | None) -> None:
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    Log.from_settings(settings).begin()
    _end_on_hangup()
    process = AsyncCrawlerProcess(settings)
    loader = SiteLoader.from_settings(settings)
    waiting = list(orders)
    asked: set[str] = set()  # hosts: of two sites that share one, one is crawled after the other
    tasks: list[Task[None]] = []

    def start_another() -> None:
        order = next((each for each in waiting if host(each.site.start) not in asked), None)
        if order:
            waiting.remove(order)
            asked.add(host(order.site.start))
            crawler = process.create_crawler(loader.spider(order))
            tasks.append(process.crawl(crawler, limit=limit))
            tasks[-1].add_done_callback(lambda task: go_on(task, crawler, order))

    def go_on(task: Task[None], crawler: Crawler, order: Order) -> None:
        asked.remove(host(order.site.start))
        if not _was_stopped(task, crawler):
            start_another()

    for _ in range(AT_ONCE):
        start_another()
    process.start()
    failures = [task.exception() for task in tasks]  # all are looked at, lest asyncio tell of the others
    for failure in filter(None, failures):
        raise failure  # what kept a spider from starting


def _was_stopped(task: Task[None], crawler: Crawler) -> bool:
    if task.exception():
        return True
    return bool(crawler.stats and crawler.stats.get_value("finish_reason") == "shutdown")


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
