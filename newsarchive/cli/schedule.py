"""Prints how to have what is due done by the system's scheduler."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from newsarchive.cli._kinds import Whole
from newsarchive.cli._options import db_option

CARRIED = {"NEWSARCHIVE_CONTACT", "NEWSARCHIVE_DB"}  # into a schedule


@click.command()
@db_option
@click.option("--systemd", "kind", flag_value="systemd", help="Print a systemd service and its timer (the default).")
@click.option("--cron", "kind", flag_value="cron", help="Print a line for crontab.")
@click.option("--every", type=Whole(1, 59), default=10, show_default=True, help="Minutes between two runs.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Write the systemd units to a folder.")
@click.option(
    "--contact",
    envvar="NEWSARCHIVE_CONTACT",
    help="An e-mail address or web page by which sites reach you (default: that of NEWSARCHIVE_CONTACT).",
)
def schedule(db: Path, kind: str | None, every: int, output: Path | None, contact: str | None) -> None:
    """Print what makes the system call "newsarchive run" every few minutes.

    Example: newsarchive schedule --systemd --output ~/.config/systemd/user
    """
    command = [sys.executable, "-m", "newsarchive", "run", "--db", str(db.absolute())]
    contact = " ".join((contact or "").split())
    if not contact:
        click.echo("Warning: without --contact or NEWSARCHIVE_CONTACT, runs ask private sites only.", err=True)
    if others := sorted(name for name in os.environ if name.startswith("NEWSARCHIVE_") and name not in CARRIED):
        click.echo(f"Warning: scheduled runs do not see {', '.join(others)} unless you set them there, too.", err=True)
    if kind == "cron":
        setting = f"NEWSARCHIVE_CONTACT={shlex.quote(contact)} " if contact else ""
        line = f"cd {shlex.quote(str(Path.cwd()))} && {setting}{shlex.join(command)}".replace("%", r"\%")
        click.echo(f"*/{every} * * * * {line} > /dev/null")  # cron mails what is printed, and so troubles alone
        return
    units = {"newsarchive.service": _service(command, contact), "newsarchive.timer": _timer(every)}
    for name, text in units.items():
        if output:
            output.mkdir(parents=True, exist_ok=True)
            (output / name).write_text(text, encoding="utf-8")
            click.echo(f"Wrote {output / name}", err=True)
        else:
            click.echo(f"# {name}\n{text}")
    if output:
        click.echo("Start it with: systemctl --user enable --now newsarchive.timer", err=True)


def _service(command: list[str], contact: str) -> str:
    folder = str(Path.cwd()).replace("%", "%%")  # the one place where systemd takes quotes for a part of the name
    environment = f"Environment={_setting('NEWSARCHIVE_CONTACT', contact)}\n" if contact else ""
    return f"""\
[Unit]
Description=Archive news that is due
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={folder}
{environment}ExecStart={" ".join(_quoted(word) for word in command)}
KillMode=mixed
Nice=10
"""


def _timer(every: int) -> str:
    return f"""\
[Unit]
Description=Archive news every {every} minutes

[Timer]
OnCalendar=*:0/{every}
RandomizedDelaySec=30
Persistent=true

[Install]
WantedBy=timers.target
"""


def _setting(name: str, value: str) -> str:
    """Write a variable as systemd reads it: always in quotes, without dollar signs to double."""
    return f'"{name}={_escaped(value)}"'


def _quoted(word: str) -> str:
    """Write a word as systemd reads it: percent signs doubled, in quotes if it has blanks."""
    word = _escaped(word).replace("$", "$$")
    return f'"{word}"' if " " in word else word


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', r"\"").replace("%", "%%")
