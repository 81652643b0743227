from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsarchive.items import SiteError
from newsarchive.sites import Discover, Expect, Rule, Site, all_sites, load, unknown_site

FULL = """
name = "Example City News"
start = "https://news.example.test/city/"
timezone = "Asia/Shanghai"
language = "zh"
country = "CN"
expect = { articles_per_run = 5 }
policy = "keep"
delay = 2
headers = { Cookie = "consent=1" }

[[discover]]
kind = "list"
next = "a.next"
pages = 3
since = 2021-06-01

[[discover]]
kind = "feed"
url = "https://news.example.test/rss.xml"

[[rules]]
valid_from = 2022-01-01
body = "div.single-content"
section = [".single-meta a[rel~=category]", "meta[name=section]::attr(content)"]
remove = [".share", ".copyright"]

[[rules]]
body = "#text"
"""


def write(folder: Path, text: str, name: str = "city.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_site_file_fills_in_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    assert load(write(tmp_path, FULL)) == Site(
        key="city",
        name="Example City News",
        start="https://news.example.test/city/",
        domains=("news.example.test",),
        timezone="Asia/Shanghai",
        language="zh",
        country="CN",
        expect=Expect(articles_per_run=5),
        policy="keep",
        delay=2.0,
        headers=(("Cookie", "consent=1"),),
        discover=(
            Discover(
                kind="list", url="https://news.example.test/city/", next="a.next", pages=3, since=date(2021, 6, 1)
            ),
            Discover(kind="feed", url="https://news.example.test/rss.xml"),
        ),
        rules=(
            Rule(
                valid_from=date(2022, 1, 1),
                body=("div.single-content",),
                section=(".single-meta a[rel~=category]", "meta[name=section]::attr(content)"),
                remove=(".share", ".copyright"),
            ),
            Rule(body=("#text",)),
        ),
    )


def test_one_line_is_a_site(tmp_path: Path) -> None:
    assert load(write(tmp_path, 'start = "https://www.example.test/"')) == Site(
        key="city", name="city", start="https://www.example.test/", domains=("example.test",)
    )


START = 'start = "https://a.test/"\n'
WRONG = {
    "": "'start': it is missing",
    'start = "a.test"': "'start': 'a.test' is not an http or https address",
    START + "name = 3": "'name': it must be a text, not 3",
    START + 'nmae = "x"': "line 2, is wrong at 'nmae': it is unknown here; did you mean 'name'?",
    START + 'editor = "x"': "'editor': it is unknown here, where name, start",
    START + 'timezone = "Asia/Yuncheng"': "'timezone': 'Asia/Yuncheng' is no time zone",
    START + 'timezone = "Asia"': "'timezone': 'Asia' is no time zone",
    START + 'timezone = "../etc/passwd"': "'timezone': '../etc/passwd' is no time zone",
    START + 'language = "Chinese!"': "'language': 'Chinese!' does not look like a language",
    START + 'country = "china"': "'country': 'china' does not look like a country",
    START + "delay = -1": "'delay': it must be a number of seconds from 0 to 3600, not -1",
    START + "delay = true": "'delay': it must be a number of seconds",
    START + "browser = 1": "'browser': it must be true or false, not 1",
    START + 'policy = "all"': "'policy': 'all' is not one of keep, metadata, skip",
    START + 'articles = "(["': "'articles': '([' is no regular expression",
    START + 'domains = ["A.test"]': "'domains': 'A.test' does not look like a host",
    START + 'domains = ["https://a.test"]': "'domains': 'https://a.test' does not look like a host",
    START + 'articles = "/20\\d\\d/"': "; a regular expression is best written in 'single quotes'",
    START + 'name = "A\nB"': "Illegal character '\\n' (at line 2, column 10).",
    START + 'headers = "Cookie: a=1"': "'headers': it must be a table such as { Cookie",
    START + 'headers = { User-Agent = "Browser" }': "'headers': 'User-Agent' is no header that a site's file may set",
    START + 'headers = { "A B" = "c" }': "'headers': 'A B' is no header that a site's file may set",
    START + 'headers = { Cookie = "a\\r\\nHost: b" }': "'headers': the header Cookie must be a text in one line",
    START + "headers = { Cookie = 1 }": "'headers': the header Cookie must be a text in one line, not 1",
    START + "expect = 3": "'expect': it must be a table",
    START + "expect = { articles_per_run = 1.5 }": "'expect.articles_per_run': it must be a whole number",
    START + "expect = { articles = 1 }": "'expect.articles': it is unknown here",
    START + "discover = 3": "'discover': it must be a list of tables",
    START + "discover = [3]": "'discover[1]': it must be a table",
    START + '[[discover]]\nurl = "https://a.test/x"': "'discover[1].kind': it is missing",
    START + '[[discover]]\nkind = "rss"': "'discover[1].kind': 'rss' is not one of feed, news-sitemap",
    START + '[[discover]]\nkind = "list"\nnext = "a["': "'discover[1].next': 'a[' is no CSS selector",
    START + '[[discover]]\nkind = "list"\nsince = "2024"': "'discover[1].since': it must be a day such as 2022-01-01",
    START + '[rules]\nbody = "p"': "line 2, is wrong at 'rules': it must be a list of tables",
    START
    + '[[rules]]\nbody = "p"\n[[rules]]\nbody = ["p", "div:::x"]': "'rules[2].body': 'div:::x' is no CSS selector",
    START + '[[rules]]\nvalid_from = "2022-01-01"': "'rules[1].valid_from': it must be a day such as 2022-01-01",
    START
    + '[[rules]]\nbody = "p"\n\n[[rules]]\nbdoy = "p"': "line 6, is wrong at 'rules[2].bdoy': it is unknown here;",
    START + '[[discover]]\nkind = "home"\n[[discover]]\n': "line 4, is wrong at 'discover[2].kind': it is missing",
    START + '[[rules]]\nvalid_from = 2022-01-01\n[[rules]]\nbody = "p"\n[[rules]]\nvalid_from = 2024-01-01': (
        "line 7, is wrong at 'rules[3].valid_from': a rule above it is older, and the newest must stand first"
    ),
    "start = ": "is not valid TOML",
}


