"""Says who is changing an archive, so that a second writer waits or knows why it may not."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from newsarchive.archive.database.times import to_text
from newsarchive.items import ArchiveError

_PAUSE = 0.1  # seconds between two attempts


@contextmanager
def hold(
    path: Path,
    purpose: str,
    *,
    now: datetime,
    alone: bool = False,
    wait: float = 0,
    on_wait: Callable[[str], None] = lambda sentence: None,
) -> Iterator[None]:
    """Hold the archive at ``path`` for a ``purpose`` such as ``crawl``.

    Those who only add may hold it together, as SQLite puts their transactions in a row; who moves or removes
    what is there holds it ``alone``. After ``wait`` seconds in vain raises an ArchiveError that says who has it.
    """
    file = Path(f"{path}.lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        _acquire(handle, file, fcntl.LOCK_EX if alone else fcntl.LOCK_SH, wait, on_wait)
        _sign(handle, file, f"{os.getpid()} {to_text(now)} {purpose}\n")
        yield
    finally:
        os.close(handle)


def holders(path: Path) -> str:
    """Say who has the archive at ``path``: process number, purpose and since when."""
    lines = Path(f"{path}.lock").read_text(encoding="utf-8").splitlines()
    holding = [line.split(" ", 2) for line in lines if is_alive(int(line.split(" ", 1)[0]))]
    return " and ".join(f"pid {pid} ({purpose}, since {since})" for pid, since, purpose in holding) or "another process"


def _acquire(handle: int, file: Path, kind: int, wait: float, on_wait: Callable[[str], None]) -> None:
    archive = file.with_suffix("")
    deadline = time.monotonic() + wait
    if _try(handle, fcntl.LOCK_EX):
        os.ftruncate(handle, 0)  # nobody else: what stands there is of those who left
    if _try(handle, kind):
        return
    sentence = f"{archive} is held by {holders(archive)}"
    on_wait(f"{sentence}; waiting for it.")
    while time.monotonic() < deadline:
        time.sleep(_PAUSE)
        if _try(handle, kind):
            return
    raise ArchiveError(f"{sentence}; wait for it to finish, or stop it.")


def _sign(handle: int, file: Path, line: str) -> None:
    try:
        os.write(handle, line.encode())
    except OSError as error:  # a full disk
        raise _unwritable(file, error) from error


def _unwritable(file: Path, error: OSError) -> ArchiveError:
    return ArchiveError(f"{file} cannot be written: {error.strerror}.")


def _try(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_alive(pid: int) -> bool:
    """Say whether this machine has a process of that number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
