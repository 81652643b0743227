"""What a check found wrong: where, and whether the archive can be mended by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Remedy(StrEnum):
    """What ``verify --repair`` does about a finding."""

    NONE = "restore it from a backup"
    REINDEX = "make the indexes of the database again"
    REBUILD_SEARCH = "make the search index again"
    REBUILD_COPIES = "index these articles as copies again"
    DROP_ORPHANS = "delete rows that belong to nothing"
    CUT = "cut off the torn record"
    READ = "read the captures that the table does not know"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; ``place`` names a table, an address, or a file and offset."""

    place: str
    problem: str
    remedy: Remedy = Remedy.NONE
