"""Crawls of one process share the lease of a host, and the last gives it back once what it captured is read."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scrapy import Request
from scrapy.http import Response

from newsarchive.alerts import Alerts
from newsarchive.archive import Archive
from newsarchive.items import Location
from newsarchive.reader import Counts
from newsarchive.sites import Sites
from newsarchive.spiders.lease import OWNER, Lease
from newsarchive.spiders.records.recorder import Recorder

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def owner(path: Path, host: str = "web.test") -> str | None:
    with Archive(path, read_only=True) as archive:
        return archive.hosts.owner(host)


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


class Behind:
    """A reader that reads when it is told to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.places: list[Location] = []

    def read(self, locations: Sequence[Location]) -> None:
        self.places += locations

    def catch_up(self) -> None:
        with Archive(self._path) as archive:
            for place in self.places:
                archive.add_capture(archive.capture_at(place)[0])

    def finish(self) -> Counts:
        return Counts()


def test_a_host_is_let_go_when_what_it_answered_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    reader = Behind(path)
    recorder = Recorder(path, NOON, lambda run: reader, Sites(), Alerts(tmp_path))

    def crawl(host: str, *, asked: bool) -> None:
        lease = Lease(path, host, lambda: NOON)
        assert lease.take()
        if asked:
            url = f"http://{host}/"
            request = Request(url, meta={"asked": url, "hints": {}})
            recorder.batches.hand_over(recorder.keep(request, Response(url, body=host.encode()), host, NOON).location)
        recorder.batches.give_back(lease)

    crawl("idle.test", asked=False)
    assert owner(path, "idle.test") is None
    crawl("web.test", asked=True)
    crawl("town.test", asked=True)
    assert owner(path) == OWNER
    reader.catch_up()
    crawl("harbour.test", asked=True)
    assert [owner(path, host) for host in ("web.test", "town.test", "harbour.test")] == [None, None, OWNER]
    recorder._held.close()
    assert owner(path, "harbour.test") is None
