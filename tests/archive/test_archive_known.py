"""What the archive knows of an address that it has never asked for: that its parameters have no say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture

START = datetime(2022, 4, 19, tzinfo=UTC)
PAGE = "http://city.example.test/2022/3474.html"
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
