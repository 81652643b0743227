"""The right of one process to ask a site's host, which others see in the archive."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from newsarchive.archive import Archive
from newsarchive.archive.database.lock import is_alive

TERM = timedelta(minutes=10)  # how long a host stays reserved for a process on another machine that was killed
OWNER = f"{platform.node()}:{os.getpid()}"


class Lease:
    """The lease of one host, to be renewed while it is asked; of the crawls of one process the last gives it back."""

    _sharers: ClassVar[Counter[tuple[Path, str]]] = Counter()

    def __init__(self, path: Path, host: str, now: Callable[[], datetime]) -> None:
        self._path = path
        self._host = host
        self._now = now
        self._until: datetime | None = None

    @property
    def is_held(self) -> bool:
        """Say whether this process had the lease when it last asked."""
        return self._until is not None

    def take(self) -> bool:
        """Take the lease, or renew it when half of its term has passed; say whether this process has it."""
        now = self._now()
        if self._until is None or self._until - now < TERM / 2:
            had = self._until is not None
            with Archive(self._path) as archive:
                if owner := dead_owner(archive, self._host):
                    archive.hosts.release(owner)
                self._until = now + TERM if archive.hosts.lease(self._host, OWNER, now, now + TERM) else None
            self._sharers[self._path, self._host] += (self._until is not None) - had
        return self._until is not None

    def give_back(self) -> None:
        """Let others ask the host."""
        if self._until is None:
            return
        self._until = None
        self._sharers[self._path, self._host] -= 1
        if not self._sharers[self._path, self._host]:
            with Archive(self._path) as archive:
                archive.hosts.release(OWNER, self._host)


def dead_owner(archive: Archive, host: str) -> str | None:
    """Return who has leased the host if that was a process of this machine and is no more: it was killed."""
    owner = archive.hosts.owner(host) or ""
    node, _, pid = owner.rpartition(":")
    return owner if node == platform.node() and not is_alive(int(pid)) else None
