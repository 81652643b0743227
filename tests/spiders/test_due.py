"""Which sites a run asks."""

import platform
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy.http.headers import Headers

from newsarchive.archive import Archive
from newsarchive.sites import Discover, Site
from newsarchive.spiders.lease import OWNER
from newsarchive.spiders.links.agenda import Agenda
from newsarchive.spiders.links.due import due_sites
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.frontier_file import frontier_path

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SITEMAP, NESTED = (Discover(kind="sitemap", url=f"http://town.test/{name}.xml") for name in ("sitemap", "nested"))
TOWN = Site(key="town", name="Town", start="http://town.test/", domains=("town.test",), discover=(SITEMAP,))


def test_a_site_is_due_at_once_if_a_sitemap_did_not_come_before_the_kill(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Archive(path).close()
    assert due_sites([TOWN], path, NOON) == [TOWN]
    with Frontier(frontier_path(path, "town")) as frontier:
        agenda = Agenda(frontier, NOON)
        assert list(agenda.ask(SITEMAP)) == [SITEMAP]
        agenda.answered(SITEMAP.url, Headers(), brought=0)
        assert due_sites([TOWN], path, NOON) == []
        assert list(agenda.ask(NESTED)) == [NESTED]
    assert due_sites([TOWN], path, NOON) == [TOWN]
    with Frontier(frontier_path(path, "town")) as frontier:
        Agenda(frontier, NOON).answered(NESTED.url, Headers(), brought=0)
    assert due_sites([TOWN], path, NOON) == []
    assert due_sites([TOWN], path, NOON + timedelta(days=1)) == [TOWN]


def test_a_site_is_due_if_nobody_has_read_what_a_killed_crawl_captured(tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    with Archive(tmp_path / "a.db") as archive, Frontier(frontier_path(archive.path, "town")) as frontier:
        Agenda(frontier, NOON).answered(SITEMAP.url, Headers(), brought=0)
        due = {}
        for owner in (f"{platform.node()}:{gone.pid}", OWNER, "elsewhere:1"):
            assert archive.hosts.lease("town.test", owner, NOON, NOON + timedelta(minutes=10))
            due[owner] = due_sites([TOWN], archive.path, NOON)
            archive.hosts.release(owner)
    assert list(due.values()) == [[TOWN], [], []]
