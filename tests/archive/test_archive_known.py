"""What the archive knows of an address: the last answers, and of others that their parameters have no say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture

START = datetime(2022, 4, 19, tzinfo=UTC)
PAGE = "http://city.example.test/2022/3474.html"
FEED = "http://city.example.test/feed"
MENU = "http://city.example.test/show.php"
TEXT = "The council of the town met again on the bridge and spoke of the water and the road. "


def add(archive: Archive, hours: int, url: str, says: str, text: str = TEXT) -> None:
    article = Article(says, f"Report {text[:9]}", text * 5, site="city")
    archive.add_article(article, Capture(url, START + timedelta(hours=hours), site="city"))


@pytest.mark.parametrize(
    ("asked", "is_view"),
    [
        (f"{PAGE}?t=3", True),
        (f"{PAGE}?t=3&utm_source=rss", True),
        (f"{PAGE}?page=3", False),
        (f"{PAGE}?t=3&id=1", False),
        (PAGE, False),
        ("http://city.example.test/2022/3475.html?t=3", False),
        (f"{MENU}?id=3", False),
    ],
)
def test_parameters_that_never_led_elsewhere_have_no_say(tmp_path: Path, asked: str, is_view: bool) -> None:
    with Archive(tmp_path / "news.db") as archive:
        add(archive, 0, f"{PAGE}?t=1", PAGE)
        assert not archive.is_view(f"{PAGE}?t=3")  # once is no habit
        add(archive, 1, f"{PAGE}?t=2", PAGE)
        for number in (1, 2):  # two of three reports have one text, and call themselves by the address of the menu
            add(archive, 2, f"{MENU}?id={number}", MENU, "Nothing new from the council today. ")
        add(archive, 3, f"{MENU}?id=9", f"{MENU}?id=9", "The bridge over the river opens again on Monday. ")
        assert archive.is_view(asked) is is_view


def test_what_is_known_of_an_address_costs_the_same_however_often_it_was_asked(tmp_path: Path) -> None:
    def ask(times: range) -> None:
        for hour in times:
            answer = Capture(FEED, START + timedelta(hours=hour), 304 if hour % 24 else 200)
            archive.add_capture(replace(answer, headers=(("ETag", f'"{hour}"'),)))

    def steps() -> int:
        """Count what SQLite does to answer."""
        done: list[None] = []
        archive.connection.set_progress_handler(lambda: done.append(None), 10)
        known = archive.known(FEED)
        archive.connection.set_progress_handler(None, 0)
        assert known is not None
        assert known.status == 304
        return len(done)

    with Archive(tmp_path / "news.db") as archive, archive.batch():
        ask(range(40))
        few = steps()
        ask(range(40, 40 + 24 * 50))
        assert steps() < 2 * few
