"""Facts that a page does not print: times in its scripts, text areas named for what they hold, objects for search engines."""

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article

TITLE = "防火工作会议昨日在运城召开"
TEXT = "".join(
    f"<p>运城市{name}昨日召开工作会议，要求各部门继续做好春季防火和森林防护工作，切实保护人民群众生命财产安全，确保全市社会大局稳定。</p>"
    for name in ("林业局", "应急局", "水务局", "教育局")
)


def read(beside: str, *, text: str = f"<article>{TEXT}</article>") -> Article:
    page = f"<html lang=zh-CN><title>{TITLE}</title><body><h1>{TITLE}</h1>{text}{beside}</body></html>"
    return extract(page, "https://www.example.test/a/1234567")


def minute(article: Article) -> str | None:
    return article.published and article.published.isoformat()[:16]


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ('var ct = "1653091200";', "2022-05-21T08:00"),
        ('var publish_time = "2018-05-21" || "";', "2018-05-21T00:00"),
        ("d.createTime = '2021-06-02 21:00';", "2021-06-02T21:00"),
        ('window.DATA = {"media": "运城日报", "pubtime": "2021-06-02 21:00:11"};', "2021-06-02T21:00"),
        ('q.push({"id": 7, "deployDt": "2026.02.03 18:40", "reDeployDt": "2026.02.03 18:49"});', "2026-02-03T18:40"),
        ('var article = {"id": 7, regDate: "2024-05-06 07:08:09"};', "2024-05-06T07:08"),
        ('{"publishTime": "2021-06-02 21:00", "other": {"publishTime": "2021-06-02 21:00"}}', "2021-06-02T21:00"),
        ('{"list": [{"publishTime": "2021-06-02 21:00"}, {"publishTime": "2021-06-03 21:00"}]}', None),
        ('{"city": {"ct": "1653091200"}}', None),
        ("var serverTime = '2021-06-02 21:00', time = '2021-06-02 21:00';", None),
    ],
)
def test_times_in_scripts_count_where_nothing_else_tells_the_publication(script: str, published: str | None) -> None:
    assert minute(read(f"<script>{script}</script>")) == published
    printed = read(f"<div class=date>2022-04-19 10:17</div><script>{script}</script>")
    assert minute(printed) == "2022-04-19T10:17"


AREAS = """<textarea class="article-title" style="display:none">{title}</textarea>
    <textarea class="article-time">1650334677000</textarea><textarea class="article-source-name">运城日报</textarea>
    <textarea class="article-author">何云</textarea><textarea class="article-editor-name">李东</textarea>
    <textarea class="article-content">{text}</textarea>"""


def test_text_areas_named_for_facts_hold_them() -> None:
    article = read(AREAS.format(title=TITLE, text=TEXT.replace("<", "&lt;")), text="")
    assert (minute(article), article.source, article.authors, article.editor) == (
        "2022-04-19T10:17", "运城日报", ("何云",), "李东"
    )  # fmt: skip
    assert article.body.count("\n") == 3


def test_an_empty_text_area_or_one_for_something_else_holds_no_fact() -> None:
    article = read("<textarea class=comment-author></textarea><textarea class=ext-xtime>1650334677000</textarea>")
    assert (article.published, article.authors) == (None, ())


BAIDU = """<script type="application/ld+json">{"@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
    "title": "%s", "pubDate": "2022-04-19T10:21:12", "upDate": "2022-04-20T11:02:00"}</script>"""


@pytest.mark.parametrize("title", ["防火工作会议", 'quotes that "break" the object'])
def test_objects_for_baidu_tell_the_times(title: str) -> None:
    article = read(BAIDU % title)
    assert (minute(article), str(article.modified)) == ("2022-04-19T10:21", "2022-04-20 11:02:00+08:00")


def test_a_printed_time_is_nearer_than_the_one_told_to_search_engines() -> None:
    assert minute(read(f"<div class=date>2022-04-19 10:17</div>{BAIDU % TITLE}")) == "2022-04-19T10:17"
