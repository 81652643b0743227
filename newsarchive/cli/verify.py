"""Checks that an archive is sound, and mends what can be mended."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.archive.database.opening import existing
from newsarchive.archive.upkeep.findings import Finding, Remedy
from newsarchive.archive.upkeep.verify import repair as mend
from newsarchive.archive.upkeep.verify import size
from newsarchive.archive.upkeep.verify import verify as check
from newsarchive.cli._holding import catch_up, held
from newsarchive.cli._options import db_option, format_option, since_option
from newsarchive.cli._printing import print_rows, tell
from newsarchive.cli._progress import progress


@click.command()
@db_option
@format_option
@since_option("Only WARC files with something fetched from this day on")
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
def verify(db: Path, output_format: str, since: datetime | None, repair: bool) -> None:
    """Check the database, its references and search index, and every capture against its WARC record.

    Prints what is wrong; exit status 1 if anything stays wrong. WARC files that are complete do not change: of a large
    archive check the last week's every week, and all from time to time.

    Example: newsarchive verify --repair
    """
    with Archive(existing(db)) as archive:
        findings = _checked(archive, since)
        print_rows(map(asdict, findings), output_format, ("place", "problem", "remedy"))
        if repair and findings:
            findings = _repaired(archive, findings, since)
    tell(f"{len(findings)} problems." if findings else f"{db} is sound.")
    if findings:
        raise SystemExit(1)


def _checked(archive: Archive, since: datetime | None) -> list[Finding]:
    with progress("Checking", size(archive, since)) as step:
        return list(check(archive, step, since))


def _repaired(archive: Archive, findings: list[Finding], since: datetime | None) -> list[Finding]:
    """Mend what can be mended and return what is wrong still."""
    with held(archive.path, "verify --repair", alone=True):
        mend(archive, findings)
        catch_up(archive)
        remaining = _checked(archive, since)
    tell(f"Mended {len(findings) - len(remaining)} of {len(findings)} problems.")
    for finding in remaining:
        tell(f"{finding.place}: {finding.problem}; {Remedy.NONE}")
    return remaining
