import pytest

from newsarchive import text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He said “no”.", 'He said "no".'),
        ("「北京」", "『北京』"),
        ("第１号 通告", "第1号通告"),
        ("two  words\n", "two words"),
        ("co\u00adop\u200b", "coop"),
        ("it’s", "it's"),
    ],
)
def test_white_space_width_and_quotes_make_no_difference(one: str, other: str) -> None:
    assert text.normalised(one) == text.normalised(other)


@pytest.mark.parametrize(("one", "other"), [("Headline", "headline"), ("1.5", "15"), ("no, wait", "no wait")])
def test_letters_digits_and_punctuation_make_a_difference(one: str, other: str) -> None:
    assert text.normalised(one) != text.normalised(other)


def test_paragraphs_are_the_lines_that_say_something() -> None:
    assert text.paragraphs(" 第一段\u00a0。\n\u200b\n\n第二段 ") == ["第一段 。", "第二段"]


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("The ferry – at 5 – sailed.", 5),
        ("渡轮 sailed 5 次", 5),
        ("เรือ 2 ลำ", 6),
        ("ទូក ferry", 3),
        ("เรือ渡轮", 5),
        ("ဘတ်", 2),
        ("", 0),
    ],
)
def test_where_no_space_divides_words_letters_count(written: str, count: int) -> None:
    assert text.word_count(written) == count
