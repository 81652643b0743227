import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO

import pytest

from newsarchive.cli._sites import contact
from newsarchive.newsroom import NewsroomServer
from newsarchive.sites import Site
from tests.forked import run

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def discover(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("discover")
    with NewsroomServer() as server:
        environment = {"http_proxy": server.base_url, "no_proxy": ""}
        yield lambda *words, **more: run(["newsarchive", "discover", *words], environment | more, folder)
    assert list(folder.iterdir()) == []


def test_feeds_sitemaps_and_lists_are_found_with_what_they_tell(discover: Run) -> None:
    done = discover("http://www.harbour.test/", "--format", "json")
    assert done.returncode == 0, done.stderr
    places = {place["url"].rpartition("/")[2]: place for place in json.loads(done.stdout)}
    assert {name: (place["kind"], place["articles"]) for name, place in places.items()} == {
        "": ("list", 10),
        "feed.xml": ("feed", 10),
        "news-sitemap.xml": ("sitemap", 11),
    }
    assert places["feed.xml"]["samples"][0]["title"] == "Library that lends ladders celebrates its first year"


def test_a_site_without_feeds_shows_its_list_and_samples(discover: Run) -> None:
    done = discover("http://www.dayuan.test/")
    assert done.returncode == 0, done.stderr
    assert "南坡新村通了自来水" in done.stdout
    assert "404" not in done.stdout


def test_a_page_without_articles_is_said_and_ends_with_status_1(discover: Run) -> None:
    done = discover("http://www.dayuan.test/missing/")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: No articles were found from http://www.dayuan.test/missing/")
    assert "it answered 404" in done.stdout


def test_a_missing_contact_is_one_sentence(discover: Run) -> None:
    done = discover("http://news.example/", NEWSARCHIVE_CONTACT="")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: Say how the operators of a site can reach you")
    assert done.stderr.count("\n") == 1


def test_at_a_terminal_the_contact_is_asked_for_unless_it_is_known_or_nobody_else_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NEWSARCHIVE_CONTACT", raising=False)
    site = Site(key="town", name="Town", start="http://town.test/")
    answers = [contact([site])]
    monkeypatch.setattr("sys.stdin", StringIO("desk@archive.test\n"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    answers += [contact([replace(site, private=True)]), contact([site])]
    monkeypatch.setenv("NEWSARCHIVE_CONTACT", "desk@archive.test")
    assert [*answers, contact([site])] == [{}, {}, {"NEWSARCHIVE_CONTACT": "desk@archive.test"}, {}]
    assert capsys.readouterr().out == ""


def test_what_is_no_address_is_a_wrong_usage(discover: Run) -> None:
    assert discover("harbour").returncode == 2
