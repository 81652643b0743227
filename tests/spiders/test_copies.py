"""Backfills of a town's site that has lost pages, with a web archive that has copies of some of them."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Capture
from tests.spiders.small_site import Answering, newsarchive, serving

SITE = "http://town.test"
KEPT, LOST, MOVED, NOWHERE, DAMAGED = (f"/2019/03/0{day}/report-{day}.html" for day in range(1, 6))
SECOND = "/2019/03/02/report-2_2.html"
CAPTURED = datetime(2019, 3, 9, 10, 30, tzinfo=UTC)
STAMP = f"{CAPTURED:%Y%m%d%H%M%S}"
TEXT = "The council of the town met again on the bridge and spoke of the water, the road and the price of bread. "
COPIED = re.compile(r"/web/(\d{14})id_/http://town\.test(/.*)")
RANGE = ("--from", "2019-03-01", "--to", "2019-03-31")


def article(path: str, more: str = "") -> str:
    paragraphs = "".join(f"<p>{path}, part {part}. {TEXT * 3}</p>" for part in range(3))
    return f"<html><title>Report</title><h1>Report of {path}</h1><div>{paragraphs}{more}</div></html>"


def index() -> str:
    names = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
    pages = (KEPT, LOST, MOVED, NOWHERE, DAMAGED)
    return json.dumps([names, *([path, STAMP, SITE + path, "text/html", "200", "X", "9"] for path in pages)])


class Town(Answering):
    """The site has one of five articles, the web archive two others, of which one is of another moment."""

    asked: list[str]

    def respond(self) -> None:
        parts = urlsplit(self.path)
        self.asked.append(f"{parts.hostname}{parts.path}")
        if parts.hostname == "wayback.test":
            self.web_archive(parts.path)
        elif parts.path == MOVED:
            self.answer(302, "", Location=f"{SITE}/")
        elif parts.path in {KEPT, "/"}:
            self.answer(200, article(parts.path) if parts.path == KEPT else "<h1>Town</h1>")
        else:
            self.answer(404, "<h1>Gone</h1>")

    def web_archive(self, path: str) -> None:
        copied = COPIED.search(path)
        memento = {"Memento-Datetime": format_datetime(CAPTURED, usegmt=True)}
        if path.startswith("/cdx"):
            self.answer(200, index())
        elif copied and copied[2] == MOVED and copied[1] == STAMP:
            self.answer(302, "", Location=f"http://wayback.test/web/20190310000000id_/{SITE}{MOVED}")
        elif copied and copied[2] in {LOST, SECOND, MOVED}:
            more = f'<div class="page"><b>1</b> <a href="{SECOND}">2</a></div>' if copied[2] == LOST else ""
            self.answer(200, article(copied[2], more), **memento)
        elif copied and copied[2] == DAMAGED:
            self.answer(500, "<h1>Try later</h1>")
        else:
            self.answer(404, "<h1>No copy</h1>")


@contextmanager
def town(folder: Path) -> Iterator[tuple[int, list[str]]]:
    web_archive = 'cdx = "http://wayback.test/cdx"\nreplay = "http://wayback.test/web"'
    (folder / "town.toml").write_text(
        f'start = "{SITE}/"\nprivate = true\ndelay = 0\n{web_archive}\n', encoding="utf-8"
    )
    handler = type("Handler", (Town,), {"asked": []})
    with serving(handler) as port:
        yield port, handler.asked


def captured(folder: Path) -> dict[str, list[Capture]]:
    found: dict[str, list[Capture]] = {}
    with Archive(folder / "a.db", read_only=True) as archive:
        for capture in archive.captures():
            found.setdefault(urlsplit(capture.url).path, []).append(capture)
    return found


def test_what_the_site_has_lost_comes_from_the_web_archive_with_the_day_of_its_copy(tmp_path: Path) -> None:
    with town(tmp_path) as (port, asked):
        newsarchive(tmp_path, port, "backfill", "town", *RANGE)
    assert not any("wayback.test/web" in address and KEPT in address for address in asked)
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        rows = archive.connection.execute("select url, body from articles order by url").fetchall()
    assert [row[0] for row in rows] == [SITE + path for path in (KEPT, LOST, MOVED)]
    assert f"{SECOND}, part 2" in rows[1][1]
    found = captured(tmp_path)
    gone, copy = sorted(found[LOST], key=lambda capture: capture.status, reverse=True)
    assert (gone.status, copy.status, copy.fetched_at) == (404, 200, CAPTURED)
    assert copy.hints["copied_from"] == f"http://wayback.test/web/{STAMP}id_/{SITE}{LOST}"
    moved = min(found[MOVED], key=lambda capture: capture.fetched_at)
    assert moved.hints["copied_from"].startswith("http://wayback.test/web/20190310000000id_/")
    assert [capture.status for capture in found[NOWHERE]] == [404]
    assert [capture.status for capture in found[DAMAGED]] == [404]


def test_a_site_that_is_no_more_is_asked_for_nothing(tmp_path: Path) -> None:
    with town(tmp_path) as (port, asked):
        newsarchive(tmp_path, port, "backfill", "town", "--from-web-archive", *RANGE)
        assert not [address for address in asked if address.startswith("town.test")]
        first = len(asked)
        newsarchive(tmp_path, port, "backfill", "town", "--from-web-archive", *RANGE)
        again = [address for address in asked[first:] if "/web/" in address]
    assert set(captured(tmp_path)) == {LOST, SECOND, MOVED}
    assert not [address for address in again if LOST in address or MOVED in address]


def test_a_site_file_without_a_web_archive_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(f'start = "{SITE}/"\ncdx = "http://wayback.test/cdx"\n', encoding="utf-8")
    done = newsarchive(tmp_path, 1, "backfill", "town", "--from-web-archive", *RANGE)
    assert done.returncode == 2
    assert "needs both cdx and replay" in done.stderr


@pytest.mark.parametrize("words", [(), ("--from-web-archive",)])
def test_a_second_backfill_archives_nothing_twice(tmp_path: Path, words: tuple[str, ...]) -> None:
    with town(tmp_path) as (port, _):
        for _ in range(2):
            newsarchive(tmp_path, port, "backfill", "town", *words, *RANGE)
    copies = [capture for capture in captured(tmp_path)[LOST] if "copied_from" in capture.hints]
    assert len(copies) == 1


def test_a_web_archive_that_another_process_asks_is_left_alone_and_asked_the_next_time(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    with town(tmp_path) as (port, asked):
        with Archive(tmp_path / "a.db") as archive:
            assert archive.hosts.lease("wayback.test", "elsewhere:1", now, now + timedelta(hours=1))
        done = newsarchive(tmp_path, port, "backfill", "town", *RANGE)
        assert not [address for address in asked if "/web/" in address]
        assert "Another process asks http://wayback.test/web; give the command again later." in done.stderr
        with Archive(tmp_path / "a.db") as archive:
            archive.hosts.release("elsewhere:1", "wayback.test")
        newsarchive(tmp_path, port, "backfill", "town", *RANGE)
        with Archive(tmp_path / "a.db") as archive:
            assert archive.hosts.owner("wayback.test") is None
    assert any("copied_from" in capture.hints for capture in captured(tmp_path)[LOST])
