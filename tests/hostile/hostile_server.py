"""A loopback server whose sites misbehave, each in one way; it answers as a proxy, so that each has its own host."""

import gzip
import socketserver
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from socket import SO_LINGER, SOL_SOCKET
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import brotli

TEXT = "The council of {0} decided on Monday to close the old bridge for repairs. Its {0} arches date from the last century, said the mayor. "
LAST_SECONDS = 30


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    at: float
    host: str
    path: str
    headers: dict[str, str]


@dataclass
class Hostile:
    """The server while its context is open; ``log`` is the witness, ``sent`` counts body bytes by host."""

    log: list[Asked] = field(default_factory=list)
    sent: dict[str, int] = field(default_factory=dict)

    def __enter__(self) -> Self:
        handler = type("Handler", (_Handler,), {"hostile": self})
        bombs()
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def asked(self, host: str, path: str | None = None) -> list[Asked]:
        return [entry for entry in self.log if entry.host == host and path in (None, entry.path)]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64


class _Handler(socketserver.StreamRequestHandler):
    hostile: Hostile
    timeout = 5

    def handle(self) -> None:
        line = self.rfile.readline(10_000).decode("latin-1").split()
        if len(line) != 3:
            return
        headers = {}
        while (header := self.rfile.readline(10_000).decode("latin-1").strip()) != "":
            name, _, value = header.partition(":")
            headers[name.lower()] = value.strip()
        address = urlsplit(line[1])
        self.host = address.hostname or headers.get("host", "").partition(":")[0]
        self.path = address.path + (f"?{address.query}" if address.query else "")
        self.hostile.log.append(Asked(time.monotonic(), self.host, self.path, headers))
        try:
            SITES.get(self.host, ordinary)(self)
        except OSError:
            return

    def send(
        self, body: bytes | str, status: str = "200 OK", *headers: str, kind: str = "text/html; charset=utf-8"
    ) -> None:
        payload = body.encode() if isinstance(body, str) else body
        lines = [
            f"HTTP/1.1 {status}",
            f"Content-Type: {kind}",
            f"Content-Length: {len(payload)}",
            "Connection: close",
            *headers,
        ]
        self.raw("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + payload)

    def raw(self, data: bytes) -> None:
        for at in range(0, len(data), 65_536):
            self.wfile.write(data[at : at + 65_536])
            self.hostile.sent[self.host] = self.hostile.sent.get(self.host, 0) + 65_536

    def reset(self) -> None:
        """End the connection with RST."""
        self.wfile.flush()
        self.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


Answer = Callable[[_Handler], None]


def article(name: str) -> str:
    paragraphs = "".join(f"<p>{TEXT.format(f'{name}-{number}') * 2}</p>" for number in range(4))
    return f"<html><head><title>Old bridge of {name} closes for repairs</title></head><body><h1>Old bridge of {name} closes for repairs</h1>{paragraphs}</body></html>"


def front(*links: str) -> str:
    return (
        "<html><head><title>Front</title></head><body><ul>"
        + "".join(f'<li><a href="{link}">A headline of some length about {link[:9]}</a></li>' for link in links)
        + "</ul></body></html>"
    )


def ordinary(handler: _Handler) -> None:
    """What a site does where it does not misbehave: a front page, articles, no robots.txt."""
    if handler.path in {"/robots.txt", "/.well-known/tdmrep.json"}:
        handler.send("not found", "404 Not Found")
    elif handler.path == "/":
        handler.send(front("/2026/1001.html", "/2026/1002.html"))
    else:
        handler.send(article(handler.host + handler.path.partition(".")[0].replace("/", "-")))


def at(path: str, answer: Answer, links: tuple[str, ...] = ()) -> Answer:
    """Return a site that misbehaves at one path and may have other links on its front page."""

    def site(handler: _Handler) -> None:
        if handler.path == "/" and links:
            handler.send(front(*links))
        elif handler.path.partition("?")[0] == path:
            answer(handler)
        else:
            ordinary(handler)

    return site


def drip(handler: _Handler) -> None:
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(LAST_SECONDS * 5):
        handler.raw(b"<")
        handler.wfile.flush()
        time.sleep(0.2)


def reset(handler: _Handler) -> None:
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<html>")
    handler.reset()


def endless_redirect(handler: _Handler) -> None:
    step = int(urlsplit(handler.path).query or 0)
    handler.send("", "302 Found", f"Location: /2026/1001.html?{step + 1}")


@cache
def bombs() -> dict[str, bytes]:
    """Return 100 MB of nothing, packed."""
    return {
        "gzip": gzip.compress(b"<p>" + b"0" * 100_000_000, 1),
        "br": brotli.compress(b"<p>" + b"0" * 100_000_000, quality=1),
    }


def bomb(encoding: str) -> Answer:
    return lambda handler: handler.send(bombs()[encoding], "200 OK", f"Content-Encoding: {encoding}")


def endless_page(handler: _Handler) -> None:
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    for _ in range(800):
        handler.raw(b"<p>" + b"word " * 13_000)


def huge_page(handler: _Handler) -> None:
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 52428800\r\nConnection: close\r\n\r\n")
    for _ in range(800):
        handler.raw(b"word " * 13_107)


def too_long(handler: _Handler) -> None:
    """Announce more than there is."""
    body = article("long").encode()
    handler.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
        % (len(body) + 999)
        + body
    )


