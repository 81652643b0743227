"""Commands that fetch: crawl sites or addresses now, or do what is due."""

from __future__ import annotations

from pathlib import Path

import click

from newsarchive.archive import SiteRun
from newsarchive.cli._options import db_option, print_rows
from newsarchive.cli._sites import known_sites, site_folders

COLUMNS = ("site", "found", "fetched", "new", "changed", "unchanged", "skipped", "failed")


@click.command()
@click.argument("names", nargs=-1, metavar="[SITE|URL]...")
@db_option
@click.option("--limit", type=click.IntRange(min=1), help="Fetch at most this many articles of each site.")
@click.option("--inline", is_flag=True, help="Read in this process instead of in a second one.")
@click.option("--log-level", default="WARNING", show_default=True, help="Which of Scrapy's log lines to show.")
def crawl(names: tuple[str, ...], db: Path, limit: int | None, inline: bool, log_level: str) -> None:
    """Crawl sites, or the site of an address, into the archive; all known sites if none is named.

    Example: newsarchive crawl shanxidayuan --limit 20
    """
    from newsarchive.spiders.crawl import crawl as crawl_sites  # loads Scrapy: half a second
    from newsarchive.spiders.crawl import project_settings

    sites = known_sites()
    chosen = [sites.named(name) for name in names] or list(sites.values())
    settings = project_settings(
        NEWSARCHIVE_DB=str(db), NEWSARCHIVE_SITES=site_folders(), NEWSARCHIVE_INLINE=inline, LOG_LEVEL=log_level
    )
    print_summary(crawl_sites(chosen, settings, limit=limit))


def print_summary(outcome: list[SiteRun]) -> None:
    """Print a row for each site, then why pages were skipped or failed."""
    print_rows([{name: getattr(result, name) for name in COLUMNS} for result in outcome], columns=COLUMNS)
    for result in outcome:
        for reason, number in sorted(result.reasons.items(), key=lambda pair: -pair[1]):
            click.echo(f"  {result.site}: {number} {reason}")


COMMANDS = (crawl,)
