"""Crawls of one process share the lease of a host, and the last gives it back."""

from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.spiders.lease import OWNER, Lease

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def owner(path: Path) -> str | None:
    with Archive(path, read_only=True) as archive:
        return archive.hosts.owner("web.test")


def test_the_last_of_two_crawls_gives_the_lease_back(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    first, second, idle = (Lease(path, "web.test", lambda: NOON) for _ in range(3))
    assert first.take()
    assert second.take()
    assert first.take()  # again, which counts once
    first.give_back()
    first.give_back()
    idle.give_back()
    assert owner(path) == OWNER
    second.give_back()
    assert owner(path) is None
