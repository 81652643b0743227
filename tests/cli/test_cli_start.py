import subprocess
import sys

LOADED = """
import sys
from click.testing import CliRunner
from newsarchive.cli import main
result = CliRunner().invoke(main, sys.argv[1:])
assert result.exit_code == 0, result.output
print(*sorted({"scrapy", "newsarchive.extraction", "lxml"} & sys.modules.keys()))
"""


def loaded_by(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_reading_the_archive_loads_neither_scrapy_nor_the_rules_of_reading_pages() -> None:
    assert [loaded_by(command, "--help") for command in ("search", "status", "history", "verify", "explain")] == [
        ""
    ] * 5


def test_the_list_of_commands_loads_neither_scrapy_nor_the_rules_of_reading_pages() -> None:
    assert loaded_by("--help") == "lxml"
