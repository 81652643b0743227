"""The command that reads captures again with today's extractor and sites."""

from __future__ import annotations

import json
import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.cli._holding import held
from newsarchive.cli._lookup import refuse_absent
from newsarchive.cli._options import db_option, formats, jobs_option, since_option
from newsarchive.cli._printing import plain, print_rows, tell
from newsarchive.cli._progress import progress
from newsarchive.cli._sites import known_sites, reading_folders

if TYPE_CHECKING:
    from newsarchive.reader.differences import Differences

_COLUMNS = ("site", "field", "read", "before", "after", "gained", "lost", "changed")
_SHOWN = 10  # pages of one kind that are named


@click.command()
@db_option
@click.option("--site", help="Only captures of this site.")
@since_option("Only captures from this day on")
@click.option("--url", help="Only captures of this address.")
@jobs_option
@click.option("--commit", is_flag=True, help="Let the new readings stand in the place of the old ones.")
@formats("table", "json")
def reextract(
    db: Path, site: str | None, since: datetime | None, url: str | None, jobs: int, commit: bool, output_format: str
) -> None:
    """Read captures again with today's extractor and sites, and sum up what changes.

    Nothing changes in the archive until --commit. A better reading of the same capture is no new version of the
    article. A stopped --commit goes on where it stopped when it is given again.

    Example: newsarchive reextract --site shanxidayuan
    """
    from newsarchive.extraction import EXTRACTOR_VERSION  # loads all rules of reading: a second
    from newsarchive.reader.captures import Reader

    with Archive(existing(db)) as archive, held(db, "reextract"):
        with closing(Reader(archive, known_sites(newsroom=True), jobs=jobs)) as reader:
            reader.catch_up()
        numbers = archive.capture_numbers(site=site, since=since, url=url)
        if not numbers:
            refuse_absent(archive, site)
        if commit:
            asked = [EXTRACTOR_VERSION, site or "", since.date().isoformat() if since else "", url or ""]
            found, done = _commit(archive, numbers, asked, jobs)
        else:
            found, done = _compare(db, numbers, jobs)
    _print(found, output_format)
    if not done:
        tell("Stopped." + (" Give the same command again to go on." if commit else ""))
    if not done or found.unreadable:
        raise SystemExit(1)


def _compare(db: Path, numbers: list[int], jobs: int) -> tuple[Differences, bool]:
    from newsarchive.reader.again import read_again
    from newsarchive.reader.differences import Differences

    found = Differences()
    with (
        progress("Reading", len(numbers)) as step,
        closing(read_again(db, numbers, reading_folders(), jobs=jobs, whole=False)) as chunks,
    ):
        try:
            for chunk in chunks:
                for again in chunk:
                    found.add(again)
                step(len(chunk))
        except KeyboardInterrupt:
            return found, False
    return found, True


def _commit(archive: Archive, numbers: list[int], asked: list[str], jobs: int) -> tuple[Differences, bool]:
    """Take over the new readings, chunk by chunk, each with a note of how far that is."""
    from newsarchive.reader.again import read_again, take_over
    from newsarchive.reader.differences import Differences

    found = Differences()
    last = archive.runs.last("reextract", asked)
    done_to = last.counts.get("done_to", 0) if last and last.state != "finished" else 0
    run = archive.runs.start("reextract", datetime.now(UTC), arguments=asked, pid=os.getpid())
    numbers = [number for number in numbers if number > done_to]
    state = "stopped"
    with (
        progress("Reading", len(numbers)) as step,
        closing(read_again(archive.path, numbers, reading_folders(), jobs=jobs)) as chunks,
    ):
        try:
            archive.runs.note(run, {"done_to": done_to})
            for chunk in chunks:
                with archive.batch():
                    for again in chunk:
                        found.add(again)
                        take_over(archive, again)
                    reached = max((again.capture.id or 0 for again in chunk), default=done_to)
                    archive.runs.note(run, {"done_to": reached, "changed": found.different})
                done_to = reached  # only now: a batch that was stopped is read again
                step(len(chunk))
            state = "finished"
        except KeyboardInterrupt:
            pass
        finally:
            counts = {"done_to": done_to, "same": found.same, "changed": found.different}
            archive.runs.finish(run, datetime.now(UTC), state=state, counts=counts)
    return found, state == "finished"


def _print(found: Differences, output_format: str) -> None:
    rows = [
        {"site": change.site, "field": change.name}
        | {name: getattr(change, name) for name in _COLUMNS[2:]}
        | {"examples": change.examples}
        for change in found.changes()
    ]
    if output_format == "json":
        summary = {"same": found.same, "changed": found.different, "fields": rows}
        pages = {"articles found": found.found, "no article any more": found.refused, "unreadable": found.unreadable}
        click.echo(json.dumps(summary | pages, ensure_ascii=False, default=plain))
        return
    print_rows(rows, columns=_COLUMNS)
    for row in rows:
        for url, old, new in row["examples"]:
            click.echo(f"\n{row['site']} {row['field']}  {url}\n  - {old}\n  + {new}")
    _name(f"{len(found.found)} pages are articles now", found.found)
    _name(
        f"{len(found.refused)} articles would not be found today; they stay",
        [f"{url}: {reason}" for url, reason in found.refused],
    )
    _name(f"{len(found.unreadable)} captures cannot be read (newsarchive verify tells why)", found.unreadable)
    tell(f"{found.different} articles change, {found.same} stay as they are.")


def _name(sentence: str, pages: list[str]) -> None:
    if pages:
        tell("\n".join([f"{sentence}:", *(f"  {page}" for page in pages[:_SHOWN])]))
