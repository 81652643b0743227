"""Answers of which a part came: they replace no text, and are asked for again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving
from tests.spiders.test_article_pages import page

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = "/2026/03/01/story-1.html"
HOME = f'<a href="{STORY}">What the council said of the bridge</a>'


class Town:
    """A site with one article, which it serves as ``how`` says: whole, cut, of a wrong length, or in part."""

    def __init__(self) -> None:
        self.how = "whole"
        self.text = page(1, 2, 3)

    def answer(self, handler: Answering) -> None:
        is_story = urlsplit(handler.path).path == STORY
        how = self.how if is_story else "whole"
        body = (self.text if is_story else HOME).encode()
        length = str(len(body) + 500 * (how in {"cut", "wrong length"}))
        sent = body[: len(body) // 2] if how in {"cut", "part"} else body
        handler.answer(206 if how == "part" else 200, sent, Content_Length=length)


@pytest.fixture
def town() -> Iterator[tuple[Town, int]]:
    served = Town()

    class Handler(Answering):
        def respond(self) -> None:
            served.answer(self)

    with serving(Handler) as port:
        yield served, port


def versions(folder: Path) -> int:
    with Archive(folder / "a.db", read_only=True) as archive:
        return int(archive.connection.execute("select count(*) from revisions").fetchone()[0])


def write_site(folder: Path) -> None:
    place = '[[discover]]\nkind = "list"\nurl = "http://town.test/"\n'
    (folder / "town.toml").write_text(f'start = "http://town.test/"\nprivate = true\ndelay = 0\n{place}')


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("cut", "unreadable: the connection broke off before the page was whole"),
        ("part", "error: the server answers 206 with a part of the page"),
    ],
)
def test_a_part_of_a_page_replaces_no_text_and_the_page_is_asked_again(
    tmp_path: Path, town: tuple[Town, int], how: str, reason: str
) -> None:
    served, port = town
    write_site(tmp_path)
    newsarchive(tmp_path, port, "run", now=NOON)
    served.how = how
    broken = newsarchive(tmp_path, port, "run", now=NOON + timedelta(days=1))
    assert f"town: 1 {reason}" in broken.stdout
    assert versions(tmp_path) == 1
    served.how, served.text = "whole", page(1, 2, 4)
    newsarchive(tmp_path, port, "run", now=NOON + timedelta(days=4))
    assert versions(tmp_path) == 2


def test_a_page_that_was_cut_when_it_was_fetched_first_is_asked_for_by_the_next_run(
    tmp_path: Path, town: tuple[Town, int]
) -> None:
    served, port = town
    write_site(tmp_path)
    served.how = "cut"
    newsarchive(tmp_path, port, "run", now=NOON)
    assert versions(tmp_path) == 0
    served.how = "whole"
    newsarchive(tmp_path, port, "run", now=NOON + timedelta(minutes=5))
    assert versions(tmp_path) == 1


def test_a_whole_page_whose_length_the_server_has_wrong_is_an_article(tmp_path: Path, town: tuple[Town, int]) -> None:
    served, port = town
    write_site(tmp_path)
    served.how = "wrong length"
    newsarchive(tmp_path, port, "run", now=NOON)
    assert versions(tmp_path) == 1
    assert newsarchive(tmp_path, port, "run", now=NOON + timedelta(minutes=5)).stdout == "Nothing is due.\n"
