from collections.abc import Mapping

import pytest

from newsarchive.extraction.page import Page
from newsarchive.extraction.pageclass import of_page
from newsarchive.extraction.responseclass import of_response
from newsarchive.items import PageClass

SITE = "https://news.example.test"
HEADLINES = [f"Council number {number} decides about the old bridge" for number in range(12)]
ROWS = "".join(f'<li><a href="/2026/{number}.html">{text}</a> 2026-03-01</li>' for number, text in enumerate(HEADLINES))
ROWS_ZH = "".join(
    f'<li><a href="/a/{n}.html">第{n}届全市职工篮球比赛在体育馆正式开幕</a><span>03-01</span></li>' for n in range(15)
)
CARDS = "".join(
    f'<div class="card"><h3><a href="/2026/{number}.html">{text}</a></h3><p>A short teaser of one sentence that says what the report is about.</p></div>'
    for number, text in enumerate(HEADLINES)
)
MENU = "".join(f'<li><a href="/{n}.html">第{n}届运动会</a></li>' for n in range(4))
PARAGRAPH = "<p>The bridge over the river has been closed since the spring, and the council expects it to open again before the winter, its speaker said on Monday.</p>"
SHORT = "<h1>Bridge over the river reopens on Monday</h1><p>The bridge over the river opens again on Monday, said the council.</p>"


