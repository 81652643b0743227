"""Draws counts as bars: as lines of text for a terminal, or as an SVG picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from itertools import groupby

from rich.cells import cell_len, set_cell_size

Counts = Sequence[tuple[str, int]]

_EIGHTHS = " ▏▎▍▌▋▊▉"
_ROW, _BAR, _MARGIN = 24, 16, 12
_WIDTH = 720
_CELL = 7.5  # the width of a Latin letter, half that of a Chinese character
_LONGEST = 44  # cells of a label
_LONG_GAP = 4  # counts of zero in a row that are drawn as one

# a day, month or year as a number, and the number as it is written
_NUMBERED: dict[str, tuple[Callable[[str], int], Callable[[int], str]]] = {
    "day": (lambda label: date.fromisoformat(label).toordinal(), lambda number: date.fromordinal(number).isoformat()),
    "month": (
        lambda label: int(label[:4]) * 12 + int(label[5:]) - 1,
        lambda number: f"{number // 12:04}-{number % 12 + 1:02}",
    ),
    "year": (int, lambda number: f"{number:04}"),
}


def gapless(counts: Counts, by: str) -> Counts:
    """Return counts by day, month or year with a zero for each between the first and the last; others as they are.

    >>> gapless([("2021-11", 4), ("2022-01", 2)], "month")
    [('2021-11', 4), ('2021-12', 0), ('2022-01', 2)]
    """
    dated = {label: count for label, count in counts if label[:1].isdigit()}
    if by not in _NUMBERED or not dated:
        return counts
    number, label = _NUMBERED[by]
    every = map(label, range(number(min(dated)), number(max(dated)) + 1))
    return [*((each, dated.get(each, 0)) for each in every), *(each for each in counts if each[0] not in dated)]


def split_bars(parts: Sequence[tuple[str, Counts]], width: int) -> list[str]:
    """Return the lines of each part below its name, all on one scale."""
    drawn = [(name, _without_long_gaps(counts)) for name, counts in parts]
    every = [count for _, counts in drawn for count in counts]
    return [line for name, counts in drawn for line in ("", name, *_text_bars(counts, width, every))][1:]


def text_bars(counts: Counts, width: int) -> list[str]:
    """Return one line for each count, at most ``width`` columns wide.

    >>> text_bars([("ja", 4), ("fe", 2)], 14)
    ['ja  4  ███████', 'fe  2  ███▌']
    """
    shown = _without_long_gaps(counts)
    return _text_bars(shown, width, shown)


def _text_bars(counts: Counts, width: int, every: Counts) -> list[str]:
    """Return the lines of some counts in a picture of ``every`` one."""
    labels = max(cell_len(label) for label, _ in every)
    most = max(number for _, number in every) or 1
    numbers = len(f"{most:,}")
    room = max(width - labels - numbers - 4, 1)
    return [
        f"{label}{' ' * (labels - cell_len(label))}  {number:>{numbers},}  {_bar(number / most * room)}".rstrip()
        for label, number in counts
    ]


def svg_bars(counts: Counts, title: str) -> str:
    """Return an SVG picture with one bar for each count."""
    counts = _without_long_gaps(counts)
    most = max(number for _, number in counts) or 1
    labels = [_cut(label, _LONGEST) for label, _ in counts]
    left = round(max(map(cell_len, labels)) * _CELL) + 2 * _MARGIN
    room = _WIDTH - left - 5 * _MARGIN
    height = (len(counts) + 1) * _ROW + 2 * _MARGIN
    rows = "".join(
        f'<text x="{left - _MARGIN}" y="{top + _BAR - 3}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{left}" y="{top}" width="{number / most * room:.1f}" height="{_BAR}" fill="#3b6ea5"/>'
        f'<text x="{left + number / most * room + 6:.1f}" y="{top + _BAR - 3}">{number:,}</text>\n'
        for top, label, (_, number) in zip(range(_MARGIN + _ROW, height, _ROW), labels, counts, strict=False)
    )
    heading = escape(_cut(title, int(_WIDTH / _CELL) - 4))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
        f' font-family="sans-serif" font-size="13" role="img">\n<title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<text x="{_MARGIN}" y="{_MARGIN + 12}" font-weight="bold">{heading}</text>\n{rows}</svg>\n'
    )


def _without_long_gaps(counts: Counts) -> Counts:
    """Make one of many zeros in a row, named after the first and the last."""
    drawn: list[tuple[str, int]] = []
    for nothing, group in groupby(counts, key=lambda each: not each[1]):
        row = list(group)
        drawn += [(f"{row[0][0]} … {row[-1][0]}", 0)] if nothing and len(row) >= _LONG_GAP else row
    return drawn


def _cut(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"


def _bar(length: float) -> str:
    eighths = round(length * 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