def bad_chunks(handler: _Handler) -> None:
    handler.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\nzz\r\ngarbage\r\n-1\r\n\r\n"
    )


def refusing(*headers: str, times: int) -> Answer:
    """Return a site that answers 429 to its first requests for articles."""
    refused: list[int] = []

    def site(handler: _Handler) -> None:
        if handler.path.startswith("/2026/") and len(refused) < times:
            refused.append(1)
            handler.send("slow down", "429 Too Many Requests", *headers)
        else:
            ordinary(handler)

    return site


def storm(handler: _Handler) -> None:
    ordinary(handler) if handler.path == "/robots.txt" else handler.send("overload", "503 Service Unavailable")


def robots(body: bytes, status: str = "200 OK") -> Answer:
    return at("/robots.txt", lambda handler: handler.send(body, status, kind="text/plain"))


def self_including(handler: _Handler) -> None:
    if handler.path == "/sitemap.xml":
        handler.send(
            "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap><sitemap><loc>/sitemap.xml#again</loc></sitemap>"
            "<sitemap><loc>/pages.xml</loc></sitemap></sitemapindex>"
        )
    elif handler.path == "/pages.xml":
        handler.send("<urlset><url><loc>/2026/1001.html</loc></url></urlset>")
    else:
        ordinary(handler)


def calendar(handler: _Handler) -> None:
    """A list that always has a next page, with nothing but other days on it."""
    if handler.path.startswith("/?page=") or handler.path == "/":
        page = int(handler.path.partition("=")[2] or 1)
        handler.send(front("/2026/1001.html") + f'<a href="/?page={page + 1}">Next</a><a href="/day/{page}">{page}</a>')
    else:
        ordinary(handler)


def sessions(handler: _Handler) -> None:
    """Links that carry another session in each answer."""
    number = len(handler.hostile.asked(handler.host))
    if handler.path in {"/", "/?page=2"}:
        links = [
            f"/2026/1001.html;jsessionid={number}A",
            f"/2026/1002.html?PHPSESSID={number}",
            f"/2026/1002.html?utm_source={number}",
        ]
        handler.send(front(*links) + '<a href="/?page=2">Next</a>')
    else:
        ordinary(handler)


def injection(handler: _Handler) -> None:
    if handler.path == "/":
        handler.send(
            front("/2026/1001.html\r\nX-Injected: 1", "/2026/1002.html%0d%0aX-Injected:%201", "/2026/1003\x1b[31m.html")
        )
    elif "1002" in handler.path:
        handler.send("", "302 Found", "Location: /2026/1004.html%0d%0aX-Injected:%201", "X-Color: \x1b[31mred\x07")
    else:
        ordinary(handler)


def to_front(handler: _Handler) -> None:
    handler.send("", "302 Found", "Location: /")


def always_the_same(handler: _Handler) -> None:
    if handler.path in {"/", "/robots.txt", "/.well-known/tdmrep.json"}:
        ordinary(handler)
    else:
        handler.send(article("everywhere"))


