"""What a site shows in the place of several articles becomes no version of any, in whatever order it was read."""

import random
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.merge import merge
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import Article, Capture, PageClass
from newsarchive.reader.again import read_again
from newsarchive.reader.captures import Reader
from newsarchive.sites import Sites

START = datetime(2026, 3, 13, 12, tzinfo=UTC)
HOME = "https://harbour.test/2026/03/13"
SALE = ("harbour.test", "This name is offered to whoever wants to use it, from today, in a few simple steps.")
Event = tuple[str, int, tuple[str, str]]


def own(page: str, edition: int = 1) -> tuple[str, str]:
    return (
        f"Ferry {page} docks at last",
        f"Ferry {page} came in by night, said the harbour master, for the {edition}. time.",
    )


def add(archive: Archive, event: Event) -> None:
    page, day, (title, body) = event
    url = f"{HOME}/{page}.html"
    capture = Capture(
        url, START + timedelta(days=day), site="harbour", digest=f"{page}{day}", page_class=PageClass.ARTICLE
    )
    archive.add_article(Article(url, title, body, site="harbour"), capture, extractor="1")


def filled(path: Path, events: list[Event]) -> Path:
    with Archive(path) as archive:
        for event in events:
            add(archive, event)
    return path


def contents(path: Path) -> list[tuple]:
    asked = [
        "select url, title, body, first_seen, last_seen, gone_after from articles order by url",
        "select url, seen_at, revisions.title, change from revisions join articles on articles.id = article_id"
        " order by url, seen_at",
        "select url, fetched_at, page_class from captures order by url, fetched_at",
        "select url, kind from url_aliases order by url",
    ]
    with Archive(path) as archive:
        return [tuple(row) for sql in asked for row in archive.connection.execute(sql)]


EVENTS = [
    *((page, 0, own(page)) for page in "abcd"),
    *((page, 2, SALE) for page in "abc"),
    ("new", 2, SALE),
    ("d", 3, own("d", 2)),
]


def test_a_name_for_sale_is_no_version(tmp_path: Path) -> None:
    found = contents(filled(tmp_path / "news.db", EVENTS))
    assert [row[:2] for row in found if len(row) == 6] == [(f"{HOME}/{page}.html", own(page)[0]) for page in "abcd"]
    assert [row[3] for row in found if len(row) == 4] == [None, None, None, None, "substantive"]
    unread = [row[0] for row in found if row[-1] == "unreadable"]
    assert unread == [f"{HOME}/{page}.html" for page in ("a", "b", "c", "new")]
    assert not any(row[-1] == "duplicate" for row in found)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_has_no_say(tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    wanted = contents(filled(tmp_path / "wanted.db", EVENTS))
    drawn = source.sample(EVENTS, len(EVENTS))
    assert contents(filled(tmp_path / "drawn.db", drawn)) == wanted
    parts = [filled(tmp_path / f"part{number}.db", drawn[number::3]) for number in range(3)]
    for number, order in enumerate(source.sample(list(permutations(parts)), 2)):
        with Archive(tmp_path / f"merged{number}.db") as archive:
            for part in order:
                with Archive(part, read_only=True) as other:
                    merge(archive, other)
        assert contents(tmp_path / f"merged{number}.db") == wanted


@pytest.mark.parametrize("seed", range(4))
def test_a_page_that_was_first_seen_without_its_text_counts_once_it_has_one(tmp_path: Path, seed: int) -> None:
    drawn = [*((page, 0, own(page)) for page in "ab"), *((page, 1, SALE) for page in "abc"), ("c", 2, own("c"))]
    if seed:
        random.Random(seed).shuffle(drawn)
    with Archive(filled(tmp_path / "news.db", drawn)) as archive:
        titles = {page: [each.title for each in archive.revisions(f"{HOME}/{page}.html")] for page in "abc"}
    assert titles == {page: [own(page)[0]] for page in "abc"}


def test_two_pages_may_become_one_and_many_be_withdrawn(tmp_path: Path) -> None:
    two = [event for event in EVENTS if event[0] in "ab"]
    with Archive(filled(tmp_path / "two.db", two)) as archive:
        assert [archive.article(f"{HOME}/{page}.html").title for page in "ab"] == [SALE[0]] * 2
    withdrawn = [(page, 2, (own(page)[0], "This article has been withdrawn.")) for page in "abc"]
    with Archive(filled(tmp_path / "withdrawn.db", [*EVENTS[:3], *withdrawn])) as archive:
        changes = [archive.revisions(f"{HOME}/{page}.html")[-1].change for page in "abc"]
    assert changes == ["retraction"] * 3


def test_what_a_page_said_besides_its_text_comes_back(tmp_path: Path) -> None:
    headers = (("Content-Type", "text/html; charset=utf-8"),)

    def captures(day: int, html: str) -> list[tuple[Capture, bytes]]:
        when = START + timedelta(days=day)
        return [
            (Capture(f"{HOME}/{page}.html", when, 200, headers, site="harbour"), html.replace("PAGE", page).encode())
            for page in "abc"
        ]

    told = "".join(f"<p>{own('PAGE')[1]} Divers looked at the hull for {hours} hours.</p>" for hours in (2, 5, 9))
    page = f'<title>Ferry PAGE docks at last</title><meta name=keywords content="PAGE ferries"><article><h1>Ferry PAGE docks at last</h1>{told}</article>'
    with Archive(tmp_path / "news.db") as archive:
        reader = Reader(archive, Sites())
        reader.read(_kept(archive, captures(0, page)))
        tags = [archive.article(f"{HOME}/{page}.html").tags for page in "abc"]
        counts = reader.read(_kept(archive, captures(2, f"<title>{SALE[0]}</title><h2>Yours</h2><p>{SALE[1]}</p>" * 2)))
        assert counts["harbour", "skipped/unreadable: the site shows the same in the place of other articles, too"] == 1
        assert tags == [(f"{page} ferries",) for page in "abc"]
        assert [archive.article(f"{HOME}/{page}.html").tags for page in "abc"] == tags
        again = [one for chunk in read_again(archive.path, archive.capture_numbers(), []) for one in chunk]
        assert [one.page_class for one in again] == [PageClass.ARTICLE] * 3 + [PageClass.UNREADABLE] * 3


def _kept(archive: Archive, found: list[tuple[Capture, bytes]]) -> list[tuple[Capture, bytes]]:
    """Write captures to a WARC file, as a crawl does, so that they can be read again."""
    started = found[0][0].fetched_at
    with WarcWriter(archive.warc_folder, prefix="crawl", started=started, software="test") as writer:
        places = [
            writer.write(each.url, fetched_at=each.fetched_at, body_wire=body, headers=each.headers, site=each.site)
            for each, body in found
        ]
    return [archive.capture_at(place) for place in places]
