"""Where a new site is looked for: its feeds, else its sitemaps, that of the news first, else its sections."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

from newsarchive.cli import main
from newsarchive.cli._fetched import Fetched
from newsarchive.cli.site import adding
from newsarchive.cli.site import places as site_places
from newsarchive.items import NewsarchiveError
from tests.spiders.small_site import Answering, serving

SITE = "https://news.example.test"
FEED = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
SECTION = '<a href="/town/">Town</a><a href="/town/1001.html">One</a><a href="/town/1002.html">Two</a>'


def page(body: str, path: str = "/") -> Fetched:
    return Fetched(body.encode(), SITE + path, "text/html", datetime(2026, 3, 1, tzinfo=UTC))


def places(
    monkeypatch: pytest.MonkeyPatch,
    front: str,
    *sitemaps: str,
    article: str = "",
    robots: str = "",
    others: Mapping[str, str] = MappingProxyType({}),
) -> list[tuple[str, str]]:
    served = {**others, "/robots.txt": robots + "\n".join(f"Sitemap: {each}" for each in sitemaps)}

    def fetch(address: str) -> Fetched:
        path = address.removeprefix(SITE)
        if not served.get(path):
            raise NewsarchiveError(f"{address} answered 404.")
        return page(served[path], path)

    monkeypatch.setattr(site_places, "fetch", fetch)
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    found = site_places.places(page(front), page(article, "/town/1001.html"), ask=True)
    return [(each.kind, each.url.removeprefix(SITE)) for each in found]


def test_a_feed_is_enough_wherever_it_is_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places(monkeypatch, FEED + SECTION, "/sitemap.xml") == [("feed", "/feed.xml")]
    assert places(monkeypatch, SECTION, "/sitemap.xml", article=FEED) == [("feed", "/feed.xml")]


def test_without_a_feed_the_sitemap_of_the_news_is_taken_or_the_first_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places(monkeypatch, SECTION, "/pages.xml", "/news-sitemap.xml") == [("sitemap", "/news-sitemap.xml")]
    many = places(monkeypatch, SECTION, *(f"/s{number}.xml" for number in range(40)))
    assert many == [("sitemap", f"/s{number}.xml") for number in range(site_places._SITEMAPS)]


def test_without_both_the_sections_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places(monkeypatch, SECTION) == [("list", "/town/")]
    assert places(monkeypatch, "<p>Hello</p>") == []


def test_what_no_page_announces_is_found_in_the_usual_places(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = f"<rss><channel><item><title>One</title><link>{SITE}/town/1001.html</link></item></channel></rss>"
    elsewhere = feed.replace("news.example", "ads.other")
    sitemap = f"<urlset><url><loc>{SITE}/town/1001.html</loc></url></urlset>"
    assert places(monkeypatch, SECTION, others={"/rss": feed, "/sitemap.xml": sitemap}) == [("feed", "/rss")]
    assert places(monkeypatch, SECTION, others={"/rss": elsewhere, "/sitemap.xml": sitemap}) == [
        ("sitemap", "/sitemap.xml")
    ]
    for hidden in ("<html>Not here</html>", elsewhere):
        assert places(monkeypatch, SECTION, others={"/feed/": hidden}) == [("list", "/town/")]
    forbidden = "User-agent: *\nDisallow: /rss\n"
    assert places(monkeypatch, SECTION, robots=forbidden, others={"/rss": feed}) == [("list", "/town/")]


def test_a_site_that_wants_no_crawls_is_told_before_one_finds_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert places(monkeypatch, FEED, robots="User-agent: *\nDisallow: /\n") == [("feed", "/feed.xml")]
    told = capsys.readouterr().err
    assert told == f"robots.txt forbids to ask for {SITE}/: a crawl will fetch nothing there\n"
    assert places(monkeypatch, FEED, robots="User-agent: *\nDisallow: /private/\n") == [("feed", "/feed.xml")]
    assert capsys.readouterr().err == ""


def test_a_page_from_a_file_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_places, "fetch", lambda address: pytest.fail(address))
    assert site_places.places(page(SECTION), page(SECTION), ask=False) == ()


@pytest.mark.parametrize(("answers", "taken"), [(SITE + "/", "/"), ("https://consent.test/", "/town/1001.html")])
def test_a_front_page_of_another_site_is_not_taken(monkeypatch: pytest.MonkeyPatch, answers: str, taken: str) -> None:
    front = Fetched(b"", answers, None, datetime(2026, 3, 1, tzinfo=UTC))
    monkeypatch.setattr(adding, "fetch", lambda address: front)
    assert adding._front(page("", "/town/1001.html")).address == SITE + taken


def test_it_says_where_an_address_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = f"<html><h1>The bridge</h1>{'<p>The bridge over the river was opened again on Monday after a long winter.</p>' * 6}</html>"
    front = (
        "<html>"
        + "".join(
            f'<h2><a href="/2026/03/0{day}/bridge-{day}.html">The bridge over the river was opened again on day {day}</a></h2>'
            for day in range(1, 10)
        )
        + "</html>"
    )

    class Handler(Answering):
        def respond(self) -> None:
            gone = self.path == "/gone.html"
            self.send_response(302 if gone else 200)
            self.send_header("Location" if gone else "Content-Type", "/" if gone else "text/html")
            self.end_headers()
            self.wfile.write((front if self.path == "/" else story).encode())

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    with serving(Handler) as port:
        added = CliRunner().invoke(main, ["site", "add", f"http://127.0.0.1:{port}/gone.html", "--key", "town"])
    assert added.exit_code == 0, added.output
    assert added.stderr.startswith(f"http://127.0.0.1:{port}/gone.html leads to http://127.0.0.1:{port}/\n")
