import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.cli import main
from newsarchive.cli._fixtures import page_name
from newsarchive.cli.site import places as site_places
from newsarchive.newsroom import NewsroomServer
from newsarchive.sites import load
from tests.spiders.small_site import small_site

LIGHTHOUSE = "http://www.harbour.test/2026/03/11/lighthouse-keeper-returns/"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[NewsroomServer]:
    with NewsroomServer() as server:
        yield server


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newsroom: NewsroomServer) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("http_proxy", newsroom.base_url)
    monkeypatch.delenv("no_proxy", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["site", *arguments])


def test_an_added_site_is_known_and_its_fixture_waits_for_a_person(place: Path) -> None:
    added = run("add", LIGHTHOUSE)
    assert added.exit_code == 0, added.output
    site = load(place / "sites" / "harbour.toml")
    assert site.start == "http://www.harbour.test/"
    assert ("feed", "http://www.harbour.test/feed.xml") in {(each.kind, each.url) for each in site.discover}

    path = place / "fixtures/harbour/2026-03-11-lighthouse-keeper-returns.json"
    unconfirmed = run("test", "harbour")
    assert unconfirmed.exit_code == 1
    assert "not confirmed" in unconfirmed.stdout

    fixture = json.loads(path.read_text())
    path.write_text(json.dumps(fixture | {"confirmed": True}))
    assert run("test").exit_code == 0

    first, *others = fixture["article"]["body"]
    body = [first.replace(" ", " never ", 1), *others, "A lost line."]
    wrong = fixture["article"] | {"title": "Another title", "body": body}
    path.write_text(json.dumps(fixture | {"confirmed": True, "article": wrong}))
    differs = run("test")
    assert differs.exit_code == 1
    assert '  - "Another title"' in differs.stdout
    assert "  - A lost line." in differs.stdout
    assert "[-never -]" in next(line for line in differs.stdout.splitlines() if "  ~ " in line)
    assert "authors" not in differs.stdout


def test_a_site_is_added_by_its_start_page_with_one_of_the_articles_linked_there(place: Path) -> None:
    added = run("add", "http://www.harbour.test/")
    assert added.exit_code == 0, added.output
    site = load(place / "sites" / "harbour.toml")
    assert (site.name, site.start) == ("The Harbour Gazette", "http://www.harbour.test/")
    (page,) = (place / "fixtures/harbour").glob("*.json")
    assert json.loads(page.read_text())["url"].startswith("http://www.harbour.test/2026/03/")


SAILED = "".join(f"<p>The ferry sailed at {hour} o'clock, as before the strike of its crew.</p>" for hour in range(5))
PAGES = {
    "/": "<title>Quayside Post | News</title><h2><a href='/2026/03/10/ferry-sails-again'>The ferry sails again</a></h2>",
    "/2026/03/10/ferry-sails-again": "<title>The ferry sails again | Quayside Post</title><h1>The ferry sails again</h1>"
    f"<p>10 March 2026, 08:00</p>{SAILED}",
}


def test_a_site_that_does_not_name_itself_is_called_what_its_titles_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    with small_site(PAGES) as (port, _):
        added = run("add", f"http://127.0.0.1:{port}/")
    assert added.exit_code == 0, added.output
    found = load(tmp_path / "sites/127.toml")
    assert (found.name, found.articles) == ("Quayside Post", None)
    assert 'times name no zone and are taken for +00:00; the file can say it: timezone = "' in added.stdout
    tested = run("test", "127").stdout
    assert "not confirmed; it reads:" in tested
    assert "source" not in tested.partition("it reads:")[0]  # the fixture was read with the file that was written
    assert "  source: Quayside Post" in tested


def test_a_site_of_unusual_addresses_is_added_by_its_start_page_with_a_pattern_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    front, article = PAGES.values()
    front = front.replace("/2026/03/10/ferry-sails-again", "/n/61") + SAILED  # it has text enough to be read itself
    with small_site({"/": front, "/n/61": article}) as (port, _):
        added = run("add", f"http://127.0.0.1:{port}/")
    assert added.exit_code == 0, added.output
    assert load(tmp_path / "sites/127.toml").articles == r"/n/\d+$"
    assert "articles = '/n/\\d+$'" in (tmp_path / "sites/127.toml").read_text()
    assert (tmp_path / "fixtures/127/n-61.html").read_text() == article


