"""The times of publication that pages keep in their scripts: ``var publish_time = "2018-05-21"``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_DAY: Final = r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}[^\"'<>;,}]{0,25}"
_VALUE: Final = rf"[\"']?(?P<value>1\d{{9}}(?:\d{{3}})?(?!\d)|{_DAY})"
_NAMES: Final = (
    r"(?:publish(?:ed)?|pub|release|issue)_?(?:time|date|at|on|timestamp|dt)|(?:ori_?)?created?_?(?:time|date|at|dt)|ct"
    r"|(?:deploy|service|input|write|reg)_?(?:time|date|dt)"
)
# Matches publish_time = "2018-05-21", "deployDt": "2026.01.29 18:40", var ct = "1653091200".
_NAMED: Final = re.compile(rf"(?<![\w$-])[\"']?(?P<name>{_NAMES})[\"']?\s*(?P<sign>[:=])\s*{_VALUE}", re.I)
# Matches time: '2018-01-21 15:32:08'.
_TIME: Final = re.compile(rf"(?<![\w$-])[\"']?(?P<name>time)[\"']?\s*(?P<sign>:)\s*[\"'](?P<value>{_DAY})", re.I)

# Most scripts set nothing to a time, and asking for that first halves the search.
_SET: Final = re.compile(rf"[:=]\s*{_VALUE}")


def dates_in_scripts(scripts: Iterable[str], *, drawn: bool) -> Iterator[tuple[str, str]]:
    """Yield the names and values of what scripts call a time of publication or creation.

    A name with several values is that of a list. ``drawn`` pages have all their text from scripts; there a mere "time"
    is the article's, too, if it is the only one.
    """
    patterns = (_NAMED, _TIME) if drawn else (_NAMED,)
    values: dict[str, set[str]] = {}
    for script in filter(_SET.search, scripts):
        for pattern in patterns:
            for match in pattern.finditer(script):
                if match["name"].lower() != "ct" or match["sign"] == "=":  # no city
                    values.setdefault(match["name"].lower(), set()).add(match["value"].strip())
    yield from ((name, found.pop()) for name, found in values.items() if len(found) == 1)