@pytest.mark.parametrize(("text", "reason"), WRONG.items())
def test_a_wrong_file_is_named_with_its_key_and_the_reason(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(SiteError) as error:
        load(write(tmp_path, text))
    assert str(tmp_path / "city.toml") in str(error.value)
    assert reason in str(error.value)


def test_a_missing_file_or_a_name_that_nobody_could_type_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"nothing\.toml cannot be read: No such file"):
        load(tmp_path / "nothing.toml")
    with pytest.raises(SiteError, match="lower-case letters"):
        load(write(tmp_path, START, "City News.toml"))


def test_a_site_may_have_two_layouts_from_one_day_on_and_ask_for_no_delay(tmp_path: Path) -> None:
    layouts = "".join(f'[[rules]]\nvalid_from = 2022-01-01\nbody = "{body}"\n' for body in ("p", "div"))
    site = load(write(tmp_path, f"{START}delay = 0\n{layouts}"))
    assert ([rule.body for rule in site.rules], site.delay) == ([("p",), ("div",)], 0.0)


def test_rules_hold_from_their_day_on(tmp_path: Path) -> None:
    site = load(write(tmp_path, FULL))
    assert site.rules_at(datetime(2022, 1, 1, tzinfo=UTC)) == site.rules
    assert site.rules_at(date(2021, 12, 31)) == site.rules[1:]
    assert site.rules_at() == site.rules


def test_folders_add_sites_and_replace_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, START)
    write(tmp_path, 'name = "Mine"\n' + START, "shanxidayuan.toml")
    sites = all_sites([tmp_path, tmp_path / "missing"])
    assert {"city", "shanxidayuan"} <= set(sites)
    assert sites["shanxidayuan"].name == "Mine"


def test_an_address_belongs_to_the_site_that_covers_it_most_closely(tmp_path: Path) -> None:
    write(tmp_path, 'start = "http://127.0.0.1:80/"\ndomains = ["127.0.0.1:8000"]', "whole.toml")
    write(tmp_path, 'start = "http://127.0.0.1:80/"\ndomains = ["127.0.0.1:8000/daily/"]', "daily.toml")
    write(tmp_path, 'start = "https://news.example.test/"', "news.toml")
    write(tmp_path, 'start = "https://example.test/"', "example.toml")
    sites = all_sites([tmp_path])
    wanted = {
        "http://127.0.0.1:8000/daily/1.html": "daily",
        "http://127.0.0.1:8000/daily": "daily",
        "http://127.0.0.1:8000/dailymail/1.html": "whole",
        "https://m.news.example.test/1": "news",
        "https://www.example.test/1": "example",
        "https://notexample.test/1": None,
        "nonsense": None,
    }
    found = {url: sites.find(url) for url in wanted}
    assert {url: site.key if site else None for url, site in found.items()} == wanted


def test_a_name_is_a_key_or_an_address_and_a_near_miss_is_told() -> None:
    sites = all_sites()
    assert sites.named("shanxidayuan").language == "zh"
    assert sites.named("http://www.shanxidayuan.com/gsyl/").key == "shanxidayuan"
    assert sites.named("https://www.unknown.example/news/") == unknown_site("https://www.unknown.example/news/")
    with pytest.raises(SiteError, match=r"no site 'shanxidayaun'; did you mean shanxidayuan\?"):
        sites.named("shanxidayaun")
    with pytest.raises(SiteError, match="known are: "):
        sites.named("zzz")


def test_shipped_sites_load_and_are_found_by_their_start() -> None:
    for key, site in all_sites().items():
        assert all_sites().find(site.start) == site
        assert site.key == key


def test_a_host_of_other_letters_is_known_as_it_is_asked(tmp_path: Path) -> None:
    site = load(
        write(
            tmp_path, 'start = "http://zürich.test/"\ndomains = ["zürich.test", "中国.test:8000/新闻"]', "zuerich.toml"
        )
    )
    assert site.domains == ("xn--zrich-kva.test", "xn--fiqs8s.test:8000/新闻")
    assert site.covers("http://www.zürich.test/2026/1.html")
