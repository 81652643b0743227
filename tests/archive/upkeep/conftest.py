import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import Article, Capture

NOON = datetime(2022, 4, 19, 12, tzinfo=UTC)
SITES = ("harbour", "valley")


def text(number: int, version: int = 0) -> str:
    """Return a body that no other number and version shares a long word with."""
    mark = f"{number:02}{version}"
    return f"第{mark}号消息说，医护人员连夜赶赴现场。\nWitness{mark} saw lorry{mark} near bridge{mark} before dawn of day {version}."


def page(number: int, version: int = 0) -> bytes:
    return f"<html><title>News {number:02}</title><article>{text(number, version)}</article></html>".encode()


def article(number: int, version: int = 0) -> Article:
    return Article(
        url=f"https://{SITES[number % 2]}.test/{number}",
        title=f"Headline{number:02}",
        body=text(number, version),
        site=SITES[number % 2],
        authors=(f"Author{number:02}", "Shared Desk"),
        tags=("weather", f"tag{number:02}"),
        published=NOON.astimezone(timezone(timedelta(hours=13))),
    )


def add(archive: Archive, out: WarcWriter, number: int, version: int = 0) -> Capture:
    """Write a page, its capture and its article."""
    place = out.write(
        f"https://{SITES[number % 2]}.test/{number}",
        fetched_at=NOON + timedelta(hours=version, minutes=number),
        headers=[("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")],
        body_wire=gzip.compress(page(number, version), mtime=0),
        request_headers=[("Host", "news.test")],
        site=SITES[number % 2],
    )
    capture, _ = archive.capture_at(place)
    archive.add_article(article(number, version), capture, extractor="test")
    return capture


def fill(path: Path, numbers: range, *, prefix: str = "crawl") -> None:
    """Make an archive of articles; every third has a second version."""
    with (
        Archive(path) as archive,
        WarcWriter(archive.warc_folder, prefix=prefix, started=NOON, software="test", max_bytes=4000) as out,
    ):
        for number in numbers:
            add(archive, out, number)
            if number % 3 == 0:
                add(archive, out, number, version=1)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    fill(tmp_path / "news.db", range(12))
    with Archive(tmp_path / "news.db") as opened:
        yield opened
