from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.warc import Original, WarcWriter
from newsarchive.extraction import extract
from newsarchive.items import Article, Location, PageClass
from newsarchive.reader.captures import Reader
from newsarchive.sites import Sites

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST = "https://a.test/city/3474.html"
TEXT = "The survey of the river took seven days, and on each of them it rained from morning until late at night. "


def page(*numbers: int, links: tuple[str, ...] = ()) -> bytes:
    body = "".join(f"<p>Day {number}, part {part}. {TEXT * 3}</p>" for number in numbers for part in range(3))
    nav = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return f"<html><title>Along the river</title><h1>Along the river</h1><div>{body}</div><p>{nav}</p></html>".encode()


class Kept:
    """An archive with a WARC file that is being written."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive(folder / "a.db")
        self.writer = WarcWriter(self.archive.warc_folder, prefix="t", started=NOON, software="test")
        self.reader = Reader(self.archive, Sites())

    def keep(self, url: str, body: bytes, minute: int = 0, *, status: int = 200, **hints: str) -> Location:
        return self.writer.write(
            url,
            fetched_at=NOON + timedelta(minutes=minute),
            body_wire=body,
            status=status,
            headers=[("Content-Type", "text/html; charset=utf-8")],
            site="a",
            hints=hints,
        )

    def days(self, url: str = FIRST) -> list[str]:
        article = self.archive.article(url)
        assert article
        return [line.split(",")[0] for line in article.body.split("\n")]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    yield kept
    kept.writer.close()
    kept.archive.close()


def test_a_capture_becomes_an_article_of_its_site(kept: Kept) -> None:
    assert kept.reader.read_at([kept.keep(FIRST, page(1))]) == {("a", "new"): 1}
    assert kept.days() == ["Day 1"] * 3
    (capture,) = kept.archive.captures()
    assert (capture.page_class, capture.site) == (PageClass.ARTICLE, "a")


def test_a_revisit_that_lies_before_its_original_is_read_with_it(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        for prefix, known in (("b", None), ("a", Original(FIRST, NOON))):
            writer = WarcWriter(
                archive.warc_folder, prefix=prefix, started=NOON, software="test", known=lambda _, found=known: found
            )
            with writer:
                writer.write(f"https://{prefix}.test/1.html", fetched_at=NOON, body_wire=page(1))
        assert Reader(archive, Sites()).catch_up() == {("a.test", "new"): 1, ("b.test", "new"): 1}
        assert list(archive.pending()) == []


def test_what_holds_no_article_stays_as_a_capture_with_the_reason(kept: Kept) -> None:
    places = [
        kept.keep("https://a.test/1.html", b"", 1),
        kept.keep("https://a.test/2.html", b"<html>gone</html>", 2, status=404),
        kept.keep("https://a.test/3.pdf", b"%PDF-1.7 ...", 3),
    ]
    outcome = kept.reader.read_at(places)
    assert sum(outcome.values()) == 3
    assert all(what.startswith("skipped/") for _, what in outcome)
    assert [capture.page_class for capture in kept.archive.captures()] == [
        *(PageClass.ERROR, PageClass.ERROR, PageClass.NOT_HTML)
    ]
    assert all(capture.reason for capture in kept.archive.captures())


def test_an_answer_that_nothing_changed_is_no_reading(kept: Kept) -> None:
    places = [kept.keep(FIRST, page(1)), kept.keep(FIRST, b"", 60, status=304)]
    assert kept.reader.read_at(places) == {("a", "new"): 1, ("a", "unchanged"): 1}
    assert len(kept.archive.revisions(FIRST)) == 1


def test_captures_that_nobody_told_of_are_caught_up_once(kept: Kept) -> None:
    kept.keep(FIRST, page(1))
    assert kept.reader.catch_up() == {}  # who writes the file is still at it
    kept.writer.close()
    assert kept.reader.catch_up() == {("a", "new"): 1}
    assert kept.reader.catch_up() == {}


def test_captures_of_an_archive_can_be_read_again(kept: Kept) -> None:
    kept.reader.read_at([kept.keep(FIRST, page(1))])
    assert Reader(kept.archive, Sites()).read_captures(list(kept.archive.captures())) == {("a", "reread"): 1}
    assert len(kept.archive.revisions(FIRST)) == 1


def test_a_page_on_which_the_extractor_fails_stops_no_other(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("newsarchive.reader.articles.extract", broken)
    outcome = kept.reader.read_at([kept.keep(FIRST, page(1))])
    assert outcome == {("a", "skipped/unreadable: reading failed with RecursionError"): 1}


def test_a_better_extractor_makes_no_revision_of_a_page_that_did_not_change(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_yesterday(*arguments: Any, **options: Any) -> Article:
        article = extract(*arguments, **options)
        return replace(article, body=article.body + "\nRead more on our front page.")

    monkeypatch.setattr("newsarchive.reader.articles.extract", of_yesterday)
    monkeypatch.setattr("newsarchive.reader.captures.EXTRACTOR_VERSION", "0")
    kept.reader.read_at([kept.keep(FIRST, page(1))])
    monkeypatch.undo()
    assert kept.reader.read_at([kept.keep(FIRST, page(1, links=("/other.html",)), 60)]) == {("a", "unchanged"): 1}
    assert [revision.body.count("Read more") for revision in kept.archive.revisions(FIRST)] == [0]
    assert kept.reader.read_at([kept.keep(FIRST, page(1, 2), 120)]) == {("a", "revision"): 1}


PAGES = {
    FIRST: page(1, links=("3474_2.html", "3474_3.html")),
    FIRST[:-5] + "_2.html": page(2),
    FIRST[:-5] + "_3.html": page(3),
}
ORDERS = [[0, 1, 2], [2, 1, 0], [1, 0, 2]]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("together", [True, False])
def test_pages_are_one_article_in_their_order_however_they_came(kept: Kept, order: list[int], together: bool) -> None:
    urls = list(PAGES)
    hints = [{}, {"kind": "page", "found_on": FIRST}, {"kind": "page", "found_on": FIRST}]
    places = [kept.keep(urls[number], PAGES[urls[number]], number, **hints[number]) for number in order]
    for batch in [places] if together else [[place] for place in places]:
        kept.reader.read_at(batch)
    assert kept.days() == ["Day 1"] * 3 + ["Day 2"] * 3 + ["Day 3"] * 3
    assert [revision.change for revision in kept.archive.revisions(FIRST)] == [None]
    article = kept.archive.article(FIRST)
    assert article
    assert article.warnings == ()
    assert kept.archive.connection.execute("select count(*) from articles").fetchone()[0] == 1


def test_a_capture_that_was_read_already_is_not_counted_again(kept: Kept) -> None:
    place = kept.keep(FIRST, page(1))
    assert [kept.reader.read_at([place]).total() for _ in range(2)] == [1, 0]


def test_a_missing_page_is_told_by_the_article(kept: Kept) -> None:
    urls = list(PAGES)
    places = [kept.keep(urls[0], PAGES[urls[0]]), kept.keep(urls[2], PAGES[urls[2]], kind="page", found_on=FIRST)]
    places.append(kept.keep(urls[1], b"", status=404, kind="page", found_on=FIRST))
    kept.reader.read_at(places)
    article = kept.archive.article(FIRST)
    assert article
    assert article.warnings == (f"the page {urls[1]} is missing",)
    assert kept.days() == ["Day 1"] * 3 + ["Day 3"] * 3


def test_the_whole_article_on_one_page_is_preferred(kept: Kept) -> None:
    whole = "https://a.test/city/3474_all.html"
    kept.reader.read_at(
        [
            kept.keep(FIRST, page(1, links=("3474_2.html", "3474_all.html"))),
            kept.keep(whole, page(1, 2, 3), kind="page", found_on=FIRST),
        ]
    )
    assert kept.days() == ["Day 1"] * 3 + ["Day 2"] * 3 + ["Day 3"] * 3
    assert kept.days(whole) == kept.days()
