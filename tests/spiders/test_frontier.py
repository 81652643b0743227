from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsarchive.items import Link
from newsarchive.spiders.links.frontier import MAX_ATTEMPTS, Frontier
from newsarchive.spiders.links.placebook import Place


def link(number: int) -> tuple[str, Link]:
    url = f"https://a.test/{number}"
    return url, Link(url=url, found_on="https://a.test/", kind="list")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "frontier" / "a.db"


def test_links_come_out_in_order_once_and_the_urgent_first(path: Path) -> None:
    with Frontier(path) as frontier:
        assert frontier.add([link(1), link(2), link(1)]) == 2
        assert frontier.add([link(2), link(3)]) == 1
        assert frontier.add([link(9)], urgent=True) == 1
        assert frontier.waiting == 4
        assert frontier.take(3) == [link(9), link(1), link(2)]
        assert frontier.take(3) == [link(3)]
        assert frontier.take(3) == []
        assert frontier.waiting == 0


def test_what_was_published_last_comes_first_and_what_tells_no_day_last(path: Path) -> None:
    def told(name: str, **said: datetime) -> tuple[str, Link]:
        url = f"https://a.test/{name}"
        return url, Link(url=url, found_on="https://a.test/", kind="sitemap", **said)

    march = {"published": datetime(2026, 3, 1, 8, tzinfo=UTC)}
    with Frontier(path) as frontier:
        frontier.add([link(1), told("2026/02/17/b"), told("c", **march), told("d", modified=march["published"])])
        frontier.add([link(5), told("2026/02/17/f")], day=date(2026, 2, 28))
        frontier.add([link(7)], day=date(2026, 3, 2))
        urls = [url.removeprefix("https://a.test/") for url, _ in frontier.take(9)]
    assert urls == ["7", "c", "d", "5", "2026/02/17/b", "2026/02/17/f", "1"]


def test_what_discovery_knew_of_a_link_survives_the_disk(path: Path) -> None:
    told = Link(
        url="https://a.test/1?utm_source=x",
        found_on="https://a.test/feed",
        kind="feed",
        title="疫情防控",
        published=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        modified=datetime(2026, 3, 2, tzinfo=UTC),
        section="City",
        tags=("one", "two"),
    )
    with Frontier(path) as frontier:
        frontier.add([("https://a.test/1", told)])
        assert frontier.take(1) == [("https://a.test/1", told)]


def test_a_killed_crawl_takes_up_what_was_taken_and_what_failed_but_not_what_was_done(path: Path) -> None:
    with Frontier(path) as frontier:
        frontier.add([link(1), link(2), link(3), link(4)])
        frontier.take(3)
        frontier.done(link(1)[0])
        frontier.failed(link(2)[0])
    with Frontier(path) as frontier:
        assert frontier.waiting == 3
        frontier.resume()
        assert frontier.waiting == 3
        assert frontier.take(9) == [link(2), link(3), link(4)]
        assert frontier.add([link(1)]) == 1


def test_who_only_looks_changes_nothing_for_the_crawl_that_is_at_it(path: Path) -> None:
    with Frontier(path) as frontier:
        frontier.add([link(1), link(2)])
        assert frontier.take(1) == [link(1)]
        with Frontier(path) as looking:
            assert looking.waiting == 2
        assert frontier.take(2) == [link(2)]


def test_a_crawl_that_ended_leaves_what_failed_and_gives_up_after_some_runs(path: Path) -> None:
    for _ in range(MAX_ATTEMPTS):
        with Frontier(path) as frontier:
            frontier.resume()
            frontier.add([link(1), link(2)])
            assert link(2) in frontier.take(9)
            frontier.done(link(1)[0])
            frontier.failed(link(2)[0])
            frontier.finish()
    with Frontier(path) as frontier:
        assert frontier.waiting == 0


def test_places_are_remembered_with_the_answer_they_still_await(path: Path) -> None:
    place = Place("https://a.test/feed", etag='"1"', interval=600.0, asked="{}", page=3)
    with Frontier(path) as frontier:
        assert frontier.places.get(place.url) == Place(place.url)
        frontier.places.remember(place)
        frontier.places.remember(Place("https://a.test/other"))
    with Frontier(path) as frontier:
        assert frontier.places.get(place.url) == place
        assert frontier.places.asked() == [place]


def test_links_held_back_wait_for_their_page_even_after_a_kill_and_are_forgotten_at_the_end(path: Path) -> None:
    with Frontier(path) as frontier:
        frontier.add([link(1)])
        frontier.hold([link(2), link(3)])
        assert frontier.take(9) == [link(1)]
        frontier.done(link(1)[0])
    with Frontier(path) as frontier:
        frontier.resume()
        frontier.release("https://another.test/")
        assert frontier.waiting == 0
        frontier.add([link(4)])
        frontier.release("https://a.test/")
        assert frontier.waiting == 3
        assert frontier.take(9) == [link(2), link(3), link(4)]
        frontier.hold([link(5)])
        frontier.add([link(6)], urgent=True)
        frontier.finish()
        assert frontier.has(link(5)[0])
        frontier.take(1)
        frontier.done(link(6)[0])
        frontier.finish()
        assert not frontier.has(link(5)[0])
