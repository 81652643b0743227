from datetime import UTC, datetime

import pytest

from newsarchive.discovery.moments import read_moment

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sun, 01 Mar 2026 08:30:00 +0800", "2026-03-01T08:30:00+08:00"),
        ("Sun, 1 Mar 2026 08:30:00 GMT", "2026-03-01T08:30:00+00:00"),
        ("1 Mar 2026 08:30 EST", "2026-03-01T08:30:00-05:00"),
        ("2026-03-01T08:30:00Z", "2026-03-01T08:30:00+00:00"),
        ("2026-03-01T08:30:00.123+0100", "2026-03-01T08:30:00.123000+01:00"),
        ("2026-03-01 08:30:00 +08:00", "2026-03-01T08:30:00+08:00"),
        ("2026-03-01\n08:30", "2026-03-01T08:30:00+08:00"),
        ("2026-03-01", "2026-03-01T00:00:00+08:00"),
        ("2026-03-02T23:00:00Z", "2026-03-02T23:00:00+00:00"),
        ("2026-03-09T08:30:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("tomorrow", None),
        ("", None),
        (None, None),
    ],
)
def test_a_stated_time_is_read_or_refused(text: str | None, value: str | None) -> None:
    moment = read_moment(text, timezone="Asia/Shanghai", now=NOW)
    assert (moment.isoformat() if moment else None) == value


def test_a_time_without_zone_is_nothing_without_the_sites_zone() -> None:
    assert read_moment("2026-03-01 08:30") is None
