"""An archived article that answers otherwise, or not at all, is asked for again at its next step and not in every run."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving
from tests.spiders.test_article_pages import FIRST, SITE_FILE, page

NOON = datetime(
    2026, 3, 2, 12, tzinfo=UTC
)  # the second day of the article: the next steps are the fourth and the eighth


class Town(Answering):
    """A site with one article, which answers with ``status``, ``headers`` and perhaps not at all (0)."""

    status = 200
    headers_of_article: tuple[tuple[str, str], ...] = ()
    asked = 0

    def respond(self) -> None:
        path = urlsplit(self.path).path
        is_article = path == FIRST
        Town.asked += is_article
        if is_article and not Town.status:
            self.close_connection = True
            return
        home = f'<ul><li><a href="{FIRST}">The council spoke of the bridge</a></ul>'
        status = Town.status if is_article else 200 if path == "/" else 404
        more = dict(Town.headers_of_article) if is_article else {}
        self.answer(status, home if path == "/" else page(1), **more)


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    for name in ("status", "headers_of_article", "asked"):
        monkeypatch.setattr(Town, name, getattr(Town, name))
    (tmp_path / "town.toml").write_text(f'policy = "skip"\n{SITE_FILE}', encoding="utf-8")
    with serving(Town) as found:
        yield found


@pytest.mark.parametrize(
    ("status", "headers", "tries"),
    [
        (403, (), 1),
        (302, (("Location", "http://other.test/"),), 1),
        (200, (("TDM-Reservation", "1"),), 1),
        (0, (), 3),
    ],
    ids=["blocked", "leads away", "reserved", "no answer"],
)
def test_it_is_asked_once_for_each_step(
    tmp_path: Path, port: int, status: int, headers: tuple[tuple[str, str], ...], tries: int
) -> None:
    newsarchive(tmp_path, port, "run", now=NOON)
    assert Town.asked == 1
    Town.status, Town.headers_of_article, Town.asked = status, headers, 0
    newsarchive(tmp_path, port, "run", now=NOON + timedelta(days=2))
    assert Town.asked == tries
    Town.status, Town.headers_of_article, Town.asked = 200, (), 0
    for minutes in (20, 40):
        newsarchive(tmp_path, port, "run", now=NOON + timedelta(days=2, minutes=minutes))
    assert Town.asked == (status == 0)  # what gave no answer is asked once more by the run after it
    newsarchive(tmp_path, port, "run", now=NOON + timedelta(days=6))
    assert Town.asked == 1 + (status == 0)


def test_a_page_that_led_away_is_asked_again_a_day_later(tmp_path: Path, port: int) -> None:
    Town.status, Town.headers_of_article = 302, (("Location", "http://maintenance.test/"),)
    newsarchive(tmp_path, port, "crawl", "town", now=NOON)
    newsarchive(tmp_path, port, "crawl", "town", now=NOON + timedelta(hours=2))
    assert Town.asked == 1
    Town.status, Town.headers_of_article = 200, ()
    newsarchive(tmp_path, port, "crawl", "town", now=NOON + timedelta(hours=25))
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert [article.url for article in archive.articles()] == [f"http://town.test{FIRST}"]
