from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOON, add

from newsarchive.archive import Archive
from newsarchive.archive.upkeep.findings import Finding, Remedy
from newsarchive.archive.upkeep.verify import repair, size, verify
from newsarchive.archive.warc import WarcWriter
from newsarchive.items import ArchiveError, Article, Capture, Location
from tests.archive.filled import filled


def test_a_sound_archive_has_nothing_to_find(archive: Archive) -> None:
    assert list(verify(archive)) == []


def test_what_is_checked_adds_up_to_the_size_of_the_archive(archive: Archive) -> None:
    steps: list[float] = []
    assert list(verify(archive, steps.append)) == []
    assert sum(steps) == size(archive)


def places(archive: Archive) -> list[Location]:
    found = [capture.location for capture in archive.captures()]
    return sorted((place for place in found if place), key=lambda place: (place.file, place.offset))


def flip(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 0x20
    path.write_bytes(data)


def test_a_flipped_byte_in_a_record_is_named_and_the_rest_is_usable(archive: Archive) -> None:
    place = places(archive)[1]
    flip(archive.warc_folder / place.file, place.offset + place.length // 2)
    (finding,) = verify(archive)
    assert finding.place == f"{place.file} at byte {place.offset}"
    assert finding.problem.startswith("the record is damaged")
    assert finding.remedy is Remedy.NONE


def test_a_missing_warc_file_is_named_with_what_it_held(archive: Archive) -> None:
    file = places(archive)[0].file
    lost = sum(place.file == file for place in places(archive))
    (archive.warc_folder / file).unlink()
    assert list(verify(archive)) == [Finding(file, f"the file is missing, and with it {lost} captures")]


def test_a_truncated_warc_file_is_cut_at_its_last_whole_record(archive: Archive) -> None:
    last = places(archive)[-1]
    path = archive.warc_folder / last.file
    path.write_bytes(path.read_bytes()[:-5])
    (finding,) = verify(archive)
    assert finding.remedy is Remedy.CUT
    repair(archive, [finding])
    assert path.stat().st_size == last.offset
    (finding,) = verify(archive)
    assert "there is no record, but a capture of" in finding.problem


def test_records_that_the_table_does_not_know_are_pending(archive: Archive) -> None:
    archive.connection.execute("delete from captures where id = 3")
    findings = [finding for finding in verify(archive) if finding.remedy is Remedy.READ]
    assert [finding.problem for finding in findings] == ["the table of captures does not know 1 of its records"]
    repair(archive, findings)
    assert len(list(archive.pending())) == 1


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("insert into articles_fts (articles_fts) values ('delete-all')", "the article is not in the search index"),
        ("update articles set body = 'Quite another text' where id = 2", "the search index has another text"),
        ("pragma foreign_keys = off; delete from articles where id = 2", "it has 1 entries of no article"),
    ],
)
def test_a_search_index_that_lost_step_is_made_again(archive: Archive, damage: str, problem: str) -> None:
    for statement in damage.split(";"):
        archive.connection.execute(statement)
    findings = list(verify(archive))
    assert any(problem in finding.problem for finding in findings)
    repair(archive, findings)
    assert [finding for finding in verify(archive) if finding.remedy is Remedy.REBUILD_SEARCH] == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("delete from recent_fingerprints", "copies of 3 articles cannot be found"),
        ("delete from recent_fingerprints where article_id = 1 and band % 2", "copies of 1 articles cannot be found"),
        ("insert into fingerprints values (7, 99)", "there are some of 1 articles that are gone"),
    ],
)
def test_fingerprints_that_lost_step_are_made_again(tmp_path: Path, damage: str, problem: str) -> None:
    body = "医护人员连夜赶赴现场，渔船在天亮之前回到港口，桥梁检修延期至下周。"
    texts = {"one": (None, body), "two": (None, body + "完。"), "other": (None, body[::-1]), "short": (None, "完。")}
    with filled(tmp_path, NOON, texts) as archive:
        archive.connection.execute(damage)
        findings = [finding for finding in verify(archive) if finding.place == "fingerprints"]
        assert findings == [Finding("fingerprints", problem, Remedy.REBUILD_COPIES)]
        repair(archive, findings)
        assert not [finding for finding in verify(archive) if finding.place == "fingerprints"]
        url = "http://news.example.test/three"
        archive.add_article(Article(url, None, body + "全文完。"), Capture(url, NOON))
        assert {each.url[-3:] for each in archive.similar(url)} == {"one", "two"}


@pytest.mark.parametrize("lost", ["index readings_by_body", "table articles_fts"])
def test_an_index_that_is_missing_is_made_again(archive: Archive, lost: str) -> None:
    archive.connection.execute(f"drop {lost}")
    kind, name = lost.split()
    findings = list(verify(archive))
    assert [(finding.place, finding.problem) for finding in findings] == [(name, f"the {kind} is missing")]
    repair(archive, findings)
    assert list(verify(archive)) == []
    assert [hit.title for hit in archive.search("Witness020")] == ["Headline02"]


