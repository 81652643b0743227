"""A spider of a site's own, in the Python file beside its TOML file."""

import json
from pathlib import Path

from newsarchive.archive import Archive
from tests.spiders.small_site import crawl, newsarchive, small_site

SITE = """
start = "http://www.town.test/"
private = true
delay = 0

[[discover]]
kind = "list"
url = "http://www.town.test/api/list#1"
"""
SPIDER = """
import json

from newsarchive import Link, NewsSpider, Told


class TownSpider(NewsSpider):
    def discover(self, place, page=1):
        request = super().discover(place, page)
        return request.replace(url=f"http://www.town.test/api/list?page={page}")

    def read(self, body, url, place, content_type):
        data = json.loads(body)
        links = [Link(f"http://www.town.test/2026/{number}.html", url, place.kind) for number in data["numbers"]]
        number = int(place.url.partition("#")[2])
        return Told(tuple(links), next_page=f"http://www.town.test/api/list#{number + 1}" if data["more"] else None)
"""


def article(number: int) -> str:
    text = "".join(f"<p>The ferry {number} sailed at {hour} o'clock, as before the strike.</p>" for hour in range(5))
    return f"<title>Ferry {number}</title><h1>Ferry {number} sails again</h1>{text}"


def test_a_list_that_is_no_page_is_read_by_a_spider_of_the_sites_own(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE)
    (tmp_path / "town.py").write_text(SPIDER)
    pages = {f"/2026/{number}.html": article(number) for number in (101, 102, 103)}
    pages["/api/list?page=1"] = json.dumps({"numbers": [101, 102], "more": True})
    pages["/api/list?page=2"] = json.dumps({"numbers": [103], "more": False})
    with small_site(pages) as (port, asked):
        crawl(tmp_path, port)
    assert [path for path in asked if path.startswith("/api")] == ["/api/list?page=1", "/api/list?page=2"]
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert dict(archive.counts("site")) == {"town": 3}


def test_what_fails_in_a_sites_python_file_is_told_in_a_sentence_and_the_crawl_goes_on(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE)
    loader = "\nfrom newsarchive import ArticleLoader\nclass L(ArticleLoader):\n    def add_own(self, page):\n        1 / 0\n"
    (tmp_path / "town.py").write_text(SPIDER + loader)
    pages = {"/2026/101.html": article(101), "/api/list?page=1": json.dumps({"numbers": [101], "more": True})}
    pages["/api/list?page=2"] = json.dumps({"renamed": []})
    with small_site(pages) as (port, asked):
        done = newsarchive(tmp_path, port, "crawl", "town")
    assert "Traceback" not in done.stderr
    said = [line.partition("The Python file ")[2] for line in done.stderr.splitlines() if "The Python file " in line]
    assert [line.partition("/town.py ")[2] for line in said] == [
        "fails in line 14: KeyError: 'numbers'.",
        "fails in line 21: ZeroDivisionError: division by zero.",
    ]
    assert "/2026/101.html" in asked
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        [capture] = archive.captures(url="http://www.town.test/2026/101.html")
        assert "town.py fails in line 21" in (capture.reason or "")


def test_a_spider_of_the_sites_own_that_cannot_even_begin_is_told_and_counted(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE)
    begins = "from newsarchive import NewsSpider\n\nclass S(NewsSpider):\n    def places(self):\n        return self.pages_of_today()\n"
    (tmp_path / "town.py").write_text(begins)
    with small_site({}) as (port, asked):
        done = newsarchive(tmp_path, port, "crawl", "town")
    assert "fails in line 5: AttributeError: " in done.stderr
    assert "Traceback" not in done.stderr
    assert "1 the site's Python file fails" in done.stdout
    assert not [path for path in asked if path != "/robots.txt"]
