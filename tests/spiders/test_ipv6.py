"""A host that has an address of the sixth version only is asked, and one of this machine only if its file says so."""

import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from newsarchive.archive import Archive
from tests.forked import run

TEXT = "<p>The ferry sailed at nine o'clock, as it did before the strike.</p>"
PAGES = {
    "/list": '<a href="/2026/101.html">The ferry sails again today</a>',
    "/2026/101.html": f"<title>Ferry</title><h1>The ferry sails again</h1>{TEXT * 5}",
}


class Town(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        body = PAGES.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    address_family = socket.AF_INET6


@pytest.mark.skipif(not Path("/proc/net/if_inet6").exists(), reason="this machine has no IPv6")
@pytest.mark.parametrize(("private", "articles"), [("true", {"town": 1}), ("false", {})])
def test_it_is_crawled(tmp_path: Path, private: str, articles: dict[str, int]) -> None:
    Town.asked = []
    with Server(("::1", 0), Town) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        home = f"http://[::1]:{server.server_port}/"
        place = f'[[discover]]\nkind = "list"\nurl = "{home}list"\n'
        (tmp_path / "town.toml").write_text(f'start = "{home}"\nprivate = {private}\ndelay = 0\n{place}')
        known = {"no_proxy": "*", "NEWSARCHIVE_SITES": str(tmp_path), "NEWSARCHIVE_CONTACT": "archive@example.test"}
        run(["newsarchive", "crawl", "town", "--db", str(tmp_path / "a.db")], {**os.environ, **known}, tmp_path)
        server.shutdown()
    assert bool(Town.asked) == bool(articles)
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert dict(archive.counts("site")) == articles
