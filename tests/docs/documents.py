"""Reads the documents: their fenced blocks, and the reference of commands as it should be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from newsarchive.archive.database.descriptions import DESCRIPTIONS, TABLES
from newsarchive.cli import main

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTH = 100
GENERATED = "<!-- Below, `make docs` writes what the archive says of itself. -->\n"


@dataclass(frozen=True)
class Block:
    document: str
    line: int
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"


def blocks(kind: str) -> Iterator[Block]:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            if match[1] == kind:
                yield Block(path.name, text.count("\n", 0, match.start()) + 1, kind, match[2])


def commands(group: click.Group = main, before: str = "newsarchive") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=before)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield f"{before} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")


def help_of(name: str, command: click.Command) -> str:
    width = {"max_content_width": _WIDTH, "terminal_width": _WIDTH}
    context = click.Context(command, info_name=name, **{**main.context_settings, **width})
    return command.get_help(context)


def reference() -> str:
    """Return docs/commands.md: every command's help, in the words of the program."""
    parts = [
        "# Commands\n",
        "Every command as `--help` prints it. `make docs` writes this page; a test compares it with the program.\n",
        "Every command that prints rows knows `--format table|json|csv`. Data goes to standard output and everything",
        "else to standard error. The exit status is 0 when all went well, 1 when the command did less than it should,",
        "and 2 when it was typed wrongly.\n",
        f"```text\n{help_of('newsarchive', main)}\n```\n",
    ]
    for name, command in commands():
        parts.append(f"## {name}\n\n```text\n{help_of(name, command)}\n```\n")
    return "\n".join(parts)


def archive_page() -> str:
    """Return docs/archive.md with its list of tables and views as the archive describes itself."""
    written = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    parts = [written.partition(GENERATED)[0] + GENERATED + "\n"]
    for table, meaning in TABLES.items():
        columns = [(column, text) for (of, column), text in DESCRIPTIONS.items() if of == table and column]
        parts.append(f"### {table}\n\n{meaning}\n")
        if columns:
            rows = "".join(f"| `{column}` | {text} |\n" for column, text in columns)
            parts.append(f"| column | meaning |\n| --- | --- |\n{rows}")
    return "\n".join(parts)


if __name__ == "__main__":
    for name, text in {"commands.md": reference(), "archive.md": archive_page()}.items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")
