"""The measures give what a reader would count by hand."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from benchmarks.measures import (
    Counts,
    Overlap,
    best_overlap,
    body_f1,
    contained,
    folded,
    grams,
    interval,
    mean_precision_recall,
    name_set,
    overlap,
    same_day,
    same_minute,
    same_set,
    same_text,
    snippet_counts,
    total,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("two words", [("two", "words")]),
        ("a b c d e", [("a", "b", "c", "d"), ("b", "c", "d", "e")]),
        ("运城市2022年", [("运", "城", "市", "2022"), ("城", "市", "2022", "年")]),
        ("don't, stop", [("don", "t", "stop")]),
    ],
)
def test_grams_are_runs_of_four_words_where_a_cjk_character_is_a_word(text, expected):
    assert list(grams(text).elements()) == expected


def test_overlap_scales_a_page_to_one():
    assert overlap("a b c d e", "b c d e f") == Overlap(1 / 3, 1 / 3, 1 / 3)
    assert overlap("a b c d a b c d", "a b c d").hit == pytest.approx(1 / 5)


def test_nothing_found_has_no_precision_and_no_recall():
    nothing = overlap("", "one two three four")
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0.0, 0.0)


def test_an_empty_reading_lowers_recall_but_not_precision():
    assert mean_precision_recall([overlap("a b c d", "a b c d"), overlap("", "a b c d")]) == (1.0, 0.5)
    assert body_f1([overlap("a b c d", "a b c d"), overlap("", "a b c d")]) == pytest.approx(2 / 3)


def test_the_best_of_several_right_texts_counts():
    assert best_overlap("a b c d", ["x y z w", "a b c d"]).f1 == 1


def test_snippets_are_found_whatever_the_white_space_and_the_quotes():
    assert contained("he said “no”  twice", 'Then he said "no"\ntwice.')
    assert not contained("He said", "he said")


def test_a_forbidden_snippet_lowers_precision_and_a_missed_one_recall():
    counts = snippet_counts("alpha beta", ["alpha", "gamma"], ["beta", "delta"])
    assert counts == Counts(right=1, given=2, known=2)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_counts_add_up():
    assert total([Counts(1, 1, 1), Counts(0, 1, 2)]) == Counts(1, 2, 3)
    assert total([]) == Counts(0, 0, 0)


@pytest.mark.parametrize(
    ("found", "true", "right"),
    [
        ("The “Deal” – signed", 'the "deal" - signed', 1),
        ("Q&amp;A: tax", "Q&A:  tax", 1),
        ("Ｆull width", "full width", 1),
        ("The deal | Example News", "The deal", 0),
        (None, "The deal", 0),
    ],
)
def test_a_title_is_right_only_as_a_whole(found, true, right):
    assert same_text(found, true) == Counts(right, int(found is not None), 1)


def test_folding_can_keep_the_case():
    assert folded("Straße", case=False) == "Straße"
    assert folded("Straße") == "strasse"


def test_names_given_as_one_are_split_on_both_sides():
    assert name_set(["Ann Lee and Bo Yu", "Cy Wu; Di Xu"]) == {"ann lee", "bo yu", "cy wu", "di xu"}
    assert same_set(name_set(["Ann Lee", "Staff"]), name_set(["Ann Lee", "Bo Yu"])) == Counts(1, 2, 2)


CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("found", "true", "in_utc", "right"),
    [
        (date(2022, 4, 19), "2022-04-19", False, 1),
        (date(2022, 4, 18), "2022-04-19", False, 0),
        (date(2022, 4, 18), "2022-04-19", True, 1),
        (datetime(2022, 4, 18, 20, tzinfo=UTC), "2022-04-19T04:00:00+08:00", False, 1),
        (datetime(2022, 4, 19, 1, tzinfo=CHINA), "2022-04-19", False, 1),
    ],
)
def test_days_are_compared_in_the_zone_of_the_truth(found, true, in_utc, right):
    assert same_day(found, true, in_utc=in_utc) == Counts(right, 1, 1)


@pytest.mark.parametrize(
    ("found", "true", "expected"),
    [
        (datetime(2022, 4, 19, 2, 17, 57, tzinfo=UTC), "2022-04-19T10:17:05+08:00", Counts(1, 1, 1)),
        (datetime(2022, 4, 19, 10, 17, tzinfo=CHINA), "2022-04-19T10:17:00", Counts(1, 1, 1)),
        (datetime(2022, 4, 19, 10, 18, tzinfo=CHINA), "2022-04-19T10:17:00+08:00", Counts(0, 1, 1)),
        (date(2022, 4, 19), "2022-04-19T10:17:00+08:00", Counts(0, 0, 1)),
        (None, "2022-04-19T10:17:00+08:00", Counts(0, 0, 1)),
    ],
)
def test_minutes_are_compared_as_instants_where_both_zones_are_known(found, true, expected):
    assert same_minute(found, true) == expected


def share(sample):
    return sum(sample) / len(sample)


def test_an_interval_holds_the_figure_and_is_the_same_at_every_call():
    pages = [0.0] * 20 + [1.0] * 80
    low, high = interval(pages, share, group=lambda page: None)
    assert 0.68 < low < 0.8 < high < 0.92
    assert (low, high) == interval(pages, share, group=lambda page: None)


def test_groups_keep_their_sizes_in_every_sample():
    assert interval([0.0] * 20 + [1.0] * 80, share, rounds=100, group=lambda page: page) == (0.8, 0.8)
