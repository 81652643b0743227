import gzip
import io
import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsarchive.archive.intake import Page, Passed, pages, total_size
from newsarchive.items import ArchiveError

HTML = "<html><head>{}</head><body><p>多名医护人员连夜赶赴现场。</p></body></html>"
MORNING = datetime(2022, 4, 19, 2, tzinfo=UTC)


def saved(path: Path, html: str = HTML) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = html.encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    os.utime(path, (MORNING.timestamp(), MORNING.timestamp()))
    return path


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='https://a.test/1'>", "https://a.test/1"),
        ('<link href="https://a.test/2?a=1&amp;b=2" data-x rel="canonical">', "https://a.test/2?a=1&b=2"),
        ('<meta property="og:url" content="http://a.test/3"/>', "http://a.test/3"),
        ("<!-- saved from url=(0018)https://a.test/4/x -->", "https://a.test/4/x"),
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.html.gz"])
def test_a_page_that_nobody_described_says_its_address(tmp_path: Path, head: str, url: str, name: str) -> None:
    file = saved(tmp_path / name, HTML.format(head))
    (page,) = pages([file])
    assert isinstance(page, Page)
    assert (page.url, page.fetched_at, page.hints) == (url, MORNING, {"saved_as": name})
    assert page.body == file.read_bytes()


def test_the_front_page_is_no_address_of_a_saved_page(tmp_path: Path) -> None:
    head = "<link rel=canonical href='https://a.test/'>"
    (page,) = pages([saved(tmp_path / "a.html", HTML.format(head))])
    assert isinstance(page, Page)
    assert page.url == (tmp_path / "a.html").as_uri()
    (page,) = pages(
        [saved(tmp_path / "a.html", HTML.format(head + '<meta property="og:url" content="http://a.test/3">'))]
    )
    assert isinstance(page, Page)
    assert page.url == "http://a.test/3"


def test_a_page_without_any_address_is_named_by_its_file(tmp_path: Path) -> None:
    (page,) = pages([saved(tmp_path / "疫情.htm")])
    assert page == Page(
        url=f"file://{tmp_path}/%E7%96%AB%E6%83%85.htm",
        fetched_at=MORNING,
        body=HTML.encode(),
        headers=(("Content-Type", "text/html"),),
        size=len(HTML.encode()),
        hints={"saved_as": "疫情.htm"},
        dated=False,
    )


def test_a_listing_says_what_the_pages_do_not(tmp_path: Path) -> None:
    first, second = saved(tmp_path / "pages" / "a.b.html.gz"), saved(tmp_path / "pages" / "c.html")
    entries = [
        {"id": "a.b", "url": "https://a.test/ab", "fetched_at": "2020-01-02T03:04:05+08:00", "site": "a"},
        {"file": "pages/c.html", "url": "https://a.test/c", "content_type": "text/html; charset=gbk"},
        {"id": "missing", "url": "https://a.test/no"},
    ]
    (tmp_path / "truth.jsonl").write_text("\n".join(map(json.dumps, entries)) + "\n\n")
    one, two = pages([tmp_path], charset="utf-8")
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.url, one.site, one.body) == ("https://a.test/ab", "a", first.read_bytes())
    assert one.fetched_at == datetime(2020, 1, 1, 19, 4, 5, tzinfo=UTC)
    assert one.headers == (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"))
    assert (two.url, two.headers) == ("https://a.test/c", (("Content-Type", "text/html; charset=gbk"),))
    assert total_size([tmp_path]) == one.size + two.size == first.stat().st_size + second.stat().st_size


def test_a_wrong_listing_is_named_with_its_line(tmp_path: Path) -> None:
    saved(tmp_path / "a.html")
    (tmp_path / "map.jsonl").write_text('{"file": "a.html"}\n{"file": \n')
    with pytest.raises(ArchiveError, match=r"map.jsonl, line 2, is not JSON"):
        list(pages([tmp_path]))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('"fetched_at": "yesterday"', "Invalid isoformat string: 'yesterday'"),
        ('"fetched_at": 7', '"fetched_at" is no text'),
        ('"url": 5', '"url" is no text'),
        ('"url": "not an address"', '"url" is no web address'),
        ('"hints": "x"', '"hints" is no object'),
    ],
)
def test_a_wrong_entry_costs_one_page(tmp_path: Path, entry: str, reason: str) -> None:
    saved(tmp_path / "a.html")
    (tmp_path / "map.jsonl").write_text(f'{{"file": "a.html", {entry}}}\n')
    assert list(pages([tmp_path])) == [Passed(str(tmp_path / "a.html"), f"its entry is wrong ({reason})", 0)]


