"""The commands that keep an archive in order: verify, backup, purge, merge."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.archive.upkeep.backup import back_up
from newsarchive.archive.upkeep.findings import Finding, Remedy
from newsarchive.archive.upkeep.merge import merge as bring
from newsarchive.archive.upkeep.merge import refuse_itself
from newsarchive.archive.upkeep.purge import purge as take_down
from newsarchive.archive.upkeep.selection import Takedown, copies, of_match, of_site, of_url
from newsarchive.archive.upkeep.verify import repair as mend
from newsarchive.archive.upkeep.verify import size
from newsarchive.archive.upkeep.verify import verify as check
from newsarchive.cli._holding import held
from newsarchive.cli._options import db_option, format_option
from newsarchive.cli._printing import print_rows, tell
from newsarchive.cli._progress import progress
from newsarchive.cli._sites import known_sites

_SHOWN = 20  # articles of a takedown, and copies of them, that are listed


@click.command()
@db_option
@format_option
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
def verify(db: Path, output_format: str, repair: bool) -> None:
    """Check the database, its references and search index, and every capture against its WARC record.

    Prints what is wrong; exit status 1 if anything stays wrong.

    Example: newsarchive verify --repair
    """
    with Archive(existing(db)) as archive:
        findings = _checked(archive)
        print_rows(
            [{"place": each.place, "problem": each.problem, "remedy": each.remedy} for each in findings],
            output_format,
            columns=("place", "problem", "remedy"),
        )
        if repair and findings:
            findings = _repaired(archive, findings)
    tell(f"{len(findings)} problems." if findings else f"{db} is sound.")
    if findings:
        raise SystemExit(1)


def _catch_up(archive: Archive) -> None:
    """Read what a crawl left unread."""
    from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

    Reader(archive, known_sites(newsroom=True)).catch_up()


def _checked(archive: Archive) -> list[Finding]:
    with progress("Checking", size(archive)) as step:
        return list(check(archive, step))


def _repaired(archive: Archive, findings: list[Finding]) -> list[Finding]:
    """Mend what can be mended and return what is wrong still."""
    with held(archive.path, "verify --repair", alone=True):
        mend(archive, findings)
        _catch_up(archive)
        remaining = _checked(archive)
    tell(f"Mended {len(findings) - len(remaining)} of {len(findings)} problems.")
    for finding in remaining:
        tell(f"{finding.place}: {finding.problem}; {Remedy.NONE}")
    return remaining


@click.command()
@click.argument("destination", type=click.Path(path_type=Path))
@db_option
def backup(destination: Path, db: Path) -> None:
    """Copy the archive to a folder, or bring the copy there up to date, while others may write it.

    The copy is an archive: to restore it, copy it back.

    Example: newsarchive backup /mnt/disk/news
    """
    with held(existing(db), "backup"), Archive(db) as archive:
        made = back_up(archive, destination)
    click.echo(
        f"{made.path}: {made.database_bytes:,} bytes of database,"
        f" {made.warc_bytes:,} bytes added to {made.warc_files} WARC files."
    )
    for name in made.lost:
        tell(f"{db.parent / 'warc' / name} is missing or cut short; what {destination / 'warc'} has of it stays there.")
    if made.lost:
        tell("Copy such files back from there, then run: newsarchive verify")
        raise SystemExit(1)


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
        _catch_up(archive)
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


@click.command()
@click.argument("others", nargs=-1, required=True, metavar="OTHER.db...", type=click.Path(path_type=Path))
@db_option
def merge(others: tuple[Path, ...], db: Path) -> None:
    """Bring other archives into this one: articles with all versions, captures, memory and tombstones.

    The WARC files are linked where that can be, else copied. The order does not matter, nor does doing it twice.

    Example: newsarchive merge shard1/newsarchive.db shard2/newsarchive.db
    """
    for path in others:
        Archive(path, read_only=True).close()  # says so if it cannot be read
        refuse_itself(db, path)  # before it waits for itself to let go
    with Archive(db) as archive, held(db, "merge", alone=True):
        _catch_up(archive)
        for path in others:
            with held(path, "being merged"), Archive(path, read_only=True) as other, _bar(other) as step:
                done = bring(archive, other, step)
            click.echo(
                f"{path}: {done.captures} captures, {done.articles} articles, {done.readings} readings brought,"
                f" {done.taken_down} articles taken down."
            )


def _bar(other: Archive) -> AbstractContextManager[Callable[[float], None]]:
    return progress("Merging", other.connection.execute("select count(*) from articles").fetchone()[0])
