"""Fetches what a site published in the past."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from newsarchive.archive import Archive, SiteRun
from newsarchive.cli._log_options import log_options
from newsarchive.cli._options import db_option, format_option, span_options
from newsarchive.cli._printing import print_rows, tell
from newsarchive.cli._sites import known_sites
from newsarchive.cli.crawl import crawl_sites, needs_help, print_reasons
from newsarchive.discovery.dated import Days
from newsarchive.health import LEFT_ALONE, PLACE
from newsarchive.spiders.crawls.orders import Order


@click.command()
@click.argument("site")
@span_options("The first day.", "The last day.", required=True)
@click.option(
    "--from-web-archive", "copies", is_flag=True, help="Take the copies of a web archive, ask the site nothing."
)
@db_option
@format_option
@log_options
def backfill(
    site: str, since: date, until: date, copies: bool, db: Path, output_format: str, log: dict[str, Any]
) -> None:
    """Fetch the articles that a site published in a range of days, and print what the archive has of each month.

    They are looked for in dated sitemaps, in pages of days and months, in lists by their page numbers, and in the index
    of a web archive if the site's file names one (cdx), which then also gives its copies (replay) of what the site no
    longer has. A stopped backfill goes on when the command is given again.

    Example: newsarchive backfill shanxidayuan --from 2022-01-01 --to 2022-03-31
    """
    days = Days(since, until)
    found = known_sites().named(site)
    if copies and not (found.cdx and found.replay):
        raise click.UsageError(f"The file of {found.key} names no web archive: it needs both cdx and replay.")
    outcome = crawl_sites([Order(found, days=days, copies=copies)], db, log)
    with Archive(db, read_only=True) as archive:
        months = archive.coverage(found.key, days.first, days.last)
        stopped = archive.runs.latest(1)[0].state == "stopped" or any(map(_waits, outcome))
    print_rows(map(asdict, months), output_format)
    for result in outcome:
        tell(f"{result.new} articles are new; asked for {result.fetched} pages.")
        print_reasons(result, err=True)
    if stopped:
        tell("It did not come to its end: give the same command again, and it goes on.")
    gaps = [month.month for month in months if not month.articles]
    if gaps:
        tell(f"Nothing is archived of: {', '.join(gaps)}.")
    if gaps or stopped or any(map(_lost_some, outcome)) or any(map(needs_help, outcome)):
        raise SystemExit(1)


def _waits(result: SiteRun) -> bool:
    """Say whether something is left to ask for, since a host rests or is asked by others."""
    return any(reason.startswith((LEFT_ALONE, "another process asks")) for reason in result.reasons)


def _lost_some(result: SiteRun) -> bool:
    """Say whether a list or sitemap gave no answer, but for those that are not there."""
    return any(reason.startswith(PLACE) and not reason.endswith(("404", "410")) for reason in result.reasons)
