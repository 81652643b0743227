"""Keywords of a page are the article's, not the site's."""

import pytest

from newsarchive.extraction import extract
from newsarchive.items import Article

EN = "".join(
    f"<p>The council of the harbour town decided on {day} that the ferry to the school island will sail again in spring,"
    " after two years without a boat that cost the islanders more than was planned.</p>"
    for day in ("Monday", "Tuesday", "Thursday")
)
ZH = "".join(
    f"<p>{name}昨日召开工作会议，要求各部门继续做好春季防火和森林防护工作，切实保护人民群众生命财产安全，确保山区社会大局稳定。</p>"
    for name in ("林业局", "应急局", "水务局")
)


def read(keywords: str, *, below: str = "", head: str = "", lang: str = "en") -> Article:
    headline, ending, text = {
        "en": ("Ferry to the school island sails again", " - Harbour Post", EN),
        "zh": ("山区防火会议昨日召开 各部门分工", "-今日山区", ZH),
    }[lang]
    return extract(
        f'<html lang="{lang}"><head><title>{headline}{ending}</title><meta name="keywords" content="{keywords}">{head}'
        f"</head><body><h1>{headline}</h1><article>{text}</article>{below}<p>About us</p></body></html>",
        "https://www.site.example/a/1.html",
    )


@pytest.mark.parametrize(
    ("keywords", "lang", "tags"),
    [
        ("今日山区,山区,山区网,今日山区官网,防火", "zh", ("防火",)),
        ("山区,防火", "zh", ("山区", "防火")),  # a part of the name only, where the name itself is not in the list
        ("山区防火会议昨日召开 各部门分工,防火 会议 分工", "zh", ("防火", "会议", "分工")),
        ("防火,5G 手机", "zh", ("防火", "5G 手机")),
        ("ニュース,新聞,防火", "zh", ("防火",)),
        ("Harbour Post, Harbour, ferry", "en", ("Harbour", "ferry")),  # the name of a paper holds that of its town
        ("Harbour Post News, HarbourPost.com, ferry", "en", ("ferry",)),
        ("Ferry to the school island sails again, ferry", "en", ("ferry",)),
    ],
)
def test_names_of_the_site_and_the_headline_are_no_keywords(keywords: str, lang: str, tags: tuple[str, ...]) -> None:
    assert read(keywords, lang=lang).tags == tags


def test_the_ending_of_the_title_is_no_name_where_the_page_declares_one() -> None:
    head = '<meta property="og:site_name" content="Other Post">'
    assert read("Harbour Post, Other Post, ferry", head=head).tags == ("Harbour Post", "ferry")


ROW = "<p class=tags><a href=/x/1>Ferry</a> <a href=/x/2>School island</a></p>"


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("home page, sport, weather, business", ("Ferry", "School island")),
        ("council, islanders, harbour town", ("council", "islanders", "harbour town")),  # the text speaks of them
        ("ferry, sport, weather, business", ("ferry", "sport", "weather", "business")),  # the row has one of them
    ],
)
def test_printed_tags_win_over_keywords_of_which_the_text_does_not_speak(keywords: str, tags: tuple[str, ...]) -> None:
    assert read(keywords, below=ROW).tags == tags


def test_without_printed_tags_the_keywords_stay() -> None:
    assert read("sport, weather, business").tags == ("sport", "weather", "business")


def test_a_line_of_hash_tags_below_the_text_has_the_tags() -> None:
    assert read("", below="<p>#ferry #harbour #island</p>").tags == ("ferry", "harbour", "island")
    assert read("", below="<p>#ferry to the island</p>").tags == ()


def test_a_line_of_hash_tags_under_the_title_has_the_tags() -> None:
    html = f"<html lang=en><title>Sails again</title><h1>Sails again</h1>{{}}<article>{EN}</article></html>"
    assert extract(html.format("<p>#ferry #NightTrains</p>")).tags == ("ferry", "NightTrains")
    assert extract(html.format("<p>#1 of the harbour #2</p>")).tags == ()


def test_the_sections_of_the_menu_are_no_keywords() -> None:
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Town/Region", "Sport", "Culture", "Money"))
    filler = "".join(f"<p>Line {number} of the head</p>" for number in range(9))
    html = (
        "<html lang=en><head><title>Sails again</title><meta name=keywords content='{}'></head><body><ul>"
        f"{menu}</ul>{filler}<h1>Sails again</h1><article>{EN}</article></body></html>"
    )
    assert extract(html.format("Town, Region, Sport, Culture, Money, gazette")).tags == ()
    assert extract(html.format("Town, Sport, ferry, island, boat")).tags == ("Town", "Sport", "ferry", "island", "boat")
    told = ("Town", "Region", "Sport", "ferry", "island")
    assert extract(html.format(", ".join(told))).tags == told


