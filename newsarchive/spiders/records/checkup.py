"""The check after a run: figures of what was read, each site's health, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsarchive.alerts import Alerts, changes
from newsarchive.archive import Archive, SiteRun
from newsarchive.health import HISTORY, judge
from newsarchive.sites import Expect, Sites


def measured(archive: Archive, result: SiteRun) -> SiteRun:
    """Return what a run did on a site with the coverage of fields and the body length."""
    figures = archive.runs.figures(result.run_id or 0, result.site)
    return replace(result, coverage=figures.coverage, body_length=figures.body_length)


def checked(archive: Archive, run: SiteRun, sites: Sites, *, whole: bool = True, everywhere: bool = True) -> SiteRun:
    """Return what was measured of a run on a site with state and reason.

    One that was stopped was not ``whole``; one that asked only the places that were due did not look ``everywhere``.
    """
    site = sites.get(run.site)
    expect = site.expect if site else Expect()
    past = [one for one in archive.runs.of_site(run.site, HISTORY, whole=True) if one.run_id != run.run_id]
    health = judge(
        run, past, expected=expect.articles_per_run, fields=expect.fields, whole=whole, everywhere=everywhere
    )
    return replace(run, state=health.state, reason="; ".join(health.reasons) or None)


def tell(archive: Archive, alerts: Alerts, results: list[SiteRun], now: datetime) -> None:
    """Tell of every site whose state is another than after its run before."""
    before = {}
    for result in results:
        past = [run for run in archive.runs.of_site(result.site, 2) if run.run_id != result.run_id]
        before[result.site] = past[0].state if past else None
    alerts.tell(changes(results, before), archive.runs.of_every_site(), now)
