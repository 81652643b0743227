"""Crawls of the newsroom with real Scrapy, over simulated days."""

import json
from collections.abc import Iterator

import pytest

from newsarchive.archive import Archive
from newsarchive.newsroom import NewsroomServer
from newsarchive.newsroom.drafts import read_drafts
from newsarchive.spiders.crawls.running import project_settings
from tests.spiders.newsroom_runs import Newsroom, open_newsroom

SITES = NewsroomServer.sites
DRAFTS = {site: read_drafts(site, 1) for site in SITES}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with open_newsroom(tmp_path_factory.mktemp("newsroom")) as newsroom:
        done = newsroom.run("newsarchive", "crawl", *SITES)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        yield newsroom


def test_a_crawl_opens_no_port_for_commands() -> None:
    extensions = dict(project_settings().getwithbase("EXTENSIONS"))
    ports = [name for name in extensions if "telnet" in name or "remote_control" in name]
    assert [extensions[name] for name in ports] == [None, None]


def test_one_command_archives_every_site(newsroom: Newsroom) -> None:
    with Archive(newsroom.db, read_only=True) as archive:
        for site in SITES:
            urls = [f"http://www.{site}.test{draft.path}" for draft in DRAFTS[site]]
            assert [url for url in urls if not archive.article(url)] == []
        found = archive.article("http://www.dayuan.test/gsyl/yuncheng/3474.html")
        assert found is not None
        assert found.site == "dayuan"


def test_an_article_in_three_pages_is_one(newsroom: Newsroom) -> None:
    (long,) = [draft for drafts in DRAFTS.values() for draft in drafts if draft.pages]
    with Archive(newsroom.db, read_only=True) as archive:
        found = archive.article(f"http://www.dayuan.test{long.path}")
        assert found is not None
        texts = [found.body.index(page.strip().splitlines()[0]) for page in (long.body, *long.pages)]
    assert texts == sorted(texts)


def test_nothing_is_asked_for_twice_in_a_crawl(newsroom: Newsroom) -> None:
    with Archive(newsroom.db, read_only=True) as archive:
        urls = [capture.url for capture in archive.captures()]
    assert len(urls) == len(set(urls))


def test_every_capture_reads_back_with_what_discovery_knew(newsroom: Newsroom) -> None:
    with Archive(newsroom.db, read_only=True) as archive:
        captures = list(archive.captures())
        assert all(archive.payload(capture) for capture in captures)
        told = [capture.hints for capture in captures if capture.hints["kind"] in {"feed", "news-sitemap"}]
        assert {"title", "published", "found_on", "kind"} <= set(told[0])


def test_the_spiders_of_all_sites_are_listed(newsroom: Newsroom) -> None:
    assert set(newsroom.run("scrapy", "list").stdout.split()) == {*SITES, "shanxidayuan"}


class TestLater:
    """What further crawls of the same archive do, in this order of days."""

    def test_a_second_crawl_asks_only_whether_lists_and_feeds_changed(self, newsroom: Newsroom) -> None:
        done = newsroom.run("newsarchive", "crawl", *SITES)
        assert done.returncode == 0
        assert {entry.status for entry in newsroom.server.request_log if entry.path != "/robots.txt"} == {304}
        with Archive(newsroom.db, read_only=True) as archive:
            assert sum(result.fetched for result in archive.runs.sites(2)) == 0

    def test_nothing_is_due_right_after_a_crawl(self, newsroom: Newsroom) -> None:
        done = newsroom.run("newsarchive", "run")
        assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing is due.\n", "")
        assert not newsroom.asked()

    def test_after_a_day_new_articles_and_due_ones_are_asked_for(self, newsroom: Newsroom) -> None:
        newsroom.now, newsroom.server.day = "2026-03-14T13:00:00+00:00", 2
        done = newsroom.run("newsarchive", "run", "--log-json", "--log-level", "info")
        assert done.returncode == 0
        assert {"time", "level", "logger", "message"} == set(json.loads(done.stderr.splitlines()[0]))
        with Archive(newsroom.db, read_only=True) as archive:
            results = archive.runs.sites(3)
            revised = archive.revisions("http://www.harbour.test/2026/03/13/night-ferry-runs-aground/")
        fresh = sum(len(read_drafts(site, 2)) - len(DRAFTS[site]) for site in SITES)
        assert sum(result.new for result in results) == fresh
        assert sum(result.changed for result in results) == 1
        assert len(revised) == 2
        assert all(number == 1 for number in newsroom.asked().values())

    def test_what_is_unchanged_costs_no_body(self, newsroom: Newsroom) -> None:
        for newsroom.now in ("2026-03-21T13:00:00+00:00", "2026-04-20T13:00:00+00:00"):
            newsroom.run("newsarchive", "run")
        asked = [entry for entry in newsroom.server.request_log if entry.path != "/robots.txt"]
        assert asked
        assert [entry for entry in asked if entry.status not in (304, 404)] == []

    def test_processes_divide_the_sites(self, newsroom: Newsroom) -> None:
        done = newsroom.run("newsarchive", "crawl", "--jobs", "2", *SITES)
        assert done.returncode == 0, done.stderr
        assert [line.split()[0] for line in done.stdout.splitlines()[1:5]] == sorted(SITES)

    def test_a_host_that_another_process_asks_is_left_alone(self, newsroom: Newsroom) -> None:
        with Archive(newsroom.db) as archive:
            from newsarchive.spiders.clock import clock

            now = clock(newsroom.now)()
            assert archive.hosts.lease("www.harbour.test", "elsewhere:1", now, now.replace(year=2027))
        done = newsroom.run("newsarchive", "crawl", "harbour")
        assert done.returncode == 1
        assert "harbour: 1 another process asks this host" in done.stdout
        assert not newsroom.asked()