def test_the_words_of_the_address_are_no_keywords() -> None:
    words = ("ferry", "sails", "again", "spring", "island")
    head = f"<title>Sails</title><meta name=keywords content='{','.join(words)}'>"
    html = f"<html lang=en><head>{head}</head><body><h1>Sails</h1><article>{EN}</article></body></html>"
    assert extract(html, "https://post.example/a/ferry-sails-again-spring-island.html").tags == ()
    assert extract(html, "https://post.example/a/1.html").tags == words


def test_one_keyword_gives_way_to_a_longer_list_that_has_it() -> None:
    row = "".join(f"<a href=/tags/{name}>{name}</a> " for name in ("Politics", "Ferries", "Islands", "Harbour"))
    article = read("Politics", below=f"<div>{row}</div>")
    assert article.tags == ("Politics", "Ferries", "Islands", "Harbour")


def test_who_wrote_an_article_is_no_tag_of_it() -> None:
    assert read("ferry, Ann Lee, island", head="<meta name=author content='Ann Lee'>").tags == ("ferry", "island")


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        ("Tag:ferry, Section:Local, Author:Ann Lee, Tag:harbour", ("ferry", "harbour")),
        ("ferry, harbour, pageType:article, wordcount:300", ("ferry", "harbour")),
        ("tag:ferry, section:local, tag:harbour, type:article", ("ferry", "harbour")),
        ("ferry, harbour, See all topics", ("ferry", "harbour")),
        ("Ferry: a farewell, harbour", ("Ferry: a farewell", "harbour")),  # only one says its kind: it may be a title
        ("Ferries (92), Islands (1,204 posts), Harbour (2016)", ("Ferries", "Islands", "Harbour (2016)")),
        ("cat_ferries, cat_islands, k1_boats", ()),
    ],
)
def test_keywords_are_freed_of_kinds_and_counts(keywords: str, tags: tuple[str, ...]) -> None:
    assert read(keywords).tags == tags


def test_categories_of_a_microformat_are_tags() -> None:
    below = '<p><a class="p-category" href="/t/1">ferries</a> <a class="p-category" href="/t/2">islands</a></p>'
    assert read("", below=below).tags == ("ferries", "islands")


@pytest.mark.parametrize("name", ["etiketler", "cikk-cimkek", "tagy"])
def test_a_row_that_is_called_tags_in_another_language_has_the_tags(name: str) -> None:
    below = f"<div class='{name}'><a href=/e/1>ferries</a> <a href=/e/2>islands</a></div>"
    assert read("", below=below).tags == ("ferries", "islands")


COMMENTS = "".join(f"<div class=comment><p>Reader {n}</p><p>That is what I say, too.</p></div>" for n in range(40))
FAR = "<footer>Posted in <a href=/c rel='category tag'>News</a>, tagged <a href=/t/1 rel=tag>ferries</a></footer>"
FAR_ROW = "<footer><span class=tag-links><a href=/tag/1>ferries</a> <a href=/tag/2>boats</a></span></footer>"


@pytest.mark.parametrize(
    ("below", "tags"), [(FAR, ("ferries",)), (FAR_ROW, ("ferries", "boats")), (FAR_ROW + FAR_ROW, ())]
)
def test_one_row_of_tags_behind_the_comments_is_the_articles(below: str, tags: tuple[str, ...]) -> None:
    assert read("", below=COMMENTS + below).tags == tags


def test_links_behind_a_label_are_the_tags_where_categories_are_called_so_too() -> None:
    below = "<p>In: <a href=/c/1 rel=tag>News</a></p><p>Tags: <a href=/t/1 rel=tag>ferries</a> and <a href=/t/2 rel=tag>boats</a></p>"
    assert read("", below=below).tags == ("ferries", "boats")


def test_keywords_with_the_sites_name_of_which_the_text_speaks_hardly_are_the_sites() -> None:
    wide = "Harbour Post, news, weather, jobs, property, breaking news"
    assert read(wide).tags == ()
    assert read(f"{wide}, ferry, island").tags != ()


@pytest.mark.parametrize(("more", "tags"), [("abcdefg", 3), ("abcde", 8)])
def test_the_articles_own_tags_win_over_far_longer_lists_that_have_them(more: str, tags: int) -> None:
    own = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("ferry", "island", "harbour town"))
    long = ", ".join(["ferry", "island", "harbour town", *(f"council {letter}" for letter in more)])
    again = "".join(f'<meta name="{name}" content="{long}">' for name in ("news_keywords", "parsely-tags"))
    assert len(read(long, head=own + again).tags) == tags
