import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from newsarchive.items import Image
from newsarchive.reports.tables import COLUMNS, csv_lines, json_lines, write_parquet

SEEN = datetime(2026, 3, 13, 8, 0, tzinfo=UTC)
ROW: dict[str, Any] = dict.fromkeys(COLUMNS) | {
    "url": "http://www.chengzhou.test/2026/0313/c1002.html",
    "site": "chengzhou",
    "title": '老码头，"改成"公园',
    "authors": ("冯犇", "沈一苇"),
    "tags": ("老码头", "公园"),
    "published": datetime(2026, 3, 12, 23, 30, tzinfo=UTC),
    "published_day": date(2026, 3, 13),
    "images": (Image("http://www.chengzhou.test/1002.jpg", "散步", None),),
    "word_count": 120,
    "first_seen": SEEN,
    "last_seen": SEEN,
    "body": "第一段。\n第二段。",
}


def test_csv_has_a_header_and_survives_quotes_and_line_breaks() -> None:
    (row,) = csv.DictReader("".join(csv_lines([ROW])).splitlines(keepends=True))
    assert row["title"] == '老码头，"改成"公园'
    assert row["authors"] == "冯犇; 沈一苇"
    assert row["images"] == "http://www.chengzhou.test/1002.jpg"
    assert (row["published"], row["published_day"]) == ("2026-03-12T23:30:00+00:00", "2026-03-13")
    assert (row["body"], row["section"]) == ("第一段。\n第二段。", "")


def test_csv_of_nothing_is_its_header() -> None:
    assert list(csv_lines([])) == [",".join(COLUMNS) + "\n"]


def test_json_lines_keep_lists_and_nulls() -> None:
    (line,) = json_lines([ROW])
    row = json.loads(line)
    assert row["tags"] == ["老码头", "公园"]
    assert row["images"] == [
        {"url": "http://www.chengzhou.test/1002.jpg", "caption": "散步", "credit": None, "alt": None}
    ]
    assert row["section"] is None
    assert "老码头" in line


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "articles.parquet"
    write_parquet([ROW, ROW], path)
    table = parquet.read_table(path)
    assert table.column_names == list(COLUMNS)
    assert table["published"][0].as_py() == ROW["published"]
    assert table["published_day"][0].as_py() == ROW["published_day"]
    assert table["authors"][1].as_py() == ["冯犇", "沈一苇"]
    assert table["comment_count"].to_pylist() == [None, None]
