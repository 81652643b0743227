"""Shows what the pages of a site have in common, and has it learnt anew."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.cli._holding import held
from newsarchive.cli._kinds import Whole
from newsarchive.cli._lookup import refuse_absent
from newsarchive.cli._options import db_option, format_option, jobs_option
from newsarchive.cli._printing import print_rows, tell
from newsarchive.cli._progress import progress
from newsarchive.cli._sites import reading_folders

_COLUMNS = ("kind", "pages", "needed", "left out", "text")


@click.command()
@click.argument("site")
@click.option("--relearn", is_flag=True, help="Forget it all, and learn it anew from the captures of the articles.")
@click.option("--limit", type=Whole(), default=30, show_default=True, help="How many lines to print.")
@db_option
@jobs_option
@format_option
def memory(site: str, relearn: bool, limit: int, db: Path, jobs: int, output_format: str) -> None:
    """Show which lines the articles of a site have in common, on how many each was seen, and which are left out.

    A line that enough of them show is the site's and not an article's: "needed" says how many that are. What was
    learnt from pages that are no articles, or by an older extractor, goes with --relearn; then "reextract --site"
    shows what it changes.

    Example: newsarchive site memory dayuan
    """
    with Archive(existing(db), read_only=not relearn) as archive:
        if not archive.memory(site).pages:
            refuse_absent(archive, site)
        if relearn:
            with held(db, "site memory"):
                _relearn(archive, site, jobs)
        learnt = archive.memory(site)
        rows = [
            (row.kind, row.pages, learnt.needed(row.kind, row.text), learnt.is_repeated(row.kind, row.text), row.text)
            for row in sorted(learnt.rows(), key=lambda row: -row.pages)
        ]
    print_rows(
        [dict(zip(_COLUMNS, row, strict=True)) for row in rows[:limit]],
        output_format,
        _COLUMNS,
    )
    tell(f"{learnt.pages} articles of {site} have {len(rows)} lines in common.")


def _relearn(archive: Archive, site: str, jobs: int) -> None:
    """Learn from the articles' first captures as adding them did; stopped or killed, it changes nothing."""
    from newsarchive.reader.again import read_again  # loads all rules of reading: a second

    numbers = archive.first_numbers(site)
    with (
        progress("Reading", len(numbers)) as step,
        closing(read_again(archive.path, numbers, reading_folders(), jobs=jobs)) as chunks,
        archive.batch(),
    ):
        archive.forget_site(site)
        for chunk in chunks:
            for article in (again.article for again in chunk if again.article):
                archive.learn(site, article.observed)
            step(len(chunk))
