import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture, PageClass

START = datetime(2022, 4, 19, 2, tzinfo=UTC)
URL = "http://city.example.test/3474.html"
FRONT = "http://city.example.test/"
ARTICLE = Article(URL, "Title", "Body", site="city")


def missing(hours: float) -> Capture:
    return Capture(URL, at(hours), 404, site="city", page_class=PageClass.ERROR)


def front(hours: float) -> Capture:
    return Capture(FRONT, at(hours), 200, site="city", page_class=PageClass.FRONT)


def redirected(hours: float) -> Capture:
    return Capture(FRONT, at(hours), 200, requested_url=URL, site="city", page_class=PageClass.FRONT)


def missing_by_redirect(hours: float) -> Capture:
    secure = URL.replace("http:", "https:")
    return Capture(secure, at(hours), 404, requested_url=URL, site="city", page_class=PageClass.ERROR)


def soft_404(hours: float) -> Capture:
    return Capture(URL, at(hours), 200, site="city", page_class=PageClass.SOFT_404)


def failed(hours: float) -> Capture:
    return Capture(URL, at(hours), 503, site="city", page_class=PageClass.ERROR)


def unchanged(hours: float) -> Capture:
    return Capture("http://city.example.test/3475.html", at(hours), 304, site="city")


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def elsewhere(hours: float) -> Capture:
    return Capture("http://city.example.test/2022/title", at(hours), site="city", page_class=PageClass.ARTICLE)


def add_all(archive: Archive, captures: list[Capture]) -> None:
    for capture in captures:
        if capture.page_class is PageClass.ARTICLE:
            archive.add_article(replace(ARTICLE, url=capture.url), capture)
        else:
            archive.add_capture(capture)


def seen(hours: float) -> Capture:
    return Capture(URL, at(hours), site="city", page_class=PageClass.ARTICLE)


