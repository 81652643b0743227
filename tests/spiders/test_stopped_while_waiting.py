"""A crawl that waits for a host when it is to end: it does not wait any longer, and shows no traceback."""

import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import pytest

from tests.forked import Forked, start
from tests.spiders.small_site import environment, newsarchive, serving

LIST = '[[discover]]\nkind = "list"\nurl = "http://town.test/list"\n'


class Town(BaseHTTPRequestHandler):
    """A site whose robots.txt wants a minute's rest while it ``rests``, and whose list never ends while it is ``mute``."""

    asked: list[str]
    rests = mute = False
    over: Event

    def do_GET(self) -> None:
        path = self.path.removeprefix("http://town.test")
        self.asked.append(path)
        if self.mute and path == "/list":
            self.over.wait(60)
        self.send_response(429 if self.rests else 404 if path == "/robots.txt" else 200)
        self.send_header("Retry-After", "60")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def town() -> Iterator[type[Town]]:
    Town.asked, Town.over, Town.rests, Town.mute = [], Event(), False, False
    yield Town
    Town.over.set()


def crawling(folder: Path, port: int, town: type[Town], path: str) -> Forked:
    """Return a crawl that has asked for the path."""
    (folder / "town.toml").write_text(f'start = "http://town.test/"\nprivate = true\ndelay = 0\n{LIST}')
    words = ["newsarchive", "crawl", "--db", str(folder / "a.db"), "--log-level", "info"]
    process = start(words, environment(folder, port), folder)
    deadline = time.monotonic() + 60
    while path not in town.asked and time.monotonic() < deadline:
        time.sleep(0.01)
    return process


def test_it_does_not_wait_for_the_end_of_a_rest_before_robots_txt(tmp_path: Path, town: type[Town]) -> None:
    town.rests = True
    with serving(town) as port:
        process = crawling(tmp_path, port, town, "/robots.txt")
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=40)
        town.rests = False
        newsarchive(tmp_path, port, "run", now=datetime.now(UTC) + timedelta(minutes=5))
    assert "Traceback" not in told
    assert "Spider closed (shutdown)" in told
    assert "/list" in town.asked


def test_a_second_signal_ends_it_at_once_with_a_sentence(tmp_path: Path, town: type[Town]) -> None:
    town.mute = True
    with serving(town) as port:
        process = crawling(tmp_path, port, town, "/list")
        process.send_signal(signal.SIGTERM)
        time.sleep(1)  # the first one has to be heard by itself
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=40)
        town.over.set()
    assert "Traceback" not in told
    assert told.endswith("Error: The crawl was ended at once; the next one goes on with what is left.\n")
    assert process.returncode == 1
