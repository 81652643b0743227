"""The loopback server of the newsroom: virtual hosts, conditional requests, and a log of what was asked.

It answers as a proxy too (``GET http://www.harbour.test/…``), so that a crawl reaches the sites under their own
names on any free port: the addresses in an archive stay the same from one run to the next.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
import threading
import time
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from newsarchive.newsroom import chengzhou, dayuan, harbour, talbote
from newsarchive.newsroom.drafts import Page, read_drafts

_SITES = {"dayuan": dayuan, "chengzhou": chengzhou, "harbour": harbour, "talbote": talbote}
_CONNECTIONS = 64
_IDLE_SECONDS = 5


def site_folder() -> Path:
    """Return the folder that holds the site files of the newsroom."""
    return Path(__file__).parent / "sites"


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request as answered: ``at`` is in seconds of the monotonic clock."""

    at: float
    host: str
    path: str
    status: int
    user_agent: str = ""


class NewsroomServer:
    """Serve the four sites on 127.0.0.1 while the context is open.

    ``day`` is 1 or 2: on the second day some articles have been corrected and some are added; it may be set while
    the server runs. A client reaches the sites by using ``base_url`` as its HTTP proxy, or by sending the site's
    name as ``Host``.
    """

    sites = tuple(_SITES)

    def __init__(self, day: int = 1) -> None:
        self.day = day
        self.request_log: list[LoggedRequest] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.newsroom = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="newsroom", daemon=True)

    @property
    def base_url(self) -> str:
        """The server's own address, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def page(self, host: str, path: str) -> Page | None:
        """Return what the site of that host has at that path on the current day."""
        return _pages(host, self.day).get(path)


def address(site: str) -> str:
    """Return the address of a site, without a slash at the end."""
    return f"http://www.{site}.test"


@cache
def _pages(host: str, day: int) -> dict[str, Page]:
    site = next((name for name in _SITES if address(name) == f"http://{host}"), None)
    return _SITES[site].pages(read_drafts(site, day), address(site)) if site else _door()


def _door() -> dict[str, Page]:
    links = "".join(f'<li><a href="{address(name)}/">{address(name)}</a></li>' for name in _SITES)
    return {"/": Page(f"<!doctype html><title>Newsroom</title><h1>Newsroom</h1><ul>{links}</ul>".encode())}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = _CONNECTIONS
    newsroom: NewsroomServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a reader who hung up; http.server would print where."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    server: _Server

    def do_GET(self) -> None:  # http.server calls it by this name
        address = urlsplit(self.path)
        host = address.hostname or self.headers.get("Host", "").split(":")[0]
        target = f"{address.path}?{address.query}" if address.query else address.path
        newsroom = self.server.newsroom
        page = newsroom.page(host, target) or newsroom.page(host, address.path) or _missing(newsroom, host)
        tag = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"'
        status = 304 if page.status == 200 and self.headers.get("If-None-Match") == tag else page.status
        agent = self.headers.get("User-Agent", "")
        newsroom.request_log.append(LoggedRequest(time.monotonic(), host, target, status, agent))
        self._answer(page, status, tag)

    do_HEAD = do_GET  # noqa: N815

    def _answer(self, page: Page, status: int, tag: str) -> None:
        zipped = status != 304 and "gzip" in self.headers.get("Accept-Encoding", "")
        body = b"" if status == 304 else gzip.compress(page.body, mtime=0) if zipped else page.body
        self.send_response(status)
        encoding = [("Content-Encoding", "gzip")] if zipped else []
        for name, value in [("Content-Type", page.content_type), ("ETag", tag), *page.headers, *encoding]:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the request log remembers."""


def _missing(newsroom: NewsroomServer, host: str) -> Page:
    page = newsroom.page(host, "/404.html")
    return Page(page.body, page.content_type, 404) if page else Page(b"<title>404</title><p>Not found.</p>", status=404)
