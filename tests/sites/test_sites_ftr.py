import pytest

from newsarchive.sites.ftr import css_of, read_ftr


@pytest.mark.parametrize(
    ("xpath", "css"),
    [
        ("//h1", "h1"),
        ("//div[@id='story']/p", "div[id='story'] > p"),
        ('//*[@class="by line"]', "*[class='by line']"),
        ("//span[contains(@class, 'author')]//a[@rel='author']", "span[class*='author'] a[rel='author']"),
        ("//div[contains(concat(' ', normalize-space(@class), ' '), ' body ')]", "div.body"),
        ("//time/@datetime", "time::attr(datetime)"),
        ("//p[1]", None),
        ("//div[@id='a']/following-sibling::p", None),
        ("substring-after(//h1, ':')", None),
        ("", None),
    ],
)
def test_an_xpath_becomes_css_or_is_refused(xpath: str, css: str | None) -> None:
    assert css_of(xpath) == css


def test_a_site_config_becomes_one_rule() -> None:
    found = read_ftr(
        """# Example
        title: //h1[@class='headline']
        body: //div[@id='text'] | //article
        author: //a[@rel='author']
        date: //time/@datetime
        strip: //aside
        strip_id_or_class: share
        strip: //p[last()]
        replace_string(<br>): <p>
        prune: no
        test_url: https://news.example.test/1
        """
    )
    assert found.rule == {
        "title": ["h1[class='headline']"],
        "body": ["div[id='text']", "article"],
        "authors": ["a[rel='author']"],
        "published": ["time::attr(datetime)"],
        "remove": ["aside", "[id*='share']", "[class*='share']"],
    }
    assert found.left_out == ["strip: //p[last()]", "replace_string(<br>): <p>"]
    assert found.test_urls == ["https://news.example.test/1"]
