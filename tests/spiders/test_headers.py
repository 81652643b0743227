"""What a site's file has sent with every request to it, and to nobody else."""

import json
import sqlite3
from pathlib import Path
from typing import ClassVar

import pytest
from click.testing import CliRunner

from newsarchive.archive import Archive
from newsarchive.cli import main
from newsarchive.cli._fetch import fetch
from tests.spiders.small_site import Answering, crawl, serving

SITE = """
start = "http://www.town.test/"
private = true
delay = 0
articles = '/2026/'
headers = { Cookie = "consent=1" }
"""
WALL = "<title>Before you continue</title><h1>Before you continue</h1><p>We and our partners use cookies.</p>"
TEXT = "".join(f"<p>The ferry sailed at {hour} o'clock, as before the strike of its crew.</p>" for hour in range(5))
PAGES = {
    "/": '<title>Town</title><h2><a href="/2026/ferry-sails-again.html">The ferry sails again</a></h2>',
    "/2026/ferry-sails-again.html": f"<title>Ferry</title><h1>The ferry sails again</h1>{TEXT}",
}


class Walled(Answering):
    told: ClassVar[list[tuple[str, str | None]]] = []

    def respond(self) -> None:
        host = self.headers["Host"]
        path = self.path.removeprefix(f"http://{host}")
        self.told.append((host, self.headers["Cookie"]))
        body = PAGES.get(path, "") if self.headers["Cookie"] == "consent=1" else WALL
        leads = {"/away": "http://www.other.test/", "/on": "http://www.town.test/2026/ferry-sails-again.html"}
        if path in leads:
            self.answer(302, Location=leads[path])
        else:
            self.answer(200 if body else 404, body)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Walled.told.clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("no_proxy", raising=False)
    return tmp_path


def test_a_crawl_sends_the_sites_cookie_and_the_archive_does_not_keep_it_among_its_settings(place: Path) -> None:
    (place / "town.toml").write_text(SITE)
    with serving(Walled) as port:
        crawl(place, port)
    assert {cookie for _, cookie in Walled.told} == {"consent=1"}
    with Archive(place / "a.db", read_only=True) as archive:
        assert dict(archive.counts("site")) == {"town": 1}
    with sqlite3.connect(place / "a.db") as connection:
        [(settings,)] = connection.execute("select settings from sites where name = 'town'").fetchall()
    assert {"headers", "python"}.isdisjoint(json.loads(settings))


def test_commands_that_look_at_one_page_send_it_to_that_site_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "sites").mkdir()
    (place / "sites/town.toml").write_text(SITE)
    with serving(Walled) as port:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        assert b"The ferry sails again" in fetch("http://www.town.test/on").body
        fetch("http://www.town.test/away")
    assert Walled.told[-1] == ("www.other.test", None)


def test_who_adds_a_site_that_asks_for_consent_is_told_what_to_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Walled) as port:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        added = CliRunner().invoke(main, ["site", "add", "http://www.town.test/2026/ferry-sails-again.html"])
    assert added.exit_code == 1
    assert 'Write sites/town.toml with start = "http://www.town.test/" and the cookie' in added.stderr
