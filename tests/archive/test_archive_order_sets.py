"""Random sets of readings of copied, moved and changed pages leave the same archive in any order, and by any merges."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.merge import merge
from newsarchive.items import Article, Capture, PageClass

START = datetime(2022, 4, 19, tzinfo=UTC)
HOME = "http://city.example.test"
TEXTS = (
    "市疫情防控指挥部发布通告，全市各学校即日起停课，恢复时间另行通知。居民凭证出入，超市照常营业，公交车次减半运行。"
    * 2,
    "昨夜有雨，今天转晴，渔船可以出海。气象台说，未来三天气温回升，最高可达二十度，适合春耕播种，农户抓紧时间下地。"
    * 2,
)
ENDS = ("", "各学校停课三天。", "另一个结尾：桥梁检修延期至下周。")
# By the kind of page: its address, the address it declares, and the one that was asked.
PAGES: dict[str, Callable[[str, int], tuple[str, str | None, str | None]]] = {
    "page": lambda page, _: (page, None, None),
    "redirect": lambda page, n: (page, None, f"{HOME}/old/{n}.html"),
    "amp": lambda page, n: (f"{HOME}/amp/{n}.html", page, None),
    "amp without a link": lambda _, n: (f"{HOME}/amp/{n}.html", None, None),
    "amp of the moved": lambda _, n: (f"{HOME}/amp/{n}.html", f"{HOME}/2022/{n}.html", None),
    "twin": lambda _, n: (f"{HOME}/news/{n}.html", None, None),
    "www": lambda page, _: (page.replace("//", "//www."), None, None),
    "https": lambda page, _: (page.replace("http:", "https:"), None, page),
    "moved": lambda page, n: (f"{HOME}/2022/{n}.html", None, page),
    "moved without asking": lambda _, n: (f"{HOME}/2022/{n}.html", None, None),
    "moved again": lambda _, n: (f"{HOME}/news/{n}.html", None, f"{HOME}/2022/{n}.html"),
    "wrong link": lambda page, n: (page, f"{HOME}/{1 - n}.html", None),
    "elsewhere": lambda _, n: (f"http://other.test/{n}", None, None),
}
MISSES = {
    "gone": ("{}/{}.html", 404),
    "unchanged": ("{}/{}.html", 304),
    "gone elsewhere": ("{}/news/{}.html", 404),
    "unchanged elsewhere": ("{}/news/{}.html", 304),
}
SHOWN = {
    "articles": "select url, site, title, body, source, section, published, first_seen, last_seen, gone_after,"
    " gone_before, next_check from articles",
    "versions": "select url, seen_at, revisions.title, revisions.source, change, revisions.content_hash"
    " from revisions join articles on articles.id = article_id",
    "captures": "select url, requested_url, fetched_at, status, page_class from captures",
    "readings": "select articles.url, readings.url, fetched_at, readings.content_hash"
    " from readings join articles on articles.id = article_id",
    "addresses": "select url_aliases.url, articles.url, kind from url_aliases join articles on articles.id = article_id",
    "tags": "select url, position, name from article_tags join tags on tags.id = tag_id"
    " join articles on articles.id = article_id",
    "clusters": "select size, first_published, credited, (select group_concat(url) from"
    " (select url from articles where cluster_id = clusters.id order by url)) from clusters",
    "sites": "select name, first_seen from sites",
}
Event = tuple[str, int, int, int, int]


def events(source: random.Random) -> list[Event]:
    """Draw what comes in: the kind of page, which of two articles, which version of it, the hour, whose tags."""
    kinds = source.sample([*PAGES, *MISSES, "list"], source.choice((4, 6, 16)))
    hours = source.sample(range(0, 240, 4), source.randint(4, 8))
    return [
        (source.choice(kinds), source.choice((0, 0, 1)), source.randrange(3), hour, source.randrange(3))
        for hour in hours
    ]


def add(archive: Archive, event: Event) -> None:
    kind, number, version, hour, person = event
    page, at = f"{HOME}/{number}.html", START + timedelta(hours=hour)
    if kind in MISSES:
        path, status = MISSES[kind]
        archive.add_capture(Capture(path.format(HOME, number), at, status, site="city", digest=str(event)))
    elif kind == "list":
        archive.add_capture(Capture(f"{HOME}/", at, site="city", digest=str(event), page_class=PageClass.LIST))
    else:
        url, says, asked = PAGES[kind](page, number)
        article = Article(
            says or url,
            "晴" * (number + 1) + "更正" * (version == 2),
            TEXTS[number] + ENDS[version],
            site="other" if kind == "elsewhere" else "city",
            source="新华社" if person == 1 else None,
            section=f"版面{person}",
            published=START - timedelta(hours=person),
            tags=(kind, f"标签{person}"),
        )
        capture = Capture(url, at, requested_url=asked, site=article.site, digest=str(event))
        archive.add_article(article, capture, extractor="1")


def filled(path: Path, drawn: list[Event]) -> Path:
    with Archive(path) as archive, archive.batch():
        for event in drawn:
            add(archive, event)
    return path


def merged(path: Path, *parts: Path) -> Path:
    with Archive(path) as archive:
        for part in parts:
            with Archive(part, read_only=True) as other:
                merge(archive, other)
    return path


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with Archive(path) as archive:
        found = {name: sorted(map(tuple, archive.connection.execute(sql)), key=repr) for name, sql in SHOWN.items()}
        urls = [row[0] for row in found["articles"]]
        return found | {"texts": [(url, *(each.body for each in archive.revisions(str(url)))) for url in urls]}


@pytest.mark.parametrize("seed", range(3, 17))
def test_a_set_of_readings_leaves_the_same_in_any_order(tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    drawn = events(source)
    wanted = contents(filled(tmp_path / "drawn.db", sorted(drawn, key=lambda event: event[3])))
    for number in range(3):
        assert contents(filled(tmp_path / f"{number}.db", source.sample(drawn, len(drawn)))) == wanted
    assert wanted["captures"]


@pytest.mark.parametrize("seed", range(100, 105))
def test_a_set_of_readings_leaves_the_same_by_any_merges(tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    drawn = events(source)
    wanted = contents(filled(tmp_path / "drawn.db", drawn))
    parts = [filled(tmp_path / f"part{place}.db", drawn[place::3]) for place in range(3)]
    assert contents(merged(tmp_path / "all.db", *parts)) == wanted
    pair = merged(tmp_path / "pair.db", parts[2], parts[1])
    assert contents(merged(tmp_path / "grouped.db", parts[0], pair)) == wanted
    assert contents(merged(pair, *parts, tmp_path / "all.db")) == wanted
