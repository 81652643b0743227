from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsarchive.discovery.mementos import Memento, address, memento

PAGE = "https://news.example.test/a?id=1&page=2"
SHOWN = f"https://wayback.test/web/20190301080000id_/{PAGE}"
DATE = "Fri, 01 Mar 2019 08:00:00 GMT"


def test_a_copy_lies_below_its_moment_in_utc() -> None:
    captured = datetime(2019, 3, 1, 16, tzinfo=timezone(timedelta(hours=8)))
    assert address("https://wayback.test/web", captured, PAGE) == SHOWN


def test_a_copy_says_what_it_is_of_and_when_it_was_taken() -> None:
    assert memento(SHOWN, DATE) == Memento(PAGE, datetime(2019, 3, 1, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("shown_at", "header"),
    [(SHOWN, None), (SHOWN, ""), (SHOWN, "yesterday"), ("https://wayback.test/web/", DATE), (PAGE, DATE)],
)
def test_anything_else_is_no_copy(shown_at: str, header: str | None) -> None:
    assert memento(shown_at, header) is None
