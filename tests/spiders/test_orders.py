"""Names and addresses become orders; a page that was asked for is fetched alone, and says nothing of the site's health."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Link, SiteError
from newsarchive.sites import Site, Sites
from newsarchive.spiders.crawls.orders import Order, orders
from newsarchive.spiders.links.frontier import Frontier
from newsarchive.spiders.links.frontier_file import frontier_path
from tests.spiders.small_site import crawl
from tests.spiders.test_article_pages import page, town

TOWN = Site(key="town", name="Town", start="http://town.test/", domains=("town.test",))
SITES = Sites([TOWN])
ARTICLE = "http://town.test/2026/03/01/bridge.html"


def test_a_name_or_a_front_page_asks_for_the_site() -> None:
    assert orders(["town"], SITES) == orders(["http://town.test/"], SITES) == [Order(TOWN)]


def test_the_address_of_an_article_asks_for_that_page_alone() -> None:
    assert orders([ARTICLE], SITES) == [Order(TOWN, (ARTICLE,), alone=True)]
    assert orders(["town", ARTICLE, ARTICLE], SITES) == orders([ARTICLE, "town"], SITES) == [Order(TOWN, (ARTICLE,))]


def test_pages_of_one_unknown_site_make_one_order_with_all_its_hosts() -> None:
    one, two = "http://www.village.test/2026/03/01/a.html", "http://news.village.test/2026/03/01/b.html"
    (order,) = orders([one, two], SITES)
    assert (order.pages, order.alone) == ((one, two), True)
    assert order.site.covers(one)
    assert order.site.covers(two)


def test_an_address_of_an_unknown_site_that_may_be_an_article_is_fetched_as_a_page_too() -> None:
    (order,) = orders(["http://village.test/quake"], SITES)
    assert (order.site.start, order.pages, order.alone) == ("http://village.test/quake", order.pages, False)
    assert order.pages == ("http://village.test/quake",)
    assert orders(["http://village.test/"], SITES)[0].pages == ()


def test_two_starts_of_one_unknown_site_are_refused() -> None:
    with pytest.raises(SiteError, match="belong to one site, village.test: crawl them one after the other"):
        orders(["http://village.test/north", "http://village.test/south"], SITES)


def test_listed_pages_are_fetched_alone_whatever_they_look_like() -> None:
    many = [f"http://village.test/{number}" for number in range(50_000)]
    (order,) = orders([], SITES, pages=[*many, *many])
    assert (order.pages, order.alone) == (tuple(many), True)
    assert orders([], SITES, pages=["http://town.test/"]) == [Order(TOWN, ("http://town.test/",), alone=True)]


def ask(folder: Path, pages: dict[str, str], *crawls: str) -> list[list[str]]:
    """Crawl what is named, one after the other; return the paths asked for each time."""
    (folder / "town.toml").write_text('start = "http://town.test/"\ntimezone = "UTC"\nprivate = true\ndelay = 0\n')
    found = []
    with town(pages) as (port, asked):
        for name in crawls:
            asked.clear()
            crawl(folder, port, *name.split())
            found.append([path for path in asked if path not in {"/robots.txt", "/.well-known/tdmrep.json"}])
    return found


MILL = "/2026/03/01/mill.html"
PAGES = {
    "/": f'<a href="{MILL}">The mill</a>',
    "/2026/03/01/bridge.html": page(1) + f'<a href="{MILL}">The mill</a>',
    MILL: page(2),
}


def test_only_the_page_is_fetched_and_archived_and_again_when_it_is_asked_for_again(tmp_path: Path) -> None:
    assert ask(tmp_path, PAGES, ARTICLE, ARTICLE) == [["/2026/03/01/bridge.html"]] * 2
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert [article.url for article in archive.articles()] == [ARTICLE]
        assert len(list(archive.captures())) == 2


def test_a_list_of_addresses_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# two pages\n{ARTICLE}\n\nhttp://town.test{MILL}\n")
    (asked,) = ask(tmp_path, PAGES, "--pages list.txt")
    assert sorted(asked) == ["/2026/03/01/bridge.html", MILL]


def test_crawls_of_a_part_are_not_judged_and_are_no_measure(tmp_path: Path) -> None:
    ask(tmp_path, PAGES, "town", "http://town.test/2026/03/01/no-such-page.html", "town --limit 1")
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        whole, page_alone = (archive.runs.sites(run)[0] for run in (1, 2))
        assert (whole.state, page_alone.state, page_alone.failed) == ("ok", None, 1)
        assert [run.run_id for run in archive.runs.of_site("town")] == [3, 1]
        assert [run.run_id for run in archive.runs.of_every_site()] == [3]


def test_a_site_whose_host_another_process_asks_is_not_judged(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    with Archive(tmp_path / "a.db") as archive:
        assert archive.hosts.lease("town.test", "another", now, now + timedelta(hours=1))
    link = Link(url=ARTICLE, found_on="http://town.test/", kind="list")
    with Frontier(frontier_path(tmp_path / "a.db", "town")) as of_another:
        of_another.add([(ARTICLE, link)])
        assert of_another.take(9) == [(ARTICLE, link)]
        of_another.done(ARTICLE)
    assert ask(tmp_path, PAGES, "town") == [[]]
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        (held,) = archive.runs.sites(1)
        assert (held.state, held.reasons) == (None, {"another process asks this host": 1})
    with Frontier(frontier_path(tmp_path / "a.db", "town")) as of_another:
        assert of_another.has(ARTICLE)


def test_a_crawl_that_reached_its_limit_was_stopped(tmp_path: Path) -> None:
    links = "".join(f'<a href="/2026/03/01/{number}.html">Report {number}</a>' for number in range(4))
    pages = {"/": links} | {f"/2026/03/01/{number}.html": page(number) for number in range(4)}
    asked = ask(tmp_path, pages, "town --limit 3", "town")
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert len(list(archive.articles())) == 4
        assert [run.state for run in reversed(archive.runs.latest())] == ["stopped", "finished"]
        assert [run.run_id for run in archive.runs.of_site("town", whole=True)] == [2]
    assert "/2026/03/01/3.html" in asked[1]
