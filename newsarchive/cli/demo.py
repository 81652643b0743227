"""Shows the whole path on this machine: four news sites on loopback, crawled, archived and searched."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from newsarchive.archive import Archive, SiteRun
from newsarchive.cli._kinds import Whole
from newsarchive.cli._options import DEFAULT_DB, db_option
from newsarchive.cli.crawl import print_summary
from newsarchive.cli.search import print_hits
from newsarchive.newsroom import NewsroomServer, site_folder
from newsarchive.sites import all_sites
from newsarchive.spiders.crawls.orders import Order

_QUERIES = ("疫情", "ferry aground")
_NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)  # on the newsroom's first day
_CORRECTED = "http://www.harbour.test/2026/03/13/night-ferry-runs-aground/"


@click.command()
@click.option(
    "--day",
    type=Whole(1, 2),
    default=1,
    show_default=True,
    help="The day to show: on the second, one article has been corrected and four are added.",
)
@db_option
def demo(day: int, db: Path) -> None:
    """Crawl a small newsroom on this machine into the archive, then search it.

    Four invented sites: a Chinese portal, a Chinese newspaper in GBK, an English and a German paper. The network is
    not touched.

    Example: newsarchive demo --day 2
    """
    started = time.monotonic()
    with NewsroomServer(day=day) as newsroom:
        click.echo(f"A newsroom with {len(newsroom.sites)} sites is open at {newsroom.base_url}; crawling …", err=True)
        outcome = _crawl(newsroom, db)
    print_summary(outcome)
    _tell(outcome, db, time.monotonic() - started)
    with Archive(db, read_only=True) as archive:
        for query in _QUERIES:
            click.echo(f"$ newsarchive search {query}")
            print_hits(archive.search(query, limit=2))
    _tell_next(db, day)


def _crawl(newsroom: NewsroomServer, db: Path) -> list[SiteRun]:
    from newsarchive.spiders.crawls.running import crawl, project_settings  # loads Scrapy: half a second

    settings = project_settings(
        NEWSARCHIVE_DB=str(db),
        NEWSARCHIVE_SITES=[str(site_folder())],
        NEWSARCHIVE_NOW=(_NOON + timedelta(days=newsroom.day - 1)).isoformat(),
        AUTOTHROTTLE_ENABLED=False,
        LOG_LEVEL="ERROR",
    )
    sites = all_sites([site_folder()])
    with _proxy(newsroom.base_url):
        return crawl([Order(sites[name]) for name in newsroom.sites], settings)


@contextmanager
def _proxy(address: str) -> Iterator[None]:
    """Send all requests through a proxy: so the newsroom answers for the names of its sites."""
    before = dict(os.environ)
    os.environ |= {"http_proxy": address, "no_proxy": ""}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _tell(outcome: list[SiteRun], db: Path, seconds: float) -> None:
    new, changed = sum(site.new for site in outcome), sum(site.changed for site in outcome)
    if not new and not changed:
        click.echo(f"\nNothing is new and nothing is archived twice: {db} has it all ({seconds:.1f} s).\n")
    else:
        click.echo(f"\n{new} articles added and {changed} changed in {db} ({seconds:.1f} s).\n")


def _tell_next(db: Path, day: int) -> None:
    command = _program() if db == DEFAULT_DB else f"NEWSARCHIVE_DB={db} {_program()}"
    tries = [
        ("serve --open", "search and browse it in your browser"),
        (f"explain {_CORRECTED}", "why each field is what it is"),
        ("demo --day 2", "the next morning: four articles and a correction"),
    ]
    if day == 2:
        tries[2] = (f"history {_CORRECTED}", "the correction, word by word")
    click.echo("Next, try:")
    for arguments, purpose in tries:
        click.echo(f"  {command} {arguments}    # {purpose}")


def _program() -> str:
    """Return what to type for this program: its name if the shell finds it, else its place."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m newsarchive"
    return called.name if shutil.which(called.name) == str(called) else str(called)
