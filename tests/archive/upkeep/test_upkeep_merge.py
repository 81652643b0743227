import gzip
import os
import shutil
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from conftest import NOON, SITES, add, article, fill, page

from newsarchive.archive import Archive
from newsarchive.archive.upkeep import merge as merging
from newsarchive.archive.upkeep.backup import back_up
from newsarchive.archive.upkeep.merge import Merged, merge
from newsarchive.archive.upkeep.purge import purge
from newsarchive.archive.upkeep.selection import of_site, of_url
from newsarchive.archive.upkeep.verify import verify
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import ArchiveError, Capture, SiteLine


def contents(path: Path) -> dict[str, list[tuple]]:
    """Return everything that an archive says, without the numbers of its rows."""
    asked = {
        "captures": "select url, fetched_at, status, digest, page_class, site, is_revisit from captures",
        "articles": "select url, site, title, body, source, published, published_day, first_seen, last_seen, gone_before,"
        " word_count, next_check, language from articles",
        "versions": "select url, seen_at, revisions.title, change, extractor from revisions"
        " join articles on articles.id = article_id",
        "readings": "select articles.url, readings.url, fetched_at, readings.content_hash, extractor from readings"
        " join articles on articles.id = article_id",
        "aliases": "select url_aliases.url, articles.url, kind from url_aliases join articles on articles.id = article_id",
        "tags": "select url, position, name from article_tags join tags on tags.id = tag_id"
        " join articles on articles.id = article_id",
        "origins": "select url, field, value, origin from field_origins",
        "clusters": "select size, first_published, (select group_concat(url) from"
        " (select url from articles where cluster_id = clusters.id order by url)) from clusters",
        "memory": "select * from site_lines",
        "pages": "select * from site_pages",
        "tombstones": "select kind, pattern, reason, created_at from tombstones",
        "runs": "select kind, started_at, pid, state from runs",
        "hosts": "select host, next_at, reason from hosts",
    }
    with Archive(path) as archive:
        assert list(verify(archive)) == []
        assert list(archive.pending()) == []
        return {name: sorted(map(tuple, archive.connection.execute(sql)), key=repr) for name, sql in asked.items()}


def merged(target: Path, *others: Path) -> list[Merged]:
    with Archive(target) as archive:
        return [_merge_one(archive, other) for other in others]


