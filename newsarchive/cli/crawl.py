"""Crawls sites or addresses now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from newsarchive.archive import SiteRun
from newsarchive.cli._kinds import Shard, Whole
from newsarchive.cli._log_options import log_options
from newsarchive.cli._options import cores, db_option
from newsarchive.cli._printing import print_rows
from newsarchive.cli._sites import contact, known_sites, own_sites, site_folders
from newsarchive.health import BROKEN, PYTHON
from newsarchive.spiders.crawls.orders import Order, orders
from newsarchive.spiders.crawls.shares import groups, part_of
from newsarchive.text import clean
from newsarchive.urls import is_http

COLUMNS = ("site", *SiteRun.COUNTS)
MOST_READERS = 4  # read as fast as one can add to the archive


def sharing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--jobs`` and ``--shard``, which is passed on as index and count, or ``None``."""
    jobs = click.option("--jobs", type=Whole(), default=1, help="Crawl with this many processes.")
    shard = click.option("--shard", type=Shard(), help="Only this part of the sites, by a hash of their domains.")
    return jobs(shard(command))


@click.command()
@click.argument("names", nargs=-1, metavar="[SITE|URL]...")
@click.option(
    "--pages",
    "lists",
    type=click.File(encoding="utf-8"),
    multiple=True,
    help="Fetch the pages whose addresses this file has, one a line (- reads them from standard input).",
)
@db_option
@click.option("--limit", type=Whole(), help="Fetch at most this many articles of each site.")
@sharing_options
@click.option("--inline", is_flag=True, help="Read in the crawling process instead of in a second one.")
@log_options
def crawl(
    names: tuple[str, ...],
    lists: tuple[TextIO, ...],
    db: Path,
    limit: int | None,
    jobs: int,
    shard: tuple[int, int] | None,
    inline: bool,
    log: dict[str, Any],
) -> None:
    """Crawl sites into the archive; without a name, all sites that have a file of yours.

    The address of an article fetches that page alone, any other address its site. A stopped crawl goes on when the
    same command is given again.

    Example: newsarchive crawl shanxidayuan --limit 20
    """
    pages = [page for list_of_pages in lists for page in _addresses(list_of_pages)]
    if lists and not pages:
        raise click.UsageError("The list has no address.")
    sites = known_sites(forgiving=True)
    named = orders(names, sites, pages=pages)
    chosen = named or list(map(Order, own_sites(sites)))
    if not chosen:
        raise click.UsageError("Name a site or an address, or add a site with: newsarchive site add URL")
    options = {"NEWSARCHIVE_INLINE": inline, **log}
    outcome = crawl_sites(part_of(chosen, shard), db, options, limit=limit, jobs=jobs)
    finish(outcome, failed=not named and bool(sites.broken))


def _addresses(lines: TextIO) -> Iterator[str]:
    """Yield the addresses of a list; blank lines and those that begin with # say nothing."""
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line and not line.startswith("#"):
            if not is_http(line):
                raise click.UsageError(f"Line {number} of {lines.name} is no web address: {clean(line)[:80]!r}")
            yield line


def crawl_sites(
    orders: Sequence[Order],
    db: Path,
    options: Mapping[str, Any],
    *,
    limit: int | None = None,
    jobs: int = 1,
) -> list[SiteRun]:
    """Crawl what is ordered, with Scrapy settings of the caller's."""
    from newsarchive.spiders.crawls import running  # loads Scrapy: half a second

    settings = {"NEWSARCHIVE_DB": str(db), "NEWSARCHIVE_SITES": list(map(str, site_folders())), **options}
    settings |= contact([order.site for order in orders])
    settings["NEWSARCHIVE_READING_JOBS"] = readers(jobs)
    if jobs > 1:
        return running.crawl_in_processes(groups(orders, jobs), settings, limit=limit)
    return running.crawl(orders, running.project_settings(**settings), limit=limit)


def readers(jobs: int = 1) -> int:
    """Return how many processes may read for each of so many that crawl."""
    return max(1, min(MOST_READERS, cores() // jobs))


def finish(outcome: Sequence[SiteRun], *, failed: bool) -> None:
    """Print what became of each site; exit with status 1 if one is in need of help, or ``failed`` says so."""
    print_summary(outcome)
    if failed or any(map(needs_help, outcome)):
        raise SystemExit(1)


def needs_help(result: SiteRun) -> bool:
    """Say whether a site is broken, was not crawled, or has a Python file that fails."""
    unasked = bool(result.failed) and not (result.found or result.fetched)
    return result.state == BROKEN or unasked or any(reason.startswith(PYTHON) for reason in result.reasons)


def print_summary(outcome: Sequence[SiteRun]) -> None:
    """Print a row for each site, then why pages were skipped or failed."""
    print_rows(map(asdict, outcome), columns=COLUMNS)
    for result in outcome:
        if result.reason:
            click.echo(f"  {result.site} is {result.state}: {result.reason}")
        print_reasons(result)


def print_reasons(result: SiteRun, *, err: bool = False) -> None:
    """Print why pages of a site were skipped or failed, the most frequent reason first."""
    for reason, number in sorted(result.reasons.items(), key=lambda pair: -pair[1]):
        click.echo(f"  {result.site}: {number} {reason}", err=err)
