"""Fields come from what a page says, printed or declared; traps beside them are left alone; every choice is explained."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article, SiteLine
from newsarchive.memory import SiteMemory
from newsarchive.sites import Rule, Site

FETCHED = datetime(2022, 6, 15, 4, 0, tzinfo=UTC)
EN = "".join(
    f"<p>The council of the harbour town decided on Tuesday that school number {number} will open its doors again in"
    " September, after two years of building work that cost the town more than was planned.</p>"
    for number in ("one", "two", "three", "four")
)
ZH = "".join(
    f"<p>运城市{name}昨日召开工作会议，要求各部门继续做好春季防火和森林防护工作，切实保护人民群众生命财产安全，确保全市社会大局稳定。</p>"
    for name in ("林业局", "应急局", "水务局", "教育局")
)


def page(body: str, head: str = "", lang: str = "en", title: str = "School opens again | Harbour Post") -> str:
    return f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def read(body: str, head: str = "", lang: str = "en", text: str = "", **known: Any) -> Article:
    text = text or (ZH if lang.startswith("zh") else EN)
    title = "防火会议召开_运城新闻网" if lang.startswith("zh") else "School opens again | Harbour Post"
    heading = title.partition("_")[0].partition(" |")[0]
    html = page(f"<h1>{heading}</h1>{body}<article>{text}</article>", head, lang, title)
    return extract(html, known.pop("url", "https://harbour-post.com/town/school-opens"), **known)


def ld(**values: Any) -> str:
    import json

    data = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


TITLES = [
    ("<h1>School opens</h1>", '<meta property="og:title" content="School opens - Harbour Post">', "School opens"),
    ("<h1>Harbour Post</h1><h2>School opens again</h2>", "", "School opens again"),
    ('<h1>Town <span>School opens again</span></h1>', '<meta property="og:title" content="School opens again">', "School opens again"),
    ("<h2>Sea<span>School opens again</span></h2>", '<meta property="og:title" content="Sea / School opens again">', "Sea / School opens again"),
    ("<h1>More from town</h1><h1>A school for all</h1>", ld(headline="A school for all") + '<meta property="og:title" content="A school for all">', "A school for all"),
    ('<h1>Tax "shock" for owners</h1>', '<meta property="og:title" content="Tax ">', 'Tax "shock" for owners'),
    ("<h2>Sea</h2><h1>School opens again</h1>", '<meta property="og:title" content="Sea | School opens again">', "School opens again"),
    ("<h1>School opens again<small>Parents are glad</small></h1>", "", "School opens again"),
    ("<h1>Navigation</h1>", ld(headline="School &amp; town"), "School & town"),
    ("", '<meta property="og:site_name" content="Harbour Post">', "School opens again"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "head", "title"), TITLES)
def test_the_title_is_what_heading_and_data_agree_on(body: str, head: str, title: str) -> None:
    element = "School opens again | Harbour Post" if "shock" not in title else f"{title} | Harbour Post"
    element = "School & town - Harbour Post" if "&" in title else element
    element = "School opens - Harbour Post" if title == "School opens" else element
    article = extract(page(f"{body}<article>{EN}</article>", head, title=element), "https://harbour-post.com/a")
    assert article.title == title


@pytest.mark.parametrize(
    "title",
    ["防火会议召开-运城新闻网-运城市门户网站", "防火会议召开_民生_运城网", "运城网 - 防火会议召开", "防火会议召开――运城网", "【民生】防火会议召开_运城网"],
)  # fmt: skip
def test_a_title_is_the_part_that_the_page_prints_as_a_line(title: str) -> None:
    html = page(
        f"<div><a href=/>运城新闻网</a></div><div>防火会议召开</div><article>{ZH}</article>", "", "zh-CN", title
    )
    assert extract(html, "https://www.example.test/2022/0419/1.html").title == "防火会议召开"


def test_a_heading_in_capitals_is_spelt_as_the_page_tells_it() -> None:
    html = page(f"<h1>SCHOOL OPENS AGAIN</h1><article>{EN}</article>")
    assert extract(html, "https://harbour-post.com/a/school-1").title == "School opens again"


def test_a_title_that_stands_on_a_line_of_its_own_ends_there() -> None:
    table = f"<table><tr><td>防火工作会议昨日召开</td></tr></table><p>发布时间: 2018-05-17</p><div>{ZH}</div>"
    html = page(table, lang="zh", title="防火工作会议昨日召开-纪检")
    assert extract(html, "https://news.yc.example/1.html").title == "防火工作会议昨日召开"


PUBLISHED = [
    (ld(datePublished="2022-04-19T10:17:57+02:00", dateModified="2022-04-20T08:00:00+02:00"), "",
     "2022-04-19T10:17:57+02:00", "minute", "explicit"),
    ('<meta property="article:published_time" content="2022-04-19T08:17Z">', "", "2022-04-19T08:17:00+00:00", "minute", "explicit"),
    ("", "<p class=meta>Published: 19 April 2022, 10:17</p>", "2022-04-19T10:17:00+00:00", "minute", "assumed"),
    ("", '<time datetime="2022-04-19">Tuesday</time>', "2022-04-19T00:00:00+00:00", "day", "assumed"),
    ("", "<p class=date>2 hours ago</p>", "2022-06-15T02:00:00+00:00", "minute", "assumed"),
    ('<meta name="date" content="2022-04-19 23:59:59">', "", "2022-04-19T00:00:00+00:00", "day", "assumed"),
    ("", "<ul><li><strong>Date</strong> 19 April 2022</li></ul>", "2022-04-19T00:00:00+00:00", "day", "assumed"),
    ('<meta property="article:published:time" content="2022-04-19T13:46-04:00"><meta name="date" content="2022-04-19T13:46Z">',
     "", "2022-04-19T13:46:00-04:00", "minute", "explicit"),
    ("", "<ul><li>Ann Lee</li><li>April 19, 2022</li><li>10:17 am</li></ul>", "2022-04-19T10:17:00+00:00", "minute", "assumed"),
    ("", '<p class=meta>published 2022-04-19 10:17, last modified 2022-04-20T11:02:00+01:00</p>',
     "2022-04-19T10:17:00+01:00", "minute", "page"),
    ('<meta name="date" content="2022-04-19T13:46:07Z"><meta name="pubdate" content="2022-04-19T13:46:07">'
     '<meta property="article:modified_time" content="2022-04-20T11:02:00+02:00">', "",
     "2022-04-19T15:46:07+02:00", "minute", "page"),
    ('<meta property="article:published_time" content="2022-04-19T13:27:18Z">', '<time datetime="2022-04-19T21:45+0800">21:45</time>',
     "2022-04-19T21:27:18+08:00", "minute", "explicit"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "value", "precision", "origin"), PUBLISHED)
def test_the_date_is_read_with_precision_and_zone(
    head: str, body: str, value: str, precision: str, origin: str
) -> None:
    article = read(body, head, fetched_at=FETCHED)
    assert article.published is not None
    found = (article.published.isoformat(), article.published_precision, article.timezone_origin)
    assert found == (value, precision, origin)


@pytest.mark.parametrize(
    ("url", "begin", "day"),
    [
        ("https://harbour-post.com/news/29-10-2021", "", "2021-10-29"),
        ("https://harbour-post.com/news/05-10-2021", "", None),  # May or October
        ("https://harbour-post.com/news/school", "27.1.2022 - ", "2022-01-27"),
        ("https://harbour-post.com/news/school", "Harbour, 3 March 2022 – ", "2022-03-03"),
        ("https://harbour-post.com/news/school", "On 3 March 2022 all was well. ", None),
    ],
)
def test_the_day_may_stand_in_the_address_or_before_the_first_sentence(url: str, begin: str, day: str | None) -> None:
    found = read("", url=url, text=EN.replace("<p>", f"<p>{begin}", 1)).published
    assert (found and found.date().isoformat()) == day


def test_a_day_on_which_something_happened_is_not_the_publication() -> None:
    text = f"<p>2018年3月20日，会议表决通过了森林防火条例。</p>{ZH}"
    article = read("<p>来源: | 发布时间: 2018-05-17 | 浏览次数: 21</p>", lang="zh", text=text)
    assert article.published and article.published.date().isoformat() == "2018-05-17"


@pytest.mark.parametrize(("host", "offset"), [("paper.com.co", -5), ("paper.co", 0), ("paper.edu.in", 5.5)])
def test_the_country_is_that_of_a_second_level_domain(host: str, offset: float) -> None:
    published = read("<p>19 April 2022 10:17</p>", url=f"https://www.{host}/town/a").published
    assert published and published.utcoffset() == timedelta(hours=offset)


def test_the_sites_zone_goes_before_an_assumed_one() -> None:
    site = Site(key="h", name="Harbour Post", start="https://harbour-post.com/", timezone="America/Lima")
    article = read("<p class=meta>19 April 2022, 10:17</p>", site=site)
    assert article.published and article.published.isoformat() == "2022-04-19T10:17:00-05:00"
    assert article.timezone_origin == "site"


NOT_DATES = [
    "<script>var published = '2022-04-19 10:17';</script>",
    "<header><div id=today>今天是2022年6月15日 星期三</div></header>",
    "<div class=comment><span class=date>2022-04-19 10:17</span> Ann: good</div>",
    "<div class=related><a href=/x>Another story</a> <span>19 April 2022</span></div>",
    "<p>Call 0359-2022041 or write to box 20220419123</p>",
]


@pytest.mark.parametrize("trap", NOT_DATES)
def test_dates_of_scripts_clocks_comments_and_related_stories_are_not_the_articles(trap: str) -> None:
    assert read(trap, fetched_at=FETCHED).published is None


def test_published_and_modified_are_two_things() -> None:
    article = read("<p class=meta>Published 19 April 2022 10:17. Updated 20 April 2022 08:00</p>")
    assert (str(article.published), str(article.modified)) == ("2022-04-19 10:17:00+00:00", "2022-04-20 08:00:00+00:00")


def test_statements_that_disagree_are_flagged() -> None:
    head = (
        ld(datePublished="2022-04-19T10:17:57Z")
        + '<meta property="article:published_time" content="2021-01-02T00:10Z">'
    )
    assert any(warning.startswith("published: ") for warning in read("", head).warnings)


AUTHORS = [
    (ld(author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Yu"}]), "", ("Ann Lee", "Bo Yu")),
    (ld(author={"@id": "#p"}) + ld(**{"@type": "Person", "@id": "#p", "name": "Ann Lee"}), "", ("Ann Lee",)),
    (ld(author="By Ann Lee, Senior Editor"), "", ("Ann Lee",)),
    ("", '<p class="byline">By Ann Lee and Bo Yu</p>', ("Ann Lee", "Bo Yu")),
    ("", '<p class="byline">By Ann Lee / PTI</p>', ("Ann Lee",)),
    ("", '<p class="byline">By PTI</p>', ("PTI",)),
    ("", '<span itemprop=author content="Ann Lee">A. L.</span>', ("Ann Lee",)),
    ("", '<p class="byline">Ann Lee, Associated Press</p>', ("Ann Lee",)),
    ("", '<p class="byline">Ann Lee ann.lee@harbour-post.com</p>', ("Ann Lee",)),
    ("", '<p class="author"><span>Written By</span> <a href="/a">Ann Lee</a></p>', ("Ann Lee",)),
    ("", "<p><span>Par Ann Lee</span> <span>Publié le 26 avril 2022</span></p>", ("Ann Lee",)),
    ("", "<p><span>Av: Ann Lee</span> <span>Publicerad 26 april 2022 kl 10.17</span></p>", ("Ann Lee",)),
    ("", "<p><span>كتب: أحمد علي</span> <span>19 أبريل 2022</span></p>", ("أحمد علي",)),
    ("", "<p><span>מאת: דנה לוי</span> <span>19.04.2022</span></p>", ("דנה לוי",)),
    ("", "<p><span>लेखक: अनिल शर्मा</span> <span>19 अप्रैल 2022</span></p>", ("अनिल शर्मा",)),
    ("", "<p>이하늘 기자 sky@news.example</p>", ("이하늘",)),
    ("", "<p>공사는 3단계로 나누어 진행된다.</p>", ()),
    ("", '<p>By <a rel=author href=/author/ann>Ann Lee</a></p>', ("Ann Lee",)),
    ("", "<p>Published 19 April 2022 by Ann Lee</p>", ("Ann Lee",)),
    (ld(author={"@type": "Person", "name": "Harbour Post"}), "<p><strong>Ann Lee/Bo Yu</strong></p>", ("Ann Lee", "Bo Yu")),
    ("", "<ul><li><b>Autorin/Autor</b> Ann Lee</li></ul>", ("Ann Lee",)),
    ("", "<p>Par Ann Lee le 26 Avril 2022</p>", ("Ann Lee",)),
    ("", '<p>By <a rel=author href=/author/ann><span>Ann Lee</span> <b>Ann Lee</b></a></p>', ("Ann Lee",)),
    ("", '<span class="author-name">Tobias K&ouml;ltzsch</span>', ("Tobias Költzsch",)),
    ("", "<div>Ann Lee</div><div>19 April 2022 10:17</div>", ("Ann Lee",)),
    ("", "<div>Tidal Basin</div><div>Harbour and river</div>", ()),
    ("", "<div class=byline>By <a href=/p/ann>Ann Lee</a> <span>Harbour Post</span></div>", ("Ann Lee",)),
    ("", "<p class=byline>By ANN LEE FOR HARBOUR POST</p>", ("ANN LEE",)),
    ("", "<p class=byline>Ann Lee, Senior News Editor</p>", ("Ann Lee",)),
    ('<meta name="author" content="admin">', "", ()),
    ('<meta property="article:author" content="https://facebook.com/harbour">', "", ()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "authors"), AUTHORS)
def test_authors_are_people_and_not_roles_or_addresses(head: str, body: str, authors: tuple[str, ...]) -> None:
    assert read(body, head).authors == authors


SOURCES = [
    ("<p class=info>2022-04-19 10:17 来源：<a>运城日报</a> 责任编辑：张三_NB12 评论：12</p>", "运城日报", "张三", 12),
    ("<p class=info>2022-04-19 10:17　来 源：新华社　　作 者：李四</p>", "新华社", None, None),
    ("<p class=info><span>运城发布</span> <span>2022-04-19 10:17</span></p>", "运城发布", None, None),
    ("<p class=info>2022-04-19 10:17</p>", "运城新闻网", None, None),
    ("<p class=info><span>张三</span> <span>运城发布</span> <em>2022-04-19 10:17</em></p>", "运城发布", None, None),
    (
        "<p class=info><span>张三</span> <a class=nickname>河东夜话</a> <em>2022-04-19 10:17</em></p>",
        "河东夜话",
        None,
        None,
    ),
    ("<p class=info>2022-04-19 10:17</p><p>编辑：张三 责任编辑：李四</p>", "运城新闻网", "李四", None),
]


@pytest.mark.parametrize(("line", "source", "editor", "comments"), SOURCES)
def test_the_source_is_whom_the_page_credits(line: str, source: str, editor: str | None, comments: int | None) -> None:
    article = read(line, '<meta property="og:site_name" content="运城新闻网">', "zh-CN")
    assert (article.source, article.editor, article.comment_count) == (source, editor, comments)


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("<p>By Ann Lee</p>", "Ann Lee"),
        ("<p><span>By Ann Lee</span> <span>19 April 2022, 10:17am</span></p>", "Ann Lee"),
        ('<p>By <a rel=author href=/ann>Ann Lee</a> Follow</p>', "Ann Lee"),
        ("<figure><img src=/a.jpg><figcaption>Source: Ann Lee</figcaption></figure>", "Harbour Post"),
        ("<p>Source: Getty Images</p>", "Harbour Post"),
        ("<p>Source: Bild</p>", "Bild"),
        ("<p>Quelle: Bild: Ann Lee</p>", "Harbour Post"),
        ("<span class=source>Reuters</span>", "Reuters"),
        ("<span class=source>（新华社）</span>", "新华社"),
        ("<span class=source>《滨河日报》</span>", "滨河日报"),
        ("<span class=source>滨河日报》</span>", "滨河日报"),
        ("<span class=source>滨河日报（海外版）</span>", "滨河日报（海外版）"),
        ("<div class=share><span class=source>Share via</span></div>", "Harbour Post"),
        ("<span class='css-1ly73wi'>Continue reading</span>", "Harbour Post"),
        ("<div class=social-media>Social media</div>", "Harbour Post"),
        ("<span class=image-source>Ann Lee</span>", "Harbour Post"),
    ],
)  # fmt: skip
def test_who_took_a_picture_and_what_a_button_says_is_no_source(body: str, source: str) -> None:
    assert read(body, '<meta property="og:site_name" content="Harbour Post">').source == source


def test_who_edited_a_report_is_named_after_it() -> None:
    article = read("<p>By Cy Moor</p>", text=f"{EN}<p>Reporting by Cy Moor; Editing by Ann Lee and Bo Yu</p>")
    assert (article.editor, article.authors) == ("Ann Lee, Bo Yu", ("Cy Moor",))


def test_a_sentence_that_begins_like_a_byline_credits_nobody() -> None:
    text = "<p>Von Montag an fährt jeder zweite Bus die alte Strecke, an Allerheiligen jeder.</p>"
    article = read("", '<meta property="og:site_name" content="Talbote">', "de", text=text)
    assert article.source == "Talbote"


@pytest.mark.parametrize(("numbers", "count"), [((12,), 12), ((12, 3), 12), ((2, 3, 12), None)])
def test_numbers_of_comments_on_the_cards_of_others_are_not_the_articles(
    numbers: tuple[int, ...], count: int | None
) -> None:
    cards = "".join(f"<div><a href=/n/{number}>Bear in town</a><p>{number} comments</p></div>" for number in numbers)
    assert read("", text=f"{EN}</article>{cards}<article>").comment_count == count


def test_an_author_of_a_chinese_page_is_not_taken_from_meta() -> None:
    article = read(
        "<p class=info>2022-04-19 10:17 来源：新华社 作者：李在山</p>", '<meta name="author" content="网易">', "zh"
    )
    assert article.authors == ("李在山",)


def test_the_reporter_named_in_the_text_is_an_author() -> None:
    text = ZH.replace("运城市林业局", "本报讯（记者 陆一夫 通讯员 王小明）运城市林业局")
    assert read("", lang="zh", text=text).authors == ("陆一夫", "王小明")


TAGS = [
    ("", "<div><span>文章关键词：</span><a>school</a> <a>harbour</a></div>", ("school", "harbour")),
    ('<meta name="keywords" content="school, harbour, town">', "", ("school", "harbour", "town")),
    (ld(keywords=["School", "Harbour"]), "", ("School", "Harbour")),
    ("", '<p class=tags><a rel=tag href=/category/isle>Isle</a> <a rel=tag href=/tag/school>School</a></p>', ("School",)),
    ("", '<p class=tags><a rel=tag href=/tag/school>School</a> <a rel=tag href=/tag/town>Town</a></p>', ("School", "Town")),
    ("", '<p class=tags><a rel=tag href=/tag/school>School <span>1888</span></a> <a rel=tag href=/tag/5>Route 5</a> <a rel=tag href=/tag/26>2026</a></p>', ("School", "Route 5", "2026")),
    ("", "<p><a href=/tag/sea>Sea</a></p><p>These are the topics of the day</p><p><a href=/tag/school>School</a> | <a href=/tag/town>Town</a></p>", ("School", "Town")),
    ('<meta name="keywords" content="INDS08, AERO, TRAN, AIRL, GEN, SASIA, DIS">', "", ()),
    ('<meta name="keywords" content="harbour-post, school">', "", ("school",)),
    ('<meta name="custom-keywords" content="school, harbour">', "", ("school", "harbour")),
    ('<meta name="news.staging" content="school, harbour">', "", ()),
    ('<meta name="keywords" content="topic/school, place/harbour">', "", ("school", "harbour")),
    ('<meta name="keywords" content="AC/DC, harbour">', "", ("AC/DC", "harbour")),
    (ld(keywords=["Town", "School"], articleSection="Town"), "", ("Town", "School")),
    (ld(keywords=["Warner Bros.", "#school"]), "", ("Warner Bros.", "school")),
]  # fmt: skip


TAG_ROWS = [
    "<p>{label} {links}</p>",
    "<div><h3>{label}</h3><div>{links}</div></div>",
    "<div>{label}</div><ul><li>{links}</li></ul>",
]
TAG_LABELS = [
    "Tags:", "Topics", "Filed under:", "More on", "In this article", "Schlagwörter", "Mehr zum Thema", "Mots-clés :", "Sujets",
    "En savoir plus sur", "Etiquetas:", "Más sobre:", "Argomenti trattati", "Palavras-chave:", "Onderwerpen", "Meer over",
    "Słowa kluczowe:", "Ключевые слова:", "Taggar:", "Läs mer om", "Följ ämnen i artikeln", "Etiketler", "ΕΤΙΚΕΤΕΣ",
    "関連キーワード", "関連トピック・ジャンル", "关键词 &gt;&gt;", "태그", "标签：", "关键字：",
]  # fmt: skip


@pytest.mark.parametrize("row", TAG_ROWS)
@pytest.mark.parametrize("label", TAG_LABELS)
def test_links_beside_a_label_are_tags(label: str, row: str) -> None:
    tags = row.format(label=label, links="<a href=/x/1>storm</a> <a href=/x/2>power grid</a>")
    assert read("", text=f"{EN}</article><div>{tags}</div><article>").tags == ("storm", "power grid")


@pytest.mark.parametrize("name", ["ArticlePage-tags", "entry_keywords", "articleTopics"])
def test_links_in_a_row_below_the_text_that_is_called_tags_are_tags(name: str) -> None:
    links = "<a class=Link href=/x/1>storm</a> <a class=Link href=/x/2>power grid</a>"
    assert read("", text=f"{EN}</article><div class={name}>{links}</div><article>").tags == ("storm", "power grid")


def test_a_row_called_tags_may_set_each_of_them_as_a_heading() -> None:
    links = "<h4 class=tag><a href=/chu-de/1>storm</a></h4><h4 class=tag><a href=/chu-de/2>power grid</a></h4>"
    assert read("", text=f"{EN}</article><div class=tags>{links}</div><article>").tags == ("storm", "power grid")


def test_headlines_under_such_a_label_are_none() -> None:
    links = "<a href=/x/1>Ferry firm wants a longer pier at Winnow</a>"
    assert read("", text=f"{EN}</article><div><h3>More on</h3><div>{links}</div></div><article>").tags == ()


TAGGED = [
    "<div data-part=page-tags>{}</div>",
    "<div class='c d'>{}</div>",
    "<div class=x-tags><p class=via><span>Via</span> <a href=https://agency.example/>Agency</a></p><p>{}</p></div>",
    "<ul class=x><li>Tags</li><li>{}</li></ul><p><a href=/x>Facebook</a></p><p><a href=/y>Print</a></p>",
    "<p>Tags: {} <a href=https://share.example/?u=1>Share this</a></p>",
    "<div class=topic-page>{}<a href=/n/1><h3>Parade of cats called off</h3><time>10:00</time></a></div>",
]
NO_TAGS = [
    "<div>{}</div><div class=x-topics><a href=/n/1><h3>Parade of cats</h3></a> <a href=/n/2><h3>Bear in town</h3></a></div>",
    "<div class=x-tags><a href=/n/1>10:00</a> <a href=/n/2>12.5.2023</a> <a href=/n/3>32m ago</a> <a href=/n/4>&gt;</a></div>",
    "<div><a href=/stitek/olympics>Olympics</a> <a href=/stitek/elections>Elections</a></div>",  # the day's topics
    "<div><a href=/konu/school>School</a></div>",  # one link may be to a section
]  # fmt: skip


@pytest.mark.parametrize("box", TAGGED)
def test_tags_are_the_links_of_their_row_that_stay_on_the_site(box: str) -> None:
    links = "<a href=/stitek/school>School</a> <a href=/stitek/harbour>Harbour</a>"
    assert read("", text=f"{EN}</article>{box.format(links)}<article>").tags == ("School", "Harbour")


def test_a_page_kept_under_another_address_keeps_its_tags() -> None:
    menu = "".join(f"<a href=https://harbour.example/{name}/>{name}</a> " for name in "abcdefgh")
    tags = "<a href=https://harbour.example/tag/school>School</a> <a href=https://harbour.example/tag/quay>Quay</a>"
    share = "<a href=https://share.example/tag/?u=1>Share</a>"
    page = read("", text=f"{EN}</article><p>Tags: {tags} {share}</p><nav>{menu}</nav><article>")
    assert page.tags == ("School", "Quay")


@pytest.mark.parametrize("box", NO_TAGS)
def test_teasers_times_and_other_topics_are_no_tags(box: str) -> None:
    assert read("", text=f"{EN}</article>{box}<article>").tags == ()


def test_a_row_called_tags_above_the_text_gives_them() -> None:
    row = "<ul class=newstag-list><li><a href=/a>School</a></li><li><a href=/b>Harbour</a></li></ul>"
    assert read(row.replace("newstag", "articletag")).tags == ("School", "Harbour")


def test_links_that_look_like_hashtags_are_tags() -> None:
    links = "<a href=/x/1>#storm</a> <a href=/x/2>#power grid</a>"
    assert read("", text=f"{EN}</article><p>{links}</p><article>").tags == ("storm", "power grid")


@pytest.mark.parametrize(("head", "body", "tags"), TAGS)
def test_tags_are_the_articles_and_not_the_sites(head: str, body: str, tags: tuple[str, ...]) -> None:
    assert read(body, head).tags == tags


SECTIONS = [
    (ld(articleSection="Town"), "", "Town"),
    ('<meta property="article:section" content="Town">', "", "Town"),
    ("", '<div class="breadcrumb"><a href=/>Home</a> > <a href=/town/>Town</a> > School opens again</div>', "Town"),
    ("", "<p>19 April 2022 <a rel='category tag' href=/c/town>Town</a></p>", "Town"),
    ("", "<p>19 April 2022 <a rel='category tag' href=/c/town>› Town</a></p>", "Town"),
    ("", "<p>19 April 2022 <a href=/rubrics/town/>Town</a></p>", "Town"),
    ("", "<dl><dd>Autor: Anna Kowal</dd><dd>Kategoria: <a href=/m>Town</a></dd></dl>", "Town"),
    ("", "<p>in <a rel=tag href=/category/town/>Town</a></p>", "Town"),
    ("", "<p><a href=/rubrics/town/>Town</a> or sea?</p>", None),
    (
        "",
        "<div class=position><a href=https://www.harbour.test/>Harbour Web</a> > <a href=/town/>Town</a></div>",
        "Town",
    ),
    ("", "<div class=position><a href=https://www.harbour.test/>Harbour Web</a> > Text</div>", None),
    ("", "<div class=position><a href=https://town.harbour.test/>Town</a> > Text</div>", "Town"),
    ("", "<div class=crumbs><a href=/town/>Town</a> <a href=#top>To the top</a></div>", "Town"),
    ("", "<div class=crumbs><a href=/town/>Town</a></div><p><a href=/sea/>Sea</a></p>", "Town"),
    ("", "<div class=crumbs><a href=/town/>Town</a> <a href='javascript:history.back()'>Go</a></div>", "Town"),
    ("", "<div class=crumbs><a href=/town/>Town</a> <a href=http://[bad>Broken</a></div>", "Town"),
    ("", "<div class='bar position-relative'><a href=/town/>Town</a></div>", None),
    ("", f"<div class=crumbs>{'<a href=/x/>Menu</a> ' * 10}</div>", None),
    (ld(articleSection="harbour.test"), "", None),
    (ld(articleSection="Uncategorized"), "", None),
    (ld(articleSection="Categories"), "", None),
    ('<meta name="dcterms.type" content="Text">', "", None),
    ("", "", None),
]


@pytest.mark.parametrize(
    ("below", "section"),
    [
        ("<p>Classé dans : <a href=/category/town/>Town</a> - <a href=#c>3</a></p>", "Town"),
        ("<h3>Read next</h3><p><a href=/category/town/>Town</a></p>", None),
        ("<ul><li><a href=/category/town/>Town</a></li><li><a href=/category/sea/>Sea</a></li></ul>", None),
    ],
)
def test_a_line_under_the_text_may_begin_with_the_section(below: str, section: str | None) -> None:
    assert read("", text=f"{EN}</article>{below}<article>").section == section


@pytest.mark.parametrize(("head", "body", "section"), SECTIONS)
def test_the_section_is_declared_linked_or_absent(head: str, body: str, section: str | None) -> None:
    assert read(body, head).section == section


CRUMBS = [
    (
        "<ol><li><a href=/>Home</a></li><li><a href=/news/>News</a></li><li><a href=/news/town/>Town</a></li></ol>",
        "Town",
    ),
    ("<div>You are here: <a href=/>Home</a> » <a href=/town/>Town</a></div>", "Town"),
    ("<div><a href=/>Startseite</a> / <a href=/town/>Town</a> / <span>School opens again</span></div>", "Town"),
    ("<div><a href=/>Harbour Post</a> <a href=/login>Sign in</a></div>", None),
    ("<ul><li><a href=/>Home</a></li><li><a href=/town/>Town</a></li><li><a href=/sport/>Sport</a></li></ul>", None),
    ("<div><a href=/town/>Town</a></div>", None),
    ("<nav><a href=/>Home</a> <a href=/about>About</a></nav>", None),
    ("<nav><a href=/>Startseite</a> <a href=/wir>Über uns</a></nav>", None),
    ("<div><a href=/>Home</a> <a href=http://[town>Town</a></div>", None),
]


@pytest.mark.parametrize(("crumbs", "section"), CRUMBS)
def test_a_trail_from_home_to_the_title_needs_no_name(crumbs: str, section: str | None) -> None:
    html = page(f"{crumbs}<h1>School opens again</h1><article>{EN}</article>")
    assert extract(html, "https://harbour-post.com/a/school-opens-1").section == section


def counted(kind: str, number: object) -> str:
    return ld(interactionStatistic={"interactionType": f"https://schema.org/{kind}", "userInteractionCount": number})


@pytest.mark.parametrize(
    ("head", "count"),
    [(ld(commentCount=12), 12), (ld(commentCount="1,204"), 1204), (ld(commentCount="many"), None),
     (counted("CommentAction", 7), 7), (counted("LikeAction", 7), None)],
)  # fmt: skip
def test_the_number_of_comments_may_be_told_to_machines_alone(head: str, count: int | None) -> None:
    assert read("", head).comment_count == count


@pytest.mark.parametrize(
    ("head", "editor"),
    [(ld(editor={"@type": "Person", "name": "Bo Yu"}), "Bo Yu"), ('<meta name=editor content="Bo Yu">', "Bo Yu"),
     (ld(editor={"@type": "Person", "name": "admin"}), None), ('<meta name=editor content="admin">', None)],
)  # fmt: skip
def test_the_editor_may_be_told_to_machines_alone(head: str, editor: str | None) -> None:
    assert read("", head).editor == editor


def test_a_folder_of_a_person_in_which_the_page_lies_is_no_section() -> None:
    link = "<p>A report that <a href=/people/{0}/>{1}</a> has sent from the coast</p>"
    url = "https://harbour-post.com/people/{0}/school-opens"
    assert read(link.format("ann-lee", "Ann Lee"), url=url.format("ann-lee")).authors == ("Ann Lee",)
    assert read(link.format("harbour-people", "Harbour People"), url=url.format("harbour-people")).authors == ()


def test_a_day_without_a_year_is_trusted_less() -> None:
    article = read("<p>19 April</p>", fetched_at=FETCHED)
    assert (article.published, article.origins["published"][0].where) == (datetime(2022, 4, 19, tzinfo=UTC), "yearless")


@pytest.mark.parametrize(
    ("head", "access"),
    [(ld(isAccessibleForFree=False), "paywalled"), (ld(isAccessibleForFree="True"), "free"),
     ('<meta property="article:content_tier" content="locked">', "paywalled"), ("", None)],
)  # fmt: skip
def test_access_is_said_or_unknown(head: str, access: str | None) -> None:
    assert read("", head).access == access


def test_the_sites_rules_win_field_by_field() -> None:
    rule = Rule(title=(".t",), section=("a.s::text",), published=(".d",), tags=(".k a",))
    site = Site(key="h", name="Harbour Post", start="https://harbour-post.com/", rules=(rule,))
    article = read(
        "<p class=t>School <b>opens</b></p><a class=s>Town</a><i class=d>19.4.2022 10:17</i>",
        ld(author="Ann Lee"),
        site=site,
    )
    assert (article.title, article.section, article.authors) == ("School opens", "Town", ("Ann Lee",))
    assert str(article.published) == "2022-04-19 10:17:00+00:00"
    assert article.origins["title"][0].origin == article.origins["published"][0].origin == "rule"


RULED = [
    ("authors", "<p class=x>By <a>Ann Lee</a><a>Bo Yu</a></p>", ("Ann Lee", "Bo Yu")),
    ("authors", "<p class=x><span>Ann</span> <span>Lee</span></p>", ("Ann Lee",)),
    ("authors", "<p class=x>Gerd Ohlsen / Merle Thoms</p>", ("Gerd Ohlsen", "Merle Thoms")),
    ("authors", "<p class=x>The editors</p>", ("The editors",)),
    ("source", "<p class=x>来源：环江晚报</p>", "环江晚报"),
    ("editor", "<p class=x>（责任编辑：蒙江）</p>", "蒙江"),
    ("tags", "<ul class=x><li>Sea</li><li>Ferries</li></ul>", ("Sea", "Ferries")),
    ("tags", "<p class=x>Tags: Sea; Ferries</p>", ("Sea", "Ferries")),
    ("comment_count", "<p class=x>评论(1204)</p>", 1204),
    ("comment_count", "<p class=x>1,204 readers replied</p>", 1204),
    ("comment_count", "<p class=x>1.2k replied</p>", None),
    ("title", "<p class=x>School<br>opens</p>", "School opens"),
    ("title", "<p class=x>Opening: the school</p>", "Opening: the school"),
    ("title", "<p class=x>School opens</p><p class=x>A road is closed</p>", "School opens"),
    ("section", "<p class=x>Town</p><p class=x>Sea</p><p class=x>Sea</p>", "Town"),
    ("published", "<p class=x>19.4.2022</p><p class=x>21.4.2022</p>", datetime(2022, 4, 19, tzinfo=UTC)),
]


@pytest.mark.parametrize(("field", "html", "value"), RULED)
def test_what_a_rule_finds_is_read_as_a_reader_would(field: str, html: str, value: object) -> None:
    site = Site(key="h", name="Harbour Post", start="https://harbour-post.com/", rules=(Rule(**{field: (".x",)}),))
    assert getattr(read(html, site=site), field) == value


def test_a_time_that_a_rule_finds_may_stand_in_a_long_line_and_is_told_if_it_cannot_be_read() -> None:
    site = Site(key="h", name="Harbour Post", start="https://harbour-post.com/", rules=(Rule(published=(".x",)),))
    article = read(f"<p class=x>{'Printed for all who live on the coast. ' * 4} 19.4.2022 10:17</p>", site=site)
    assert str(article.published) == "2022-04-19 10:17:00+00:00"
    chosen = article.origins["published"][0]
    assert (chosen.origin, chosen.where, chosen.confidence > 0.98) == ("rule", ".x", True)
    assert read("<p class=x>Issue 61, spring</p>", site=site).warnings == (
        "published: the rule .x finds 'Issue 61, spring', in which no date can be read",
    )


def test_a_time_of_the_response_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="fetched_at needs a time zone"):
        read("", fetched_at=datetime(2022, 4, 19))  # noqa: DTZ001 - what is refused


def test_every_candidate_is_kept_with_its_place() -> None:
    article = read("<p class=byline>By Ann Lee</p>", ld(author="Ann Lee", headline="School opens again"))
    title = article.origins["title"]
    assert [one.chosen for one in title].count(True) == 1
    assert {("heading", "h1 in title"), ("json-ld", "headline"), ("title-element", "title")} <= {
        (one.origin, one.where) for one in title
    }
    assert title[0].reason.startswith("agrees with ")
    assert 0.9 < title[0].confidence < 1


def test_hints_of_discovery_are_candidates() -> None:
    article = read("", hints={"published": "2022-04-19T10:17:57Z", "section": "Town"})
    assert (str(article.published), article.section) == ("2022-04-19 10:17:57+00:00", "Town")
    assert article.origins["published"][0].origin == "feed"


def test_the_sites_keywords_stay_known_while_the_memory_goes_on_learning() -> None:
    memory = SiteMemory()
    tags = []
    for number in range(30):
        head = f'<meta name="keywords" content="sea, harbour news, subject {number}">'
        article = read("", head, memory=memory)
        tags.append(article.tags)
        memory.learn(article.observed)
    assert tags[5:] == [(f"subject {number}",) for number in range(5, 30)]


def test_the_sites_memory_knows_its_endings_and_keywords() -> None:
    memory = SiteMemory()
    for _ in range(3):
        memory.learn([SiteLine("title-ending", "- Sea & More"), SiteLine("keyword", "sea")])
    html = page(
        f"<article>{EN}</article>", '<meta name="keywords" content="sea, school">', title="School opens - Sea & More"
    )
    article = extract(html, "https://harbour-post.com/a", memory=memory)
    assert (article.title, article.tags) == ("School opens", ("school",))


def test_a_page_tells_its_site_what_may_repeat() -> None:
    observed = set(read("", '<meta name="keywords" content="school">').observed)
    assert {SiteLine("title-ending", "| Harbour Post"), SiteLine("keyword", "school")} <= observed


@pytest.mark.parametrize("url", ["http://[", "https://harbour-post.com:port/a", "//", "", None])
def test_malformed_addresses_are_survived(url: str | None) -> None:
    head = '<meta property="og:image" content="http://[x"><link rel=canonical href="http://[">' + ld(
        url="http://[", headline="A"
    )
    links = '<p>19 April 2022 <a href="http://[">Town</a><img src="http://[" width=600 height=400></p>'
    assert read(links, head, url=url).published is not None


def test_an_unsure_language_tells_the_order_of_a_date() -> None:
    text = "Chính quyền ước tính chi phí khoảng mười tỷ đồng, phần lớn do ngân sách tỉnh chi trả. Xe cộ sẽ đi vòng qua cảng."
    html = f"<title>Cầu cũ đóng cửa</title><div><h1>Cầu cũ đóng cửa</h1><p>03/12/2025 10:26</p><p>{text}</p><p>{text}</p></div>"
    article = extract(html, "https://news.example.test/a/1.html")
    assert article.language is None
    assert article.published and article.published.date() == date(2025, 12, 3)


@pytest.mark.parametrize(
    "kicker", ["<span>TRANSPORT</span> ", "<span>Exclusive</span><span> – </span>", "<small>Harbour notes</small> "]
)
def test_a_kicker_in_the_heading_is_no_part_of_the_title(kicker: str) -> None:
    html = f"<title>Old bridge to close | Post</title><h1>{kicker}<span>Old bridge to close</span></h1><article>{EN}</article>"
    assert extract(html, "https://news.example.test/a/1.html").title == "Old bridge to close"


def test_a_page_written_in_references_reads_as_one_in_letters() -> None:
    lines = f"<div><h1>滨河步道下月开工</h1><div>2022-04-19 10:17 来源：滨河日报 作者：何云</div>{ZH}<p>责任编辑：陆山</p></div>"
    html = f"<title>滨河步道下月开工_滨河网</title>{lines}"
    coded = "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in html)
    read, decoded = (extract(each, "https://www.example.test/2022/0419/1.html") for each in (html, coded))
    names = ("title", "source", "authors", "editor", "published", "body")
    assert [getattr(decoded, name) for name in names] == [getattr(read, name) for name in names]
    assert (read.source, read.authors) == ("滨河日报", ("何云",))
