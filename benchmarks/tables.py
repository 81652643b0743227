"""Prints a table that reads well in a terminal and is Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a title and a Markdown table with aligned columns, text columns first."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    print(f"\n**{title}**\n")
    print(line(heads, widths))
    print("| " + " | ".join("-" * (width - (i > 0)) + ":" * (i > 0) for i, width in enumerate(widths)) + " |")
    for row in rows:
        print(line(row, widths))


def line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return one row of a Markdown table, the first column to the left, the others to the right."""
    padded = [
        cell.rjust(width) if i else cell.ljust(width) for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "| " + " | ".join(padded) + " |"
