"""A corpus is read and a reading is scored against what its data set knows."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from benchmarks.corpus import read_corpus
from benchmarks.extractors import Reading, from_article
from benchmarks.measures import Counts
from benchmarks.scores import score
from newsarchive.items import Article, Candidate

TRUTH = {
    "id": "one", "dataset": "own", "site": "example.org", "lang": "en", "title": "Rain comes", "authors": ["Ann Lee"],
    "date": "2022-04-19", "body": "It rained all day in town.", "with": ["rained all day"], "without": ["Share this"],
    "comments": ["First!"],
}  # fmt: skip


@pytest.fixture
def page(tmp_path):
    (tmp_path / "own" / "pages").mkdir(parents=True)
    (tmp_path / "own" / "truth.jsonl").write_text(json.dumps(TRUTH) + "\n", encoding="utf-8")
    (tmp_path / "own" / "pages" / "one.html.gz").write_bytes(gzip.compress("<meta charset=gbk>雨".encode()))
    return read_corpus(tmp_path)[0]


def test_a_page_is_read_as_utf_8_whatever_it_declares(page):
    assert (page.name, page.html()) == ("own/one", "<meta charset=gbk>雨")


def test_a_folder_without_truth_is_refused(tmp_path):
    with pytest.raises(SystemExit, match=r"holds no DATASET/truth\.jsonl"):
        read_corpus(tmp_path)


def test_only_what_the_data_set_knows_is_scored(page):
    article = Article(
        url=None, title="Rain Comes", body="It rained all day in town.\nFirst!", authors=("Ann Lee",),
        published=datetime(2022, 4, 19, tzinfo=UTC), published_precision="day",
        origins={"title": (Candidate("Rain Comes", "heading", 0.95, chosen=True), Candidate("Rain", "url", 0.2))},
    )  # fmt: skip
    got = score(page, lambda html, url, language: from_article(article))
    right = Counts(1, 1, 1)
    assert got.fields == {"title": right, "day": right, "authors": right}
    assert (got.snippets, got.comments, got.empty) == (Counts(1, 1, 1), Counts(1, 0, 1), False)
    assert got.body is not None
    assert got.body.recall == 1
    assert got.sure["title"] == ((0.95, True),)


def test_an_exception_counts_as_an_empty_reading_and_is_named(page):
    def broken(html, url, language):
        raise ValueError("too deep")

    got = score(page, broken)
    assert (got.empty, got.failure, got.fields["title"]) == (True, "ValueError: too deep", Counts(0, 0, 1))


def test_an_empty_reading_has_no_right_value(page):
    got = score(page, lambda html, url, language: Reading())
    assert got.fields == {"title": Counts(0, 0, 1), "day": Counts(0, 0, 1), "authors": Counts(0, 0, 1)}
