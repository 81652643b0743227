"""The same readings leave the same archive, in whatever order they arrive."""

import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture

START = datetime(2022, 4, 19, tzinfo=UTC)
PAGE = "http://city.example.test/3474.html"
AMP = "http://city.example.test/amp/3474.html"
MOVED = "http://city.example.test/2022/3474.html"
TWIN = "http://city.example.test/news/3474.html"
HTTPS = PAGE.replace("http:", "https:")
BARE = HTTPS.replace("//city.", "//www.city.")
FIRST = "市疫情防控指挥部发布第一号通告，要求各县区落实责任。" * 8
SECOND = FIRST + "各学校停课三天。"
SHOWN = """
    select articles.url, articles.title, articles.body, articles.source, articles.published, articles.first_seen,
        articles.last_seen, articles.next_check, articles.content_hash, articles.body_hash, tags.name
    from articles left join article_tags on article_id = articles.id left join tags on tags.id = tag_id
    order by articles.url, tags.name"""
HISTORY = "select url, seen_at, change, title, source from history order by url, seen_at, change"
ALIASES = "select a.url, b.url, kind from url_aliases a join articles b on b.id = article_id order by a.url"
Reading = tuple[Article, Capture]


def reading(
    hours: int, body: str, url: str = PAGE, *, title: str = "通告", says: str | None = None, asked: str | None = None
) -> Reading:
    capture = Capture(url, START + timedelta(hours=hours), requested_url=asked)
    return Article(says or url, title, body, site="city", tags=(f"标签{hours}",)), capture


