"""A site's file that is wrong keeps that site waiting, and no other."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import PageClass, SiteError
from newsarchive.reader.captures import Reader
from newsarchive.sites import all_sites
from tests.spiders.newsroom_runs import open_newsroom

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WRONG = 'start = "http://town.test/"\nlanguge = "en"\n'
TEXT = "<p>The survey of the river took seven days, and on each of them it rained from morning until late at night.</p>"


@pytest.mark.parametrize("command", ["crawl", "run"])
def test_the_others_are_crawled_and_it_is_told(tmp_path: Path, command: str) -> None:
    with open_newsroom(tmp_path) as newsroom:
        sites = tmp_path / "sites"
        sites.mkdir()
        (sites / "harbour.toml").write_bytes((newsroom.sites / "harbour.toml").read_bytes())
        (sites / "town.toml").write_text(WRONG, encoding="utf-8")
        newsroom.sites = tmp_path / "none"
        done = newsroom.run("newsarchive", command)
        again = newsroom.run("newsarchive", command, "town")
        exported = newsroom.run("newsarchive", "export", "--format", "jsonl")
    assert done.returncode == 1
    assert "town.toml, line 2, is wrong at 'languge'" in done.stderr
    assert "The site town is left out." in done.stderr
    with Archive(newsroom.db, read_only=True) as archive:
        assert archive.counts("site") == [("harbour", 10)]
    assert exported.returncode == 0, exported.stderr
    assert len(exported.stdout.splitlines()) == 10
    assert again.returncode == 1
    assert again.stderr.endswith("did you mean 'language'?\n")


def test_its_captures_are_not_read_without_its_rules(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(WRONG, encoding="utf-8")
    with Archive(tmp_path / "a.db") as archive:
        page = f"<html><title>Along the river</title><h1>Along the river</h1>{TEXT * 6}</html>".encode()
        with WarcWriter(archive.warc_folder, prefix="t", started=NOON, software="test") as writer:
            headers = [("Content-Type", "text/html; charset=utf-8")]
            address = "http://town.test/3474.html"
            writer.write(address, fetched_at=NOON, body_wire=page, status=200, headers=headers, site="town", hints={})
        Reader(archive, all_sites([tmp_path], forgiving=True)).catch_up()
        (capture,) = archive.captures()
    assert capture.page_class is PageClass.UNREADABLE
    assert "is wrong at 'languge'" in (capture.reason or "")


def test_whoever_needs_all_sites_is_told(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(WRONG, encoding="utf-8")
    with pytest.raises(SiteError, match="line 2, is wrong at 'languge'"):
        all_sites([tmp_path])
