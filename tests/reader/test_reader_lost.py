"""A WARC file that is lost costs its own captures: runs go on, and what the site still has is kept anew."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsarchive.archive import Archive
from newsarchive.archive.warc import Original, WarcWriter, transfer_digest
from newsarchive.cli import main
from newsarchive.items import Location
from newsarchive.reader import Counts
from newsarchive.reader.captures import Reader
from newsarchive.sites import Site, Sites
from newsarchive.spiders.links.selection import Selection

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST, SECOND, OTHER = "https://a.test/city/3474.html", "https://a.test/city/3474_2.html", "https://a.test/city/9.html"
TEXT = "The survey of the river took seven days, and on each of them it rained from morning until late at night. "


def page(day: int, link: str = "") -> bytes:
    body = "".join(f"<p>Day {day}, part {part}. {TEXT * 3}</p>" for part in range(3))
    nav = f'<p><a href="{link}">2</a></p>' if link else ""
    return f"<html><title>River</title><h1>Along the river</h1><div>{body}</div>{nav}</html>".encode()


def crawled(
    archive: Archive, hour: int, *pages: tuple[str, bytes, dict[str, str]], known: Callable[[str], Original | None]
) -> Counts:
    """Keep pages in a WARC file of that hour, and read them."""
    places: list[Location] = []
    with WarcWriter(archive.warc_folder, prefix=f"h{hour}", started=NOON, software="test", known=known) as out:
        for url, body, hints in pages:
            headers = [("Content-Type", "text/html"), ("ETag", '"1"')]
            moment = NOON + timedelta(hours=hour)
            places.append(out.write(url, fetched_at=moment, body_wire=body, headers=headers, site="a", hints=hints))
    return Reader(archive, Sites()).read_at(places)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-50] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [Path.unlink, flip])
def test_a_page_whose_record_is_lost_is_kept_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with Archive(tmp_path / "a.db") as archive:
        crawled(archive, 0, (FIRST, page(1), {}), known=archive.original)
        harm(next(archive.warc_folder.glob("h0*")))
        assert crawled(archive, 7, (FIRST, page(1), {}), known=archive.original) == {("a", "unchanged"): 1}
        assert crawled(archive, 8, (FIRST, page(1), {}), known=archive.original) == {("a", "unchanged"): 1}
        _, *later = archive.captures()
        assert [(capture.is_revisit, archive.payload(capture)) for capture in later] == [
            (False, page(1)),
            (True, page(1)),
        ]


def test_a_revisit_of_a_lost_record_stops_no_other(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        crawled(archive, 0, (FIRST, page(1), {}), known=archive.original)
        next(archive.warc_folder.glob("h0*")).unlink()
        lost = transfer_digest(page(1))
        pages = [(FIRST, page(1), {}), (OTHER, page(9), {})]
        told = crawled(archive, 7, *pages, known=lambda digest: Original(FIRST, NOON) if digest == lost else None)
        assert told == {("a", "new"): 1}


def test_no_text_is_lost_with_the_record_of_a_later_page(tmp_path: Path) -> None:
    later = (SECOND, page(2), {"kind": "page", "found_on": FIRST})
    with Archive(tmp_path / "a.db") as archive:
        crawled(archive, 0, later, known=archive.original)
        crawled(archive, 1, (FIRST, page(1, "3474_2.html"), {}), known=archive.original)
        next(archive.warc_folder.glob("h0*")).unlink()
        told = crawled(archive, 7, (FIRST, page(1, "3474_2.html"), {}), known=archive.original)
        assert told == {("a", "skipped/unreadable: another page of it is lost in the WARC files"): 1}
        crawled(archive, 7, later, known=archive.original)
        assert crawled(archive, 31, (FIRST, page(1, "3474_2.html"), {}), known=archive.original) == {
            ("a", "unchanged"): 1
        }
        (revision,) = archive.revisions(FIRST)
        assert "Day 2" in revision.body


def test_a_page_whose_file_is_lost_is_asked_for_whole(tmp_path: Path) -> None:
    site = Site(key="a", name="A", start="https://a.test/")
    with Archive(tmp_path / "a.db") as archive:
        crawled(archive, 0, (FIRST, page(1), {}), known=archive.original)
        selection = Selection(site, archive, Sites(), NOON, lambda what: None, lambda url: False)
        assert selection.conditions(FIRST) == {"If-None-Match": '"1"'}
        next(archive.warc_folder.glob("h0*")).unlink()
        assert selection.conditions(FIRST) == {}


@pytest.mark.parametrize("more", [(), ("--commit",)])
def test_reading_again_says_that_a_record_is_lost_and_ends_with_a_failure(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    with Archive(tmp_path / "a.db") as archive:
        crawled(archive, 0, (FIRST, page(1), {}), known=archive.original)
        crawled(archive, 1, (OTHER, page(9), {}), known=archive.original)
        next(archive.warc_folder.glob("h0*")).unlink()
    told = CliRunner().invoke(main, ["reextract", "--jobs", "1", "--db", str(tmp_path / "a.db"), *more])
    assert (told.exit_code, told.stderr.count("h0-")) == (1, 1), told.stderr
    assert "1 captures cannot be read (newsarchive verify tells why)" in told.stderr
    assert told.stderr.endswith("0 articles change, 1 stay as they are.\n")
