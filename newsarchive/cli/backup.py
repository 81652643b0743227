"""Copies an archive while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.archive.upkeep.backup import back_up
from newsarchive.cli._holding import held
from newsarchive.cli._options import db_option
from newsarchive.cli._printing import tell


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
