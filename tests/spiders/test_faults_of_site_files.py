"""What fails in a site's Python file, wherever Scrapy calls it, is told in a sentence and keeps nothing else waiting."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive, SiteRun
from newsarchive.health import BROKEN, DEGRADED
from tests.spiders.small_site import newsarchive, serving

HEAD = "from scrapy import Request\nfrom newsarchive import NewsSpider\n\nclass Own(NewsSpider):\n"  # four lines
FAILING = {
    "start": "    async def start(self):\n        async for each in super().start():\n            yield each\n        1 / 0",
    "places": "    def places(self):\n        1 / 0",
    "discover": "    def discover(self, place, page=1):\n        1 / 0",
    "reading": "    def read(self, body, url, place, content_type):\n        1 / 0",
    "wanted": "    def wanted(self, links):\n        1 / 0",
    "follow": "    def follow_place(self, told, place, page, *, brought):\n        1 / 0",
    "fetch": "    def fetch(self, url, link):\n        1 / 0",
    "keep": "    def keep(self, response):\n        1 / 0",
    "kept": "    def keep(self, response):\n        yield from super().keep(response)\n        1 / 0",
    "own": "    def keep(self, response):\n        yield from super().keep(response)\n"
    "        yield Request(response.url + '?2', self.more)\n    def more(self, response):\n        1 / 0",
    "miss": "    def miss(self, failure):\n        1 / 0",
    "missplace": "    def miss_place(self, failure):\n        1 / 0",
    "closed": "    def closed(self, reason):\n        1 / 0",
}
OF_NO_USE = {
    "nowhere": "    def places(self):\n        return None",
    "none": "    def read(self, body, url, place, content_type):\n        return None",
    "items": "    def keep(self, response):\n        yield {'title': 'Ferry'}",
}
NOT_BEGUN = {
    "init": "    def __init__(self, *args, **kwargs):\n        1 / 0",
    "made": "    @classmethod\n    def from_crawler(cls, crawler, *args, **kwargs):\n"
    "        super().from_crawler(crawler, *args, **kwargs)\n        1 / 0",
    "settings": "    @classmethod\n    def update_settings(cls, settings):\n        1 / 0",
    "syntax": "    def places(self:\n        pass",
}
ALL = {**FAILING, **OF_NO_USE, **NOT_BEGUN, "good": "    pass"}
TEXT = "".join(f"<p>The ferry sailed at {hour} o'clock, as it did before the strike.</p>" for hour in range(5))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        address = urlsplit(self.path)
        body = f"<title>Ferry</title><h1>The ferry sails again</h1>{TEXT}"
        if address.path == "/list":
            body = '<a href="/2026/101.html">The ferry sails again today</a>'
        if (address.hostname, address.path) in {("miss.test", "/2026/101.html"), ("missplace.test", "/list")}:
            return  # without an answer
        self.send_response(404 if address.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Crawled:
    """What a crawl of all these sites came to."""

    status: int
    said: str
    runs: dict[str, SiteRun]
    articles: dict[str, int]


@contextmanager
def _archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder / "a.db", read_only=True) as archive:
        yield archive


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    folder = tmp_path_factory.mktemp("sites")
    for key, method in ALL.items():
        place = f'[[discover]]\nkind = "list"\nurl = "http://{key}.test/list"\n'
        (folder / f"{key}.toml").write_text(f'start = "http://{key}.test/"\nprivate = true\ndelay = 0\n{place}')
        (folder / f"{key}.py").write_text(f"{HEAD}{method}\n")
    with serving(_Handler) as port:
        done = newsarchive(folder, port, "crawl")
    with _archive(folder) as archive:
        runs = {run.site: run for run in archive.runs.of_every_site()}
        return Crawled(done.returncode, done.stderr, runs, dict(archive.counts("site")))


def test_no_traceback_is_shown(crawled: Crawled) -> None:
    assert "Traceback" not in crawled.said
    assert crawled.status == 1


def test_the_other_sites_are_crawled(crawled: Crawled) -> None:
    assert crawled.runs["good"].state == "ok"
    assert crawled.articles["good"] == 1


@pytest.mark.parametrize("key", FAILING)
def test_a_method_that_fails_is_told_once_with_its_line_and_counted(crawled: Crawled, key: str) -> None:
    line = HEAD.count("\n") + FAILING[key][: FAILING[key].index("1 / 0")].count("\n") + 1
    told = re.findall(rf"The Python file \S+/{key}\.py .*", crawled.said)
    assert [each.partition(f"{key}.py ")[2] for each in told] == [
        f"fails in line {line}: ZeroDivisionError: division by zero."
    ]
    assert crawled.runs[key].state == DEGRADED
    assert crawled.runs[key].reasons[f"the site's Python file fails in line {line}"] == 1


@pytest.mark.parametrize("key", OF_NO_USE)
def test_what_is_of_no_use_is_told_and_counted(crawled: Crawled, key: str) -> None:
    [told] = re.findall(rf"The Python file \S+/{key}\.py returns what is of no use: (.*)", crawled.said)
    assert told.startswith(
        {"nowhere": "TypeError: 'NoneType'", "none": "TypeError: read() must", "items": "AttributeError: 'dict'"}[key]
    )
    assert crawled.runs[key].state == DEGRADED
    assert crawled.runs[key].reasons["the site's Python file returns what is of no use"] == 1


@pytest.mark.parametrize("key", NOT_BEGUN)
def test_a_spider_that_cannot_be_made_is_told_and_its_site_is_broken(crawled: Crawled, key: str) -> None:
    assert len(re.findall(rf"The Python file \S+/{key}\.py fails in line \d+: \w+Error: ", crawled.said)) == 1
    assert crawled.runs[key].state == BROKEN
    assert crawled.runs[key].reasons == {"the crawl of the site cannot begin": 1}


@pytest.mark.parametrize("key", ["start", "follow", "keep", "kept", "own", "items", "closed"])
def test_no_capture_is_lost(crawled: Crawled, key: str) -> None:
    assert crawled.articles[key] == 1


def test_a_backfill_says_so_too_by_its_status(tmp_path: Path) -> None:
    place = '[[discover]]\nkind = "list"\nurl = "http://kept.test/list"\n'
    (tmp_path / "kept.toml").write_text(f'start = "http://kept.test/"\nprivate = true\ndelay = 0\n{place}')
    days = ["--from", "2026-01-01", "--to", "2026-01-31"]
    statuses = []
    with serving(_Handler) as port:
        for method in ("    pass", "    def closed(self, reason):\n        1 / 0"):
            (tmp_path / "kept.py").write_text(f"{HEAD}{method}\n")
            newsarchive(tmp_path, port, "crawl", "http://kept.test/2026/01/15/101.html")
            done = newsarchive(tmp_path, port, "backfill", "kept", *days)
            statuses.append((done.returncode, "the site's Python file fails" in done.stderr))
    assert statuses == [(0, False), (1, True)]
