import pytest

from newsarchive.cli._printing import print_rows

ROWS = [
    {
        "site": "chengzhou", "state": "degraded", "last_run": "2026-03-14 12:00Z", "found": 25, "new": 1, "changed": 0,
        "failed": 0, "fields": "100%", "characters": 108, "new_lately": "█ ▁",
    }
]  # fmt: skip
ADDRESS = "http://www.harbour.test/2026/03/13/night-ferry-runs-aground-off-gull-point-with-212-passengers/"


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TTY_COMPATIBLE": "1", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)


def test_no_word_is_broken_on_a_terminal_of_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS)
    printed = capsys.readouterr().out
    words = {
        word for row in ROWS for name, value in row.items() for word in f"{name} {value}".replace("_", " ").split()
    }
    assert words <= set(printed.split())
    assert max(map(len, printed.splitlines())) <= 80


def test_a_long_address_is_folded_whole(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"site": "harbour", "url": ADDRESS}])
    lines = [line.removeprefix("harbour").strip() for line in capsys.readouterr().out.splitlines()[1:]]
    assert len(lines) > 1
    assert "".join(lines) == ADDRESS
