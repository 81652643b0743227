"""Serves a site of invented articles from memory on loopback, cheaply enough not to be what is measured."""

from __future__ import annotations

import asyncio
import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from multiprocessing import get_context
from multiprocessing.connection import Connection

from benchmarks.sample_pages import sample_page
from benchmarks.stored import mixed

Answers = dict[bytes, bytes]
IN_A_SITEMAP = 50_000
ON_A_LIST = 20_000


def answers(pages: int) -> Answers:
    """Return the whole site, ready to send: the articles' pages, lists of them all, and robots.txt."""
    html = "text/html; charset=utf-8"
    found = {mixed(number).path.encode(): answer(sample_page(number).encode(), html) for number in range(pages)}
    for start in range(0, pages, ON_A_LIST):
        page = list_page(start, min(pages, start + ON_A_LIST), last=start + ON_A_LIST >= pages)
        found[list_path(start).encode()] = answer(page.encode(), html)
    found[b"/robots.txt"] = answer(b"User-agent: *\nAllow: /\n", "text/plain")
    return found


def list_page(start: int, end: int, *, last: bool) -> str:
    """Return the list of some articles, which says where the next one is."""
    links = "".join(f'<li><a href="{one.path}">{escape(one.title)}</a></li>' for one in map(mixed, range(start, end)))
    more = "" if last else f'<link rel="next" href="{list_path(end)}">'
    return f"<html><head>{more}</head><body><ul>{links}</ul></body></html>"


def list_path(start: int) -> str:
    """Return where the list lies that begins with that article."""
    return f"/index_{start // ON_A_LIST + 1}.html" if start else "/"


def sitemaps(address: str, urls: int) -> Answers:
    """Return sitemaps, with their index, that name so many articles (which are missing)."""
    starts = range(0, urls, IN_A_SITEMAP)
    index = "".join(f"<sitemap><loc>{address}sitemap{start}.xml</loc></sitemap>" for start in starts)
    found = {b"/sitemap.xml": answer(f"<sitemapindex>{index}</sitemapindex>".encode(), "application/xml")}
    for start in starts:
        numbers = range(start, min(urls, start + IN_A_SITEMAP))
        listed = "".join(f"<url><loc>{address}city/2026/{number}.html</loc></url>" for number in numbers)
        path = f"/sitemap{start}.xml".encode()
        found[path] = answer(f"<urlset>{listed}</urlset>".encode(), "application/xml")
    return found


def answer(body: bytes, content_type: str) -> bytes:
    """Return a whole response, compressed as real servers send it."""
    packed = gzip.compress(body, 6)
    lines = (f"Content-Type: {content_type}", "Content-Encoding: gzip", f"Content-Length: {len(packed)}")
    return "\r\n".join(("HTTP/1.1 200 OK", *lines, "", "")).encode() + packed


MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"


class Site(asyncio.Protocol):
    """Answers each request of a connection in turn; requests have no body."""

    def __init__(self, pages: Answers) -> None:
        self._pages = pages
        self._left = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        *requests, self._left = (self._left + data).split(b"\r\n\r\n")
        for request in requests:
            path = request.split(b" ", 2)[1].partition(b"?")[0]
            self._transport.write(self._pages.get(path, MISSING))  # type: ignore[attr-defined]  # it is a Transport


def serve(pages: int, urls: int, told: Connection) -> None:
    """Serve for ever on a free port and tell the address."""

    async def run() -> None:
        found = answers(pages)
        server = await asyncio.get_running_loop().create_server(lambda: Site(found), "127.0.0.1", 0)
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        found.update(sitemaps(address, urls))
        told.send(address)
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def site_server(pages: int, *, urls: int = 0) -> Iterator[str]:
    """Run the site in a process of its own; yield its address. Its sitemaps name ``urls`` further articles."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=serve, args=(pages, urls, theirs), daemon=True)
    process.start()
    try:
        address: str = ours.recv()
        yield address
    finally:
        process.kill()
        process.join()


if __name__ == "__main__":
    with site_server(int(sys.argv[1]) if len(sys.argv) > 1 else 1000) as address:
        print(address, flush=True)
        sys.stdin.read()