def _merge_one(archive: Archive, path: Path) -> Merged:
    with Archive(path, read_only=True) as other:
        return merge(archive, other)


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Make three archives that share some captures, some articles, a copied text, a version and a memory."""
    paths = [tmp_path / name / "news.db" for name in ("one", "two", "three")]
    fill(paths[0], range(6), prefix="a")
    shutil.copytree(paths[0].parent, paths[1].parent)
    fill(paths[1], range(6, 9), prefix="b")
    fill(paths[2], range(4, 5), prefix="c")
    with (
        Archive(paths[2]) as archive,
        WarcWriter(archive.warc_folder, prefix="d", started=NOON, software="test", max_bytes=3000) as out,
    ):
        for number in (0, 2, 11):
            add(archive, out, number, version=2)
        copy = out.write("https://copy.test/x", fetched_at=NOON, body_wire=page(1), site="copy")
        capture = archive.capture_at(copy)[0]
        archive.add_article(replace(article(1), url="https://copy.test/x", site="copy"), capture, extractor="test")
        archive.learn("valley", [SiteLine("line", "Follow us on the wire")])
        archive.learn("valley", [SiteLine("line", "Follow us on the wire")])
        archive.runs.finish(archive.runs.start("crawl", NOON, pid=7), NOON)
        archive.connection.execute("insert into hosts (host, next_at, reason) values ('a.test', '2023', 'slow')")
    with Archive(paths[0]) as archive:
        archive.connection.execute("insert into hosts (host, next_at, reason) values ('a.test', '2022', 'fast')")
    return paths


def test_no_order_of_merging_matters(three: list[Path], tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(permutations(three)):
        target = tmp_path / f"all{number}" / "news.db"
        merged(target, *order)
        found.append(contents(target))
    assert all(each == found[0] for each in found)
    assert len(found[0]["articles"]) == 11
    assert len(found[0]["captures"]) == (9 + 3) + 3 + 1
    assert [row[3] for row in found[0]["versions"]].count(None) == 11


def test_groups_of_archives_may_be_merged_first(three: list[Path], tmp_path: Path) -> None:
    one, two, three_ = three
    left, right = (tmp_path / name / "news.db" for name in ("left", "right"))
    merged(left, one, two)
    merged(left, three_)
    pair = tmp_path / "pair" / "news.db"
    merged(pair, two, three_)
    merged(right, pair, one)
    assert contents(left) == contents(right)


def test_a_second_merge_brings_nothing(three: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "all" / "news.db"
    merged(target, *three)
    before = contents(target)
    assert merged(target, *three, *three) == [Merged(0, 0, 0, 0)] * 6
    assert contents(target) == before
    with Archive(target) as archive:
        assert {path.stat().st_nlink > 1 for path in archive.warc_folder.iterdir()} == {True}


def test_an_archive_merged_into_an_empty_one_is_the_same(three: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "empty" / "news.db"
    merged(target, three[2])
    assert contents(target) == contents(three[2])


def test_without_links_files_are_copied_and_later_growth_follows(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "all" / "news.db"
    with Archive(three[0]) as other, WarcWriter(other.warc_folder, prefix="live", started=NOON, software="test") as out:
        add(other, out, 30)
        merged(target, three[0])
        add(other, out, 31)
        assert [each.captures for each in merged(target, three[0])] == [1]
    assert contents(target) == contents(three[0])


def test_a_copy_of_a_file_that_has_grown_since_is_lengthened(tmp_path: Path) -> None:
    one, two = tmp_path / "one/news.db", tmp_path / "two/news.db"
    fill(one, range(1, 2))
    shutil.copytree(one.parent, two.parent)
    with Archive(one) as archive:
        (file,) = archive.warc_folder.iterdir()
        fill(tmp_path / "more/news.db", range(2, 3))
        (more,) = (tmp_path / "more/warc").iterdir()
        file.write_bytes(file.read_bytes() + more.read_bytes())
        for capture in list(archive.pending()):
            archive.add_article(article(2), capture, extractor="test")
    assert merged(two, one) == [Merged(captures=1, articles=1, readings=1, taken_down=0)]
    assert [each.read_bytes() for each in (two.parent / "warc").iterdir()] == [file.read_bytes()]
    assert contents(two) == contents(one)


def test_what_was_taken_down_in_one_is_taken_down_in_all(three: list[Path], tmp_path: Path) -> None:
    with Archive(three[1]) as archive:
        purge(archive, of_url(archive, "https://harbour.test/2"), reason="court order", now=NOON)
    found = []
    for number, order in enumerate(permutations(three)):
        target = tmp_path / f"all{number}" / "news.db"
        merged(target, *order)
        with Archive(target) as archive:
            assert archive.article("https://harbour.test/2") is None
            stone = archive.taken_down("https://harbour.test/2")
        assert stone is not None
        assert (stone.reason, stone.created_at) == ("court order", NOON)
        merged(target, *order)
        found.append(contents(target))
    assert all(each == found[0] for each in found)
    assert not any(row[0] == "https://harbour.test/2" for row in found[0]["captures"])


def test_no_other_address_of_what_was_taken_down_elsewhere_is_brought(tmp_path: Path) -> None:
    one, two = (tmp_path / name / "news.db" for name in ("one", "two"))
    fill(one, range(1))
    with Archive(one) as archive:
        purge(archive, of_url(archive, "https://harbour.test/0"), reason="court order", now=NOON)
    fill(two, range(2))
    with Archive(two) as archive, WarcWriter(archive.warc_folder, prefix="amp", started=NOON, software="test") as out:
        place = out.write("https://harbour.test/amp/0", fetched_at=NOON, body_wire=page(0, 5), site="harbour")
        archive.add_article(article(0, 5), archive.capture_at(place)[0], extractor="test")
    found = []
    for number, order in enumerate(permutations([one, two])):
        target = tmp_path / f"all{number}" / "news.db"
        merged(target, *order)
        found.append(contents(target))
    assert found[0] == found[1]
    assert [row[0] for row in found[0]["captures"]] == ["https://valley.test/1"]
    assert [row[1] for row in found[0]["tombstones"]] == ["https://harbour.test/0", "https://harbour.test/amp/0"]
    assert b"Witness005" not in b"".join(
        gzip.decompress(path.read_bytes()) for path in (tmp_path / "all0" / "warc").iterdir()
    )


def test_of_two_states_of_a_host_one_stays_whatever_the_order(tmp_path: Path) -> None:
    paths = [tmp_path / name / "news.db" for name in ("one", "two")]
    for path, reason in zip(paths, ("slow", "fast"), strict=True):
        with Archive(path) as archive:
            archive.connection.execute(
                "insert into hosts (host, next_at, reason) values ('a.test', '2022', ?)", (reason,)
            )
    for number, order in enumerate(permutations(paths)):
        target = tmp_path / f"all{number}" / "news.db"
        merged(target, *order)
        assert contents(target)["hosts"] == [("a.test", "2022", "slow")]


def test_captures_without_a_site_do_not_come_back_either(archive: Archive, tmp_path: Path) -> None:
    archive.connection.execute("update captures set site = null")  # as files from elsewhere are brought in
    archive.connection.commit()
    back_up(archive, tmp_path / "kept")
    purge(archive, of_site(archive, "valley"), reason="court order", now=NOON)
    with Archive(tmp_path / "kept" / archive.path.name) as kept:
        done = merge(archive, kept)
    assert (done.captures, done.articles) == (0, 0)
    assert not any("valley" in capture.url for capture in archive.captures())


def test_the_memory_of_a_site_that_was_taken_down_does_not_come_back(archive: Archive, tmp_path: Path) -> None:
    archive.learn("harbour", [SiteLine("line", f"Harbour line {number}") for number in range(3)])
    old = back_up(archive, tmp_path / "old").path
    purge(archive, of_site(archive, "harbour"), reason="asked to", now=NOON)
    with Archive(old, read_only=True) as other:
        assert other.connection.execute("select count(*) from site_lines where site = 'harbour'").fetchone()[0] >= 3
        merge(archive, other)
    found = "select site from site_lines where site = 'harbour' union all select site from site_pages where site = 'harbour'"
    assert archive.connection.execute(found).fetchall() == []


def test_of_two_readings_of_a_capture_the_later_extractor_stays(three: list[Path], tmp_path: Path) -> None:
    with Archive(three[1]) as archive:
        capture = next(archive.captures(url=f"https://{SITES[1]}.test/1"))
        archive.add_article(replace(article(1), title="Better"), capture, extractor="test2")
    for order in (three[:2], three[1::-1]):
        target = tmp_path / order[0].parent.name / "both.db"
        merged(target, *order)
        with Archive(target) as archive:
            stored = archive.article(f"https://{SITES[1]}.test/1")
            assert stored is not None
            assert stored.title == "Better"


@pytest.mark.parametrize("moment", ["_bring_articles", "captures.add", "takeover.rest"])
def test_a_merge_that_is_killed_is_given_again(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    target, whole = tmp_path / "killed" / "news.db", tmp_path / "whole" / "news.db"
    with monkeypatch.context() as killing:
        killing.setattr(f"newsarchive.archive.upkeep.merge.{moment}", die)
        with pytest.raises(Killed):
            merged(target, three[2])
    with Archive(target) as archive:
        archive.recover()
        assert list(archive.pending()) == []
    merged(target, *three)
    merged(whole, *three)
    assert contents(target) == contents(whole)


def test_an_archive_is_not_merged_into_itself(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="is the archive itself"), Archive(archive.path, read_only=True) as same:
        merging.merge(archive, same)


def test_a_capture_without_record_is_brought_too(archive: Archive, tmp_path: Path) -> None:
    archive.add_capture(Capture(url="https://a.test/", fetched_at=NOON, status=404))
    merged(tmp_path / "other" / "news.db", archive.path)
    with Archive(tmp_path / "other" / "news.db") as other:
        assert [capture.status for capture in other.captures(url="https://a.test/")] == [404]
