"""Command that shows on one screen how every site is doing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import Archive, Run, SiteRun
from newsarchive.archive.crawls.figures import FIELDS
from newsarchive.archive.database.lock import is_alive
from newsarchive.cli._options import db_option, format_option
from newsarchive.cli._printing import console, print_rows

BARS = " ▁▂▃▄▅▆▇█"
SHOWN = 14


@click.command()
@db_option
@format_option
def status(db: Path, output_format: str) -> None:
    """Show how each site did in its last run, what is wrong, and which hosts are left alone.

    Under fields stands what share of title, authors and the others was found, under characters the median length of
    articles; the bars are the new articles of the last runs.

    Example: newsarchive status
    """
    with Archive(db, read_only=True) as archive:
        latest = archive.runs.of_every_site()
        rows = [_row(run, archive.runs.of_site(run.site, SHOWN)) for run in latest]
        asleep = archive.hosts.asleep(datetime.now(UTC))
        last = next(iter(archive.runs.latest(1)), None)
    if output_format == "table" and not rows:
        click.echo("No site has been crawled yet; start with: newsarchive crawl SITE")
        return
    if output_format != "table":
        print_rows([row | {"reason": run.reason} for row, run in zip(rows, latest, strict=True)], output_format)
    else:
        print_rows(rows, output_format)
        out = console()
        for run in latest:
            if run.reason:
                out.print(f"{run.site}: {run.reason}")
        for host in asleep:
            out.print(f"{host.host} is left alone until {host.next_at:%Y-%m-%d %H:%M} UTC: {host.reason}")
        if last and (sentence := _unfinished(last)):
            out.print(sentence)


def _unfinished(run: Run) -> str | None:
    """Say of the last run that it is not done yet, or that it will not be."""
    begun = f"The {run.kind} of {run.started_at:%Y-%m-%d %H:%M} UTC"
    if run.state == "running" and run.pid and is_alive(run.pid):
        return f"{begun} is running (pid {run.pid})."
    if run.state == "failed" or run.state == "running" and run.pid:
        return f"{begun} did not come to its end: it failed or was killed. What it captured is kept; the next goes on."
    return None


def _row(run: SiteRun, past: Sequence[SiteRun]) -> dict[str, Any]:
    coverage = [share for name, share in run.coverage.items() if name in FIELDS]
    return {
        "site": run.site,
        "state": run.state,
        "last_run": run.started_at,
        "found": run.found,
        "new": run.new,
        "changed": run.changed,
        "failed": run.failed,
        "fields": f"{sum(coverage) / len(coverage):.0%}" if coverage else None,
        "characters": round(run.body_length) if run.body_length else None,
        "new_lately": sparkline([one.new for one in reversed(past)]),
    }


def sparkline(numbers: Sequence[int]) -> str:
    """Draw numbers as bars, the oldest first.

    >>> sparkline([0, 4, 8])
    ' ▄█'
    """
    top = max(numbers, default=0) or 1
    return "".join(BARS[round(number / top * (len(BARS) - 1))] for number in numbers)
