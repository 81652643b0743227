"""What makes the system call ``newsarchive run`` works as it is printed."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsarchive.cli import main

CONTACT = "archive@example.org"


def schedule(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schedule", *arguments], env={"NEWSARCHIVE_CONTACT": None})


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="this system has no systemd")
@pytest.mark.parametrize("contact", [(), ("--contact", CONTACT), ("--contact", 'https://example.org/?a="b"&c=%20$d')])
def test_systemd_takes_the_units_without_a_word(
    tmp_path: Path, contact: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "units of mine"
    at_work = tmp_path / 'my "50% news"'
    at_work.mkdir()
    monkeypatch.chdir(at_work)
    assert schedule("--systemd", "--output", str(folder), *contact).exit_code == 0
    command = ["systemd-analyze", "verify", *map(str, sorted(folder.iterdir()))]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    ours = [line for line in checked.stderr.splitlines() if "newsarchive" in line]
    assert (checked.returncode, ours) == (0, [])


def test_a_cron_line_carries_the_contact_and_runs_in_this_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = schedule("--cron", "--every", "30", "--contact", CONTACT)
    assert result.stdout.startswith(f"*/30 * * * * cd {shlex.quote(str(tmp_path))} && NEWSARCHIVE_CONTACT={CONTACT} ")
    command = result.stdout.split(" * * * * ", 1)[1].replace(r"\%", "%")
    assert command.endswith(" > /dev/null\n")  # cron mails whatever is printed
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stdout) == (2, "")
    assert "add a site with: newsarchive site add URL" in done.stderr


def test_a_schedule_without_a_contact_warns() -> None:
    assert "NEWSARCHIVE_CONTACT" in schedule("--cron").stderr
    assert schedule("--cron", "--contact", CONTACT).stderr == ""


def test_a_schedule_names_the_settings_that_it_does_not_carry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSARCHIVE_DB", "news.db")
    monkeypatch.setenv("NEWSARCHIVE_SITES", "/srv/sites")
    monkeypatch.setenv("NEWSARCHIVE_ALERT_MAIL", "desk@archive.test")
    told = (
        "Warning: scheduled runs do not see NEWSARCHIVE_ALERT_MAIL, NEWSARCHIVE_SITES unless you set them there, too.\n"
    )
    for kind in ("--cron", "--systemd"):
        assert schedule(kind, "--contact", CONTACT).stderr == told
