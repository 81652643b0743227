"""A host that refuses is left alone: what was not asked for is no failure, is asked for later, and says why."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving
from tests.spiders.test_article_pages import page

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LINKS = "".join(f'<li><a href="/2026/03/01/{number}.html">Report {number}</a>' for number in range(12))


class Town(Answering):
    """A site that answers articles with a status of refusal while ``refuses`` is one, or everything while ``down`` is."""

    refuses = 0
    refused = 0
    down = 0

    def respond(self) -> None:
        if self.down:
            return self.answer(self.down, Retry_After="600")
        path = urlsplit(self.path).path
        is_article = path.startswith("/2026/")
        missing = path in {"/robots.txt", "/.well-known/tdmrep.json"}
        if is_article and self.refuses:
            Town.refused += 1
            return self.answer(self.refuses, LINKS, Retry_After="1")
        return self.answer(404 if missing else 200, page(int(path[12:-5])) if is_article else LINKS)


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    place = '[[discover]]\nkind = "list"\nurl = "http://town.test/"\n'
    (tmp_path / "town.toml").write_text(
        f'start = "http://town.test/"\ntimezone = "UTC"\nprivate = true\ndelay = 0\n{place}'
    )
    with serving(Town) as found:
        yield found


def test_a_site_that_blocks_is_told_as_such_once_and_taken_up_when_it_answers(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Town, "refuses", 403)
    blocked = newsarchive(tmp_path, port, "run", "town", now=NOON)
    assert blocked.returncode == 1
    assert "town is broken: the site blocks us: 5 of 5 answers" in blocked.stdout
    assert "7 the host is left alone: it answered 403, 5 times in a row" in blocked.stdout

    resting = newsarchive(tmp_path, port, "run", "town", now=NOON + timedelta(minutes=1))
    assert (resting.returncode, resting.stdout) == (0, "Nothing is due.\n")
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert [run.state for run in archive.runs.of_every_site()] == ["broken"]

    monkeypatch.setattr(Town, "refuses", 0)
    later = newsarchive(tmp_path, port, "run", "town", now=NOON + timedelta(days=1))
    assert (later.returncode, later.stdout.count("left alone")) == (0, 0), later.stdout
    status = json.loads(newsarchive(tmp_path, port, "status", "--format", "json", now=NOON).stdout)
    assert [(site["state"], site["new"]) for site in status] == [("ok", 12)]


def test_a_site_that_keeps_asking_for_patience_is_left_to_the_next_run(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Town, "refuses", 503)
    monkeypatch.setattr(Town, "refused", 0)
    refused = newsarchive(tmp_path, port, "run", "town", now=NOON)
    assert (refused.returncode, Town.refused) == (1, 3)
    assert "town is broken: nothing was fetched: the host is left alone: it answered 503" in refused.stdout
    newsarchive(tmp_path, port, "run", "town", now=NOON + timedelta(minutes=30))
    assert Town.refused == 4


def test_a_site_that_refuses_even_its_robots_txt_is_told_as_such(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert newsarchive(tmp_path, port, "run", "town", now=NOON).returncode == 0
    monkeypatch.setattr(Town, "down", 503)
    refused = newsarchive(tmp_path, port, "run", "town", now=NOON + timedelta(days=2))
    assert refused.returncode == 1
    assert "town is broken: nothing was fetched: the host is left alone: it answered 503" in refused.stdout
