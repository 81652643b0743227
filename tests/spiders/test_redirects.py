"""A redirect is no failure: what it leads to counts; one from a missing article to the front page is a miss."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = (
    "<p>The bridge number {0} over the river opens again on Monday, said the council, which had closed it in {0}.</p>"
)
ARTICLE = "<title>Bridge {0} opens again</title><h1>Bridge {0} opens again</h1><p>1 March 2026</p>" + TEXT * 6
LINKS = "".join(
    f'<li><a href="/2026/03/01/bridge-{number}.html">Bridge {number} over the river opens again</a></li>'
    for number in range(9)
)


class Moved(Answering):
    """Every article has moved to an address with a slash; those in ``gone`` lead to the front page."""

    protocol_version = "HTTP/1.1"
    gone: set[str] = set()

    def respond(self) -> None:
        path = urlsplit(self.path).path
        stem = path.removesuffix(".html")
        target = "/" if stem in self.gone else f"{stem}/" if path.endswith(".html") else None
        body = f"<title>Town</title><ul>{LINKS}</ul>" if path == "/" else ARTICLE.format(stem[-2:-1])
        if target:
            self.answer(302, Location=target)
        else:
            self.answer(404 if path == "/robots.txt" else 200, body)


@pytest.fixture
def port() -> Iterator[int]:
    Moved.gone = set()
    with serving(Moved) as found:
        yield found


def test_a_site_whose_articles_have_moved_is_well(tmp_path: Path, port: int) -> None:
    site = 'start = "http://town.test/"\nprivate = true\ndelay = 0\n[[discover]]\nkind = "home"\n'
    (tmp_path / "town.toml").write_text(site)
    newsarchive(tmp_path, port, "crawl", "town", now=FIRST)
    with Archive(tmp_path / "a.db") as archive:
        (run,) = archive.runs.of_every_site()
        assert (run.new, run.failed, run.skipped, run.state) == (9, 0, 0, "ok")
        assert {article.url for article in archive.articles()} == {
            f"http://town.test/2026/03/01/bridge-{number}/" for number in range(9)
        }


def test_an_article_that_leads_to_the_front_page_is_gone_after_a_day(tmp_path: Path, port: int) -> None:
    site = 'start = "http://town.test/"\nprivate = true\ndelay = 0\n[[discover]]\nkind = "home"\n'
    (tmp_path / "town.toml").write_text(site)
    newsarchive(tmp_path, port, "crawl", "town", now=FIRST)
    Moved.gone = {"/2026/03/01/bridge-4", "/2026/03/01/bridge-4/"}
    for days in (2, 4):
        newsarchive(tmp_path, port, "crawl", "town", now=FIRST + timedelta(days=days))
    with Archive(tmp_path / "a.db") as archive:
        gone = {article.url: article.gone_before for article in archive.articles() if article.gone_before}
        assert list(gone) == ["http://town.test/2026/03/01/bridge-4/"]
        assert len(list(archive.articles())) == 9