def page(body: str, title: str = "Example News", head: str = "") -> Page:
    return Page(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>")


PAGES = {
    "list": (page(f"<h1>City</h1><ul>{ROWS}</ul><p>© Example News. All rights reserved, whatever anybody says about it.</p>"), "/city/", PageClass.LIST),
    "list in Chinese": (page(f"<h2>运城</h2><ul>{ROWS_ZH}</ul>", "运城-示例网"), "/gsyl/index_2.html", PageClass.LIST),
    "list of short headlines with their days": (page("<ul>" + "".join(f"<li><a href=/a/{n}.html>第{n}小学今日复课</a><span>[03-01]</span></li>" for n in range(12)) + "</ul>", "新闻"), "/xinwen/", PageClass.LIST),
    "list with whole days": (page("<ul>" + "".join(f"<li><a href=/a/{n}.html>第{n}小学复课</a><span>2026-03-01</span></li>" for n in range(12)) + "</ul>", "新闻"), "/xinwen/", PageClass.LIST),
    "login": (page("<h1>Log in</h1><form><label>Email</label><input type=email></form><p>Forgot your password?</p>", "Log in - Example"), "/login", PageClass.PAYWALL),
    "short article below a login": (page(f"<a href=/login>Log in</a>{SHORT}", "Bridge over the river reopens on Monday"), "/1.html", None),
    "missing, with the latest headlines": (page(f"<h2>Oops!</h2><p>We can’t find the page you are looking for.</p><ul>{ROWS}</ul>"), "/9.html", PageClass.SOFT_404),
    "list of cards": (page(CARDS), "/topics/bridges", PageClass.LIST),
    "list at an article's address": (page(f"<ul>{ROWS}{ROWS}</ul>"), "/news/12345.html", PageClass.LIST),
    "front": (page(f"<div>{CARDS}</div><ul>{ROWS}</ul>"), "/", PageClass.FRONT),
    "front of short links": (page("<p>市县之窗</p>" + f"<ul>{MENU}</ul>" * 3), "/", PageClass.FRONT),
    "article at the root": (page(f"<ul>{MENU}</ul><article>{PARAGRAPH * 9}</article>"), "/", None),
    "front that declares what it lists": (page(f"<ul>{MENU * 12}</ul>{PARAGRAPH}", "Example", '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'), "/", PageClass.FRONT),
    "one article as a site": (page(f"<ul>{MENU * 12}</ul><article>{PARAGRAPH}</article>", "Example", '<meta property="og:type" content="article">'), "/", None),
    "topics of a forum": (page(f"<table>{MENU * 16}</table><p>作者 回复/查看 最后发表</p>", "旗亭 - 论坛"), "/forum/7/", PageClass.LIST),
    "a picture and its line, at an article's address": (page(f"<ul>{MENU * 16}</ul><h1>雨</h1><p>图为雨中的老桥。</p>", "雨"), "/2026/03/01/9712345.html", None),
    "front by file name": (page(f"<ul>{ROWS}</ul>"), "/index.html", PageClass.FRONT),
    "challenge": (page("<h1>news.example.test</h1><p>Verifying you are human. This may take a few seconds.</p>", "Just a moment..."), "/1.html", PageClass.BLOCK),
    "challenge without text": (page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', ""), "/1.html", PageClass.BLOCK),
    "cookie that reloads": (page("<script>document.cookie='a=b';location.reload()</script><p>.</p>", ""), "/1.html", PageClass.BLOCK),
    "challenge in Chinese": (page("<p>您的访问过于频繁，请完成安全验证</p>", "安全验证"), "/1.html", PageClass.BLOCK),
    "consent": (page("<h1>We value your privacy</h1><p>We and our 174 partners store information on a device.</p><button>Accept</button>"), "/1.html", PageClass.CONSENT),
    "paywall": (page(f"{SHORT}<p>Subscribe to continue reading</p>", "Bridge", '<meta property="og:type" content="article">'), "/1.html", PageClass.PAYWALL),
    "soft 404": (page("<h1>Page not found</h1><p>The page you requested could not be found.</p><ul><li><a href='/'>Home</a></ul>"), "/1.html", PageClass.SOFT_404),
    "soft 404 in Chinese": (page("<p>您访问的文章不存在或已被删除</p>", "提示信息"), "/1.html", PageClass.SOFT_404),
    "soft 404 in two words": (page("<p>Not found</p>", ""), "/1.html", PageClass.SOFT_404),
    "a server without a site": (page("<h1>Welcome to nginx!</h1>" + "<p>If you see this page, the web server is installed and works; it wants to be set up.</p>" * 12, "Welcome to nginx!"), "/1.html", PageClass.ERROR),
    "a server's only words": (page("<h1>It works!</h1>", ""), "/1.html", PageClass.ERROR),
    "message of a forum": (page("<div id=messagetext><p>抱歉，您所在的用户组无法进行此操作</p></div>", "提示信息"), "/1.html", PageClass.ERROR),
    "maintenance": (page("<h1>Maintenance</h1><p>We will be back in an hour, promised.</p>", "Maintenance"), "/1.html", PageClass.ERROR),
    "short article beside a menu of works": (page(f"<ul><li>Maintenance<li>Coming soon</ul>{SHORT}", "Bridge over the river reopens on Monday"), "/1.html", None),
    "missing, as its title alone says": (page("", "Page not found"), "/1.html", PageClass.SOFT_404),
    "short article about a login": (page(SHORT, "Log in - or stay away", '<meta property="og:type" content="article">'), "/1.html", None),
    "short article that speaks of a missing page": (page("<h1>Bridge</h1><p>Page not found</p>", "Bridge", '<meta property="og:type" content="article">'), "/1.html", None),
    "nothing": (page("<div id=app></div><script>boot()</script>", "Example"), "/1.html", PageClass.UNREADABLE),
    "article": (page(f"<h1>Bridge over the river reopens</h1>{PARAGRAPH * 4}<ul>{ROWS}</ul>", "Bridge over the river reopens | Example"), "/1.html", None),
    "short article beside a list": (page(f"{SHORT}<ul>{ROWS}{ROWS}</ul>", "Bridge over the river reopens on Monday - Example"), "/city/bridge", None),
    "short article that declares itself": (page(f"<p>Bridge open.</p><ul>{ROWS}{ROWS}</ul>", "Bridge", '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'), "/city/bridge", None),
    "article about a block": (page(f"<h1>Access denied: who may cross the bridge</h1>{PARAGRAPH * 6}", "Access denied: who may cross"), "/1.html", None),
    "article with a note to subscribe": (page(f"<h1>Bridge</h1>{PARAGRAPH * 6}<p>Already a subscriber? Log in.</p>"), "/1.html", None),
    "article in an application's script": (page("", "Bridge", '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"x"}</script>'), "/1", None),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES)
def test_the_class_of_a_page(case: str) -> None:
    this, path, expected = PAGES[case]
    verdict = of_page(this, SITE + path)
    assert (verdict.page_class if verdict else None) is expected, verdict


def test_the_reason_quotes_the_page() -> None:
    verdict = of_page(page("<p>Page not found</p>"), SITE + "/1.html")
    assert verdict is not None
    assert verdict.reason == "it says 'Page not found' and hardly anything else"


HTML = b"<!doctype html><title>x</title><p>text"
RESPONSES: Mapping[str, tuple[int, dict[str, str], bytes, PageClass | None]] = {
    "page": (200, {"content-type": "text/html; charset=gbk"}, HTML, None),
    "no type": (200, {}, HTML, None),
    "page with a wrong type": (200, {"content-type": "application/json"}, b"<!DOCTYPE html><html><p>text", None),
    "gone": (410, {}, HTML, PageClass.ERROR),
    "feed": (
        200,
        {"content-type": "text/html"},
        b"<?xml version='1.0'?><!-- a --><rss version='2.0'><channel>",
        PageClass.NOT_HTML,
    ),
    "comments without end": (200, {}, b"<!---->" * 280 + HTML, None),
    "JSON": (
        200,
        {"content-type": "text/html"},
        b'{"code": 404, "msg": "The article is not there."}',
        PageClass.NOT_HTML,
    ),
    "a script in braces": (200, {}, b'{"a"} <html><p>text', None),
    "forbidden": (403, {}, HTML, PageClass.BLOCK),
    "too many": (429, {}, HTML, PageClass.BLOCK),
    "cloudflare": (503, {}, b"<script>window._cf_chl_opt={}</script>", PageClass.BLOCK),
    "down": (503, {}, b"<h1>Service unavailable", PageClass.ERROR),
    "accepted": (202, {}, b"", PageClass.BLOCK),
    "accepted with a page": (202, {}, HTML * 300, None),
    "redirect": (301, {"location": "/2.html"}, b"", PageClass.REDIRECT),
    "redirect to nowhere": (301, {}, HTML, PageClass.ERROR),
    "empty": (200, {}, b" \n", PageClass.ERROR),
    "pdf that says html": (200, {"content-type": "text/html"}, b"%PDF-1.7", PageClass.NOT_HTML),
    "video": (200, {"content-type": "video/mp4"}, b"....ftyp", PageClass.NOT_HTML),
    "binary with the bytes of markup": (200, {}, bytes(range(256)) * 99, PageClass.NOT_HTML),
    "UTF-16 without a mark": (200, {}, "<p>Мост открыт</p>".encode("utf-16-le"), None),
    "text with a stray control": (200, {}, b"<p>The bridge \x02 is open again, said the council.</p>", None),
    "binary": (200, {"content-type": "application/octet-stream"}, b"abc\x00\x01" * 99, PageClass.NOT_HTML),
    "utf-16": (200, {}, "<p>桥".encode("utf-16"), None),
    "waf": (200, {"cf-mitigated": "challenge"}, HTML, PageClass.BLOCK),
}


@pytest.mark.parametrize("case", RESPONSES)
def test_the_class_of_a_response(case: str) -> None:
    status, headers, body, expected = RESPONSES[case]
    verdict = of_response(status, headers.get, body)
    assert (verdict.page_class if verdict else None) is expected, verdict


def test_a_type_that_holds_escapes_is_told_without_them() -> None:
    verdict = of_response(200, {"content-type": "video/\x1b[31mmp4; a=b"}.get, b"....ftyp")
    assert verdict is not None
    assert verdict.reason == "the server calls it video/[31mmp4"
