"""Ask the index of a web archive which addresses of a site it has captured.

The queries and both ways of answering are those of the Wayback Machine's CDX server and of pywb:
https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server and
https://pywb.readthedocs.io/en/latest/manual/cdxserver_api.html.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from newsarchive.discovery.dated import Days, months
from newsarchive.discovery.found import Unreadable
from newsarchive.discovery.links import resolve
from newsarchive.discovery.mementos import TIMESTAMP
from newsarchive.items import Link

KIND = "cdx"
LATER = timedelta(days=7)  # until a page that was published is captured
# Negations, since a field that a server knows by another name ("mime") then excludes nothing.
FILTERS = ("!statuscode:[345]..", "!mimetype:(image|video|audio|font|application|text/css|text/javascript).*")
PAGES = {"text/html", "application/xhtml+xml", "warc/revisit", "unk", "-", ""}
CAPTURED = {"200", "-", ""}  # a revisit has no status of its own


def queries(server: str, domains: Iterable[str], days: Days) -> Iterator[str]:
    """Yield what to ask the index at ``server`` for captures of those days and the week after, month by month."""
    last = days.last + LATER
    for domain in domains:
        for month in months(Days(days.first, last)):
            end = month.replace(day=monthrange(month.year, month.month)[1])
            asked = [("url", domain.partition("/")[0]), ("matchType", "domain"), ("output", "json")]
            asked += [
                ("from", f"{max(month, days.first):%Y%m%d}"),
                ("to", f"{min(end, last):%Y%m%d}"),
                ("collapse", "urlkey"),
            ]
            yield f"{server}?{urlencode(asked + [('filter', each) for each in FILTERS])}"


def read(body: bytes, url: str) -> Iterator[Link]:
    """Return the captured pages that an index names, each with its first capture; raise ``Unreadable`` for no index."""
    text = body.decode("utf-8", "replace").strip()
    first: dict[str, datetime] = {}
    try:
        for row in _rows(text):
            page = resolve(url, _named(row, "original", "url")) if _is_page(row) else None
            if page:
                first.setdefault(page, datetime.strptime(_named(row, "timestamp"), TIMESTAMP).replace(tzinfo=UTC))
    except (ValueError, TypeError) as error:
        raise Unreadable(f"{url} is no index of captures: {text[:80]!r}.") from error
    return (Link(url=page, found_on=url, kind=KIND, captured=moment) for page, moment in first.items())


def _rows(text: str) -> Iterator[dict[str, Any]]:
    """Yield captures: from a table whose first row has the names, or from an object on each line."""
    if text.startswith("["):
        names, *rows = json.loads(text) or [[]]
        yield from (dict(zip(names, row, strict=True)) for row in rows)
    else:
        yield from (dict(json.loads(line)) for line in text.splitlines())


def _is_page(row: dict[str, Any]) -> bool:
    return _named(row, "statuscode", "status") in CAPTURED and _named(row, "mimetype", "mime") in PAGES


def _named(row: dict[str, Any], *names: str) -> str:
    return next((str(row[name]) for name in names if name in row), "")
