"""How far crawls follow a list: N pages, to a date, or until everything on a page is known."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving

NEWEST = date(2026, 3, 1)
ARTICLES, ON_A_PAGE = 50, 5
TEXT = "The council of the town met again on the bridge and spoke of the water, the road and the price of bread. "


def article(number: str) -> str:
    paragraphs = "".join(f"<p>Report {number}, part {part}. {TEXT * 3}</p>" for part in range(3))
    return f"<html><head><title>Report {number}</title></head><body><h1>Report {number}</h1>{paragraphs}</body></html>"


def list_page(page: int, fresh: int) -> str:
    """Return a page of the list, an article a day, beside a link that is another one, and undated, on every page."""
    ages = range((page - 1) * ON_A_PAGE - fresh, min(page * ON_A_PAGE, ARTICLES) - fresh)
    rows = "".join(
        f'<li><a href="/city/{1000 - age}.html">Report {1000 - age} of the town</a> {NEWEST - timedelta(days=age)}</li>'
        for age in ages
    )
    popular = f'<div><a href="/city/{9000 + page}.html">What many people read</a></div>'
    more = f'<a class="next" href="/list_{page + 1}.html">next</a>' if page * ON_A_PAGE < ARTICLES else ""
    return f"<html><title>List</title><ul>{rows}</ul>{popular}{more}</html>"


class Handler(Answering):
    asked: ClassVar[list[tuple[str, str]]] = []
    fresh: ClassVar[int] = 0

    def respond(self) -> None:
        address = urlsplit(self.path)
        self.asked.append((address.hostname or "", address.path))
        body = self.page(address.path).encode()
        self.answer(200 if body else 404, body)

    def page(self, path: str) -> str:
        if path.startswith("/list_"):
            return list_page(int(path[6:-5]), self.fresh)
        return article(path[6:-5]) if path.startswith("/city/") else ""


class Town:
    """Three sites with the same list, crawled as their files say."""

    FILES: ClassVar = {"pages": "pages = 2", "since": "since = 2026-02-17", "known": ""}

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        for key, more in self.FILES.items():
            zone = "" if key == "since" else 'timezone = "UTC"\n'  # the days of a list are told without it, too
            text = f'start = "http://{key}.test/"\n{zone}private = true\ndelay = 0\n'
            place = f'[[discover]]\nkind = "list"\nurl = "http://{key}.test/list_1.html"\n{more}\n'
            (folder / f"{key}.toml").write_text(text + place, encoding="utf-8")

    def crawl(self) -> dict[str, list[str]]:
        """Return what each site was asked for, in order."""
        Handler.asked.clear()
        done = newsarchive(self.folder, self.port, "crawl", *self.FILES)
        assert done.returncode == 0, done.stderr
        return {key: [path for host, path in Handler.asked if host == f"{key}.test"] for key in self.FILES}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with serving(Handler) as port:
        yield Town(tmp_path_factory.mktemp("lists"), port)


@pytest.fixture(scope="module")
def first(town: Town) -> dict[str, list[str]]:
    return town.crawl()


def lists(asked: list[str]) -> list[int]:
    return [int(path[6:-5]) for path in asked if path.startswith("/list_")]


def days(asked: list[str]) -> list[date]:
    numbers = (int(path[6:-5]) for path in asked if path.startswith("/city/"))
    return sorted(NEWEST + timedelta(days=number - 1000) for number in numbers if number < 9000)


def test_a_list_is_read_for_as_many_pages_as_its_file_says(first: dict[str, list[str]]) -> None:
    assert lists(first["pages"]) == [1, 2]
    assert len(days(first["pages"])) == 2 * ON_A_PAGE


def test_a_list_ends_with_the_page_whose_dates_are_all_too_old(town: Town, first: dict[str, list[str]]) -> None:
    assert lists(first["since"]) == [1, 2, 3, 4]
    assert days(first["since"]) == [date(2026, 2, 17) + timedelta(days=day) for day in range(13)]
    with Archive(town.folder / "a.db", read_only=True) as archive:
        assert archive.runs.of_site("since")[0].reasons["older than the site's file asks for"] == 7


def test_without_either_a_list_is_read_to_its_end(first: dict[str, list[str]]) -> None:
    assert len(days(first["known"])) == ARTICLES


def test_a_later_crawl_ends_with_the_page_on_which_everything_is_known(
    town: Town, first: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Handler, "fresh", 7)
    asked = town.crawl()["known"]
    assert lists(asked) == [1, 2, 3]
    assert days(asked) == [NEWEST + timedelta(days=day) for day in range(1, 8)]
