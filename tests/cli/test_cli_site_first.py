"""A start page that links no article: one is found where the site tells of its articles."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.cli import main
from newsarchive.cli.site import places as site_places
from newsarchive.sites import load
from tests.spiders.small_site import small_site

STORY = "<title>Rain at last | Quay</title><h1>Rain at last</h1>" + "".join(
    f"<p>It rained on the quay at {hour} o'clock, and everybody was glad of it.</p>" for hour in range(8)
)
OTHER = "/about.html"


def add(folder: Path, monkeypatch: pytest.MonkeyPatch, pages: dict[str, str]) -> Result:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    pages = {"/": f"<title>Quay</title><a href={OTHER}>About</a>", OTHER: "<h1>About</h1>", **pages}
    with small_site(pages) as (port, _):
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        return CliRunner().invoke(main, ["site", "add", "http://www.quay.test/"])


def feed(url: str) -> str:
    return f"<rss><channel><item><title>Rain</title><link>{url}</link></item></channel></rss>"


def sitemap(url: str, *, index: bool = False, changed: str = "2026-03-01") -> str:
    name = "sitemap" if index else "url"
    return f"<{name}><loc>{url}</loc><lastmod>{changed}</lastmod></{name}>"


@pytest.mark.parametrize(
    ("pages", "places", "articles"),
    [
        (
            {
                "/": "<link rel=alternate type=application/rss+xml href=/feed.xml>",
                "/feed.xml": feed("http://www.quay.test/p/1"),
                "/p/1": STORY,
            },
            ["feed"],
            None,
        ),
        (
            {
                "/robots.txt": "Sitemap: http://www.quay.test/maps.xml",
                "/maps.xml": "<sitemapindex>"
                + sitemap("http://www.quay.test/old.xml", index=True, changed="2025-01-01")
                + sitemap("http://www.quay.test/new.xml", index=True)
                + "</sitemapindex>",
                "/old.xml": "<urlset></urlset>",
                "/new.xml": f"<urlset>{sitemap('http://www.quay.test/p/1')}</urlset>",
                "/p/1": STORY,
            },
            ["sitemap"],
            r"/p/\d+$",
        ),
        (
            {
                "/": "<a href=/town/>Town</a><a href=/imprint>Imprint</a>",
                "/town/": "".join(f"<p><a href=/town/{number}.html>Rain {number}</a>" for number in range(1001, 1009)),
                "/town/1001.html": STORY,
            },
            ["list"],
            None,
        ),
    ],
    ids=["feed", "index", "list"],
)
def test_an_article_is_found_where_the_site_tells_of_it_and_a_feed_needs_no_pattern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: dict[str, str], places: list[str], articles: str | None
) -> None:
    added = add(tmp_path, monkeypatch, pages)
    assert added.exit_code == 0, added.output
    assert "  title: Rain at last" in added.stdout
    site = load(tmp_path / "sites/quay.toml")
    assert ([each.kind for each in site.discover], site.articles) == ([*places, "home"], articles)


def test_a_site_that_tells_of_no_article_asks_for_the_address_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = add(tmp_path, monkeypatch, {"/feed.xml": feed("http://www.quay.test/p/1")})
    assert "give the address of one" in added.stderr
    assert not (tmp_path / "sites").exists()


def test_a_page_whose_text_scripts_write_is_added_with_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = "<h1>Rain at last on the quay of our town</h1><div id=root>Loading…</div><script>load()</script>"
    added = add(
        tmp_path,
        monkeypatch,
        {"/": "<a href=/2026/03/01/rain-at-last.html>Rain</a>", "/2026/03/01/rain-at-last.html": empty},
    )
    assert "hardly any text was read: if a browser shows more, the file needs: browser = true" in added.stdout
