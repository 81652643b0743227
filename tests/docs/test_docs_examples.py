"""Every example of the documents is run: in a folder where the demo has been run first."""

import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import closing
from pathlib import Path

import click
import pytest
from documents import Block, blocks

from newsarchive.cli import main
from newsarchive.sites.load import read

pytestmark = pytest.mark.timeout(300)


def each(kind: str) -> pytest.MarkDecorator:
    found = list(blocks(kind))
    return pytest.mark.parametrize("block", found, ids=[block.place for block in found])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    program = folder / "bin" / "newsarchive"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsarchive "$@"\n')
    program.chmod(0o755)
    (folder / "Makefile").write_text("run:\n\t@newsarchive demo\n")
    return folder


def shell(place: Path, command: str) -> str:
    # a make that was started by another says more
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEWSARCHIVE", "MAKE", "MFLAGS"))
    }
    environment["PATH"] = f"{place / 'bin'}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command, shell=True, cwd=place, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


def matches(expected: str, found: str) -> bool:
    """Say whether the output is as written, where ``…`` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("…"))
    return re.fullmatch(pattern, found.strip(), re.DOTALL) is not None


def test_every_console_example_prints_what_it_says(place: Path) -> None:
    """Run them in the order of the documents: the README's first command makes the archive."""
    for block in blocks("console"):
        for command, expected in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
            found = shell(place, command)
            assert matches(expected, found), f"{block.place}: {command}\n{found}"


@each("sql")
def test_every_query_finds_rows(block: Block, place: Path) -> None:
    if not (place / "data").exists():
        shell(place, "make run")
    with closing(sqlite3.connect(place / "data" / "newsarchive.db")) as connection:
        assert connection.execute(block.text).fetchall(), block.text


@each("sh")
def test_every_command_is_spelled_as_the_program_knows_it(block: Block) -> None:
    for line in block.text.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["newsarchive"]:
            parse(main, words[0], words[1:])


def parse(command: click.Command, name: str, arguments: list[str]) -> None:
    """Let click read the arguments without running the command."""
    if not isinstance(command, click.Group):
        command.make_context(name, list(arguments))
        return
    with click.Context(command, info_name=name) as context:
        found_name, found, rest = command.resolve_command(context, list(arguments))
    assert found
    parse(found, str(found_name), rest)


@each("toml")
def test_every_site_file_is_valid(block: Block) -> None:
    assert read("example", tomllib.loads(block.text)).start


@each("python")
def test_every_program_runs(block: Block, place: Path) -> None:
    if not (place / "data").exists():
        shell(place, "make run")
    done = subprocess.run(
        [sys.executable, "-c", block.text], cwd=place, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
