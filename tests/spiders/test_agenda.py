import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from scrapy.http.headers import Headers

from newsarchive.items import Link
from newsarchive.sites import Discover
from newsarchive.spiders.links.agenda import LONGEST, SHORTEST, Agenda
from newsarchive.spiders.links.frontier import Frontier

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEED = Discover(kind="feed", url="https://a.test/feed")
LIST = Discover(kind="list", url="https://a.test/city/", next="a.next", since=date(2024, 1, 1))


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with Frontier(tmp_path / "a.db") as frontier:
        yield frontier


INDEX = Discover(kind="sitemap", url="https://a.test/sitemap.xml")


def nested(url: str, modified: datetime | None) -> Link:
    return Link(url=url, found_on="https://a.test/sitemap.xml", kind="sitemap-index", modified=modified)


def test_every_place_is_asked_once_in_a_crawl(frontier: Frontier) -> None:
    agenda = Agenda(frontier, NOON)
    assert list(agenda.begin([FEED, LIST, FEED])) == [(FEED, 1), (LIST, 1)]
    assert list(agenda.ask(LIST, page=2)) == []


def test_what_a_killed_crawl_did_not_hear_of_is_asked_first(frontier: Frontier) -> None:
    killed = Agenda(frontier, NOON)
    second = replace(LIST, url="https://a.test/city/index_2.html")
    assert list(killed.begin([LIST])) == [(LIST, 1)]
    assert list(killed.ask(second, page=2)) == [second]
    killed.answered(LIST.url, Headers(), brought=20)
    assert list(Agenda(frontier, NOON).begin([FEED, LIST])) == [(second, 2), (FEED, 1), (LIST, 1)]


def test_a_place_is_asked_with_what_it_said_last(frontier: Frontier) -> None:
    agenda = Agenda(frontier, NOON)
    assert agenda.headers(FEED.url) == {}
    agenda.answered(FEED.url, Headers({"ETag": '"7"', "Last-Modified": "Sun, 01 Mar 2026 08:30:00 GMT"}), brought=1)
    agenda.answered(FEED.url, Headers(), brought=0)  # a 304 need not repeat them
    assert agenda.headers(FEED.url) == {
        "If-None-Match": '"7"',
        "If-Modified-Since": "Sun, 01 Mar 2026 08:30:00 GMT",
    }


def test_intervals_shrink_with_news_and_stretch_without(frontier: Frontier) -> None:
    def asked_after(hours: float) -> bool:
        agenda = Agenda(frontier, NOON + timedelta(hours=hours), due_only=True)
        return list(agenda.begin([FEED])) == [(FEED, 1)]

    agenda = Agenda(frontier, NOON)
    agenda.answered(FEED.url, Headers(), brought=1)
    assert not asked_after(0.9)
    agenda.answered(FEED.url, Headers(), brought=1)
    assert asked_after(0.5)
    for _ in range(9):
        agenda.answered(FEED.url, Headers(), brought=1)
    assert not asked_after(SHORTEST / timedelta(hours=1) - 0.01)
    for _ in range(20):
        agenda.answered(FEED.url, Headers(), brought=0)
    assert not asked_after(LONGEST / timedelta(hours=1) - 0.01)
    assert asked_after(24)


def test_a_place_that_has_long_been_quiet_is_asked_in_full_once_a_day(frontier: Frontier) -> None:
    now = NOON
    for _ in range(9):
        assert not Agenda(frontier, now).is_quiet(FEED.url)
        Agenda(frontier, now).answered(FEED.url, Headers({"ETag": '"7"'}), brought=0)
        now += timedelta(hours=23)
    assert not Agenda(frontier, now - timedelta(hours=1)).is_quiet(FEED.url)
    assert Agenda(frontier, now + timedelta(hours=1)).is_quiet(FEED.url)


def test_a_nested_sitemap_is_asked_again_only_if_it_says_that_it_changed(frontier: Frontier) -> None:
    old, silent = nested("https://a.test/2019.xml", NOON), nested("https://a.test/all.xml", None)
    agenda = Agenda(frontier, NOON)
    assert [place.url for place in agenda.nested([old, silent, old], INDEX)] == [old.url, silent.url]
    for link in (old, silent):
        agenda.answered(link.url, Headers(), brought=5)
    assert [place.url for place in Agenda(frontier, NOON).nested([old, silent], INDEX)] == [silent.url]
    changed = nested(old.url, NOON + timedelta(hours=1))
    assert [place.url for place in Agenda(frontier, NOON).nested([changed], INDEX)] == [old.url]