def away(handler: _Handler) -> None:
    handler.send("", "302 Found", "Location: http://inner.hostile.test/2026/1001.html")


def wrong_charsets(handler: _Handler) -> None:
    """Chinese in GBK that claims to be UTF-8, and in UTF-8 that claims to be Latin-1."""
    chinese = article("运城").replace("The council", "市政府").replace("old bridge", "古桥")
    if handler.path == "/2026/1001.html":
        handler.send(chinese.replace("<head>", '<head><meta charset="utf-8">').encode("gbk"))
    elif handler.path == "/2026/1002.html":
        handler.send(chinese.replace("运城", "太原"), kind="text/html; charset=iso-8859-1")
    else:
        ordinary(handler)


def million(handler: _Handler) -> None:
    """A sitemap of a million addresses, written as it is read."""
    if handler.path != "/sitemap.xml":
        ordinary(handler)
        return
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n<urlset>")
    for start in range(0, 1_000_000, 1_000):
        handler.raw(b"".join(b"<url><loc>/2026/%d.html</loc></url>" % number for number in range(start, start + 1_000)))
    handler.raw(b"</urlset>")


def from_the_future(handler: _Handler) -> None:
    """A feed whose first article is of the year 2099."""
    if handler.path == "/feed.xml":
        dates = {"/2026/1001.html": "Sun, 01 Mar 2099 08:00:00 GMT", "/2026/1002.html": "Sun, 01 Mar 2020 08:00:00 GMT"}
        items = "".join(
            f"<item><title>Bridge</title><link>{link}</link><pubDate>{day}</pubDate></item>"
            for link, day in dates.items()
        )
        handler.send(f"<rss><channel>{items}</channel></rss>", kind="application/rss+xml")
    else:
        ordinary(handler)


OTHER_SCHEMES = (
    "javascript:void(0)",
    "data:text/html,<p>x",
    "file:///etc/passwd",
    "ftp://x.test/1",
    "mailto:a@b.test",
    "/2026/1001.html",
    "http://elsewhere.test/2026/1.html",
)
DISALLOW = b"User-agent: *\nDisallow: /2026/1002.html\n"
SITES: dict[str, Answer] = {
    "drip.hostile.test": at("/2026/1001.html", drip),
    "reset.hostile.test": at("/2026/1001.html", reset),
    "redirects.hostile.test": at("/2026/1001.html", endless_redirect),
    "bomb.hostile.test": at("/2026/1001.html", bomb("gzip")),
    "brotli.hostile.test": at("/2026/1001.html", bomb("br")),
    "endless.hostile.test": at("/2026/1001.html", endless_page),
    "huge.hostile.test": at("/2026/1001.html", huge_page),
    "toolong.hostile.test": at("/2026/1001.html", too_long),
    "chunks.hostile.test": at("/2026/1001.html", bad_chunks),
    "after.hostile.test": refusing("Retry-After: 2", times=1),
    "dated.hostile.test": refusing("Retry-After: Sun, 01 Mar 2099 00:00:00 GMT", times=99),
    "often.hostile.test": refusing(times=1),
    "storm.hostile.test": storm,
    "hugerobots.hostile.test": robots(DISALLOW + b"# nothing\n" * 3_000_000 + b"Disallow: /\n"),
    "htmlrobots.hostile.test": robots(b"<!DOCTYPE html><html>Disallow: /</html>"),
    "brokenrobots.hostile.test": robots(DISALLOW, "500 Internal Server Error"),
    "delayrobots.hostile.test": robots(b"User-agent: *\nCrawl-delay: 1\n"),
    "sitemaps.hostile.test": self_including,
    "calendar.hostile.test": calendar,
    "sessions.hostile.test": sessions,
    "schemes.hostile.test": at("/nowhere", ordinary, OTHER_SCHEMES),
    "injection.hostile.test": injection,
    "tofront.hostile.test": at("/2026/1001.html", to_front),
    "same.hostile.test": always_the_same,
    "away.hostile.test": at("/2026/1001.html", away),
    "charsets.hostile.test": wrong_charsets,
    "million.hostile.test": million,
    "future.hostile.test": from_the_future,
}  # fmt: skip
