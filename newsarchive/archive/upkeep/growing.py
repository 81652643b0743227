"""Copies files that only grow, as WARC files do: a copy wants no more than what it lacks."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from newsarchive.items import ArchiveError


def lengthen(source: Path, copy: Path) -> int:
    """Append to a copy what its source has more, or make it; return how many bytes that were, which are on the disk."""
    had = copy.stat().st_size if copy.exists() else 0
    if source.stat().st_size <= had:
        return 0
    try:
        with source.open("rb") as reading, copy.open("ab") as writing:
            reading.seek(had)
            shutil.copyfileobj(reading, writing, 1 << 20)
            writing.flush()
            os.fsync(writing.fileno())
    except OSError as error:
        raise ArchiveError(f"{source} cannot be copied to {copy.parent}: {error.strerror}.") from error
    return copy.stat().st_size - had