def test_a_sitemap_that_says_every_day_that_it_changed_and_brings_nothing_is_left_alone_for_days(
    frontier: Frontier,
) -> None:
    asked = []
    for day in range(60):
        now = NOON + timedelta(days=day)
        agenda = Agenda(frontier, now)
        for place in agenda.nested([nested(f"https://a.test/{name}.xml", now) for name in ("old", "recent")], INDEX):
            agenda.answered(place.url, Headers(), brought=int("recent" in place.url))
            asked += [place.url[15:]]
    assert asked.count("recent.xml") == 60
    assert asked[-40:].count("old.xml") in {5, 6}


def test_an_index_is_asked_as_often_as_the_sitemaps_below_it_bring_something(frontier: Frontier) -> None:
    part, news, old = (f"https://a.test/{name}.xml" for name in ("part", "news", "old"))
    for hour in range(12):
        now = NOON + timedelta(hours=hour)
        agenda = Agenda(frontier, now)
        list(agenda.begin([INDEX]))
        for index, links in ((INDEX, [nested(part, now)]), (Discover(kind="sitemap", url=part), [news, old])):
            agenda.answered(index.url, Headers(), brought=0)
            list(agenda.nested([link if isinstance(link, Link) else nested(link, now) for link in links], index))
        agenda.answered(news, Headers(), brought=3)
        agenda.answered(old, Headers(), brought=3)
    assert frontier.places.get(INDEX.url).interval == timedelta(minutes=10).total_seconds()
    assert frontier.places.get(part).interval == timedelta(minutes=10).total_seconds()


def test_a_place_that_the_site_told_of_has_an_interval_of_its_own(frontier: Frontier) -> None:
    agenda = Agenda(frontier, NOON)
    assert list(agenda.announced([FEED])) == [FEED]
    agenda.answered(FEED.url, Headers(), brought=1)
    soon, later = (Agenda(frontier, NOON + timedelta(hours=hours), due_only=True) for hours in (0.5, 1.5))
    assert soon.standing() == later.standing() == (FEED,)
    assert list(soon.begin(soon.standing())) == list(soon.announced([FEED])) == []
    assert list(later.begin(later.standing())) == [(FEED, 1)]


def test_a_place_that_did_not_answer_is_left_alone_for_its_interval(frontier: Frontier) -> None:
    agenda = Agenda(frontier, NOON)
    agenda.missed(FEED.url)
    agenda.missed(LIST.url, rest=timedelta(days=1))
    assert not any(Agenda(frontier, NOON + timedelta(hours=0.9)).is_due(place.url) for place in (FEED, LIST))
    assert Agenda(frontier, NOON + timedelta(hours=1)).is_due(FEED.url)
    assert not Agenda(frontier, NOON + timedelta(hours=23)).is_due(LIST.url)


def test_a_place_that_is_gone_is_asked_when_the_site_tells_of_it_again(frontier: Frontier) -> None:
    agenda = Agenda(frontier, NOON)
    list(agenda.announced([FEED, LIST]))
    agenda.missed(LIST.url)
    agenda.missed(FEED.url, gone=True)
    tomorrow = Agenda(frontier, NOON + timedelta(days=1))
    assert tomorrow.standing() == (LIST,)
    assert list(tomorrow.announced([FEED])) == [FEED]


def test_a_frontier_of_an_earlier_release_is_completed(tmp_path: Path) -> None:
    with Frontier(tmp_path / "old.db") as frontier:
        Agenda(frontier, NOON).answered(FEED.url, Headers({"ETag": "7"}), brought=1, articles=12)
    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.execute("alter table places drop column articles")
        old.execute("drop table standing")
    with Frontier(tmp_path / "old.db") as frontier:
        agenda = Agenda(frontier, NOON)
        assert (agenda.headers(FEED.url), agenda.articles(FEED.url)) == ({"If-None-Match": "7"}, 0)
        agenda.answered(FEED.url, Headers(), brought=0, articles=3)
        agenda.answered(FEED.url, Headers(), brought=0)  # unchanged
        assert (agenda.articles(FEED.url), agenda.standing()) == (3, ())
