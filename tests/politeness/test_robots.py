from time import process_time

import pytest

from newsarchive.politeness.robots import MAX_BYTES, Robots, robots_text

SITE = "https://news.example.test"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: newsarchive\nDisallow: /x", "/a", True),
        ("User-agent: NewsArchive/2.0\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /%E6%A1%A5/", "/桥/1", False),
        ("garbage\n\x00\x01:::", "/a", True),
    ],
)
def test_the_most_specific_rule_of_our_group_decides(text: str, path: str, allowed: bool) -> None:
    assert Robots(text).allows(SITE + path) is allowed


def test_a_robots_txt_that_could_not_be_had_forbids_everything() -> None:
    assert not Robots(None).allows(SITE + "/a")


@pytest.mark.parametrize(
    ("status", "body", "text"),
    [
        (200, b"\xef\xbb\xbfUser-agent: *", "User-agent: *"),
        (404, b"<html>", ""),
        (403, b"User-agent: *\nDisallow: /", ""),
        (301, b"", ""),
        (429, b"", None),
        (500, b"User-agent: *", None),
        (503, b"", None),
        (200, b"\n<!DOCTYPE html><p>Home", ""),
        (200, b"Disallow: /a\n" * 100_000, "Disallow: /a\n" * (MAX_BYTES // 13 - 1) + "Disallow: /a"),
    ],
)
def test_the_status_says_what_the_text_means(status: int, body: bytes, text: str | None) -> None:
    assert robots_text(status, body) == text


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 1\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: 0", 0.0),
        ("User-agent: *\nCrawl-delay: -3", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: other\nCrawl-delay: 5", None),
        ("", None),
    ],
)
def test_the_delay_it_asks_for(text: str, delay: float | None) -> None:
    assert Robots(text).crawl_delay == delay


def test_a_pattern_made_to_take_forever_is_left_out() -> None:
    before = process_time()
    assert Robots("User-agent: *\nDisallow: /" + "*a" * 200 + "b").allows(SITE + "/" + "a" * 2_000)
    assert process_time() - before < 1
