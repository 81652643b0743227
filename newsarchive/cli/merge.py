"""Brings other archives into one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.merge import merge as bring
from newsarchive.archive.upkeep.merge import refuse_itself
from newsarchive.cli._holding import catch_up, held
from newsarchive.cli._options import db_option
from newsarchive.cli._progress import progress


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
        catch_up(archive)
        for path in others:
            with held(path, "being merged"), Archive(path, read_only=True) as other, _bar(other) as step:
                done = bring(archive, other, step)
            click.echo(
                f"{path}: {done.captures} captures, {done.articles} articles, {done.readings} readings brought,"
                f" {done.taken_down} articles taken down."
            )


def _bar(other: Archive) -> AbstractContextManager[Callable[[float], None]]:
    return progress("Merging", other.connection.execute("select count(*) from articles").fetchone()[0])
