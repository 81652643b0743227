"""Rows of runs: what each crawl did, in all and on each site."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import ClassVar

from newsarchive.archive.crawls.figures import ReadingFigures, reading_figures
from newsarchive.archive.database.connection import Connection, transaction
from newsarchive.archive.database.lock import is_alive
from newsarchive.archive.database.rows import as_json, insert, update
from newsarchive.archive.database.times import from_text, to_text


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl, ingest or other job: ``state`` is ``running``, ``finished``, ``stopped`` or ``failed``."""

    id: int
    kind: str
    arguments: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None
    state: str
    reason: str | None
    pid: int | None
    counts: Mapping[str, int]
    stats: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SiteRun:
    """What a run did on one site: counts, why pages were skipped or failed, and how well the fields were covered.

    ``coverage`` maps a field to the share (0..1) of the read articles that have it; ``body_length`` is their median
    in characters. ``state`` is ``ok``, ``degraded`` or ``broken``; a run on a part of the site only has none.
    """

    site: str
    found: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    body_length: float | None = None
    coverage: Mapping[str, float] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    state: str | None = None
    reason: str | None = None
    run_id: int | None = None
    started_at: datetime | None = None

    COUNTS: ClassVar = ("found", "fetched", "new", "changed", "unchanged", "skipped", "failed")


class Runs:
    """The runs of an archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, kind: str, now: datetime, *, arguments: Sequence[str] = (), pid: int | None = None) -> int:
        """Write that a run began and return its id; write of others whose process is gone that they were killed."""
        self._end_killed(pid)
        values = {"kind": kind, "started_at": to_text(now), "arguments": as_json(list(arguments)), "pid": pid}
        with transaction(self._connection):
            return insert(self._connection, "runs", values)

    def finish(
        self,
        run_id: int,
        now: datetime,
        *,
        state: str = "finished",
        counts: Mapping[str, int] | None = None,
        stats: Mapping[str, object] | None = None,
    ) -> None:
        """Write how a run ended, with its counts and Scrapy's stats."""
        values = {
            "finished_at": to_text(now),
            "state": state,
            "counts": as_json(dict(counts or {})),
            "stats": json.dumps(dict(stats or {}), ensure_ascii=False, default=str),
        }
        with transaction(self._connection):
            update(self._connection, "runs", run_id, values)

    def forget_stats(self, before: datetime) -> None:
        """Forget Scrapy's stats of earlier runs, 100 MB in a year of runs every few minutes; what they did stays."""
        with transaction(self._connection):
            self._connection.execute(
                "update runs set stats = '{}' where started_at < ? and stats <> '{}'", (to_text(before),)
            )

    def note(self, run_id: int, counts: Mapping[str, int]) -> None:
        """Write how far a run has come; within a batch, with what it did."""
        with transaction(self._connection):
            update(self._connection, "runs", run_id, {"counts": as_json(dict(counts))})

    def last(self, kind: str, arguments: Sequence[str]) -> Run | None:
        """Return the last run of a kind that was asked for the same."""
        row = self._connection.execute(
            "select * from runs where kind = ? and arguments = ? order by id desc limit 1",
            (kind, as_json(list(arguments))),
        ).fetchone()
        return _run(row) if row else None

    def add_site(self, run_id: int, result: SiteRun) -> None:
        """Write what a run did on a site, in the place of what it wrote before."""
        values = asdict(result) | {"run_id": run_id, "coverage": as_json(dict(result.coverage))}
        values |= {"reasons": as_json(dict(result.reasons))}
        del values["started_at"]
        with transaction(self._connection):
            insert(self._connection, "run_sites", values, replace=True)

    def figures(self, run_id: int, site: str) -> ReadingFigures:
        """Return how well a run read a site's articles."""
        return reading_figures(self._connection, run_id, site)

    def of_every_site(self) -> list[SiteRun]:
        """Return what the last judged run on each site did, by site; of a site that has none, the last of all."""
        return self._site_runs(f"(site, run_id) in ({_LAST_OF_SITES}) order by site")

    def latest(self, limit: int = 20) -> list[Run]:
        """Return the last runs, newest first."""
        rows = self._connection.execute("select * from runs order by id desc limit ?", (limit,))
        return [_run(row) for row in rows]

    def of_site(self, site: str, limit: int = 30, *, whole: bool = False) -> list[SiteRun]:
        """Return what the last judged runs did on a site, newest first; ``whole``: only those that were not stopped."""
        return self._site_runs(
            "site = ? and run_sites.state is not null and (not ? or runs.state in ('running', 'finished'))"
            " order by run_id desc limit ?",
            (site, whole, limit),
        )

    def sites(self, run_id: int) -> list[SiteRun]:
        """Return what a run did on each of its sites."""
        return self._site_runs("run_id = ? order by site", (run_id,))

    def _site_runs(self, condition: str, values: tuple[object, ...] = ()) -> list[SiteRun]:
        rows = self._connection.execute(f"{_SITE_RUNS} where {condition}", values)
        return [_site_run(row) for row in rows]

    def _end_killed(self, pid: int | None) -> None:
        """Write off runs whose process is gone, or has its number no longer: in a container each run has the same."""
        running = self._connection.execute("select id, pid from runs where state = 'running' and pid is not null")
        killed = [(row["id"],) for row in running.fetchall() if row["pid"] == pid or not is_alive(row["pid"])]
        with transaction(self._connection):
            self._connection.executemany(_KILLED, killed)


_SITE_RUNS = "select run_sites.*, runs.started_at from run_sites join runs on runs.id = run_id"
# Through an index, for each site: years of runs every few minutes are a million rows.
_LAST_OF_SITES = """
    select every.site, coalesce(
        (select run_id from run_sites where site = every.site and state is not null order by run_id desc limit 1),
        (select max(run_id) from run_sites where site = every.site)
    ) from (select distinct site from run_sites) as every"""
# The last sign of life is the last capture: nobody wrote when it ended.
_KILLED = """update runs set state = 'failed', reason = 'killed', finished_at =
    coalesce((select max(fetched_at) from captures where run_id = runs.id), started_at) where id = ?"""


def _run(row: sqlite3.Row) -> Run:
    return Run(
        id=row["id"],
        kind=row["kind"],
        arguments=tuple(json.loads(row["arguments"])),
        started_at=from_text(row["started_at"]),
        finished_at=from_text(row["finished_at"]),
        state=row["state"],
        reason=row["reason"],
        pid=row["pid"],
        counts=json.loads(row["counts"]),
        stats=json.loads(row["stats"]),
    )


def _site_run(row: sqlite3.Row) -> SiteRun:
    return SiteRun(
        **dict(row)
        | {
            "coverage": json.loads(row["coverage"]),
            "reasons": json.loads(row["reasons"]),
            "started_at": from_text(row["started_at"]),
        }
    )
