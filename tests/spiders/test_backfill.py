"""Backfills of a site of 5,000 articles over three years, told of in different ways."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

import pytest

from newsarchive.archive import Archive
from newsarchive.discovery.dated import Days, may_hold
from newsarchive.sites import Discover, Site
from newsarchive.spiders.backfill import Backfill
from tests.forked import run
from tests.spiders.small_site import Answering

FIRST = date(2018, 1, 1)
ARTICLES = 5000  # 420 of them in the three months
ON_A_PAGE = 25
MONTHS = ("2019-03", "2019-04", "2019-05")
TEXT = "The council of the town met again on the bridge and spoke of the water, the road and the price of bread. "


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number * 1095 // ARTICLES)


def path_of(number: int) -> str:
    return f"/city/{100_000 + number}.html"


def article(number: int) -> str:
    day = day_of(number)
    paragraphs = "".join(f"<p>Report {number}, part {part}. {TEXT * 3}</p>" for part in range(3))
    return f"""<html><head><title>Report {number}</title><meta property="article:published_time" content="{day}T08:00:00Z">
        </head><body><h1>Report {number}</h1><div>{paragraphs}</div></body></html>"""


def dated_list(page: int) -> str:
    newest = ARTICLES - 1 - (page - 1) * ON_A_PAGE
    numbers = range(newest, max(newest - ON_A_PAGE, -1), -1)
    rows = "".join(f'<li><a href="{path_of(n)}">Report {n} of the town</a> {day_of(n)}</li>' for n in numbers)
    more = f'<a class="next" href="/list_{page + 1}.html">next</a>' if newest - ON_A_PAGE >= 0 else ""
    return f"<html><title>List</title><ul>{rows}</ul>{more}</html>"


def api(page: int) -> str:
    newest = ARTICLES - 1 - (page - 1) * ON_A_PAGE
    numbers = range(newest, max(newest - ON_A_PAGE, -1), -1)
    items = [{"url": f"http://127.0.0.1:PORT{path_of(n)}", "at": f"{day_of(n)}T08:00:00+00:00"} for n in numbers]
    return json.dumps({"items": items, "more": newest >= ON_A_PAGE})


def sitemap_index() -> str:
    months = sorted({f"{day_of(number):%Y-%m}" for number in range(ARTICLES)})
    rows = "".join(f"<sitemap><loc>http://127.0.0.1:PORT/sitemap-{month}.xml</loc></sitemap>" for month in months)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'


def sitemap(month: str) -> str:
    numbers = (number for number in range(ARTICLES) if f"{day_of(number):%Y-%m}" == month)
    rows = "".join(f"<url><loc>http://127.0.0.1:PORT{path_of(number)}</loc></url>" for number in numbers)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


def month_page(month: str) -> str:
    numbers = [number for number in range(ARTICLES) if f"{day_of(number):%Y-%m}" == month]
    rows = "".join(f'<li><a href="{path_of(number)}">Report {number} of the town</a></li>' for number in numbers)
    return f"<html><title>{month}</title><ul>{rows}</ul></html>"


def captures(first: str, last: str) -> str:
    numbers = [number for number in range(ARTICLES) if first <= f"{day_of(number):%Y%m%d}" <= last]
    names = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
    rows = [
        ["key", f"{day_of(n):%Y%m%d}080000", f"http://127.0.0.1:PORT{path_of(n)}", "text/html", "200", "X", "9"]
        for n in numbers
    ]
    return json.dumps([names, *rows])


def answer(path: str, told_by: str) -> str | None:
    if path.startswith("/city/"):
        return article(int(path[6:12]) - 100_000)
    if path == "/" and told_by == "archive":
        return '<html><title>Town</title><a href="/archive/2020/11/">November</a><a href="/archive/2020/12/">December</a></html>'
    if path.startswith("/list_") and told_by == "list":
        return dated_list(int(path[6:-5])) if int(path[6:-5]) <= ARTICLES / ON_A_PAGE else None
    if path.startswith("/down"):
        page = ARTICLES // ON_A_PAGE + 1 - int(path[6:-5]) if path != "/down.html" else 1
        older = f'<a class="next" href="/down_{ARTICLES // ON_A_PAGE - page}.html">下一页</a>'
        return dated_list(page).partition('<a class="next"')[0] + (older if page < ARTICLES // ON_A_PAGE else "")
    if path.startswith("/api?page="):
        return api(int(path[10:]))
    if path == "/sitemap.xml" and told_by == "sitemap":
        return sitemap_index()
    if path.startswith("/sitemap-"):
        return sitemap(path[9:16])
    if path.startswith("/cdx?"):
        query = parse_qs(urlsplit(path).query)
        return captures(query["from"][0], query["to"][0])
    if path.startswith("/archive/"):
        return month_page(path[9:16].replace("/", "-"))
    return None


class Handler(Answering):
    def respond(self) -> None:
        self.server.asked.append(self.path)
        found = answer(self.path, self.server.told_by)
        body = (found or "").replace("PORT", str(self.server.server_port)).encode()
        etag = f'"{crc32(body)}"'
        if found and self.headers["If-None-Match"] == etag:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200 if found else 404)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "text/xml" if "sitemap" in self.path else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(told_by: str) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.told_by, server.asked = told_by, []
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


PLACES = {
    "list": '[[discover]]\nkind = "list"\nurl = "http://127.0.0.1:{port}/list_1.html"',
    "list that counts down": '[[discover]]\nkind = "list"\nurl = "http://127.0.0.1:{port}/down.html"',
    "api": '[[discover]]\nkind = "list"\nurl = "http://127.0.0.1:{port}/api?page=1"',
    "sitemap": '[[discover]]\nkind = "sitemap"\nurl = "http://127.0.0.1:{port}/sitemap.xml"',
    "archive": "",
    "cdx": 'cdx = "http://127.0.0.1:{port}/cdx"',
}
API = """
import json
from datetime import datetime

