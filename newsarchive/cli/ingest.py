"""The command that takes in what was fetched before: saved pages and WARC files of others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsarchive import __version__
from newsarchive.archive import Archive
from newsarchive.archive.intake import KINDS, Again, Page, Passed, pages, total_size
from newsarchive.archive.warc import WarcWriter, transfer_digest
from newsarchive.cli._holding import held
from newsarchive.cli._options import db_option, jobs_option
from newsarchive.cli._printing import print_rows, tell
from newsarchive.cli._progress import progress
from newsarchive.cli._sites import known_sites
from newsarchive.items import Capture, NewsarchiveError, PageClass

if TYPE_CHECKING:
    from newsarchive.reader import Counts
    from newsarchive.reader.captures import Reader

OUTCOMES = ("archived", "changed", "duplicate", "in the archive already", "taken down", "no article found", "failed")
_WORDS = {"new": "archived", "revision": "changed"} | dict.fromkeys(
    ["unchanged", "alias", "duplicate", "reread"], "duplicate"
)
_MOST_REASONS = 20
Outcomes = Counter[tuple[str, str]]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@db_option
@click.option("--charset", help="What saved pages are written in, whatever they declare, for example utf-8.")
@jobs_option
def ingest(paths: tuple[Path, ...], db: Path, charset: str | None, jobs: int) -> None:
    """Take in saved pages and WARC files.

    A folder is searched for pages (.html, .html.gz), pages that a browser saved as one file (.mhtml, .webarchive), WARC
    files (.warc, .warc.gz, .warc.zst, .arc, .wacz) and *.jsonl files that say more about pages: "file" or "id", "url",
    "fetched_at", "site", "content_type". What is in the archive already is passed over, so that a stopped command can
    be given again.

    Example: newsarchive ingest saved-pages/ CC-NEWS-20220419.warc.gz
    """
    from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

    outcomes: Outcomes = Counter()
    now = datetime.now(UTC)
    with Archive(db) as archive, held(db, "ingest"):
        run = archive.runs.start("ingest", now, arguments=[str(path) for path in paths], pid=os.getpid())
        state = "stopped"
        try:
            with closing(Reader(archive, known_sites(newsroom=True), run=run, jobs=jobs)) as reader:
                _recover(archive, reader, outcomes)
                _take_in(archive, reader, now, paths, charset, outcomes)
            state = "finished"
        except KeyboardInterrupt:
            tell("Stopped. What was taken in stays; give the same command again to go on.")
        finally:
            archive.runs.finish(run, datetime.now(UTC), state=state, counts=_counts(outcomes))
    if state == "finished" and not outcomes:
        raise NewsarchiveError(f"No {KINDS} was found in {', '.join(map(str, paths))}.")
    _print(outcomes)
    if state != "finished" or _counts(outcomes)["failed"]:
        raise SystemExit(1)


def _recover(archive: Archive, reader: Reader, outcomes: Outcomes) -> None:
    """Read what an earlier run left unread."""
    for damage in archive.recover():
        tell(f"Cut off a torn record of {damage.location.file} at byte {damage.location.offset}.")
    outcomes += _by_outcome(reader.catch_up())


def _take_in(
    archive: Archive, reader: Reader, now: datetime, paths: tuple[Path, ...], charset: str | None, outcomes: Outcomes
) -> None:
    software = f"newsarchive/{__version__}"
    known = archive.original
    with (
        WarcWriter(archive.warc_folder, prefix="ingest", started=now, software=software, known=known) as writer,
        progress("Taking in", total_size(paths)) as step,
    ):
        again: list[Again] = []
        found = _told(pages(paths, charset), outcomes, step, again)
        for kept in (found, _same(archive, again, outcomes)):
            for counts in reader.read_in_batches(_kept(archive, writer, kept, outcomes)):
                outcomes += _by_outcome(counts)


def _told(
    found: Iterable[Page | Again | Passed], outcomes: Outcomes, step: Callable[[float], None], again: list[Again]
) -> Iterator[Page]:
    """Pass the pages on and put by those that were the same again; say of everything else why it is none."""
    for page in found:
        if isinstance(page, Again):
            step(page.page.size)
            again.append(page)
            continue
        step(page.size)
        if isinstance(page, Page):
            yield page
        else:
            _fail(page.place, page.reason, outcomes)


def _same(archive: Archive, again: Iterable[Again], outcomes: Outcomes) -> Iterator[Page]:
    """Give the pages that were the same again what they were the same as, once all of that is in the archive."""
    for each in again:
        found = archive.same(each.digest, each.same_url, each.same_at)
        if found:
            yield replace(each.page, headers=each.page.headers or found[0], body=found[1])
        elif each.page.headers:  # else it may be a picture
            _fail(each.place, "what it is the same as is not in the archive", outcomes)


def _fail(place: str, reason: str, outcomes: Outcomes) -> None:
    outcomes["failed", reason] += 1
    tell(f"{place}: {reason}")


def _kept(
    archive: Archive, writer: WarcWriter, found: Iterator[Page], outcomes: Outcomes
) -> Iterator[tuple[Capture, bytes]]:
    """Keep each page that the archive does not have, and that was not taken down."""
    lately = set()  # kept, but not yet in the table
    for page in found:
        if archive.taken_down(page.url, page.site):
            outcomes["taken down", ""] += 1
            continue
        mark = (page.url, transfer_digest(page.body), page.fetched_at if page.dated else None)
        if mark in lately or archive.has_capture(*mark):
            outcomes["in the archive already", ""] += 1
            continue
        lately.add(mark)
        yield archive.capture_at(
            writer.write(
                page.url,
                fetched_at=page.fetched_at,
                status=page.status,
                reason=page.reason,
                headers=page.headers,
                body_wire=page.body,
                site=page.site,
                hints=page.hints,
            )
        )


def _by_outcome(counts: Counts) -> Outcomes:
    found: Outcomes = Counter()
    for (_site, outcome), number in counts.items():
        found[_in_words(outcome)] += number
    return found


def _in_words(outcome: str) -> tuple[str, str]:
    """Return ``("no article found", "list: it is a list")`` for ``skipped/list: it is a list``."""
    if outcome in _WORDS:
        return _WORDS[outcome], ""
    reason = outcome.removeprefix("skipped/")
    return "failed" if reason.startswith(PageClass.UNREADABLE) else "no article found", reason


def _counts(outcomes: Outcomes) -> Counter[str]:
    found: Counter[str] = Counter()
    for (outcome, _reason), number in outcomes.items():
        found[outcome] += number
    return found


def _print(outcomes: Outcomes) -> None:
    """Print how many pages ended how, then the commonest reasons."""
    found = _counts(outcomes)
    print_rows([{"outcome": outcome, "pages": found[outcome]} for outcome in OUTCOMES], columns=("outcome", "pages"))
    reasons = [(number, outcome, reason) for (outcome, reason), number in outcomes.items() if reason]
    for number, outcome, reason in sorted(reasons, reverse=True)[:_MOST_REASONS]:
        tell(f"  {number} {outcome}: {reason}")
