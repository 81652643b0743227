"""Names of Vietnam, by the commonest family names, with which they begin."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý)(?:\s[^\W\d_]{1,7}){1,3}", re.I
)


def is_vietnamese(text: str) -> bool:
    """Say whether a line is a name of Vietnam, its words in capitals.

    >>> is_vietnamese("TRẦN LAN"), is_vietnamese("Lê Thị Hoa"), is_vietnamese("Phan nào cũng vậy")
    (True, True, False)
    """
    return bool(_NAME.fullmatch(text)) and all(word[0].isupper() for word in text.split())