from newsarchive import Discover, Link, NewsSpider, Told


class TownSpider(NewsSpider):
    def read(self, body: bytes, url: str, place: Discover, content_type: str) -> Told:
        if place.kind != "list":
            return super().read(body, url, place, content_type)
        data = json.loads(body)
        links = [Link(i["url"], url, place.kind, published=datetime.fromisoformat(i["at"])) for i in data["items"]]
        head, _, number = place.url.rpartition("=")
        return Told(tuple(links), next_page=f"{head}={int(number) + 1}" if data["more"] else None)
"""


@pytest.mark.parametrize("told_by", PLACES)
def test_a_range_is_fetched_whole_and_little_else(tmp_path: Path, told_by: str) -> None:
    with serve(told_by) as server:
        port = server.server_port
        head = f'start = "http://127.0.0.1:{port}/"\ndomains = ["127.0.0.1:{port}"]\nprivate = true\ndelay = 0\n'
        (tmp_path / "town.toml").write_text(head + PLACES[told_by].format(port=port), encoding="utf-8")
        if told_by == "api":
            (tmp_path / "town.py").write_text(API, encoding="utf-8")
        command = "newsarchive backfill town --from 2019-03-01 --to 2019-05-31 --format csv --db a.db".split()
        done = run(command, {"NEWSARCHIVE_SITES": str(tmp_path), "no_proxy": "*"}, tmp_path)
        asked: list[str] = server.asked
    wanted = {path_of(number) for number in range(ARTICLES) if f"{day_of(number):%Y-%m}" in MONTHS}
    assert done.returncode == 0, done.stderr
    assert wanted <= set(asked)
    assert len([path for path in asked if path not in wanted]) < len(asked) / 4
    again = Counter(path for path in asked if path != "/robots.txt") - Counter(set(asked))
    assert sum(again.values()) <= 3  # pages of the list that were read before the one above them
    assert not wanted & set(again)
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == ["month", *MONTHS]
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        months = archive.coverage("town", date(2019, 3, 1), date(2019, 5, 31))
    assert sum(month.articles for month in months) == len(wanted)


def test_days_of_a_sitemap_count_although_nobody_names_a_zone() -> None:
    body = b"<urlset><url><loc>http://town.test/a/3474.html</loc><lastmod>2019-03-01</lastmod></url></urlset>"
    spider = SimpleNamespace(
        site=Site(key="town", name="Town", start="http://town.test/"),
        now=lambda: datetime(2026, 3, 1, tzinfo=UTC),
        assumed_timezone=Backfill.assumed_timezone,
    )
    place = Discover(kind="sitemap", url="http://town.test/sitemap.xml")
    told = Backfill.read(spider, body, place.url, place, "text/xml")  # it needs no more
    (link,) = told.links
    assert may_hold(link, Days(date(2019, 1, 1), date(2019, 3, 1)))
    assert not may_hold(link, Days(date(2019, 3, 2), date(2019, 4, 1)))
