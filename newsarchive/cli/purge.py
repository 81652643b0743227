"""Removes articles for good."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.archive.upkeep.purge import purge as take_down
from newsarchive.archive.upkeep.selection import Takedown, copies, of_match, of_site, of_url
from newsarchive.cli._holding import catch_up, held
from newsarchive.cli._options import db_option
from newsarchive.cli._printing import tell

_SHOWN = 20  # articles of a takedown, and copies of them, that are listed


@click.command()
@db_option
@click.option("--url", help="The article at this address, whatever other addresses it has.")
@click.option("--site", help="Everything of this site.")
@click.option("--match", help="The articles that contain this text, in any version.")
@click.option("--reason", default="taken down", show_default=True, help="What the tombstone says.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only list what would be removed.")
def purge(
    db: Path, url: str | None, site: str | None, match: str | None, reason: str, yes: bool, dry_run: bool
) -> None:
    """Remove articles for good: text, versions, index entries and WARC records; they do not come back.

    Tombstones of their addresses stay, with date and reason, so that no crawl fetches them again. Copies of the
    archive are yours to purge; a backup follows at its next run.

    Example: newsarchive purge --url https://news.example.test/1.html --reason "court order 12/2026"
    """
    given = [each for each in (url, site, match) if each is not None]
    if len(given) != 1 or not given[0].strip():  # an empty text is in every article
        raise click.UsageError("Say what to remove by exactly one of --url, --site and --match.")
    with held(existing(db), "purge", alone=True), Archive(db) as archive:
        catch_up(archive)
        chosen = _chosen(archive, url, site, match)
        if match and not chosen.articles:
            tell("No article contains that text, so that nothing is to be removed.")
            return
        _list(chosen, copies(archive, chosen))
        if dry_run:
            return
        if not yes:
            click.confirm("Remove this for good?", abort=True, err=True)
        done = take_down(archive, chosen, reason=reason, now=datetime.now(UTC))
    click.echo(f"Removed {done.articles} articles and {done.captures} captures; wrote {done.files} WARC files again.")


def _chosen(archive: Archive, url: str | None, site: str | None, match: str | None) -> Takedown:
    if url:
        return of_url(archive, url)
    return of_site(archive, site) if site else of_match(archive, match or "")


def _list(chosen: Takedown, staying: list[str]) -> None:
    _tell_some([f"{article.url}  {article.title or ''}" for article in chosen.articles])
    tell(f"{len(chosen.articles)} articles, {len(chosen.captures)} captures.")
    if staying:
        tell("Copies of them stay in the archive:")
        _tell_some(staying)


def _tell_some(lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        tell(line)
    if len(lines) > _SHOWN:
        tell(f"… and {len(lines) - _SHOWN} more")