def test_lines_that_tell_of_no_page_are_passed_over(tmp_path: Path) -> None:
    saved(tmp_path / "a.html")
    lines = ["\ufeff[1, 2]", '"x"', "null", '{"file": 5}', '{"id": ["a"]}', '{"id": "a", "site": "s", "url": null}']
    (tmp_path / "map.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (page,) = pages([tmp_path])
    assert isinstance(page, Page)
    assert page.site == "s"


def test_a_listing_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    saved(tmp_path / "a.html")
    (tmp_path / "map.jsonl").write_bytes('{"id": "疫情"}'.encode("gbk"))
    with pytest.raises(ArchiveError, match=r"map.jsonl is not written in UTF-8; save it so"):
        list(pages([tmp_path]))


def test_a_page_saved_by_singlefile_says_its_address_and_time(tmp_path: Path) -> None:
    comment = "<!--\n Page saved with SingleFile \n url: https://a.test/5?x=1 \n"
    comment += " saved date: Tue Apr 19 2022 10:17:57 GMT+0800 (中国标准时间)\n-->"
    (page,) = pages([saved(tmp_path / "a.html", f"<!DOCTYPE html> <html lang=zh>{comment}<body><p>渡轮。</p></body>")])
    assert isinstance(page, Page)
    assert (page.url, page.fetched_at) == ("https://a.test/5?x=1", datetime(2022, 4, 19, 2, 17, 57, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("urls.txt", "looks like a list of addresses; fetch them with: newsarchive crawl --pages"),
        ("a.pdf", "is no saved page .* or WARC file .*, and no folder of such files"),
    ],
)
def test_what_is_no_page_is_refused_with_advice(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / name).write_text("https://a.test/\n")
    with pytest.raises(ArchiveError, match=sentence):
        list(pages([tmp_path / name]))
    with pytest.raises(ArchiveError, match="There is nothing at"):
        list(pages([tmp_path / "no"]))


def foreign(path: Path, *, packed: bool) -> list[bytes]:
    """Write a file as another crawler would, chunks and all; return the bodies of its pages."""
    bodies = [gzip.compress(b"<p>one</p>"), b"<p>two</p>"]
    answers = [
        ("https://a.test/1", "text/html", [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]),
        ("https://a.test/2", "text/html; charset=utf-8", []),
        ("https://a.test/3.png", "image/png", []),
        ("dns:a.test", "text/dns", []),
    ]
    payloads = [b"%x\r\n%s\r\n0\r\n\r\n" % (len(bodies[0]), bodies[0]), bodies[1], b"\x89PNG", b"a.test 127.0.0.1"]
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for (url, kind, headers), payload in zip(answers, payloads, strict=True):
            http = StatusAndHeaders("203 Fine", [("Content-Type", kind), *headers], protocol="HTTP/1.1")
            date = {"WARC-Date": "2022-04-19T02:00:00Z"}
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(payload), http_headers=http, warc_headers_dict=date
            )
            writer.write_record(record)
            record.raw_stream.close()
    return bodies


@pytest.mark.parametrize("name", ["cc.warc", "cc.warc.gz"])
def test_the_pages_of_foreign_warc_files_are_read(tmp_path: Path, name: str) -> None:
    bodies = foreign(tmp_path / name, packed=name.endswith("gz"))
    one, two = pages([tmp_path])
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.url, one.status, one.reason, one.fetched_at) == ("https://a.test/1", 203, "Fine", MORNING)
    assert [one.body, two.body] == bodies
    assert ("Content-Encoding", "gzip") in one.headers


def test_the_warc_files_in_a_wacz_file_are_read(tmp_path: Path) -> None:
    bodies = foreign(tmp_path / "data.warc.gz", packed=True)
    crawl = tmp_path / "crawl" / "site.wacz"
    crawl.parent.mkdir()
    with ZipFile(crawl, "w") as packed:
        packed.write(tmp_path / "data.warc.gz", "archive/data.warc.gz")
        packed.writestr("pages/pages.jsonl", '{"url": "https://a.test/1"}')
    assert [page.body for page in pages([crawl.parent]) if isinstance(page, Page)] == bodies
    crawl.write_bytes(crawl.read_bytes()[:200])
    assert list(pages([crawl])) == [Passed(str(crawl), "the file cannot be read (File is not a zip file)", 0)]


@pytest.mark.parametrize("name", ["cc.warc", "cc.warc.gz"])
def test_a_foreign_file_that_is_cut_off_gives_what_it_has(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    foreign(path, packed=name.endswith("gz"))
    data = path.read_bytes()
    members = [found.start() for found in re.finditer(b"\x1f\x8b\x08", data)]
    path.write_bytes(data[: members[2] - 30] if name == "cc.warc.gz" else data[: data.rindex(b"<p>two</p>") + 3])
    first, second = pages([path])
    assert isinstance(first, Page)
    assert second == Passed(f"{path}: https://a.test/2", "the record is wrong (it is cut off)", 0)
    path.write_bytes(b"nothing of the kind\r\n" * 100)
    (only,) = pages([path])
    assert isinstance(only, Passed)
    assert "after 0 bytes the file cannot be read on" in only.reason
