"""A small site on loopback, and a crawl of a site file by a process of its own that meets it behind every host name."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from tests.forked import run


class Answering(BaseHTTPRequestHandler):
    """Answers in one call, and prints nothing."""

    def do_GET(self) -> None:
        self.respond()

    def respond(self) -> None:
        raise NotImplementedError

    def answer(self, status: int, text: str | bytes = "", **headers: str) -> None:
        """Send a page, with headers whose names have _ for -."""
        body = text.encode() if isinstance(text, str) else text
        usual = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        self.send_response(status)
        for name, value in (usual | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    """Answer requests in threads; yield the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def small_site(pages: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    """Serve pages by path, and 404 for others; yield the port and the paths with queries asked so far."""
    asked: list[str] = []

    class Handler(Answering):
        def respond(self) -> None:
            path = urlsplit(self.path)._replace(scheme="", netloc="").geturl()  # a proxy gets the whole address
            asked.append(path)
            body = pages.get(path, "").encode()
            self.answer(200 if body else 404, body)

    with serving(Handler) as port:
        yield port, asked


def crawl(folder: Path, port: int, *what: str) -> None:
    """Crawl the site ``town`` of the folder's files, or what else, into its ``a.db``, with the port for every host."""
    newsarchive(folder, port, "crawl", *(what or ["town"]))


def newsarchive(folder: Path, port: int, *words: str, now: datetime | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command on the folder's site files and its ``a.db``, with the port for every host."""
    clock = {"NEWSARCHIVE_NOW": now.isoformat()} if now else {}
    return run(["newsarchive", *words, "--db", str(folder / "a.db")], environment(folder, port) | clock, folder)


def environment(folder: Path, port: int) -> dict[str, str]:
    """Return what lets a command know the folder's site files, with the port for every host."""
    return {
        **os.environ,
        "http_proxy": f"http://127.0.0.1:{port}",
        "no_proxy": "",
        "NEWSARCHIVE_SITES": str(folder),
    }
