from datetime import UTC, date, datetime
from typing import Any

from newsarchive.reports.statement import statement
from newsarchive.reports.tables import COLUMNS


def row(day: date | None, **values: Any) -> dict[str, Any]:
    seen = datetime(2026, 6, 1, 12, tzinfo=UTC)
    usual = {"published_day": day, "published": day, "first_seen": seen, "last_seen": seen, "word_count": 1200}
    return dict.fromkeys(COLUMNS) | usual | {"site": "harbour", "title": "Ferry", "language": "en"} | values


def test_gaps_and_missing_fields_are_told() -> None:
    rows = [
        row(date(2026, 1, 31), source="Harbour News", tags=("ferry",)),
        row(date(2026, 5, 1), timezone_origin="assumed", access="paywalled"),
        row(None, gone_before=datetime(2026, 6, 2, tzinfo=UTC)),
        row(date(2026, 2, 1), site="a|b", language="zh"),
    ]
    told = "".join(statement(rows, "all"))
    assert "# 4 news articles\n\nChosen: all.\n" in told
    assert "- 4,800 words" in told
    assert "- published from 2026-01-31 to 2026-05-01, 1 without a date\n" in told
    assert "| harbour | 3 | 2026-01-31 | 2026-05-01 | 3 |\n| a\\|b | 1 | 2026-02-01 | 2026-02-01 | 0 |\n" in told
    assert "| en | 3 |\n| zh | 1 |\n" in told
    assert "- 1 articles have vanished" in told
    assert "- 1 were told by their pages to be behind a paywall" in told
    assert "- 1 have a time whose zone was assumed" in told
    assert "| title | 100.0% |\n| published | 75.0% |\n| source | 25.0% |\n| authors | 0.0% |\n" in told


def test_a_statement_about_nothing_has_no_shares() -> None:
    told = "".join(statement([], "all"))
    assert told.startswith("# 0 news articles\n")
    assert "%" not in told
