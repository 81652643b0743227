"""A site that changes templates, addresses, feed and domain at once, with and without redirects of its articles."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
NUMBERS = (1001, 1002, 1003, 1004)
OLD_FILE = 'start = "http://old.test/"\n[[discover]]\nkind = "feed"\nurl = "http://old.test/feed.xml"\n'
NEW_FILE = (
    'start = "http://new.test/"\ndomains = ["new.test", "old.test"]\n'
    '[[discover]]\nkind = "feed"\nurl = "http://new.test/rss"\n'
)


class Town(Answering):
    """Both domains: the old one serves articles until it ``has_moved``, then leads to them or to the front page."""

    has_moved = False
    leads_to_articles = False

    def respond(self) -> None:
        parts = urlsplit(self.path)
        number = parts.path.strip("/").partition(".")[0].rpartition("-")[2]
        if parts.netloc == "old.test" and Town.has_moved:
            path = f"/a/the-council-and-its-bridge-{number}/" if Town.leads_to_articles and number.isdigit() else "/"
            self.answer(301, Location=f"http://new.test{path}")
        else:
            body = self.body(parts.netloc, parts.path, number)
            self.answer(200 if body else 404, body)

    def body(self, host: str, path: str, number: str) -> str:
        if path == {"old.test": "/feed.xml", "new.test": "/rss"}[host]:
            form = {"old.test": "/{}.html", "new.test": "/a/the-council-and-its-bridge-{}/"}[host]
            links = "".join(f"<item><link>http://{host}{form.format(number)}</link></item>" for number in NUMBERS)
            return f"<rss version='2.0'><channel>{links}</channel></rss>"
        if not number.isdigit() or host == "new.test" and not Town.has_moved:
            return ""
        text = f"<p>The council of the town met again on bridge {number} and spoke of it at length.</p>" * 6
        title, date = f"The council and its bridge {number}", '<time datetime="2026-03-01T08:00Z">1 March</time>'
        if host == "old.test":
            return (
                f"<title>{title} - Town</title><div class=story><h1 class=hl>{title}</h1>{date}<div>{text}</div></div>"
            )
        return f"<title>{title} | New Town</title><main><article><h1>{title}</h1>{text}<footer>{date}</footer></article></main>"


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(Town, "has_moved", False)
    with serving(Town) as found:
        write_file(tmp_path, OLD_FILE)
        yield found


def write_file(folder: Path, places: str) -> None:
    (folder / "town.toml").write_text(f'private = true\ndelay = 0\ntimezone = "UTC"\n{places}')


@pytest.mark.parametrize("leads_to_articles", [True, False])
def test_it_is_told_once_where_the_site_is_and_nothing_is_lost_twice_or_gone(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch, leads_to_articles: bool
) -> None:
    monkeypatch.setattr(Town, "leads_to_articles", leads_to_articles)
    newsarchive(tmp_path, port, "run", now=MONDAY - timedelta(days=1))
    monkeypatch.setattr(Town, "has_moved", True)
    away = [newsarchive(tmp_path, port, "run", now=MONDAY + timedelta(hours=26 * n)) for n in range(2)]
    told = [line.partition("WARNING: ")[2] for run in away for line in run.stderr.splitlines()]
    assert told == [
        "town is broken (was ok): no place of discovery answers: redirected away from the site, to new.test;"
        " if the site has moved there, write that into its file (start, domains, discover)"
    ]
    assert [run.returncode for run in away] == [1] * 2
    assert articles(tmp_path) == (len(NUMBERS), 0)
    write_file(tmp_path, NEW_FILE)
    back = [newsarchive(tmp_path, port, "run", now=MONDAY + timedelta(days=2, hours=26 * n)) for n in range(2)]
    told = [line.partition("WARNING: ")[2] for run in back for line in run.stderr.splitlines()]
    assert told == ["town is ok (was broken)"]
    assert articles(tmp_path) == (len(NUMBERS), 0)


def articles(folder: Path) -> tuple[int, int]:
    """Return how many articles the archive has, and how many of them are gone."""
    with Archive(folder / "a.db", read_only=True) as archive:
        found = archive.connection.execute("select count(*), count(gone_before) from articles").fetchone()
        return found[0], found[1]
