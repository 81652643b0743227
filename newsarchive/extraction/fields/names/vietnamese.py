"""Names of Vietnam, by the commonest family names, with which they begin."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý)(?:\s[^\W\d_]{1,7}){1,3}", re.I
)

_BETWEEN: Final = re.compile(r"\s*(?:\s[-–—]\s|[,;/])\s*")
_ASIDE: Final = re.compile(r"\s*\([^()]{2,30}\)$")


def signed_in_vietnam(text: str) -> list[str]:
    """Return the names that a line of Vietnam signs with, without what a bracket says of its source.

    >>> signed_in_vietnam("Lê Thị Mai - Trần Nghĩa (Theo TTXVN)"), signed_in_vietnam("Lê Thị Mai - 19/11")
    (['Lê Thị Mai', 'Trần Nghĩa'], [])
    """
    names = _BETWEEN.split(_ASIDE.sub("", text.strip()))
    return names if all(map(is_vietnamese, names)) else []


def is_vietnamese(text: str) -> bool:
    """Say whether a line is a name of Vietnam, its words in capitals.

    >>> is_vietnamese("TRẦN LAN"), is_vietnamese("Lê Thị Hoa"), is_vietnamese("Phan nào cũng vậy")
    (True, True, False)
    """
    return bool(_NAME.fullmatch(text)) and all(word[0].isupper() for word in text.split())
