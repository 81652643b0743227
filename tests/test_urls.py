import pytest

from newsarchive.urls import canonical_url, host, is_http, registered_domain, same_site

CANONICAL = {
    "http://example.com": "http://example.com/",
    " https://Example.COM:443/A/b.html#top ": "https://example.com/A/b.html",
    "http://example.com:80/a": "http://example.com/a",
    "http://example.com:8080/a": "http://example.com:8080/a",
    "http://example.com./a": "http://example.com/a",
    "http://example.com/a/./b/../c": "http://example.com/a/c",
    "http://example.com/../../a": "http://example.com/a",
    "http://example.com/a/b/..": "http://example.com/a/",
    "http://example.com/a/.hidden": "http://example.com/a/.hidden",
    "http://example.com/a?utm_source=rss&utm_medium=x": "http://example.com/a",
    "http://example.com/a?b=2&a=1&fbclid=x": "http://example.com/a?a=1&b=2",
    "http://example.com/a?from=timeline&id=3": "http://example.com/a?id=3",
    "http://example.com/a?from=2019-01-01": "http://example.com/a?from=2019-01-01",
    "http://example.com/a?reference=1&refresh=2": "http://example.com/a?reference=1&refresh=2",
    "http://example.com/a?spm=C1.2.3&PHPSESSID=9": "http://example.com/a",
    "http://example.com/3474.html?2": "http://example.com/3474.html?2",
    "http://example.com/a.jsp;jsessionid=1A2B?x=1": "http://example.com/a.jsp?x=1",
    "http://example.com/疫情?标签=1": "http://example.com/%E7%96%AB%E6%83%85?%E6%A0%87%E7%AD%BE=1",
    "http://example.com/%7euser/%e7%96%ab%41": "http://example.com/~user/%E7%96%ABA",
    "http://example.com/a b": "http://example.com/a%20b",
    "http://example.com/50%": "http://example.com/50%",
    "http://新闻.example/a": "http://xn--efvy88h.example/a",
    "http://user:pw@example.com/a": "http://example.com/a",
    "http://[::1]:8000/a": "http://[::1]:8000/a",
    "http://example.com/#!/news/1": "http://example.com/#!/news/1",
    "http://example.com/a\n/b": "http://example.com/a/b",
    "http://example.com//a//b": "http://example.com//a//b",
    "mailto:someone@example.com": "mailto:someone@example.com",
    "http://[broken/": "http://[broken/",
    "http://example.com:99999/": "http://example.com:99999/",
    "/relative": "/relative",
    "": "",
}


@pytest.mark.parametrize(("url", "expected"), CANONICAL.items())
def test_an_address_has_one_canonical_form(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


@pytest.mark.parametrize("url", CANONICAL)
def test_a_canonical_form_is_its_own(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.bbc.co.uk/a", "bbc.co.uk"),
        ("http://www.shanxidayuan.com/gsyl/", "shanxidayuan.com"),
        ("http://a.gov.cn/x", "a.gov.cn"),
        ("http://one.github.io/", "one.github.io"),
        ("http://localhost:8000/", "localhost"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://[::1]:8000/", "[::1]"),
        ("http://daily.newsroom.test/", "newsroom.test"),
        ("no address", ""),
    ],
)
def test_the_registered_domain_follows_the_public_suffix_list(url: str, domain: str) -> None:
    assert registered_domain(url) == domain


def test_subdomains_are_the_same_site_and_other_domains_are_not() -> None:
    assert same_site("http://m.example.com/a", "https://www.example.com/b")
    assert not same_site("http://example.com/a", "http://example.org/a")


def test_a_host_keeps_only_an_unusual_port() -> None:
    assert host("http://A.test:80/") == "a.test"
    assert host("https://a.test:8443/") == "a.test:8443"
    assert host("mailto:x@y") == ""


@pytest.mark.parametrize("url", ["javascript:void(0)", "http:///a", "//a/b", "http://[x", "data:text/html,x", ""])
def test_only_http_addresses_with_a_host_are_http(url: str) -> None:
    assert not is_http(url)
    assert is_http("https://a.test")
