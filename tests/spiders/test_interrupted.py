"""Crawls that are stopped or killed in the middle, and taken up again."""

import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from tests.forked import Forked, start
from tests.spiders.small_site import crawl, environment, small_site
from tests.spiders.test_backfill import ARTICLES, day_of, path_of, serve

HANGUP = pytest.param(
    signal.SIGHUP, marks=pytest.mark.skipif(signal.getsignal(signal.SIGHUP) == signal.SIG_IGN, reason="under nohup")
)
WANTED = {path_of(number) for number in range(ARTICLES) if f"{day_of(number):%Y-%m}" == "2019-03"}


@dataclass
class Town:
    """A site of some 140 articles in one sitemap, and the archive into which it is crawled."""

    folder: Path
    asked: list[str]

    def crawl(self, *words: str) -> Forked:
        self.asked.clear()
        command = ["newsarchive", *(words or ["crawl", "town"]), "--db", "a.db"]
        return start(command, {"NEWSARCHIVE_SITES": str(self.folder), "no_proxy": "*"}, self.folder)

    def wait_for(self, pages: int) -> None:
        deadline = time.monotonic() + 60
        while len(self.asked) < pages and time.monotonic() < deadline:
            time.sleep(0.01)

    def runs(self) -> list[tuple[str, object]]:
        """Return the state of each run with the reason that Scrapy gives for the end of its crawl."""
        with Archive(self.folder / "a.db", read_only=True) as archive:
            rows = archive.connection.execute("select state, stats ->> '$.town.finish_reason' from runs order by id")
            return [(row[0], row[1]) for row in rows]

    def check(self) -> Counter[str]:
        """Assert that the archive is whole; return how often each article was captured."""
        with Archive(self.folder / "a.db", read_only=True) as archive:
            assert archive.connection.execute("pragma integrity_check").fetchone()[0] == "ok"
            captures = list(archive.captures())
            assert all(archive.payload(capture) for capture in captures)
            articles = archive.connection.execute("select count(*) from articles").fetchone()[0]
            assert articles == len({capture.url for capture in captures})
        return Counter("/" + capture.url.split("/", 3)[3] for capture in captures)


HEAD = """start = "http://127.0.0.1:{port}/"
domains = ["127.0.0.1:{port}"]
private = true
delay = 0
[[discover]]
"""
SITEMAPS = """kind = "sitemap"
url = "http://127.0.0.1:{port}/sitemap-2019-03.xml"
[[discover]]
kind = "sitemap"
url = "http://127.0.0.1:{port}/sitemap-none.xml"
"""


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with serve("sitemap") as server:
        (tmp_path / "town.toml").write_text((HEAD + SITEMAPS).format(port=server.server_port), encoding="utf-8")
        yield Town(tmp_path, server.asked)


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Town]:
    with serve("list") as server:
        text = HEAD + 'kind = "list"\nurl = "http://127.0.0.1:{port}/list_1.html"\n'
        (tmp_path / "town.toml").write_text(text.format(port=server.server_port), encoding="utf-8")
        yield Town(tmp_path, server.asked)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, HANGUP])
def test_a_stopped_crawl_ends_in_good_order_and_goes_on(town: Town, number: signal.Signals) -> None:
    process = town.crawl()
    town.wait_for(40)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert out.splitlines()[1].split()[0] == "town"
    first = town.check()
    assert 30 <= len(first) < len(WANTED)
    out, _ = town.crawl().communicate(timeout=90)
    assert town.runs() == [("stopped", "shutdown"), ("finished", "finished")]
    assert set(town.asked) & set(first) == set()
    assert town.check() == dict.fromkeys(WANTED, 1)


def test_a_stopped_crawl_asks_for_none_of_the_pages_that_wait_for_their_turn(town: Town) -> None:
    file = town.folder / "town.toml"
    text = file.read_text()
    file.write_text(text.replace("delay = 0\n", "delay = 1\n"))  # sixteen pages wait in front of a host
    process = town.crawl()
    town.wait_for(6)
    process.send_signal(signal.SIGTERM)
    asked = len(town.asked)
    process.communicate(timeout=60)
    assert len(town.asked) <= asked + 2
    file.write_text(text)
    town.crawl().communicate(timeout=90)
    assert town.check() == dict.fromkeys(WANTED, 1)


def test_a_killed_crawl_loses_nothing_and_asks_little_twice(town: Town) -> None:
    for pages in (30, 50):
        process = town.crawl()
        town.wait_for(pages)
        process.kill()
        process.communicate(timeout=60)
    town.crawl().communicate(timeout=90)
    counts = town.check()
    assert set(counts) == WANTED
    assert max(counts.values()) == 1


def test_a_killed_backfill_searches_its_list_anew_although_the_list_has_not_changed(listed: Town) -> None:
    command = ("backfill", "town", "--from", "2019-03-01", "--to", "2019-03-31")
    for pages in (12, 5, 70):
        process = listed.crawl(*command)
        listed.wait_for(pages)
        process.kill()
        process.communicate(timeout=60)
    listed.crawl(*command).communicate(timeout=90)
    counts = listed.check()
    assert {path: number for path, number in counts.items() if path in WANTED} == dict.fromkeys(WANTED, 1)


def test_a_crawl_that_can_keep_no_more_asks_for_no_more(tmp_path: Path) -> None:
    paths = [f"/2026/03/01/story-{number}.html" for number in range(40)]
    pages = {path: f"<!-- {random.Random(path).randbytes(60_000).hex()} -->" for path in paths}
    pages["/"] = "".join(f'<a href="{path}">What the council said</a>' for path in paths)
    place = '[[discover]]\nkind = "list"\nurl = "http://town.test/"\n'
    (tmp_path / "town.toml").write_text(f'start = "http://town.test/"\nprivate = true\ndelay = 0\n{place}')
    with small_site(pages) as (port, asked):
        full = subprocess.run(
            [sys.executable, "-m", "newsarchive", "crawl", "town", "--db", "a.db"],
            env=environment(tmp_path, port),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_300_000, 1_300_000)),
        )
        assert re.fullmatch(r"Error: Cannot write to \S+\.warc\.gz: File too large\.", full.stderr.splitlines()[-1])
        crawl(tmp_path, port)
    assert {*paths} <= {*asked}
    assert sum(path in paths for path in asked) <= len(paths) + 2
