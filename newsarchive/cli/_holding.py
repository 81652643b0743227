"""Holds the archive while a command changes it, waiting a while for others to be done."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive.database.lock import hold
from newsarchive.cli._printing import tell

WAIT = 60.0  # seconds for somebody else to be done with the archive


def held(db: Path, purpose: str, *, alone: bool = False) -> AbstractContextManager[None]:
    """Hold the archive as ``lock.hold`` does; if that takes waiting, say for whom."""
    return hold(db, purpose, now=datetime.now(UTC), alone=alone, wait=WAIT, on_wait=tell)
