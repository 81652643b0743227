import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from newsarchive.discovery import cdx
from newsarchive.discovery.dated import Days
from newsarchive.discovery.found import Unreadable

SERVER = "https://archive.example.test/cdx/search/cdx"
PAGE = "https://news.example.test/2019/03/14/bridge.html"
NAMES = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


def row(url: str, *, mime: str = "text/html", status: str = "200") -> list[str]:
    return ["test,example,news)/", "20190314080000", url, mime, status, "QVM5", "4120"]


def read(body: str) -> list[str]:
    return [link.url for link in cdx.read(body.encode(), SERVER)]


def test_the_index_is_asked_month_by_month_and_for_what_was_captured_soon_after() -> None:
    days = Days(date(2018, 12, 3), date(2019, 1, 20))
    asked = [parse_qs(urlsplit(url).query) for url in cdx.queries(SERVER, ["news.example.test/city"], days)]
    ranges = [(query["from"][0], query["to"][0]) for query in asked]
    assert ranges == [("20181203", "20181231"), ("20190101", "20190127")]
    assert asked[0]["url"] == ["news.example.test"]
    assert asked[0]["matchType"] == ["domain"]
    assert asked[0]["output"] == ["json"]


def test_pages_are_taken_once_and_neither_pictures_nor_errors() -> None:
    rows = [
        row(PAGE),
        row(PAGE),
        row("https://news.example.test/photo", mime="image/jpeg"),
        row("https://news.example.test/lost", status="404"),
        row("https://news.example.test/same", mime="warc/revisit", status="-"),
        row("javascript:alert(1)"),
    ]
    assert read(json.dumps([NAMES, *rows])) == [PAGE, "https://news.example.test/same"]


def test_an_index_of_an_object_on_each_line_says_the_same() -> None:
    known = {"urlkey": "k", "timestamp": "20190314080000", "url": PAGE, "mime": "text/html", "status": "200"}
    picture = {**known, "url": "https://news.example.test/a.jpg", "mime": "image/jpeg"}
    assert read("\n".join(map(json.dumps, (known, picture)))) == [PAGE]


def test_the_first_capture_of_a_page_is_the_one_to_look_at() -> None:
    later = row(PAGE)
    later[1] = "20190320080000"
    (link,) = cdx.read(json.dumps([NAMES, row(PAGE), later]).encode(), SERVER)
    assert link.captured == datetime(2019, 3, 14, 8, tzinfo=UTC)


@pytest.mark.parametrize("body", ["", "[]", json.dumps([NAMES])])
def test_nothing_captured_is_no_error(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize("body", ["<html>Too many requests</html>", '["a", 1]', json.dumps([NAMES, ["short"]]), "7"])
def test_anything_else_is_told(body: str) -> None:
    with pytest.raises(Unreadable, match="no index of captures"):
        read(body)
