"""The measurement of the reader's parts watches what the reader does."""

from benchmarks.parts import measured


def test_every_part_of_reading_is_measured() -> None:
    assert [part for part, seconds in measured(10).items() if not seconds] == []