@pytest.mark.parametrize("table", ["runs", "article_tags"])
def test_a_table_that_is_missing_is_named_and_nothing_is_dropped_because_of_it(archive: Archive, table: str) -> None:
    archive.connection.execute("pragma foreign_keys = off")
    archive.connection.execute(f"drop table {table}")
    findings = list(verify(archive))
    assert findings[0] == Finding(table, "the table is missing")
    assert {finding.remedy for finding in findings[1:]} <= {Remedy.REINDEX}
    before = archive.connection.execute("select count(*) from captures").fetchone()[0]
    repair(archive, findings)
    assert archive.connection.execute("select count(*) from captures").fetchone()[0] == before


def test_what_needs_a_table_that_is_missing_says_so_in_a_sentence(archive: Archive) -> None:
    archive.connection.execute("pragma foreign_keys = off")
    archive.connection.execute("drop table article_tags")
    with pytest.raises(ArchiveError, match=r"no such table: .*article_tags.*newsarchive verify --db"):
        archive.search("Witness020")


def test_a_folder_in_the_place_of_a_warc_file_is_a_missing_file(archive: Archive) -> None:
    path = next(archive.warc_folder.glob("*.warc.gz"))
    path.unlink()
    path.mkdir()
    assert [finding.place for finding in verify(archive)] == [path.name]


def test_rows_that_belong_to_nothing_are_dropped(archive: Archive) -> None:
    archive.connection.execute("pragma foreign_keys = off")
    archive.connection.execute("delete from articles where id = 2")
    findings = list(verify(archive))
    assert Finding("readings", "a row points at articles that is not there", Remedy.DROP_ORPHANS) in findings
    repair(archive, findings)
    assert list(verify(archive)) == []


def test_an_article_without_capture_is_named(archive: Archive) -> None:
    archive.connection.execute("delete from readings where article_id = 2")
    assert list(verify(archive)) == [
        Finding("https://valley.test/1", "the article has no capture that it was read from")
    ]


def test_a_row_that_says_something_else_than_its_record_is_named(archive: Archive) -> None:
    first, second = places(archive)[:2]
    archive.connection.execute("update captures set digest = 'sha256:00' where warc_offset = ?", (first.offset,))
    archive.connection.execute("update captures set url = 'https://x.test/' where warc_offset = ?", (second.offset,))
    problems = {finding.problem for finding in verify(archive)}
    assert any(problem.startswith("the payload of https://") for problem in problems)
    assert any("but the table says https://x.test/" in problem for problem in problems)


def test_a_damaged_database_is_a_finding(archive: Archive) -> None:
    path = archive.path
    archive.connection.execute("pragma wal_checkpoint(truncate)")
    (root,) = archive.connection.execute(
        "select rootpage from sqlite_master where name = 'articles_by_site'"
    ).fetchone()
    archive.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 8192 + 8000 : root * 8192] = b"\xff" * 192
    path.write_bytes(data)
    with Archive(path) as damaged:
        findings = list(verify(damaged))
        assert findings[0].place == "database"


def test_a_revisit_without_its_original_is_named(archive: Archive) -> None:
    capture = next(archive.captures())
    with WarcWriter(
        archive.warc_folder, prefix="again", started=capture.fetched_at, software="test", known=archive.original
    ) as out:
        revisit = add(archive, out, 0)
    assert revisit.is_revisit
    assert list(verify(archive)) == []
    archive.connection.execute("update captures set transfer_digest = 'sha1:other' where not is_revisit")
    (finding,) = verify(archive)
    assert "the record that the revisit of https://harbour.test/0 stands for" in finding.problem
    assert replace(revisit, id=None).location is not None


def test_files_of_earlier_days_may_be_left_out(archive: Archive) -> None:
    with WarcWriter(archive.warc_folder, prefix="later", started=NOON, software="test") as out:
        place = out.write("https://harbour.test/late", fetched_at=NOON + timedelta(days=2), body_wire=b"<p>late</p>")
    archive.add_capture(archive.capture_at(place)[0])
    early = next(each for each in places(archive) if each.file != place.file)
    for damaged in (early, place):
        flip(archive.warc_folder / damaged.file, damaged.offset + damaged.length // 2)
    steps: list[float] = []
    since = NOON + timedelta(days=1)
    assert [finding.place.split()[0] for finding in verify(archive, steps.append, since)] == [place.file]
    assert sum(steps) == size(archive, since) < size(archive)
    assert {finding.place.split()[0] for finding in verify(archive)} == {early.file, place.file}
