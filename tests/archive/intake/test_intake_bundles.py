import base64
import os
import plistlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsarchive.archive.intake import Page, Passed, pages
from newsarchive.cli import main

PAGE = "<html><head><title>渡轮搁浅</title></head><body><article><h1>渡轮搁浅</h1>{}</article></body></html>".format(
    "<p>周五凌晨两点,夜班渡轮在鸥角附近搁浅,船上四十七名乘客全部被救起,无人受伤。</p>" * 3
)
URL = "https://a.test/2026/03/13/ferry.html"
MORNING = datetime(2026, 3, 13, 6, 5, tzinfo=UTC)
LETTER = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://a.test/2026/03/13/
 ferry.html
Subject: =?utf-8?B?5rih6L2u?=
Date: Fri, 13 Mar 2026 14:05:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html
Content-ID: <advertisement>

<p>Buy!</p>
----x
Content-Type: text/html; charset=gb18030
Content-ID: <page>
Content-Transfer-Encoding: base64
Content-Location: https://a.test/2026/03/13/other.html

%s
----x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw==
----x--
"""
MHTML = LETTER.replace(b"related;", b'related; start="<page>";') % base64.encodebytes(PAGE.encode("gb18030"))
WEBARCHIVE = {
    "WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": URL, "WebResourceMIMEType": "text/html"}
}


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    os.utime(path, (0, 0))
    return path


def test_the_page_of_an_mhtml_file_is_the_part_that_it_starts_with(tmp_path: Path) -> None:
    (page,) = pages([saved(tmp_path / "Ferry.MHTML", MHTML)])
    assert page == Page(
        url=URL,
        fetched_at=MORNING,
        body=PAGE.encode("gb18030"),
        headers=(("Content-Type", "text/html; charset=gb18030"),),
        size=len(MHTML),
        hints={"saved_as": "Ferry.MHTML"},
    )


def test_an_mhtml_file_that_says_less_is_read_all_the_same(tmp_path: Path) -> None:
    bare = b"Content-Type: text/html\nDate: yesterday\n\n" + PAGE.encode()
    (page,) = pages([saved(tmp_path / "a.mht", bare)])
    assert isinstance(page, Page)
    assert (page.url, page.fetched_at.year) == ((tmp_path / "a.mht").as_uri(), 1970)
    assert page.body == PAGE.encode()


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_of_a_web_archive_is_its_main_resource(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    (page,) = pages([saved(tmp_path / "a.webarchive", plistlib.dumps(WEBARCHIVE, fmt=form))])
    assert isinstance(page, Page)
    assert (page.url, page.body, page.fetched_at.year) == (URL, PAGE.encode(), 1970)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.mhtml", b"\x00\xff", "it is no MHTML file with a page in it"),
        ("a.mhtml", b"Content-Type: multipart/related; boundary=x\n\n--x\n", "it is no MHTML file with a page in it"),
        ("a.webarchive", b"<html>", "it is no web archive with a page in it"),
        ("a.webarchive", b"<?xml version='1.0'?><plist><dict>", "it is no web archive with a page in it"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": {}}), "it is no web archive with a page in it"),
        ("a.webarchive", plistlib.dumps([URL]), "it is no web archive with a page in it"),
    ],
)
def test_a_file_without_a_page_is_passed_over_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    assert (
        list(pages([tmp_path, saved(tmp_path / name, data)])) == [Passed(str(tmp_path / name), reason, len(data))] * 2
    )


def test_the_commands_for_one_page_read_such_files(tmp_path: Path) -> None:
    place = str(saved(tmp_path / "a.mhtml", MHTML))
    printed = CliRunner().invoke(main, ["extract", place, "--format", "json"])
    assert f'"url": "{URL}"' in printed.stdout
    assert '"title": "渡轮搁浅"' in printed.stdout
    refused = CliRunner().invoke(main, ["extract", str(saved(tmp_path / "b.mhtml", b"none"))])
    assert (refused.exit_code, "it is no MHTML file" in refused.stderr) == (1, True)
