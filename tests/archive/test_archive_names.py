from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.database import names


def test_numbers_stay_the_same_when_memory_is_made_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "KEPT_IN_MEMORY", 3)
    with Archive(tmp_path / "news.db") as archive, archive.batch():
        first = [names.number(archive.connection, "tags", f"tag {number}") for number in range(10)]
        held = len(archive.connection.numbers)
        again = [names.number(archive.connection, "tags", f"tag {number}") for number in range(10)]
    assert held <= 3
    assert again == first
    assert len(set(first)) == 10
