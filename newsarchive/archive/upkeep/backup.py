"""Copies an archive while others write it; the copy is an archive."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.growing import lengthen
from newsarchive.archive.warc import sync_folder
from newsarchive.items import ArchiveError


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup copied: the database always, of the WARC files what had been added since the last backup.

    ``lost`` are WARC files that the archive no longer has, or not wholly, although its captures lie in them.
    """

    path: Path
    database_bytes: int
    warc_files: int
    warc_bytes: int
    lost: tuple[str, ...] = ()


def back_up(archive: Archive, folder: Path) -> Backup:
    """Bring the archive's copy in ``folder`` up to date, or make one.

    The database is copied first, in one read transaction: every byte that it points at is on the disk by then.
    It takes the place of the one before when those bytes are copied too, so that a backup that ends early leaves the
    copy as it was. What a takedown removed from the archive is removed from the copy; what the archive lost stays.
    """
    path = folder / archive.path.name
    _refuse_foreign_folder(folder, path)
    _refuse_another_archive(archive, path)
    copies = _folder_of_copies(folder)
    part = _copied_database(archive, path)
    sources = {file.name: file for file in archive.warc_folder.glob("*.warc.gz")}
    copied = [lengthen(file, copies / name) for name, file in sorted(sources.items())]
    sync_folder(copies)
    _replace(path, part)
    lengths = dict(map(tuple, archive.connection.execute(_LENGTHS)))
    for file in copies.glob("*.warc.gz"):
        if file.name not in sources and file.name not in lengths:
            file.unlink()
    sync_folder(copies)
    lost = [name for name in sorted(lengths) if name not in sources or sources[name].stat().st_size < lengths[name]]
    return Backup(path, path.stat().st_size, sum(number > 0 for number in copied), sum(copied), tuple(lost))


_LENGTHS = """
    select warc_file, max(warc_offset + warc_length) from captures where warc_file is not null group by warc_file"""


def _refuse_foreign_folder(folder: Path, path: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder} is a file; name the folder that the backup should go to.")
    begun = {"warc", _part(path).name, f"{_part(path).name}-journal"}  # by a backup that a full disk ended, say
    if folder.exists() and not path.exists() and any(each.name not in begun for each in folder.iterdir()):
        raise ArchiveError(f"{folder} holds something else than a backup of this archive; name a fresh folder.")


def _refuse_another_archive(archive: Archive, path: Path) -> None:
    """Keep the copy of an archive that was lost from being replaced by the one that was begun after it."""
    if not path.exists():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as copy:
        first = copy.execute(_FIRST_RUN).fetchone()
        if first and first != tuple(archive.connection.execute(_FIRST_RUN).fetchone() or ()):
            raise ArchiveError(
                f"{path} is the copy of another archive than {archive.path}, which has none of its first run:"
                " restore it from there, or name a fresh folder."
            )


_FIRST_RUN = "select kind, started_at, pid from runs order by id limit 1"


def _folder_of_copies(folder: Path) -> Path:
    copies = folder / "warc"
    try:
        copies.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"{folder} cannot be made: {error.strerror}.") from error
    return copies


def _copied_database(archive: Archive, path: Path) -> Path:
    """Copy the database beside its place in the copy."""
    if path.exists() and path.samefile(archive.path):
        raise ArchiveError(f"{path} is the archive itself; name another folder for its backup.")
    part = _part(path)
    part.unlink(missing_ok=True)
    try:
        target = sqlite3.connect(part)
        try:
            archive.connection.backup(target)
        finally:
            target.close()
        with part.open("rb") as file:
            os.fsync(file.fileno())
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise ArchiveError(f"The database cannot be copied to {path}: {error}.") from error
    return part


def _replace(path: Path, part: Path) -> None:
    for companion in (f"{path}-wal", f"{path}-shm"):
        Path(companion).unlink(missing_ok=True)
    part.replace(path)
    sync_folder(path.parent)


def _part(path: Path) -> Path:
    return path.with_suffix(".part")
