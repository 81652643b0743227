import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import quote

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Candidate, Capture, RemovedBlock

pytest.importorskip("datasette")

BRIDGE = Article(
    "http://www.dayuan.test/gsyl/minsheng/4106.html",
    "暴雨冲毁的石桥修好了",
    "施工队捞回了一百九十四块旧石料。\n新补的石头<颜色>浅。",
    site="dayuan",
    source="罗石",
    section="民生",
    tags=("石桥", "暴雨"),
    language="zh",
    published=datetime(2026, 3, 10, 7, 8, tzinfo=UTC),
    published_raw="2026-03-10 15:08:55",
    origins={"title": (Candidate("暴雨冲毁的石桥修好了", "heading", 0.97, "h2", chosen=True),)},
    removed=(RemovedBlock("版权声明", "legal-notice"),),
)
FERRY = Article(
    "http://www.harbour.test/ferry/", "Night ferry runs aground", "It's flat.", site="harbour", language="en"
)
UNTITLED = Article("http://www.harbour.test/notice/", None, "مغلق حتى يوم الأحد.", language="ar")
BAY = Article(
    "http://www.harbour.test/bay/",
    "灣區",
    "第一段。\n<b>渡輪</b>從臺灣&香港出發。",
    language="zh",
    published=datetime(2026, 3, 10, 6, 30, tzinfo=timezone(timedelta(hours=8))),
    published_precision="minute",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("served") / "news.db"
    with Archive(path) as archive:
        for article in (BRIDGE, FERRY, UNTITLED, BAY):
            archive.add_article(article, Capture(str(article.url), datetime(2026, 3, 13, tzinfo=UTC)))
    command = [sys.executable, "-m", "newsarchive", "serve", "--db", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as server:
        try:
            assert server.stderr
            yield server.stderr.readline().split(" at ")[1].split()[0]
        finally:
            server.terminate()


def get(address: str, path: str) -> str:
    with urllib.request.urlopen(address.rstrip("/") + quote(path, safe="/?&=_.-"), timeout=20) as response:
        return response.read().decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("石桥", [BRIDGE.title]),
        ("施工队", [BRIDGE.title]),
        ("桥", [BRIDGE.title]),
        ("石桥 旧石料", [BRIDGE.title]),
        ("FERRY aground", [FERRY.title]),
        ("it's", [FERRY.title]),
        ("铁桥", []),
        ("石桥 OR ferry", [BRIDGE.title, FERRY.title]),
        ("title:aground", [FERRY.title]),
        ("title:sand", []),
        ("桥 NOT 施工队", []),
        ("桥 -ferry", [BRIDGE.title]),
        ('"aground ferry"', []),
        ('"', []),
    ],
)
def test_the_search_box_finds_words_of_any_script(address: str, query: str, found: list[str]) -> None:
    for table in ("articles", "article_list"):
        rows = json.loads(get(address, f"/news/{table}.json?_shape=array&_search={query}"))
        assert [row["title"] for row in rows] == found


def test_a_hit_shows_where_the_text_has_it(address: str) -> None:
    page = get(address, "/news/article_list?_search=台湾 渡轮")
    assert (
        '<p class="excerpt" lang="zh" dir="auto">第一段。 &lt;b&gt;<mark>渡輪</mark>&lt;/b&gt;從<mark>臺灣</mark>&amp;香港出發。</p>'
        in page
    )
    assert '<p class="excerpt" lang="ar" dir="auto">مغلق حتى يوم <mark>الأحد</mark>.</p>' in get(
        address, "/news/articles?_search=الاحد"
    )
    assert 'class="excerpt"' not in get(address, "/news/article_list")
    assert "<mark>" not in get(address, "/news/article_list?_search=台湾&_nocol=id")


def test_a_list_has_the_times_of_the_pages(address: str) -> None:
    assert '<time datetime="2026-03-09T22:30:00Z">2026-03-10 06:30+08:00</time>' in get(address, "/news/article_list")
    (row,) = json.loads(get(address, "/news/article_list.json?_shape=array&_search=灣"))
    assert (row["published"], row["published_local"]) == ("2026-03-09T22:30:00Z", "2026-03-10 06:30+08:00")


@pytest.mark.parametrize(("query", "sentence"), [("a OR NOT b", "What follows OR"), ("NOT ferry", "Say what")])
def test_a_query_that_cannot_be_answered_is_told(address: str, query: str, sentence: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="400") as refused:
        get(address, f"/news/article_list?_search={query}")
    with refused.value as answer:
        assert sentence in answer.read().decode()


def test_the_page_of_an_article_reads_and_explains(address: str) -> None:
    page = get(address, "/-/article/1")
    assert '<h1 lang="zh" dir="auto">暴雨冲毁的石桥修好了</h1>' in page
    assert '<p dir="auto">新补的石头&lt;颜色&gt;浅。</p>' in page
    assert "2026-03-10 15:08:55" in page
    assert all(part in page for part in ("legal-notice", "heading h2", "0.97", 'class="tag" dir="auto">石桥<'))


def test_titles_lead_to_the_page_and_tables_are_described(address: str) -> None:
    assert '<a href="/-/article/1">暴雨冲毁的石桥修好了</a>' in get(address, "/news/article_list")
    page = get(address, "/news/articles")
    assert "One row for each article" in page
    assert all(f'data-column="{name}"' in page for name in ("site", "section", "source", "language"))
    assert "Suggested facets" not in page


def test_an_article_without_title_has_a_link_and_a_page(address: str) -> None:
    assert '<a href="/-/article/3">Untitled</a>' in get(address, "/news/article_list")
    page = get(address, "/-/article/3")
    assert "<title>Untitled</title>" in page
    assert "None" not in page


def test_what_only_the_program_needs_is_hidden(address: str) -> None:
    tables = json.loads(get(address, "/news.json"))["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    assert {"articles", "captures", "revisions", "tags"} <= shown
    assert not {"articles_fts", "origin_names"} & shown


@pytest.mark.parametrize("path", ["/", "/news", "/news/article_list", "/-/article/1"])
def test_pages_say_their_language_and_main_part_to_screen_readers(address: str, path: str) -> None:
    page = get(address, path)
    assert 'document.documentElement.lang = "en";' in page
    assert '"section.content"' in page
    assert '<section class="content">' in page
    assert page.count("<h1") == 1


def test_a_missing_article_is_a_404(address: str) -> None:
    for number in (99, 10**30):
        with pytest.raises(urllib.error.HTTPError, match="404") as missing:
            get(address, f"/-/article/{number}")
        missing.value.close()
