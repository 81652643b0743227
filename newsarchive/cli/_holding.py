"""Makes an archive ready to be changed: nobody else changes it, and nothing that a crawl left is unread."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.database.lock import hold
from newsarchive.cli._printing import tell
from newsarchive.cli._sites import known_sites

WAIT = 60.0  # seconds for somebody else to be done with the archive


def held(db: Path, purpose: str, *, alone: bool = False) -> AbstractContextManager[None]:
    """Hold the archive as ``lock.hold`` does; if that takes waiting, say for whom."""
    return hold(db, purpose, now=datetime.now(UTC), alone=alone, wait=WAIT, on_wait=tell)


def catch_up(archive: Archive) -> None:
    """Read what a crawl left unread."""
    from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

    Reader(archive, known_sites(newsroom=True)).catch_up()
