"""Does what is due."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from newsarchive.archive.database.lock import hold
from newsarchive.cli._kinds import Minutes
from newsarchive.cli._log_options import log_options
from newsarchive.cli._options import db_option
from newsarchive.cli._sites import known_sites, own_sites
from newsarchive.cli.crawl import crawl_sites, finish, sharing_options
from newsarchive.spiders.crawls.orders import Order
from newsarchive.spiders.crawls.shares import part_of


@click.command()
@click.argument("names", nargs=-1, metavar="[SITE]...")
@db_option
@click.option(
    "--minutes",
    type=Minutes(),
    default=20,
    show_default=True,
    help="Let go of a site after so long, lest a slow one keep the others waiting; the next run goes on with it.",
)
@sharing_options
@log_options
def run(
    names: tuple[str, ...], db: Path, jobs: int, minutes: float, shard: tuple[int, int] | None, log: dict[str, Any]
) -> None:
    """Do what is due now: feeds and lists whose interval has passed, re-checks of articles, what failed before.

    Without a name, of all sites that have a file of yours. To be called every few minutes; a second one leaves at once.

    Example: newsarchive run
    """
    from newsarchive.spiders.clock import clock
    from newsarchive.spiders.links.due import due_sites  # loads Scrapy: half a second

    now = clock(os.environ.get("NEWSARCHIVE_NOW"))()
    sites = known_sites(forgiving=True)
    chosen = [sites.named(name) for name in names] or own_sites(sites)
    left_out = not names and bool(sites.broken)
    if not chosen:
        raise click.UsageError("Name a site, or add a site with: newsarchive site add URL")
    db.parent.mkdir(parents=True, exist_ok=True)
    with hold(db.with_name(f"{db.name}.run"), "run", now=now, alone=True):
        due = part_of(list(map(Order, due_sites(chosen, db, now))), shard)
        if not due:
            click.echo("Nothing is due.")
            sys.exit(left_out)
        options = {"NEWSARCHIVE_DUE_ONLY": True, "CLOSESPIDER_TIMEOUT": 60 * minutes, **log}
        finish(crawl_sites(due, db, options, jobs=jobs), failed=left_out)
