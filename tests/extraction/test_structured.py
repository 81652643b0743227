"""Structured data is found in whatever shape and state pages have it."""

import pytest

from newsarchive.extraction.fields.structured import Facts, json_of
from newsarchive.extraction.page import Page

ARTICLE = '{"@type": "NewsArticle", "headline": "School opens", "url": "https://a.test/school"}'


def facts(*scripts: str, head: str = "", url: str | None = None) -> Facts:
    inside = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return Facts(Page(f"<html><head><title>School opens - A</title>{head}{inside}</head><body></body></html>"), url)


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "A"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        ARTICLE.replace("}", ",}"),
        ARTICLE.replace("School opens", "School\nopens"),
        ARTICLE + ";",
        ARTICLE.replace('"', "&quot;"),
        ARTICLE[:-1] + ', "x": "cut off',
        ARTICLE.replace("NewsArticle", "https://schema.org/ReportageNewsArticle"),
        ARTICLE.replace('"NewsArticle"', '["Article", "NewsArticle"]'),
        ARTICLE.replace("NewsArticle", "ImageGallery"),
    ],
)
def test_the_headline_is_found(script: str) -> None:
    assert facts(script).texts("headline") == ["School opens"]


def test_the_article_about_the_page_is_chosen_among_several() -> None:
    other = (
        '{"@type": "NewsArticle", "headline": "Another story", "author": {"name": "Bo"}, "url": "https://a.test/other"}'
    )
    assert facts(other, ARTICLE, url="https://a.test/school").texts("headline") == ["School opens"]


def test_articles_in_lists_are_not_the_pages() -> None:
    assert facts('{"@type": "ItemList", "itemListElement": [' + ARTICLE + "]}").article == {}


def test_references_lead_to_the_named_object() -> None:
    graph = (
        '{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ann"}]}'
    )
    assert facts(graph).texts("author") == ["Ann"]


def test_texts_are_plain() -> None:
    assert facts('{"@type": "Article", "headline": "<b>Fish &amp;amp; chips</b>"}').texts("headline") == [
        "Fish & chips"
    ]


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"@type": {"a": 1}}', '"text"', "[" * 5000, '{"headline": 5}']
)
def test_any_script_is_safe(text: str) -> None:
    assert facts(text).texts("headline") in ([], ["5"])
    json_of(text)


def test_meta_names_are_read_whatever_their_attribute_and_case() -> None:
    head = (
        '<meta property="OG:Title" content="One"><meta name="PubDate" content="2022"><meta itemprop="author" content="Ann">'
        '<meta name=" og:time " content="x"><meta name="empty" content=" "><meta content="nameless">'
    )
    assert facts(head=head).metas == {"og:title": ["One"], "pubdate": ["2022"], "author": ["Ann"], "og:time": ["x"]}


def test_templates_that_nobody_filled_in_say_nothing() -> None:
    found = facts(ARTICLE.replace("School opens", "{{title}}"), head="<meta name=author content='{{ author }}'>")
    assert (found.texts("headline"), list(found.meta("author"))) == ([], [])


def test_metas_that_hold_others_are_unpacked() -> None:
    head = (
        """<meta name="parsely-page" content='{"author": "Ann Lee", "tags": ["ferry", "river"], "section": 3}'>"""
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Bo Yu">'
    )
    found = facts(head=head)
    assert list(found.meta("parsely-author", "parsely-tags", "parsely-section", "twitter:author")) == [
        ("parsely-author", "Ann Lee"),
        ("parsely-tags", "ferry"),
        ("parsely-tags", "river"),
        ("twitter:author", "Bo Yu"),
    ]


def test_a_card_that_tells_the_time_of_reading_names_nobody() -> None:
    head = '<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="4 minutes">'
    assert list(facts(head=head).meta("twitter:author")) == []


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('[{"name": "Ann Lee"}, {"@type": "Person", "name": "Bo Yu"}]', ["Ann Lee", "Bo Yu"]),
        ('"Ann Lee"', ["Ann Lee"]),
        ('{"@type": "Person", "name": "Ann Lee"}', ["Ann Lee"]),
    ],
)
def test_all_authors_are_read_from_data_that_are_broken_elsewhere(author: str, names: list[str]) -> None:
    text = f'{{"headline": "Rain", "author": {author}, "description": "the "old" mill"}}'
    assert facts(text).texts("author") == names
