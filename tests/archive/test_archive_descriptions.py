from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database.descriptions import DESCRIPTIONS

SHADOWS = ("articles_fts_", "_sqlite_migrations", "sqlite_")


@pytest.fixture
def columns(tmp_path: Path) -> set[tuple[str, str]]:
    with Archive(tmp_path / "news.db") as archive:
        names = archive.connection.execute("select name from sqlite_master where type in ('table', 'view')").fetchall()
        return {
            (name, column["name"])
            for (name,) in names
            if not name.startswith(SHADOWS)
            for column in archive.connection.execute(f'pragma table_xinfo("{name}")')
        }


def test_every_table_and_view_is_described(columns: set[tuple[str, str]]) -> None:
    assert {table for table, _ in columns} == {table for table, column in DESCRIPTIONS if not column}


def test_what_is_described_is_there(columns: set[tuple[str, str]]) -> None:
    assert {(table, column) for table, column in DESCRIPTIONS if column} - columns == set()


def test_every_column_of_the_tables_people_start_with_is_described(columns: set[tuple[str, str]]) -> None:
    started_with = {(table, column) for table, column in columns if table in {"articles", "article_list"}}
    assert started_with - DESCRIPTIONS.keys() == set()
