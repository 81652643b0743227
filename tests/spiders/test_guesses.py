"""A site that tells nowhere of its feeds and sitemaps is asked for the usual ones, once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.discovery.autodiscovery import usual_places
from tests.spiders.small_site import crawl, newsarchive
from tests.spiders.test_article_pages import page, town

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST = "/2026/03/01/bridge.html"
FEED = """<rss version="2.0"><channel><title>Town</title><item><title>The bridge</title>
<link>http://town.test/2026/03/01/mill.html</link></item></channel></rss>"""
USUAL = {link.url.removeprefix("http://town.test") for link in usual_places("http://town.test/")}
PAGES = {FIRST: page(1), "/2026/03/01/mill.html": page(2)}


def crawls(folder: Path, pages: dict[str, str], number: int) -> list[set[str]]:
    """Crawl the town some times; return the paths asked in each crawl."""
    (folder / "town.toml").write_text('start = "http://town.test/"\ntimezone = "UTC"\nprivate = true\ndelay = 0\n')
    found = []
    with town(pages) as (port, asked):
        for _ in range(number):
            asked.clear()
            crawl(folder, port)
            found.append(set(asked))
    return found


def test_the_usual_places_are_tried_once_and_the_one_that_is_there_is_kept(tmp_path: Path) -> None:
    first, second = crawls(tmp_path, {**PAGES, "/rss.xml": FEED}, 2)
    assert first >= USUAL
    assert second & USUAL == {"/rss.xml"}
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert len(list(archive.articles())) == 2
        assert [(run.failed, run.state) for run in archive.runs.of_site("town")] == [(0, "ok"), (0, "ok")]


def test_a_site_that_announces_a_feed_is_not_asked_for_others(tmp_path: Path) -> None:
    home = f'<html><head><link rel="alternate" type="application/rss+xml" href="/own.rss"></head><a href="{FIRST}">The bridge</a></html>'
    (asked,) = crawls(tmp_path, {**PAGES, "/": home, "/own.rss": FEED}, 1)
    assert "/own.rss" in asked
    assert not asked & USUAL


SECTIONS = "".join(
    f'<h2><a href="/{name}/">{name}</a></h2><ul>'
    + "".join(
        f'<li><a href="/{name}/2026/03/0{day}/a-{name}-story-{day}.html">A {name} story</a></li>' for day in (1, 2)
    )
    + "</ul>"
    for name in ("sport", "town")
)
OLDER = "/sport/2026/02/01/an-older-story.html"


def test_the_sections_of_the_start_page_are_read_where_nothing_else_tells_of_articles(tmp_path: Path) -> None:
    pages = {
        "/": f"<html><body>{SECTIONS}</body></html>",
        "/sport/": f'<html><ul><li><a href="{OLDER}">An older story of the match</a></li></ul></html>',
        "/town/": "<html><p>Nothing.</p></html>",
        OLDER: page(3),
    }
    first, second = crawls(tmp_path, pages, 2)
    assert {"/sport/", "/town/", OLDER} <= first
    assert first >= USUAL
    assert {"/sport/", "/town/"} <= second
    assert not second & USUAL
    assert OLDER not in second


def test_the_sections_are_left_alone_where_a_feed_tells_of_articles(tmp_path: Path) -> None:
    first, second = crawls(tmp_path, {"/": f"<html><body>{SECTIONS}</body></html>", "/rss.xml": FEED}, 2)
    assert not {"/sport/", "/town/"} & (first | second)


def test_nothing_is_said_of_a_usual_place_that_shows_the_start_page(tmp_path: Path) -> None:
    home = f'<html><a href="{FIRST}">The bridge</a></html>'
    (tmp_path / "town.toml").write_text('start = "http://town.test/"\nprivate = true\ndelay = 0\n')
    with town({**PAGES, "/": home, "/feed/": home, "/sitemap.xml": home}) as (port, asked):
        done = newsarchive(tmp_path, port, "crawl", "town")
    assert {"/feed/", "/sitemap.xml"} <= set(asked)
    assert done.stderr == ""


def test_a_feed_is_asked_without_the_page_that_told_of_it_and_what_is_not_there_once_a_day(tmp_path: Path) -> None:
    home = '<html><head><link rel="alternate" type="application/rss+xml" href="/own.rss"></head></html>'
    (tmp_path / "town.toml").write_text('start = "http://town.test/"\nprivate = true\ndelay = 0\n')
    found = []
    pages = {"/": home, "/own.rss": FEED, **PAGES}
    with town(pages) as (port, asked):
        for minutes in (0, 40, 80, 120):
            if minutes == 80:
                pages["/own.rss"] = FEED.replace("/mill.html", "/bridge.html")  # something new halves its interval
            newsarchive(tmp_path, port, "run", "town", now=NOON + timedelta(minutes=minutes))
            found.append([path for path in asked if path in {"/", "/own.rss", "/robots.txt"}])
            asked.clear()
    first, *later = found
    assert first == ["/robots.txt", "/", "/robots.txt", "/own.rss"]  # the rules, then the sitemaps that it may name
    assert later == [[], ["/", "/own.rss"], ["/own.rss"]]
