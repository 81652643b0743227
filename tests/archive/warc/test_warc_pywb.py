import gzip
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.warc import Original, WarcWriter, transfer_digest
from newsarchive.discovery import cdx
from newsarchive.discovery.dated import Days

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
PAGE = "<html><head><title>疫情</title></head><body><p>多名医护人员连夜赶赴现场。</p></body></html>".encode()

pytestmark = pytest.mark.skipif(
    shutil.which("wayback") is None,
    reason="pywb is not on the PATH; `make test` puts it there",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(url: str) -> bytes:
    deadline = time.monotonic() + 40
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                return bytes(response.read())
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def bring_in(folder: Path, web_archive: str) -> None:
    """Take what pywb shows into an archive, without asking the site, which is not there."""
    site = f'start = "http://news.example.test/"\ndelay = 0\ncdx = "{web_archive}/cdx"\nreplay = "{web_archive}"\n'
    (folder / "town.toml").write_text(site + "articles = '/\\d'\n", encoding="utf-8")
    day = f"{NOON:%Y-%m-%d}"
    subprocess.run(
        [sys.executable, "-m", "newsarchive", "backfill", "town", "--from", day, "--to", day, "--from-web-archive"],
        env={**os.environ, "no_proxy": "*", "NEWSARCHIVE_SITES": str(folder), "NEWSARCHIVE_CONTACT": "a@example.test"},
        cwd=folder,
        check=False,
        capture_output=True,
        timeout=100,
    )
    with Archive(folder / "data" / "newsarchive.db", read_only=True) as archive:
        captures = sorted(archive.captures(), key=lambda capture: capture.url)
        assert [capture.url for capture in captures] == [f"http://news.example.test/{number}" for number in range(3)]
        assert {archive.payload(capture) for capture in captures} == {PAGE}
        assert {capture.fetched_at for capture in captures} == {NOON}


def test_pywb_replays_the_bytes_that_were_captured_packed_plain_and_revisited_and_lists_them(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE, mtime=0)
    originals: dict[str, Original] = {}
    with WarcWriter(tmp_path / "warc", prefix="crawl", started=NOON, software="test", known=originals.get) as out:
        for number, body in enumerate((packed, PAGE, packed)):
            coding = [("Content-Encoding", "gzip")] if body is not PAGE else []
            out.write(
                f"http://news.example.test/{number}",
                fetched_at=NOON,
                headers=[("Content-Type", "text/html; charset=utf-8"), *coding],
                body_wire=body,
                request_headers=[("Host", "news.example.test")],
                hints={"title": "疫情"},
            )
            originals[transfer_digest(packed)] = Original("http://news.example.test/0", NOON)
    subprocess.run(["wb-manager", "init", "news"], cwd=tmp_path, check=True, capture_output=True)
    files = [str(path) for path in (tmp_path / "warc").iterdir()]
    subprocess.run(["wb-manager", "add", "news", *files], cwd=tmp_path, check=True, capture_output=True)
    port = free_port()
    server = subprocess.Popen(
        ["wayback", "-p", str(port), "-b", "127.0.0.1"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "no_proxy": "127.0.0.1"},
    )
    try:
        for number in range(3):
            replayed = fetched(f"http://127.0.0.1:{port}/news/20220419120000id_/http://news.example.test/{number}")
            assert (gzip.decompress(replayed) if replayed[:2] == b"\x1f\x8b" else replayed) == PAGE
        days = Days(NOON.date(), NOON.date())
        (query,) = cdx.queries(f"http://127.0.0.1:{port}/news/cdx", ["news.example.test"], days)
        captured = [link.url for link in cdx.read(fetched(query), query)]
        assert captured == [f"http://news.example.test/{number}" for number in range(3)]
        bring_in(tmp_path, f"http://127.0.0.1:{port}/news")
    finally:
        server.terminate()
        server.wait(20)