CASES = {
    "one page, back and forth": [
        reading(0, FIRST),
        reading(1, FIRST.replace("，", ",")),
        reading(2, SECOND),
        reading(3, FIRST),
        reading(4, FIRST, title="新通告"),
    ],
    "an AMP copy reads a little otherwise": [
        reading(0, FIRST + "扫码", AMP, says=PAGE),
        reading(1, FIRST),
        reading(2, SECOND),
        reading(3, SECOND + "扫码", AMP, says=PAGE),
    ],
    "only AMP copies": [reading(0, FIRST, AMP, says=PAGE), reading(2, SECOND, AMP, says=PAGE)],
    "a link to the page that came later": [
        reading(0, FIRST, AMP),
        reading(1, FIRST, AMP, says=PAGE),
        reading(2, SECOND),
    ],
    "a twin": [reading(0, FIRST), reading(1, FIRST, TWIN), reading(2, SECOND), reading(3, FIRST, TWIN)],
    "a new title gives the page a new address": [
        reading(0, FIRST),
        reading(1, FIRST, MOVED, title="新通告"),
        reading(2, FIRST, MOVED, title="新通告", asked=PAGE),
        reading(3, SECOND, MOVED, title="新通告"),
    ],
    "a site that goes over to https and back": [
        reading(0, FIRST),
        reading(1, SECOND, HTTPS),
        reading(2, FIRST + "另一个结尾。", BARE),
        reading(3, FIRST, HTTPS),
        reading(4, SECOND),
    ],
    "a twin that goes its own way": [
        reading(0, FIRST),
        reading(1, FIRST, TWIN),
        reading(2, FIRST + "另一个结尾。", TWIN),
    ],
    "a page after its copy, and its twin": [
        reading(2, FIRST, AMP, says=PAGE),
        reading(8, SECOND),
        reading(12, SECOND, TWIN),
    ],
    "a copy and then the page with the same text": [reading(0, FIRST, AMP, says=PAGE), reading(2, FIRST)],
    "two texts within one second": [
        reading(0, FIRST),
        reading(2, SECOND),
        reading(2, FIRST[: len(FIRST) // 2], HTTPS),
        reading(4, FIRST + "另一个结尾。", HTTPS),
    ],
}


def contents(path: Path, readings: list[Reading]) -> list[list[tuple[object, ...]]]:
    with Archive(path) as archive:
        for article, capture in readings:
            archive.add_article(article, capture, extractor="1")
        rows = [[tuple(row) for row in archive.connection.execute(sql)] for sql in (SHOWN, HISTORY, ALIASES)]
        texts = [(url, *(revision.body for revision in archive.revisions(url))) for url in (PAGE, AMP, MOVED, TWIN)]
        assert archive.connection.execute("pragma foreign_key_check").fetchall() == []
        return [*rows, texts]


@pytest.mark.parametrize("readings", CASES.values(), ids=CASES)
def test_the_order_of_arrival_makes_no_difference(tmp_path: Path, readings: list[Reading]) -> None:
    wanted = contents(tmp_path / "in-order.db", readings)
    orders = list(permutations(readings))
    for number, shuffled in enumerate(random.Random(7).sample(orders, min(24, len(orders)))):
        assert contents(tmp_path / f"{number}.db", list(shuffled)) == wanted
    assert contents(tmp_path / "twice.db", readings + readings) == wanted


def test_a_twin_is_found_however_its_page_turns_out_to_be_the_older_one(tmp_path: Path) -> None:
    readings = [
        reading(4, FIRST),
        reading(9, FIRST + "扫码", AMP, says=PAGE),
        reading(10, SECOND, TWIN),
        reading(12, SECOND),
    ]
    for number, shuffled in enumerate(permutations(readings)):
        _, history, aliases, _ = contents(tmp_path / f"{number}.db", list(shuffled))
        assert aliases == [(AMP, PAGE, "canonical-link"), (TWIN, PAGE, "duplicate")]
        assert [row[:3] for row in history] == [
            (PAGE, "2022-04-19T04:00:00Z", None),
            (PAGE, "2022-04-19T12:00:00Z", "substantive"),
        ]


def test_an_article_that_moved_keeps_its_name_and_history(tmp_path: Path) -> None:
    readings = [reading(0, FIRST), reading(2, SECOND, MOVED, asked=PAGE), reading(4, FIRST, MOVED)]
    (shown, *_), history, aliases, _ = contents(tmp_path / "news.db", readings)
    assert (shown[0], len(history), aliases) == (PAGE, 3, [(MOVED, PAGE, "moved")])


def test_a_new_title_that_gives_the_page_a_new_address_is_a_version(tmp_path: Path) -> None:
    first_in_the_feed = reading(1, FIRST, MOVED, title="新通告")
    readings = [reading(0, FIRST), first_in_the_feed, reading(2, FIRST, MOVED, title="新通告", asked=PAGE)]
    (shown, *more), history, aliases, _ = contents(tmp_path / "news.db", readings)
    assert (shown[:2], more, aliases) == ((PAGE, "新通告"), [], [(MOVED, PAGE, "moved")])
    assert [row[1:4] for row in history] == [
        ("2022-04-19T00:00:00Z", None, "通告"),
        ("2022-04-19T01:00:00Z", "headline", "新通告"),
    ]


def test_pages_that_all_declare_one_address_are_articles_of_their_own(tmp_path: Path) -> None:
    urls = [f"http://city.example.test/{number}.html" for number in range(3)]
    texts = ["省里的会议今天结束。" * 9, "昨夜有雨,今天转晴。" * 9, "新桥将于五月通车。" * 9]
    wrong = "http://city.example.test/index.html"
    pairs = zip(urls, texts, strict=True)
    readings = [reading(0, text, url, title=text[:4], says=wrong) for url, text in pairs]
    shown, history, *_ = contents(tmp_path / "news.db", readings)
    assert sorted(row[2] for row in shown) == sorted(texts)
    assert len(history) == 3


def test_a_declared_address_is_believed_of_a_page_that_tells_half_of_the_same(tmp_path: Path) -> None:
    shared = "省里的会议今天结束,代表们陆续返程,新桥的预算获得通过。"
    first = reading(0, shared + "昨夜有雨,今天转晴,渔船可以出海。")
    other = reading(1, shared + "五月起通车,货车须绕行北线两周。", AMP, title="简讯", says=PAGE)
    (shown, *more), *_ = contents(tmp_path / "news.db", [first, other])
    assert (shown[0], more) == (PAGE, [])


def test_a_redirect_to_another_article_is_no_alias_of_an_article(tmp_path: Path) -> None:
    other = reading(2, "完全不同的一篇文章。" * 20, MOVED, title="别的事", asked=PAGE)
    shown, *_ = contents(tmp_path / "news.db", [reading(0, FIRST), other])
    assert [row[0] for row in shown] == [MOVED, PAGE]


def test_an_address_by_https_or_with_www_is_the_same(tmp_path: Path) -> None:
    readings = [reading(0, FIRST), reading(2, SECOND, HTTPS), reading(4, FIRST, BARE)]
    (shown, *_), history, aliases, _ = contents(tmp_path / "news.db", readings)
    assert (shown[0], len(history), aliases) == (PAGE, 3, [(HTTPS, PAGE, "moved"), (BARE, PAGE, "moved")])
    with Archive(tmp_path / "news.db") as archive:
        known = archive.known(BARE.replace("https:", "http:"))
        assert known is not None
        assert known.article_id
        assert archive.known(f"{HTTPS}.old") is None


def test_of_a_site_whose_pages_all_declare_one_address_no_page_costs_more_than_the_others(tmp_path: Path) -> None:
    def page(number: int) -> Reading:
        return reading(number, drawn(number), f"{PAGE}?p={number}", title=str(number), says=f"{PAGE}?list")

    with Archive(tmp_path / "news.db") as archive, archive.batch():
        few = steps(archive, map(page, range(20, 50)))
        steps(archive, map(page, range(50, 150)))
        assert steps(archive, map(page, range(150, 180))) < 2 * few


@pytest.mark.parametrize(
    "text", [lambda number: drawn(number), lambda number: drawn(number % 2)], ids=["new", "back and forth"]
)
def test_a_version_costs_no_more_than_the_ones_before_it(tmp_path: Path, text: Callable[[int], str]) -> None:
    def version(number: int) -> Reading:
        return reading(number, text(number))

    with Archive(tmp_path / "news.db") as archive, archive.batch():
        few = steps(archive, map(version, range(20, 40)))
        steps(archive, map(version, range(40, 140)))
        assert steps(archive, map(version, range(140, 160))) < 3 * few
        assert len(archive.revisions(PAGE)) == 140


def drawn(number: int) -> str:
    return "".join(random.Random(number).choices("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏", k=90))


def steps(archive: Archive, readings: Iterable[Reading]) -> int:
    """Add the readings and count what SQLite does, by the hundred."""
    done: list[None] = []
    archive.connection.set_progress_handler(lambda: done.append(None), 100)
    for article, capture in readings:
        archive.add_article(article, capture)
    return len(done)


@pytest.mark.parametrize(
    ("late", "outcome"),
    [
        (reading(1, FIRST, AMP, says=PAGE), "alias"),
        (reading(1, SECOND), "revision"),
        (reading(1, FIRST), "unchanged"),
        (reading(3, FIRST, TWIN), "duplicate"),
        (reading(1, "完全不同的一篇文章。" * 20, MOVED, title="别的事", asked=PAGE), "new"),
    ],
)
def test_a_reading_that_comes_late_tells_what_it_did(tmp_path: Path, late: Reading, outcome: str) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for article, capture in (reading(2, FIRST), reading(4, FIRST + "扫码", AMP, says=PAGE)):
            archive.add_article(article, capture)
        added = archive.add_article(*late)
        assert added.outcome == outcome
        assert (added.change, added.revision_id is None) == (None, outcome not in ("new", "revision"))
        rows = archive.connection.execute("select article_id from readings where capture_id = 3").fetchall()
        assert [tuple(row) for row in rows] == [(added.article_id,)]


def test_an_older_archive_learns_what_its_copies_declared_from_their_addresses(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for article, capture in (reading(0, FIRST), reading(2, SECOND, AMP, says=PAGE)):
            archive.add_article(article, capture)
        archive.connection.execute("drop table asides")
        archive.connection.execute("drop index readings_by_declared")
        archive.connection.execute("alter table readings drop column declared")
        archive.connection.execute("delete from _sqlite_migrations where name = 'm006_readings_whole'")
    with Archive(tmp_path / "news.db") as archive:
        rows = archive.connection.execute("select url, declared from readings order by url")
        assert [tuple(row) for row in rows] == [(PAGE, None), (AMP, PAGE)]
        archive.add_article(*reading(1, FIRST, TWIN))
        assert [each.body for each in archive.revisions(PAGE)] == [FIRST]
        kept = archive.connection.execute("select url from readings order by fetched_at").fetchall()
        assert [row[0] for row in kept] == [PAGE, TWIN, AMP]