@pytest.mark.parametrize(
    ("captures", "gone"),
    [
        ([seen(0), missing(10), front(10), missing(40), front(40)], (0, 10)),
        ([seen(0), redirected(10), front(10.5), soft_404(40), front(40)], (0, 10)),
        ([seen(0), missing_by_redirect(10), front(10), missing_by_redirect(40), front(40)], (0, 10)),
        ([seen(0), missing(10), front(10), missing(34), front(34)], (0, 10)),
        ([seen(0), missing(10), unchanged(10), missing(40), unchanged(40.5)], (0, 10)),
        ([seen(0), missing(10), front(10), missing(20), front(20)], None),
        ([seen(0), missing(10), missing(40)], None),
        ([seen(0), failed(10), front(10), failed(40), front(40)], None),
        ([seen(0), missing(10), front(10), missing(40), front(40), seen(50)], None),
        ([seen(0), missing(10), front(10), seen(20), missing(50), front(50), missing(80), front(80)], (20, 50)),
        ([seen(0), missing(10), elsewhere(10.5), missing(40), front(40), missing(70), front(70)], None),
        ([seen(0), elsewhere(5), seen(6), missing(10), front(10), missing(40), front(40)], (6, 10)),
    ],
    ids=[
        "404",
        "redirect and soft 404",
        "404 behind a redirect",
        "a day to the second",
        "others have not changed",
        "within a day",
        "outage",
        "server errors",
        "it returns",
        "it goes again",
        "it has moved",
        "its copy is older",
    ],
)
def test_an_article_is_gone_after_two_misses_a_day_apart(
    tmp_path: Path, captures: list[Capture], gone: tuple[float, float] | None
) -> None:
    orders = list(itertools.permutations(captures))
    for number, order in enumerate(orders[:: max(1, len(orders) // 12)]):
        with Archive(tmp_path / f"{number}.db") as archive:
            add_all(archive, list(order))
            stored = archive.article(URL)
            assert stored is not None
            assert stored.body == "Body"
            assert (stored.gone_after, stored.gone_before) == ((at(gone[0]), at(gone[1])) if gone else (None, None))


def test_not_modified_means_that_it_is_still_there(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        add_all(archive, [seen(0), Capture(URL, at(5), 304, site="city")])
        stored, known = archive.article(URL), archive.known(URL)
        assert stored is not None
        assert known is not None
        assert (stored.last_seen, known.next_check) == (at(5), at(6))


@pytest.mark.parametrize(
    ("captures", "following"),
    [
        ([seen(0), failed(2)], 6),
        ([seen(0), failed(6)], 24),
        ([seen(0), Capture(URL, at(7), 403, site="city", page_class=PageClass.BLOCK)], 24),
        ([seen(0), Capture(URL, at(7), 302, site="city", page_class=PageClass.REDIRECT)], 24),
        ([seen(0), missing(2), front(2)], 26),
        ([seen(0), missing(2)], 6),
    ],
    ids=["server error", "server error on time", "block", "redirect", "missing", "missing like everything else"],
)
def test_what_was_answered_instead_was_a_look(tmp_path: Path, captures: list[Capture], following: float) -> None:
    for order in itertools.permutations(captures):
        with Archive(tmp_path / f"{len(list(tmp_path.iterdir()))}.db") as archive:
            add_all(archive, list(order))
            known = archive.known(URL)
            assert known is not None
            assert known.next_check == at(following)


def test_a_look_that_left_nothing_to_keep_is_noted(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        add_all(archive, [seen(0)])
        archive.looked([URL, "http://city.example.test/unknown.html"], at(7))
        known = archive.known(URL)
        assert known is not None
        assert (known.next_check, archive.due(at(8))) == (at(24), [])


@pytest.mark.parametrize(("host", "gone"), [("city.example.test", True), ("valley.example.test", False)])
def test_without_the_name_of_a_site_only_pages_of_the_same_host_tell_that_it_answers(
    tmp_path: Path, host: str, gone: bool
) -> None:
    others = [Capture(f"http://{host}/{hours}.html", at(hours), page_class=PageClass.LIST) for hours in (48, 96)]
    nameless = [replace(capture, site=None) for capture in (seen(0), missing(48), missing(96))]
    with Archive(tmp_path / "news.db") as archive:
        add_all(archive, [*nameless, *others])
        (stored,) = archive.connection.execute("select gone_before from articles")
    assert (stored["gone_before"] is not None) == gone


NEW = "http://city.example.test/2022/new-title.html"
LONG = "市疫情防控指挥部发布第一号通告，要求各县区落实责任，居民凭证出入，超市照常营业，公交车次减半运行。" * 2


def put(archive: Archive, hours: float, url: str, told: tuple[str, str] | int) -> None:
    """Add what a page told at an hour, as title and body, or with which status it failed."""
    if isinstance(told, int):
        archive.add_capture(Capture(url, at(hours), told, site="city", page_class=PageClass.ERROR))
    else:
        capture = Capture(url, at(hours), site="city", page_class=PageClass.ARTICLE)
        archive.add_article(Article(url, *told, site="city"), capture)
    archive.add_capture(front(hours))


@pytest.mark.parametrize(
    ("later", "titles", "gone"),
    [
        ([], ["通告", "新通告"], None),
        ([(90, NEW, ("新通告", LONG + "学校停课三天。"))], ["通告", "新通告", "新通告"], None),
        ([(90, NEW, 404), (120, NEW, 404)], ["通告", "新通告"], (20, 90)),
        ([(90, URL, ("通告", LONG))], ["通告", "新通告", "通告"], None),
    ],
    ids=["moved", "goes on there", "gone there, too", "is back"],
)
def test_an_article_whose_text_is_elsewhere_while_it_is_missing_has_gone_there(
    tmp_path: Path,
    later: list[tuple[float, str, tuple[str, str] | int]],
    titles: list[str],
    gone: tuple[int, int] | None,
) -> None:
    events = [(0, URL, ("通告", LONG)), (20, NEW, ("新通告", LONG)), (30, URL, 404), (60, URL, 404), *later]
    for number, order in enumerate(
        [events, events[::-1], *itertools.islice(itertools.permutations(events), 5, None, 9)]
    ):
        with Archive(tmp_path / f"{number}.db") as archive, archive.batch():
            for event in order:
                put(archive, *event)
            stored = archive.article(NEW)
            assert stored is not None
            assert (stored.url, stored.title) == (URL, titles[-1])
            assert [version.title for version in archive.revisions(URL)] == titles
            assert (stored.gone_after, stored.gone_before) == ((at(gone[0]), at(gone[1])) if gone else (None, None))


def test_an_article_that_may_be_missing_is_looked_for_where_it_was_seen_since(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        put(archive, 0, URL, ("通告", LONG))
        put(archive, 20, NEW, ("新通告", LONG))
        assert archive.due(at(30)) == [URL]
        put(archive, 30, URL, 404)
        assert archive.due(at(60)) == [URL, NEW]
