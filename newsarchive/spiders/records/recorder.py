"""Keeps every response of a run on disk, tells the reader where it lies, and writes what the run came to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from http.client import responses as reason_phrases
from pathlib import Path
from typing import Any, ClassVar

from scrapy import Request
from scrapy.http import Response
from scrapy.settings import BaseSettings

from newsarchive import __version__
from newsarchive.alerts import Alerts
from newsarchive.archive import Archive, SiteRun
from newsarchive.archive.database.lock import hold
from newsarchive.archive.warc import WarcWriter
from newsarchive.discovery.mementos import COPIED_FROM
from newsarchive.items import ArchiveError, Capture
from newsarchive.reader.wholeness import BROKEN_OFF
from newsarchive.sites import Site, Sites, all_sites
from newsarchive.spiders.headers import pairs
from newsarchive.spiders.logs import Log
from newsarchive.spiders.records.batches import Batches
from newsarchive.spiders.records.checkup import checked, measured, tell
from newsarchive.spiders.records.handover import HandOver, Inline, Separate
from newsarchive.spiders.records.outcome import site_run

LOSS = "dataloss"  # how Scrapy flags answers of which less came than was announced
SOFTWARE = f"newsarchive/{__version__}"
LONGEST_HOLD = 60.0  # seconds for somebody who removes things from the archive to be done
DUE_ONLY = "newsarchive/due_only"  # among the stats of a crawl that asked only what was due
LIMIT = "limit"  # why a crawl ended that was to fetch no more
ENDED_EARLY = {LIMIT, "shutdown", "closespider_timeout"}


class Recorder:
    """The WARC files of this process's run, the one reader of its archive, and the run's row there.

    All spiders of a process share one recorder per archive, until each that has opened it has called ``close``.
    """

    _shared: ClassVar[dict[Path, Recorder]] = {}

    def __init__(
        self,
        path: Path,
        started: datetime,
        reader: Callable[[int], HandOver],
        sites: Sites,
        alerts: Alerts,
        *,
        stats_since: datetime | None = None,
    ) -> None:
        self._path = path
        self._started = started
        self.sites = sites
        self._alerts = alerts
        self._held = ExitStack()
        self._held.enter_context(hold(path, "crawl", now=started, wait=LONGEST_HOLD))
        with Archive(path) as archive:
            archive.recover()
            self.run = archive.runs.start("crawl", started, pid=os.getpid())
            if stats_since:
                archive.runs.forget_stats(stats_since)
            _catch_up(archive, sites, self.run)
        self._reader = reader(self.run)
        archive = self._held.enter_context(Archive(path, read_only=True))
        self.batches = Batches(self._reader, archive)
        self._held.callback(self.batches.let_go)
        self._writer = WarcWriter(
            archive.warc_folder, prefix="crawl", started=started, software=SOFTWARE, known=archive.original
        )
        self.failure: ArchiveError | None = None  # what ends the crawls of this process: nothing can be kept
        self.in_vain: list[str] = []  # articles of which nothing was captured when they were to be looked at again
        self._users: set[str] = set()
        self._stats: dict[str, Mapping[str, object]] = {}
        self._judged: set[str] = set()

    @classmethod
    def open(cls, settings: BaseSettings, site: str = "", *, started: datetime) -> Recorder:
        """Return this process's recorder for the archive that the settings name, to a site or to who crawls many."""
        path = Path(settings["NEWSARCHIVE_DB"])
        if path not in cls._shared:
            folders = [Path(folder) for folder in settings.getlist("NEWSARCHIVE_SITES")]
            inline, jobs = settings.getbool("NEWSARCHIVE_INLINE"), settings.getint("NEWSARCHIVE_READING_JOBS")
            log = Log.from_settings(settings)
            alerts = Alerts.from_settings(settings)
            sites = all_sites(folders, forgiving=True)

            def reader(run: int) -> HandOver:
                return Inline(path, folders, run) if inline else Separate(path, folders, run, log, jobs)

            since = _days_before(started, settings["NEWSARCHIVE_STATS_DAYS"])
            cls._shared[path] = cls(path, started, reader, sites, alerts, stats_since=since)
        cls._shared[path]._users.add(site)
        return cls._shared[path]

    @contextmanager
    def storing(self) -> Iterator[None]:
        """Note when what is done inside cannot write; Scrapy would log the error and go on."""
        try:
            yield
        except ArchiveError as error:
            self.failure = self.failure or error

    def keep(self, request: Request, response: Response, site: str, fetched_at: datetime) -> Capture:
        """Append a response as the wire gave it; return the capture that the reader will find."""
        headers = pairs(response.headers)
        asked, hints = request.meta["asked"], request.meta["hints"]
        if LOSS in response.flags:
            hints = {**hints, BROKEN_OFF: "yes"}
        location = self._writer.write(
            response.url,
            fetched_at=fetched_at,
            body_wire=response.body,
            status=response.status,
            reason=reason_phrases.get(response.status, ""),
            headers=headers,
            request_headers=None if COPIED_FROM in hints else pairs(request.headers),  # nobody asked the page itself
            requested_url=asked,
            site=site,
            hints=hints,
            content_decoded="playwright" in request.meta,
        )
        self.batches.kept(location)
        return Capture(response.url, fetched_at, response.status, headers, asked, location=location, site=site)

    def close(
        self, site: str = "", stats: Mapping[str, object] | None = None, *, partial: bool = False, now: datetime
    ) -> list[SiteRun]:
        """Let go of the recorder with what was counted; the last one ends the run and gets its outcome.

        A site that was crawled in part, or of which only an earlier crawl's captures were read, is not judged.
        """
        self._users.discard(site)
        if stats is not None:
            self._stats[site] = dict(stats)
            if not partial:
                self._judged.add(site)
        return [] if self._users else self._end(now)

    def _end(self, now: datetime) -> list[SiteRun]:
        del self._shared[self._path]
        with self.storing(), self._held:
            results = self._finish(now)
        if self.failure:
            raise self.failure
        return results

    def _finish(self, now: datetime) -> list[SiteRun]:
        self.batches.pass_on()
        self._writer.close()
        read = self._reader.finish()
        sites = sorted({*self._stats, *(site for site, _ in read)})
        with Archive(self._path) as archive:
            results = [self._checked(archive, site_run(site, self._stats.get(site, {}), read)) for site in sites]
            with archive.batch():
                archive.looked(self.in_vain, now)
                for result in results:
                    archive.runs.add_site(self.run, result)
                    if result.site in self.sites:
                        archive.put_site(result.site, _settings(self.sites[result.site]))
                archive.runs.finish(self.run, now, state=self._state(), stats=self._stats)
            tell(archive, self._alerts, results, now)
        return results

    def _checked(self, archive: Archive, result: SiteRun) -> SiteRun:
        run = measured(archive, replace(result, run_id=self.run, started_at=self._started))
        if run.site not in self._judged:
            return run
        whole = not self.failure and self._stats[run.site]["finish_reason"] == "finished"
        return checked(archive, run, self.sites, whole=whole, everywhere=not self._stats[run.site].get(DUE_ONLY))

    def _state(self) -> str:
        reasons = {stats["finish_reason"] for stats in self._stats.values()}
        return "failed" if self.failure else "stopped" if reasons & ENDED_EARLY else "finished"


def _settings(site: Site) -> dict[str, Any]:
    """Return what the archive keeps of a site's file: no paths of this machine, nor cookies, which may be secret."""
    return {name: value for name, value in asdict(site).items() if name not in {"python", "headers"}}


def _days_before(now: datetime, days: str | float) -> datetime:
    try:
        return now - timedelta(days=float(days))
    except (ValueError, OverflowError) as error:
        raise ArchiveError(f"NEWSARCHIVE_STATS_DAYS is {days!r}, which is no number of days.") from error


def _catch_up(archive: Archive, sites: Sites, run: int) -> None:
    """Read what a crawl that was killed left behind, so that nothing is asked twice."""
    if next(archive.pending(), None):
        from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

        Reader(archive, sites, run=run).catch_up()
