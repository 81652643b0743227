"""A clock that was a year ahead for one run silences nothing once it is right again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive, HostState
from newsarchive.politeness.pace import Pace
from tests.spiders.small_site import newsarchive, small_site

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
AHEAD = NOON + timedelta(days=365)
FILE = """
start = "http://town.example/"
private = true
delay = 0

[[discover]]
kind = "list"
url = "http://town.example/"
"""


def front(*names: str) -> str:
    return "<h1>Town</h1>" + "".join(f'<h2><a href="/2026/03/01/{name}.html">{name}</a></h2>' for name in names)


def test_a_run_by_a_wrong_clock_does_not_silence_a_site(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(FILE)
    pages = {"/": front("the-bridge-is-closed"), "/robots.txt": "User-agent: *\nDisallow: /x\n"}
    with small_site(pages) as (port, asked):
        newsarchive(tmp_path, port, "run", now=AHEAD)
        assert "/2026/03/01/the-bridge-is-closed.html" in asked  # it was not there
        asked.clear()
        pages["/"] = front("the-bridge-is-closed", "the-ferry-is-late")
        newsarchive(tmp_path, port, "run", now=NOON)
    assert set(asked) == {
        "/robots.txt",
        "/.well-known/tdmrep.json",
        "/",
        "/2026/03/01/the-bridge-is-closed.html",
        "/2026/03/01/the-ferry-is-late.html",
    }


def test_no_host_is_left_alone_for_longer_than_one_may_ask(tmp_path: Path) -> None:
    until_then = Pace(next_at=AHEAD)
    assert until_then.rest(NOON) == 0
    assert until_then.refused(NOON, "it answered 429", rest=60).rest(NOON) == 60
    with Archive(tmp_path / "a.db") as archive:
        archive.hosts.put(HostState("town.example", next_at=AHEAD))
        archive.hosts.put(HostState("city.example", next_at=NOON + timedelta(hours=24)))
        assert [state.host for state in archive.hosts.asleep(NOON)] == ["city.example"]
