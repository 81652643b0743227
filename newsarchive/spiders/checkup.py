"""The check after a run: figures of what was read, each site's health, and who is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from newsarchive.alerts import Alerts, changes
from newsarchive.archive import Archive, SiteRun
from newsarchive.health import judge
from newsarchive.sites import Expect, Sites


def checked(
    archive: Archive, run: int, started: datetime, results: Iterable[SiteRun], sites: Sites, *, whole: bool = True
) -> list[SiteRun]:
    """Return the rows of a run with coverage, body length, state and reason; one that was stopped was not ``whole``."""
    dated = [replace(result, run_id=run, started_at=started) for result in results]
    return [_checked(archive, run, result, sites, whole) for result in dated]


def tell(archive: Archive, alerts: Alerts, results: list[SiteRun], now: datetime) -> None:
    """Tell of every site whose state is another than after its run before."""
    before = {}
    for result in results:
        past = [run for run in archive.runs.of_site(result.site, 2) if run.run_id != result.run_id]
        before[result.site] = past[0].state if past else None
    alerts.tell(changes(results, before), archive.runs.of_every_site(), now)


def _checked(archive: Archive, run: int, result: SiteRun, sites: Sites, whole: bool) -> SiteRun:
    figures = archive.runs.figures(run, result.site)
    site = sites.get(result.site)
    expect = site.expect if site else Expect()
    measured = replace(result, coverage=figures.coverage, body_length=figures.body_length)
    past = [one for one in archive.runs.of_site(result.site, 31, whole=True) if one.run_id != run]
    health = judge(measured, past, expected=expect.articles_per_run, fields=expect.fields, whole=whole)
    return replace(measured, state=health.state, reason="; ".join(health.reasons) or None)
