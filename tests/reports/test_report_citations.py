import json
from datetime import UTC, date, datetime
from typing import Any

from newsarchive.reports.citations import bibtex, csl, ris

SEEN = datetime(2026, 3, 14, 1, 2, tzinfo=UTC)
FERRY: dict[str, Any] = {
    "id": 7,
    "url": "http://www.harbour.test/ferry/",
    "site": "harbour",
    "site_name": "The Harbour Gazette",
    "title": "Ferry & tide: 100% {late}",
    "source": "The Harbour Gazette",
    "authors": ("Maeve Tolland",),
    "section": "Sea",
    "published": datetime(2026, 3, 13, 6, 5, tzinfo=UTC),
    "published_day": date(2026, 3, 13),
    "last_seen": SEEN,
    "language": "en",
    "tags": ("Ferries",),
}
PIER = FERRY | {
    "id": 8,
    "url": "http://www.chengzhou.test/c1002.html",
    "site": "chengzhou",
    "site_name": None,
    "title": "老码头改成公园",
    "source": "澄州日报",
    "authors": (),
    "section": None,
    "published": datetime(2026, 3, 12, 23, 30, tzinfo=UTC),
    "published_day": date(2026, 3, 13),
    "language": "zh",
    "tags": (),
}


def test_bibtex_escapes_and_keeps_names_of_several_words_together() -> None:
    assert "".join(bibtex([FERRY])) == (
        "@online{harbour20260313-fa66e913,\n"
        "  author = {Maeve Tolland},\n"
        "  title = {{Ferry \\& tide: 100\\% \\{late\\}}},\n"
        "  organization = {{The Harbour Gazette}},\n"
        "  date = {2026-03-13},\n"
        "  year = {2026},\n"
        "  url = {http://www.harbour.test/ferry/},\n"
        "  urldate = {2026-03-14},\n"
        "  keywords = {Ferries},\n"
        "  language = {en},\n"
        "}\n\n"
    )
    assert "author = {{澄州日报}}" in "".join(bibtex([PIER]))


def test_the_day_is_the_day_on_the_page_not_the_day_in_utc() -> None:
    (item,) = json.loads("".join(csl([PIER])))
    assert item["issued"] == {"date-parts": [[2026, 3, 13]]}


def test_csl_is_one_array_of_items() -> None:
    items = json.loads("".join(csl([FERRY, PIER])))
    assert [item["id"] for item in items] == ["harbour20260313-fa66e913", "chengzhou20260313-5f5aea9f"]
    assert items[0]["author"] == [{"family": "Tolland", "given": "Maeve"}]
    assert items[1]["author"] == [{"literal": "澄州日报"}]
    assert items[0]["container-title"] == "The Harbour Gazette"
    assert json.loads("".join(csl([]))) == []


def test_ris_has_a_record_with_its_end() -> None:
    lines = "".join(ris([FERRY])).splitlines()
    assert lines[:3] == ["TY  - NEWS", "TI  - Ferry & tide: 100% {late}", "AU  - Tolland, Maeve"]
    assert lines[-2:] == ["ER  - ", ""]


def test_an_undated_article_can_be_cited() -> None:
    undated = FERRY | {"published": None, "published_day": None}
    assert "".join(bibtex([undated])).startswith("@online{harbour-fa66e913,")
    assert "issued" not in json.loads("".join(csl([undated])))[0]


def test_only_authors_are_cited_as_persons() -> None:
    desk = FERRY | {"authors": (), "source": "Harbour News Agency"}
    assert "author = {{Harbour News Agency}}" in "".join(bibtex([desk]))
    assert json.loads("".join(csl([desk])))[0]["author"] == [{"literal": "Harbour News Agency"}]
    assert "AU  - Harbour News Agency\n" in "".join(ris([desk]))
    firm = FERRY | {"authors": ("Tolland and Sons", "Maeve Tolland")}
    assert "author = {{Tolland and Sons} and Maeve Tolland}" in "".join(bibtex([firm]))


def test_a_publication_is_not_its_own_author() -> None:
    unsigned = FERRY | {"authors": ()}
    assert "author" not in "".join(bibtex([unsigned]))
    assert "author" not in json.loads("".join(csl([unsigned])))[0]


def test_a_key_is_the_same_in_every_archive() -> None:
    assert "".join(bibtex([FERRY | {"id": 4711}])) == "".join(bibtex([FERRY]))


def test_an_article_without_title_is_cited_as_such() -> None:
    untitled = FERRY | {"title": None}
    assert "title = {{Untitled}}" in "".join(bibtex([untitled]))
    assert "TI  - Untitled\n" in "".join(ris([untitled]))
