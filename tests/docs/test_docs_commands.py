import click
import pytest
from documents import ROOT, archive_page, commands, reference

COMMANDS = list(commands())


def test_the_reference_is_what_the_program_says() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == reference(), "docs/commands.md is not what --help prints; write it anew with: make docs"


def test_the_page_about_the_archive_lists_its_tables() -> None:
    assert (ROOT / "docs" / "archive.md").read_text(encoding="utf-8") == archive_page(), "write it anew with: make docs"


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_a_command_begins_with_a_verb_and_shows_one_example(name: str, command: click.Command) -> None:
    text = (command.help or "").strip()
    assert text.split()[0][0].isupper()
    assert not text.split()[0].endswith("s")
    assert text.count("Example: newsarchive") == 1
    assert f"Example: {name}" in text


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_option_is_explained(name: str, command: click.Command) -> None:
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [each.name for each in options if not each.help] == []


def test_every_command_has_its_place_in_the_help() -> None:
    modules = {path.stem for path in (ROOT / "newsarchive" / "cli").iterdir() if not path.name.startswith("_")}
    assert {name.split()[1] for name, _ in COMMANDS} == modules
