"""Invented articles go into an archive as read ones would, and labelled pairs are what their kind says."""

import pytest

from benchmarks.measures import overlap
from benchmarks.pairs import COPIES, LOOKALIKES, pair, pairs
from benchmarks.stored import article_of, capture_of, mixed
from newsarchive.archive import Archive


def test_every_invented_article_is_new_to_an_archive(tmp_path):
    with Archive(tmp_path / "a.db") as archive, archive.batch():
        outcomes = [archive.add_article(article_of(mixed(n)), capture_of(mixed(n))).outcome for n in range(12)]
    assert outcomes == ["new"] * 12


def test_half_of_the_pairs_are_copies_and_every_kind_is_there_in_both_languages():
    found = pairs(4 * 2 * max(len(COPIES), len(LOOKALIKES)))
    assert sum(one.same for one in found) == len(found) // 2
    kinds = {(one.kind, one.one.language) for one in found}
    assert kinds == {(make.__name__, code) for make in (*COPIES, *LOOKALIKES) for code in ("en", "zh")}


@pytest.mark.parametrize("number", range(0, 40, 2))
def test_a_copy_keeps_most_of_its_text_and_has_another_address(number):
    copy = pair(number)
    assert overlap(copy.other.body, copy.one.body).f1 > 0.5
    assert copy.one.number != copy.other.number


def test_pairs_are_the_same_at_every_call():
    assert pair(17) == pair(17)
