"""Sitemaps that are read while pages are fetched, with the server's log as the witness."""

import signal
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path

from tests.forked import start
from tests.spiders.small_site import crawl, environment, small_site

YEARS = range(2022, 2026)
EACH = 12
LONG = 30_000  # links that take seconds to be queued
FEED = "<rss version='2.0'><channel><item><title>Today</title><link>http://town.test/today.html</link></item></channel></rss>"


def page(path: str) -> str:
    number = path.rpartition("-")[2]
    return (
        f"<h1>Story {number}</h1>" + f"<p>The council of the town met again on bridge {number} and spoke of it.</p>" * 9
    )


def stories(year: int, count: int = EACH) -> list[str]:
    return [f"/{year}/03/01/story-{number}.html" for number in range(count)]


def urlset(paths: list[str]) -> str:
    return "<urlset>" + "".join(f"<url><loc>http://town.test{path}</loc></url>" for path in paths) + "</urlset>"


def write_site(folder: Path, *places: tuple[str, str]) -> None:
    found = "".join(f'[[discover]]\nkind = "{kind}"\nurl = "http://town.test{path}"\n' for kind, path in places)
    (folder / "town.toml").write_text(f'start = "http://town.test/"\nprivate = true\ndelay = 0\n{found}')


def test_pages_are_fetched_between_sitemaps_the_latest_first_and_each_once(tmp_path: Path) -> None:
    pages = {
        "/sitemap.xml": sitemapindex(YEARS),
        "/feed.xml": FEED,
        "/today.html": page("/today-0"),
        **{f"/sitemap-{year}.xml": urlset(stories(year)) for year in YEARS},
        **{path: page(path) for year in YEARS for path in stories(year)},
    }
    with small_site(pages) as (port, asked):
        write_site(tmp_path, ("sitemap", "/sitemap.xml"), ("feed", "/feed.xml"))
        crawl(tmp_path, port)
    asked = [path for path in asked if path in pages]
    assert sorted(asked) == sorted(pages)
    fetched = [path for path in asked if path.endswith(".html")]
    assert fetched[: EACH + 1] == ["/today.html", *stories(YEARS[-1])]
    sitemaps = [asked.index(f"/sitemap-{year}.xml") for year in YEARS]
    assert sitemaps == sorted(sitemaps, reverse=True)
    assert min(before - after for before, after in zip(sitemaps, sitemaps[1:], strict=False)) > 4


def test_a_crawl_of_a_few_articles_reads_no_more_sitemaps_than_it_needs(tmp_path: Path) -> None:
    pages = {
        "/sitemap.xml": sitemapindex(YEARS),
        **{f"/sitemap-{year}.xml": urlset(stories(year)) for year in YEARS},
        **{path: page(path) for year in YEARS for path in stories(year)},
    }
    later = YEARS[-1] + 1
    with small_site(pages) as (port, asked):
        write_site(tmp_path, ("sitemap", "/sitemap.xml"))
        crawl(tmp_path, port, "town", "--limit", "5")
        assert asked[2:] == ["/sitemap.xml", f"/sitemap-{YEARS[-1]}.xml", *stories(YEARS[-1])[:5]]
        asked.clear()
        pages["/sitemap.xml"] = sitemapindex([*YEARS, later])
        pages[f"/sitemap-{later}.xml"] = urlset(["/2026/03/02/story-99.html"])
        crawl(tmp_path, port, "town", "--limit", "8")
        assert "/2026/03/02/story-99.html" in asked
        assert sum("sitemap-" in path for path in asked) < len(YEARS)
        crawl(tmp_path, port)
    assert {*asked} >= {*pages} - {*stories(YEARS[-1])[:5]}  # nothing is left out for good
    rows = sqlite3.connect(tmp_path / "a.db").execute("select state from runs order by id").fetchall()
    assert rows == [("stopped",), ("stopped",), ("finished",)]


def sitemapindex(years: Iterable[int]) -> str:
    nested = (f"<sitemap><loc>http://town.test/sitemap-{year}.xml</loc></sitemap>" for year in years)
    return f"<sitemapindex>{''.join(nested)}</sitemapindex>"


def test_a_crawl_can_be_stopped_while_it_reads_a_long_sitemap_and_reads_it_again(tmp_path: Path) -> None:
    paths = stories(2026, LONG)
    with small_site({"/sitemap.xml": urlset(paths), paths[0]: page(paths[0])}) as (port, asked):
        write_site(tmp_path, ("sitemap", "/sitemap.xml"))
        process = start("newsarchive crawl town --db a.db".split(), environment(tmp_path, port), tmp_path)
        deadline = time.monotonic() + 60
        while paths[0] not in asked and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        queued, read = frontier(tmp_path)
        assert 0 < queued < LONG
        assert not read
        crawl(tmp_path, port, "town", "--limit", "1")
        assert asked.count("/sitemap.xml") == 2
        assert frontier(tmp_path) == (LONG - len({*asked} & {*paths}), True)
    (stopped,) = sqlite3.connect(tmp_path / "a.db").execute("select state from runs order by id limit 1").fetchone()
    assert stopped == "stopped"


def frontier(folder: Path) -> tuple[int, bool]:
    """Return how many links wait, and whether the sitemap was read to its end."""
    connection = sqlite3.connect(folder / "frontier" / "town.db")
    (waiting,) = connection.execute("select count(*) from links where state = 0").fetchone()
    (asked,) = connection.execute("select asked from places").fetchone()
    connection.close()
    return waiting, asked is None
