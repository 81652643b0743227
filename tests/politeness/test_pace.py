from datetime import UTC, datetime, timedelta

import pytest

from newsarchive.politeness.pace import Pace, retry_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 5 ", 5.0),
        ("0", 0.0),
        ("Sun, 01 Mar 2026 12:05:00 GMT", 300.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Sun, 01 Mar 2026 12:05:00 -0000", 300.0),
        ("soon", None),
        ("-5", None),
        ("9" * 400, None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_in_seconds_or_as_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_a_refusal_puts_the_host_to_sleep_and_halves_the_speed() -> None:
    pace = Pace().refused(NOW, "429", rest=120)
    assert (pace.delay, pace.rest(NOW), pace.failures) == (1.0, 120.0, 1)
    assert pace.refused(NOW, "429", rest=5).delay == 2.0
    assert pace.refused(NOW, "429", rest=5).rest(NOW) == 120.0


def test_without_retry_after_each_refusal_doubles_the_rest_up_to_an_hour() -> None:
    pace, rests = Pace(), []
    for _ in range(9):
        pace = pace.refused(NOW, "503")
        rests.append(pace.rest(NOW))
    assert rests == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert pace.delay == 60.0


def test_a_day_is_the_longest_rest() -> None:
    assert Pace().refused(NOW, "429", rest=10**9).rest(NOW) == 86_400


def test_speed_comes_back_slowly() -> None:
    pace = Pace().refused(NOW, "429", rest=1).refused(NOW, "429", rest=1)
    answers = 0
    while pace.delay:
        pace, answers = pace.answered(), answers + 1
    assert answers == 29
    assert pace == Pace(next_at=NOW + timedelta(seconds=1))
    assert Pace().answered() is not None


def test_five_failures_in_a_row_are_a_refusal() -> None:
    pace = Pace()
    for _ in range(4):
        pace = pace.failed(NOW, "403")
    assert pace.rest(NOW) == 0
    assert pace.answered().failures == 0
    asleep = pace.failed(NOW, "403")
    assert (asleep.reason, asleep.rest(NOW)) == ("403, 5 times in a row", 480.0)
