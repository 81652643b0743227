import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture

LOADED = """
import sys
from click.testing import CliRunner
from newsarchive.cli import main
for command in sys.argv[1:]:
    result = CliRunner().invoke(main, command.split())
    assert result.exit_code == 0, result.output
print(*sorted({"scrapy", "newsarchive.extraction", "lxml"} & sys.modules.keys()))
"""


def loaded_by(*commands: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", LOADED, *commands], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_reading_the_archive_loads_neither_scrapy_nor_the_rules_of_reading_pages() -> None:
    assert loaded_by(*(f"{command} --help" for command in ("search", "status", "history", "verify", "explain"))) == ""


def test_the_list_of_commands_loads_neither_scrapy_nor_the_rules_of_reading_pages() -> None:
    assert loaded_by("--help") == "lxml"


def test_a_terminal_of_another_charset_shows_codes_for_what_it_cannot_show(tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    with Archive(db) as archive:
        url = "http://www.dayuan.test/bridge.html"
        archive.add_article(
            Article(url, "石桥 opens", "The bridge is open."), Capture(url, datetime(2026, 3, 13, tzinfo=UTC))
        )
    found = subprocess.run(
        [sys.executable, "-m", "newsarchive", "search", "bridge", "--db", str(db)],
        check=True, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert found.stdout.startswith(b"\\u77f3\\u6865 opens\n")
