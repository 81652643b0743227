import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, add, article, text

from newsarchive.archive import Archive, tombstones
from newsarchive.archive.upkeep import purge as purging
from newsarchive.archive.upkeep.purge import Purged, purge
from newsarchive.archive.upkeep.selection import Takedown, copies, of_match, of_site, of_url
from newsarchive.archive.upkeep.verify import verify
from newsarchive.archive.warc import WarcWriter, scan
from newsarchive.items import Article, Capture, PageClass, SiteLine

LATER = NOON + timedelta(days=400)


def traces(folder: Path) -> Iterator[bytes]:
    """Yield every byte of the archive, packed and unpacked."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        yield path.read_bytes()
        if path.name.endswith(".warc.gz"):
            for _, record in scan(path):
                body = record.block.partition(b"\r\n\r\n")[2]
                yield repr(record.fields).encode() + record.block
                yield gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def standing(folder: Path, words: list[str]) -> set[str]:
    data = b"\n".join(traces(folder))
    return {word for word in words if word.encode() in data}


def words_of(number: int) -> list[str]:
    """Return what only this article says."""
    found = [f"Headline{number:02}", f"Author{number:02}", f"tag{number:02}", f"https://valley.test/{number}"]
    return [*found, *(f"{word}{number:02}{version}" for version in (0, 1) for word in ("Witness", "bridge", "第"))]


def purged(archive: Archive, chosen: Takedown) -> Purged:
    return purge(archive, chosen, reason="court order", now=LATER)


def test_an_article_vanishes_without_trace_and_leaves_a_tombstone(archive: Archive) -> None:
    words = [word for word in words_of(9) if "https" not in word]
    assert {f"Headline{9:02}", "Witness090", "Witness091"} <= standing(archive.path.parent, words)
    done = purged(archive, of_url(archive, "https://valley.test/9?utm_source=x"))
    assert done == Purged(articles=1, captures=2, files=done.files)
    assert standing(archive.path.parent, words) == set()
    assert archive.article("https://valley.test/9") is None
    assert [hit.url for hit in archive.search("Headline09")] == []
    stone = archive.taken_down("https://valley.test/9")
    assert stone is not None
    assert (stone.kind, stone.reason, stone.created_at) == ("url", "court order", LATER)
    assert archive.taken_down("https://valley.test/7") is None


def test_everything_else_stays_readable(archive: Archive) -> None:
    before = {capture.url: archive.payload(capture) for capture in archive.captures()}
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert list(verify(archive)) == []
    after = {capture.url: archive.payload(capture) for capture in archive.captures()}
    assert after == {url: payload for url, payload in before.items() if url != "https://valley.test/9"}
    assert list(archive.pending()) == []
    assert [hit.title for hit in archive.search("Headline07")] == ["Headline07"]


def test_a_site_vanishes(archive: Archive) -> None:
    done = purged(archive, of_site(archive, "valley"))
    assert (done.articles, done.captures) == (6, 8)
    gone = [word for number in (1, 3, 5, 7, 9, 11) for word in words_of(number)]
    assert standing(archive.path.parent, [*gone, "valley.test/"]) == set()
    assert archive.taken_down("https://other.test/", "valley") is not None
    assert archive.taken_down("https://www.valley.test/13") is not None  # brought in without the site's name
    assert archive.taken_down("https://harbour.test/13") is None
    assert list(verify(archive)) == []
    assert archive.connection.execute("select count(*) from articles").fetchone()[0] == 6


def test_a_site_is_chosen_without_a_look_at_its_pages_and_its_memory_emptied_at_once(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.learn("valley", [SiteLine("line", f"Witness{number:02}0 saw") for number in range(12)] * 2)
    monkeypatch.setattr(Archive, "payload", None)
    chosen = of_site(archive, "valley")
    asked: list[str] = []
    archive.connection.set_trace_callback(asked.append)
    purged(archive, chosen)
    assert len([sql for sql in asked if sql.startswith("delete from site_lines")]) == 2
    assert archive.connection.execute("select * from site_lines where site = 'valley'").fetchall() == []


def test_what_the_memory_has_of_any_version_of_an_article_goes_and_nothing_else(archive: Archive) -> None:
    own = ["Headline09", *(text(9, version).split("\n")[0] for version in (0, 1))]
    for _ in range(2):
        archive.learn("valley", [SiteLine("line", each) for each in (*own, "Share this", "Headline07")])
        archive.learn("valley", [SiteLine("line", "seen once")])
    purged(archive, of_url(archive, "https://valley.test/9"))
    kept = archive.connection.execute("select text from site_lines where site = 'valley' and pages > 1").fetchall()
    assert {row["text"] for row in kept} == {"Share this", "Headline07", "seen once"}


def test_a_domain_that_another_site_has_too_is_not_taken_down(archive: Archive) -> None:
    other = replace(article(13), url="https://valley.test/sport/13", site="sport")
    archive.add_article(other, Capture(other.url, NOON, site="sport", page_class=PageClass.ARTICLE))
    purged(archive, of_site(archive, "valley"))
    assert archive.taken_down("https://valley.test/13", "valley") is not None
    assert archive.taken_down("https://valley.test/sport/14", "sport") is None


def test_what_matches_vanishes_even_if_only_an_earlier_version_said_it(archive: Archive) -> None:
    assert [each.url for each in of_match(archive, "Witness030").articles] == ["https://valley.test/3"]
    purged(archive, of_match(archive, "Witness030"))
    assert standing(archive.path.parent, ["Witness030", "Witness031", "Headline03"]) == set()
    assert of_match(archive, "Witness030").articles == ()


def test_lists_that_show_the_article_vanish_with_it(archive: Archive) -> None:
    lists = {"/old": text(9).split("\n")[1], "/new": text(8).split("\n")[1]}
    with WarcWriter(archive.warc_folder, prefix="lists", started=NOON, software="test") as out:
        for path, line in lists.items():
            place = out.write(
                f"https://valley.test{path}", fetched_at=NOON, body_wire=f"<li>{line}</li>".encode(), site="valley"
            )
            number = archive.add_capture(archive.capture_at(place)[0])
            archive.set_page_class(number, PageClass.LIST, "a list")
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert standing(archive.path.parent, ["Witness090"]) == set()
    assert [capture.url for capture in archive.captures(page_class=PageClass.LIST)] == ["https://valley.test/new"]


def test_a_list_that_shares_but_a_short_line_with_the_article_stays(archive: Archive) -> None:
    with WarcWriter(archive.warc_folder, prefix="lists", started=NOON, software="test") as out:
        place = out.write("https://valley.test/short", fetched_at=NOON, body_wire=b"<li>Headline09</li>", site="valley")
        number = archive.add_capture(archive.capture_at(place)[0])
        archive.set_page_class(number, PageClass.LIST, "a list")
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert [capture.url for capture in archive.captures(page_class=PageClass.LIST)] == ["https://valley.test/short"]


def test_a_page_of_another_article_stays_although_it_links_the_one_that_goes(archive: Archive) -> None:
    with WarcWriter(archive.warc_folder, prefix="pages", started=NOON, software="test") as out:
        line = text(9).split("\n")[1]
        place = out.write(
            "https://valley.test/7_2", fetched_at=NOON, body_wire=f"<p>More.</p><li>{line}".encode(), site="valley"
        )
        number = archive.add_capture(archive.capture_at(place)[0])
        archive.set_page_class(number, PageClass.PAGE, "a page of https://valley.test/7")
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert [capture.url for capture in archive.captures(page_class=PageClass.PAGE)] == ["https://valley.test/7_2"]


@pytest.mark.parametrize(
    ("site", "body", "charset"),
    [
        ("valley", "<li>“渡轮第093号消息”</li>".encode("gb18030"), "gb18030"),  # another charset than the archive's
        ("valley", b"<li>&#28193;&#36718;&#31532;093&#21495;&#28040;&#24687;</li>", "utf-8"),  # spelled as references
        (None, "<li>渡轮第093号消息</li>".encode(), "utf-8"),  # brought in without a site
    ],
)
def test_lists_vanish_however_they_spell_the_article(
    archive: Archive, site: str | None, body: bytes, charset: str
) -> None:
    with WarcWriter(archive.warc_folder, prefix="lists", started=NOON, software="test") as out:
        headers = [("Content-Type", f"text/html; charset={charset}")]
        shown = out.write("https://valley.test/list", fetched_at=NOON, headers=headers, body_wire=body, site=site)
        number = archive.add_capture(archive.capture_at(shown)[0])
        archive.set_page_class(number, PageClass.LIST, "a list")
        place = out.write("https://valley.test/093", fetched_at=NOON, body_wire=b"page", site="valley")
    told = Article("https://valley.test/093", "渡轮第093号消息", text(9, 3), site=site or "valley.test")
    archive.add_article(told, archive.capture_at(place)[0])
    purged(archive, of_url(archive, "https://valley.test/093"))
    assert list(archive.captures(page_class=PageClass.LIST)) == []


def test_copies_that_stay_are_named(archive: Archive) -> None:
    for site in ("harbour", "valley"):
        url = f"https://{site}.test/wire"
        archive.add_article(Article(url, "Wire", "\n".join(map(text, range(4))), site=site), Capture(url, NOON))
    assert copies(archive, of_url(archive, "https://valley.test/wire")) == ["https://harbour.test/wire"]
    assert copies(archive, of_match(archive, "Witness010")) == []


def test_a_revisit_whose_original_goes_gets_the_payload(archive: Archive) -> None:
    with WarcWriter(archive.warc_folder, prefix="again", started=NOON, software="test", known=archive.original) as out:
        place = out.write(
            "https://other.test/copy",
            fetched_at=LATER,
            headers=[("Content-Encoding", "gzip")],
            body_wire=archive_body(archive, "https://valley.test/9"),
        )
        capture, payload = archive.capture_at(place)
        assert capture.is_revisit
        archive.add_capture(capture)
    purged(archive, of_url(archive, "https://valley.test/9"))
    (copy,) = archive.captures(url="https://other.test/copy")
    assert (copy.is_revisit, archive.payload(copy), copy.digest) == (False, payload, capture.digest)
    assert list(verify(archive)) == []


def archive_body(archive: Archive, url: str) -> bytes:
    return gzip.compress(archive.payload(next(archive.captures(url=url))), mtime=0)


def test_what_was_brought_back_under_another_address_goes_with_the_next_purge(archive: Archive) -> None:
    purged(archive, of_url(archive, "https://valley.test/9"))
    with WarcWriter(archive.warc_folder, prefix="back", started=NOON, software="test") as out:
        place = out.write("https://amp.valley.test/9", fetched_at=LATER, body_wire=text(9).encode())
        number = archive.add_capture(archive.capture_at(place)[0])
        archive.set_page_class(number, PageClass.ERROR, tombstones.REASON)
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert standing(archive.path.parent, ["Witness090"]) == set()


@pytest.mark.parametrize("moment", ["rewrite", "transaction", "recover", "clean"])
def test_a_purge_that_is_killed_leaves_all_or_nothing_and_can_be_given_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Killed

    chosen = of_url(archive, "https://valley.test/9")
    target = (
        "newsarchive.archive.captures.recovery.recover"
        if moment == "recover"
        else f"newsarchive.archive.upkeep.purge.{moment}"
    )
    with monkeypatch.context() as killing:
        killing.setattr(target, die)
        with pytest.raises(Killed):
            purging.purge(archive, chosen, reason="court order", now=LATER)
    archive.recover()
    assert list(archive.pending()) == []
    assert list(verify(archive)) == []
    purged(archive, of_url(archive, "https://valley.test/9"))
    assert standing(archive.path.parent, ["Witness090", "Headline09"]) == set()
    assert list(verify(archive)) == []


def test_a_file_that_is_being_written_is_left_alone(archive: Archive) -> None:
    from newsarchive.items import ArchiveError

    with WarcWriter(archive.warc_folder, prefix="live", started=NOON, software="test") as out:
        add(archive, out, 31)
        with pytest.raises(ArchiveError, match="is being written; wait until the crawl is done"):
            purged(archive, of_url(archive, "https://valley.test/31"))
    assert archive.article("https://valley.test/31") is not None
    archive.recover()
    assert list(verify(archive)) == []
    assert article(31).title == "Headline31"


def test_what_was_taken_down_does_not_come_back_by_http_or_with_www(archive: Archive) -> None:
    purged(archive, of_url(archive, "https://valley.test/9"))
    for url in ("http://valley.test/9", "https://www.valley.test/9", "http://www.valley.test/9"):
        assert archive.taken_down(url) is not None, url
    assert archive.taken_down("http://m.valley.test/9") is None


def test_what_only_a_copy_of_an_article_said_is_found_and_leaves_no_trace(archive: Archive) -> None:
    url = "https://valley.test/amp/3"
    said = replace(article(3), body=text(3, 1) + "\nOnly the copy names Informant77.", tags=("Informant77",))
    archive.add_article(said, Capture(url, NOON), extractor="test")
    assert archive.connection.execute("select count(*) from asides").fetchone()[0] == 1
    chosen = of_match(archive, "Informant77")
    assert [each.url for each in chosen.articles] == ["https://valley.test/3"]
    purged(archive, chosen)
    assert archive.connection.execute("select count(*) from asides").fetchone()[0] == 0
    assert of_match(archive, "Informant77").articles == ()
    assert standing(archive.path.parent, ["Informant77"]) == set()