def test_a_page_is_saved_without_what_does_not_change_its_reading(place: Path) -> None:
    when = "<script>var publish_time = '2026-03-10 08:00';</script>"  # the only date
    noise = "<style>p { margin: 0 }</style>\n\n\n<!-- ad --><svg><path d='M0'/></svg>"
    page = f"<title>The ferry sails again | Quayside</title>{noise}<h1>The ferry sails again</h1>{SAILED}"
    for name, more in (("plain", "<script>count()</script>"), ("dated", when)):
        (place / f"{name}.html").write_text(page + more)
        added = run("add", f"{name}.html", "--url", "https://quayside.test/a/61", "--key", name, "--slim")
        assert added.exit_code == 0, added.output
    (plain,), (dated,) = ((place / "fixtures" / name).glob("*.html") for name in ("plain", "dated"))
    assert plain.read_text() == page.replace(noise, "\n")
    assert dated.read_text() == page.replace(noise, "\n") + when
    assert json.loads(dated.with_suffix(".json").read_text())["article"]["published"].startswith("2026-03-10T08:00")


def test_a_fixture_is_explained_without_telling_its_address(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    (page,) = (place / "fixtures/harbour").glob("*.html")
    read = CliRunner().invoke(main, ["extract", str(page), "--format", "json"])
    assert json.loads(read.stdout)["url"] == LIGHTHOUSE
    page.with_suffix(".json").write_text("{}")
    page.write_bytes(page.read_bytes().replace(b"canonical", b"prev").replace(b"og:url", b"og:x"))
    read = CliRunner().invoke(main, ["extract", str(page), "--format", "json"])
    assert json.loads(read.stdout)["url"] is None


def test_what_a_page_reads_as_is_accepted_once_it_was_seen(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    assert run("test", "--accept").exit_code == 0
    assert run("test").stdout.startswith("ok")
    with (place / "sites/harbour.toml").open("a") as file:
        file.write('\n[[rules]]\nremove = ".standfirst"\n')
    changed = run("test", "harbour", "--accept")
    assert (changed.exit_code, "  - " in changed.stdout, changed.stdout[:8]) == (0, True, "accepted")
    assert run("test").exit_code == 0


def test_a_site_without_feed_and_sitemap_is_added_with_the_lists_of_its_sections(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    added = run("add", "http://www.dayuan.test/gsyl/yuncheng/3474.html")
    assert added.exit_code == 0, added.output
    assert "it looks for articles in: 3 lists, the start page" in added.stdout
    places = [(each.kind, each.url) for each in load(place / "sites" / "dayuan.toml").discover]
    assert places == [
        ("list", "http://www.dayuan.test/gsyl/minsheng/"),
        ("list", "http://www.dayuan.test/gsyl/yunxi/"),
        ("list", "http://www.dayuan.test/gsyl/wenhua/"),
        ("home", "http://www.dayuan.test/"),
    ]


def test_a_start_page_without_articles_asks_for_the_address_of_one(place: Path) -> None:
    (place / "page.html").write_text("<h1>A</h1>")
    told = run("add", "http://www.harbour.test/no-such-page/")
    assert (told.exit_code, "answered 404" in told.stderr) == (1, True)


def test_a_second_page_of_a_known_site_is_recorded_beside_the_first(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    assert run("record", "http://www.harbour.test/2026/03/11/herring-come-early/").exit_code == 0
    assert len(list((place / "fixtures/harbour").glob("*.html"))) == 2
    again = run("add", LIGHTHOUSE)
    assert (again.exit_code, "The site harbour has" in again.stderr, "record" in again.stderr) == (1, True, True)
    by_key = run("add", LIGHTHOUSE, "--key", "harbour")
    assert (by_key.exit_code, "is there already" in by_key.stderr) == (1, True)


def test_what_was_confirmed_stays_beside_a_page_that_is_recorded_anew(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    assert run("record", LIGHTHOUSE).exit_code == 0  # nobody has confirmed the first
    assert run("test", "--accept").exit_code == 0
    assert run("record", LIGHTHOUSE).exit_code == 0
    names = sorted(path.name for path in (place / "fixtures/harbour").glob("*.json"))
    assert names == ["2026-03-11-lighthouse-keeper-returns-1.json", "2026-03-11-lighthouse-keeper-returns.json"]
    assert [json.loads((place / "fixtures/harbour" / name).read_text())["confirmed"] for name in names] == [False, True]


def test_a_long_address_gives_a_name_of_its_end_from_a_whole_word_on() -> None:
    words = "-".join(f"word{number}" for number in range(20))
    name = page_name(f"http://www.harbour.test/2026/{words}.html")
    assert (len(name) <= 80, words.endswith(f"-{name}"), name[:4]) == (True, True, "word")
    assert page_name(f"http://www.harbour.test/{'x' * 200}") == "x" * 80


def test_pages_told_apart_by_their_query_are_fixtures_of_their_own(place: Path) -> None:
    for number in (1, 2):
        (place / "page.html").write_text(f"<h1>The ferry sails again {number}</h1>{SAILED}")
        url = f"http://www.harbour.test/view.php?id={number}"
        assert run("record", "page.html", "--url", url).exit_code == 0
    assert sorted(path.name for path in place.glob("fixtures/*/*.html")) == ["view-id-1.html", "view-id-2.html"]


def test_a_part_of_a_known_site_is_added_as_a_site_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setattr(site_places, "_PAUSE_SECONDS", 0)
    pages = {}
    for part in ("north", "south"):
        link = f"/{part}/2026/03/10/ferry-sails-again"
        pages[link] = PAGES["/2026/03/10/ferry-sails-again"].replace("Quayside", part.title())
        others = "".join(f"<h2><a href={link}-{day}>The ferry sails on day {day}</a></h2>" for day in range(9))
        pages[f"/{part}/"] = f"<title>{part.title()} Post</title><h2><a href={link}>It sails</a></h2>{others}"
    with small_site(pages) as (port, _):
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        added = run("add", "http://www.post.test/north/", "--key", "north")
        assert added.exit_code == 0, added.output
        assert run("add", "http://www.post.test/south/", "--key", "south").exit_code == 0
    found = load(tmp_path / "sites/south.toml")
    assert (found.name, found.domains) == ("South Post", ("www.post.test/south/",))
    assert run("check").exit_code == 0


def test_a_page_from_a_file_needs_its_address(place: Path) -> None:
    (place / "page.html").write_text("<h1>A</h1>")
    assert run("add", "page.html").exit_code == 2


def test_a_ftr_config_becomes_a_site_file(place: Path) -> None:
    (place / "news.example.com.txt").write_text("title: //h1\nbody: //div[@id='a']\nstrip: //p[1]\n")
    imported = run("import-ftr", "news.example.com.txt")
    assert imported.exit_code == 0, imported.output
    assert load(place / "sites/example.toml").rules[0].body == ("div[id='a']",)
    assert "left out, CSS cannot say it: strip: //p[1]" in imported.stderr


def test_check_names_broken_files_and_selectors_that_find_nothing(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    assert run("check").exit_code == 0
    with (place / "sites/harbour.toml").open("a") as file:
        file.write('\n[[rules]]\nbody = "div.article-body"\nremove = "div.gone"\npublished = "h1"\n')
    (place / "sites/broken.toml").write_text("start = 1")
    checked = run("check", "--format", "json")
    assert checked.exit_code == 1
    problems = [row["problem"] for row in json.loads(checked.stdout) if row["problem"]]
    assert "sites/broken.toml, line 1, is wrong at 'start'" in problems[0]
    assert problems[1] == "rule 1: remove = 'div.gone' finds nothing on any fixture"
    assert problems[2].startswith("published: the rule h1 finds 'Last lighthouse keeper ")


def test_a_page_that_is_no_article_any_more_differs_and_the_others_are_tested(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    (page,) = (place / "fixtures/harbour").glob("*.html")
    page.with_name("a.json").write_bytes(page.with_suffix(".json").read_bytes())
    page.with_name("a.html").write_text("<title>Before you continue</title><h1>Before you continue</h1>")
    tested = run("test", "harbour", "--accept")
    assert (tested.exit_code, tested.stdout.count("is not an article"), tested.stdout.count("accepted")) == (1, 1, 1)
    page.unlink()
    assert "The page itself is missing" in run("test", "harbour").stdout


def test_a_wrong_fixture_or_file_keeps_no_other_from_being_tested(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    assert run("test", "--accept").exit_code == 0
    (fixture,) = (place / "fixtures/harbour").glob("*.json")
    fixture.write_bytes(b"\xef\xbb\xbf" + fixture.read_bytes().replace(b"\n", b"\r\n"))  # as some editors write it
    fixture.with_name("broken.json").write_text('{"url": ')
    fixture.with_name("broken.html").write_text("")
    (place / "fixtures/other").mkdir()
    (place / "fixtures/other/a.json").write_bytes(fixture.read_bytes())
    (place / "fixtures/other/a.html").write_bytes(fixture.with_suffix(".html").read_bytes())
    (place / "sites/other.toml").write_text("start = 1")
    tested = run("test").stdout
    assert tested.count("ok       harbour/2026-03-11-lighthouse-keeper-returns") == 1
    assert "differs  harbour/broken\n         The fixture fixtures/harbour/broken.json cannot be read" in tested
    assert "differs  other/a\n         The site file sites/other.toml, line 1, is wrong at 'start'" in tested
    problems = [row["problem"] for row in json.loads(run("check", "--format", "json").stdout) if row["problem"]]
    assert [problem[:25] for problem in problems] == ["The fixture fixtures/harb", "The site file sites/other"]


def test_check_names_addresses_of_fixtures_that_a_crawl_would_not_fetch(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    file = place / "sites/harbour.toml"
    file.write_text("articles = '/20\\d\\d/\\d/'\nskip = '/2026/'\ndomains = 'harbour.test/news'\n" + file.read_text())
    checked = run("check", "--format", "json")
    assert [row["problem"] for row in json.loads(checked.stdout) if row["problem"]] == [
        "start: http://www.harbour.test/ is not within its domains, harbour.test/news",
        f"domains: harbour.test/news do not cover a fixture, {LIGHTHOUSE}",
        f"articles = '/20\\\\d\\\\d/\\\\d/' does not match a fixture, {LIGHTHOUSE}",
        f"skip = '/2026/' matches a fixture, {LIGHTHOUSE}",
    ]


def test_check_names_a_python_file_without_use(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    (place / "sites/harbour.py").write_text("class Harbour:\n    pass\n")
    assert "harbour.py has neither an ArticleLoader nor a NewsSpider" in run("check").stdout


def test_explain_names_the_rules_that_find_nothing_any_more(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    (page,) = (place / "fixtures/harbour").glob("*.html")
    with (place / "sites/harbour.toml").open("a") as file:
        file.write('\n[[rules]]\nbody = ["div.story", "td.text"]\ntitle = "h1"\nsection = ".crumbs"\n')
    explained = CliRunner().invoke(main, ["explain", str(page)])
    assert [line for line in explained.stderr.splitlines() if "no rule" in line] == [
        "warning: section: no rule finds anything on this page: .crumbs",
        "warning: body: no rule finds anything on this page: div.story, td.text",
    ]


def test_check_names_sites_that_claim_the_same_pages_or_not_even_their_own(place: Path) -> None:
    (place / "sites").mkdir()
    (place / "sites/port.toml").write_text('start = "https://www.port.test/"')
    (place / "sites/quay.toml").write_text('start = "https://port.test/quay/"')
    (place / "sites/pier.toml").write_text('start = "https://pier.test/"\ndomains = "pier.example"')
    checked = run("check", "--format", "json")
    assert {row["site"]: row["problem"] for row in json.loads(checked.stdout) if row["problem"]} == {
        "quay": "start: https://port.test/quay/ belongs to the site port; let 'domains' say what is whose",
        "pier": "start: https://pier.test/ is not within its domains, pier.example",
    }


def test_check_names_files_that_belong_to_no_site(place: Path) -> None:
    assert run("add", LIGHTHOUSE).exit_code == 0
    (place / "sites/harbor.py").write_text("")
    (place / "fixtures/harbour").rename(place / "fixtures/harbor")
    (place / "fixtures/talbote").mkdir()  # of the demo
    (place / "fixtures/talbote/a.json").write_text("{}")
    checked = run("check", "--format", "json")
    assert [row["problem"] for row in json.loads(checked.stdout) if row["problem"]] == [
        "sites/harbor.py is used by no site, since there is no harbor.toml beside it",
        "fixtures/harbor has fixtures of no known site",
    ]


def test_list_and_show_know_the_shipped_sites(place: Path) -> None:
    assert "shanxidayuan" in [row["site"] for row in json.loads(run("list", "--format", "json").stdout)]
    shown = run("show", "http://www.shanxidayuan.com/gsyl/", "--format", "csv")
    assert "timezone,Asia/Shanghai" in shown.stdout
    assert run("show", "nobody").exit_code == 1


def test_a_site_is_shown_as_its_file_says_it(place: Path) -> None:
    (place / "sites").mkdir()
    (place / "sites/example.toml").write_text(
        'name = "Example"\nstart = "https://news.example/"\n'
        '[[discover]]\nkind = "list"\nurl = "https://news.example/city/"\n'
        '[[rules]]\nbody = "div.text"\nremove = [".share", ".copyright"]\n'
    )
    shown = run("show", "example").stdout.splitlines()
    assert "discover  kind: list, url: https://news.example/city/" in shown
    assert "rules     body: div.text, remove: .share, .copyright" in shown
    rows = json.loads(run("show", "example", "--format", "json").stdout)
    assert {"setting": "rules", "value": {"body": ["div.text"], "remove": [".share", ".copyright"]}} in rows
