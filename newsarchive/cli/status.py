"""Command that shows on one screen how every site is doing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import Archive, SiteRun
from newsarchive.archive.crawls.figures import FIELDS
from newsarchive.cli._options import console, db_option, format_option, print_rows

BARS = " ▁▂▃▄▅▆▇█"
SHOWN = 14


@click.command()
@db_option
@format_option
def status(db: Path, output_format: str) -> None:
    """Show how each site did in its last run, what is wrong, and which hosts are left alone.

    Example: newsarchive status
    """
    with Archive(db, read_only=True) as archive:
        latest = archive.runs.of_every_site()
        rows = [_row(run, archive.runs.of_site(run.site, SHOWN)) for run in latest]
        asleep = archive.hosts.asleep(datetime.now(UTC))
    if output_format == "table" and not rows:
        click.echo("No site has been crawled yet; start with: newsarchive crawl SITE")
        return
    print_rows(rows, output_format)
    if output_format == "table":
        out = console()
        for run in latest:
            if run.reason:
                out.print(f"{run.site}: {run.reason}")
        for host in asleep:
            out.print(f"{host.host} is left alone until {host.next_at:%Y-%m-%d %H:%M} UTC: {host.reason}")


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
