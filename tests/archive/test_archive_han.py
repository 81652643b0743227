"""Simplified and traditional Chinese find each other, except in quotes."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database import fulltext
from newsarchive.items import Article, Capture
from newsarchive.query import index_suffices, match_expression, parse
from tests.archive.filled import filled

DAY = datetime(2022, 4, 19, tzinfo=UTC)
TEXTS = {
    "cn": ("台湾海峡开通新航线", "渡轮星期五从台湾的码头出发,乘客说头发都被风吹乱了。"),
    "tw": ("臺灣海峽開通新航線", "渡輪星期五從臺灣的碼頭出發,後來乘客說頭髮都被風吹亂了。"),
    "hk": ("颱風後渡輪復航", "台灣的渡輪公司說,衞生情況良好。"),
    "ja": ("飛行機の中で", "机の上に午後の切符がある。"),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with filled(tmp_path_factory.mktemp("han"), DAY, TEXTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("台湾", "cn hk tw"),
        ("臺灣", "cn hk tw"),
        ("台灣", "cn hk tw"),
        ("渡轮", "cn hk tw"),
        ("头发", "cn tw"),
        ("卫生", "hk"),
        ("发", "cn tw"),
        ("后", "hk ja tw"),
        ('"臺灣"', "tw"),
        ('"台湾"', "cn"),
        ("“台灣”", "hk"),
        ('"臺灣" OR "台灣"', "hk tw"),
        ('臺灣 -"臺灣"', "cn hk"),
        ("title:臺灣", "cn tw"),
        ('title:"臺灣"', "tw"),
        ('"渡輪星期五"', "tw"),
        ('"后"', ""),
        ('"机"', "ja"),
        ("机", "ja"),
        ('"海"', "cn tw"),
    ],
)
def test_one_script_finds_the_other_unless_quoted(archive: Archive, query: str, found: str) -> None:
    assert " ".join(sorted(hit.url.rpartition("/")[2] for hit in archive.search(query))) == found


def test_a_hit_is_marked_in_the_script_of_the_text(archive: Archive) -> None:
    snippets = {hit.url.rpartition("/")[2]: hit.snippet for hit in archive.search("台湾")}
    assert "从**台湾**的" in snippets["cn"]
    assert "從**臺灣**的" in snippets["tw"]
    assert snippets["hk"].startswith("**台灣**的")


def test_the_index_is_asked_in_one_form_and_alone_does_not_do_for_a_quoted_one() -> None:
    assert match_expression(parse('臺灣 "臺灣"')) == '(("台湾")) AND (("台湾"))'
    assert [index_suffices(parse(query)) for query in ("臺灣", '"臺灣"', '"疫情"')] == [True, False, True]


def test_an_older_archive_is_indexed_again_and_says_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        url = "http://news.example.test/tw"
        archive.add_article(Article(url, *TEXTS["tw"]), Capture(url, DAY))
        archive.connection.execute("insert into articles_fts (articles_fts) values ('delete-all')")
        archive.connection.execute("insert into articles_fts (rowid, body) values (1, '臺灣 灣')")
        archive.connection.execute("delete from _sqlite_migrations where name = 'm005_simplified_and_traditional'")
    monkeypatch.setattr(fulltext, "PATIENCE", -1.0)
    with caplog.at_level(logging.WARNING), Archive(path) as archive:
        assert [hit.url for hit in archive.search("台湾")] == [url]
    assert caplog.messages == ["The search index is being made again: 0 of 1 articles"]
