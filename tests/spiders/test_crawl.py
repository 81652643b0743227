"""Crawls of the newsroom with real Scrapy, each in a process of its own."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.newsroom import NewsroomServer, site_folder
from newsarchive.newsroom.drafts import read_drafts

ROOT = Path(__file__).parent.parent.parent
SITES = NewsroomServer.sites
DRAFTS = {site: read_drafts(site, 1) for site in SITES}


@dataclass
class Newsroom:
    """A running newsroom and the command line that crawls it into one archive."""

    server: NewsroomServer
    db: Path

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        known = {"http_proxy": self.server.base_url, "NEWSARCHIVE_SITES": str(site_folder()), "PYTHONPATH": str(ROOT)}
        known["NEWSARCHIVE_DB"] = str(self.db)
        self.server.request_log.clear()
        return subprocess.run(
            [sys.executable, "-m", *command],
            env={**os.environ, **known, **environment},
            cwd=self.db.parent,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    def asked(self, status: int | None = None) -> Counter[tuple[str, str]]:
        log = self.server.request_log
        return Counter((entry.host, entry.path) for entry in log if status in (None, entry.status))


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with NewsroomServer() as server:
        folder = tmp_path_factory.mktemp("newsroom")
        (folder / "scrapy.cfg").write_bytes((ROOT / "scrapy.cfg").read_bytes())
        yield Newsroom(server, folder / "newsarchive.db")


@pytest.fixture(scope="module")
def crawled(newsroom: Newsroom) -> Newsroom:
    done = newsroom.run("newsarchive", "crawl", *SITES)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return newsroom


def test_one_command_archives_every_site(crawled: Newsroom) -> None:
    with Archive(crawled.db, read_only=True) as archive:
        for site in SITES:
            missing = [
                draft.path for draft in DRAFTS[site] if not archive.article(f"http://www.{site}.test{draft.path}")
            ]
            assert missing == []
        found = archive.article("http://www.dayuan.test/gsyl/yuncheng/3474.html")
        assert found is not None
        assert found.site == "dayuan"


def test_an_article_in_three_pages_is_one(crawled: Newsroom) -> None:
    (long,) = [draft for drafts in DRAFTS.values() for draft in drafts if draft.pages]
    with Archive(crawled.db, read_only=True) as archive:
        found = archive.article(f"http://www.dayuan.test{long.path}")
        assert found is not None
        texts = [found.body.index(page.strip().splitlines()[0]) for page in (long.body, *long.pages)]
    assert texts == sorted(texts)


def test_nothing_is_asked_for_twice_in_a_crawl(crawled: Newsroom) -> None:
    assert {path for (_, path), number in crawled.asked().items() if number > 1} <= {"/robots.txt"}


def test_every_capture_reads_back_with_what_discovery_knew(crawled: Newsroom) -> None:
    with Archive(crawled.db, read_only=True) as archive:
        captures = list(archive.captures())
        assert all(archive.payload(capture) for capture in captures)
        feed = [capture.hints for capture in captures if capture.hints["kind"] == "news-sitemap"]
        assert {"title", "published", "found_on", "kind"} <= set(feed[0])


def test_the_spiders_of_all_sites_are_listed(newsroom: Newsroom) -> None:
    assert set(newsroom.run("scrapy", "list").stdout.split()) == {*SITES, "shanxidayuan"}
