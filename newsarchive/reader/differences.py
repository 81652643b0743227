"""Sums up what another reading changes: for each site and field, how much, with examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsarchive.archive.articles.shown import as_shown
from newsarchive.reader.again import Again
from newsarchive.reader.articles import site_key

EXAMPLES = 3  # of each kind of change
_LONGEST = 60  # characters of an example


@dataclass(slots=True)
class FieldChange:
    """How a field of a site's articles changes: how often it is there before and after, and what happens to it."""

    site: str
    name: str
    read: int = 0
    before: int = 0
    after: int = 0
    gained: int = 0
    lost: int = 0
    changed: int = 0
    examples: list[tuple[str, str, str]] = field(default_factory=list)

    def count(self, url: str, old: Any, new: Any) -> None:
        """Take in one article."""
        self.read += 1
        self.before += not _is_empty(old)
        self.after += not _is_empty(new)
        if old == new or (_is_empty(old) and _is_empty(new)):
            return
        self.gained += _is_empty(old)
        self.lost += _is_empty(new)
        self.changed += not (_is_empty(old) or _is_empty(new))
        if len(self.examples) < EXAMPLES:
            self.examples.append((url, *_excerpts(f"{old}", f"{new}")))


class Differences:
    """The sum of many readings.

    ``same`` and ``different`` count articles, ``found`` names pages that are articles now, ``refused`` articles that
    would not be found today, ``unreadable`` what is wrong with damaged records.
    """

    def __init__(self) -> None:
        self._fields: dict[tuple[str, str], FieldChange] = {}
        self.same = 0
        self.different = 0
        self.found: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.unreadable: list[str] = []

    def add(self, again: Again) -> None:
        """Take in one capture."""
        url = again.capture.url
        if again.article is None:
            self._add_refused(again)
        elif again.before is None:
            if again.capture.page_class != again.page_class:
                self.found.append(url)
        else:
            self._compare(again, again.before.fields, as_shown(again.article))

    def changes(self) -> list[FieldChange]:
        """Return the fields that change anywhere, by site."""
        return [each for _, each in sorted(self._fields.items()) if each.gained or each.lost or each.changed]

    def _add_refused(self, again: Again) -> None:
        if again.page_class is None:
            self.unreadable.append(again.reason or "")
        elif again.before is not None:
            self.refused.append((again.capture.url, again.reason or ""))

    def _compare(self, again: Again, old: Any, new: dict[str, Any]) -> None:
        site = site_key(again.capture)
        differs = False
        for name in old:
            self._fields.setdefault((site, name), FieldChange(site, name)).count(
                again.capture.url, old[name], new[name]
            )
            differs |= old[name] != new[name]
        self.different += differs
        self.same += not differs


def _is_empty(value: Any) -> bool:
    return value in (None, "", (), "[]")


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Return both values from a little before the first character in which they differ."""
    first = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, first - 15)
    return _excerpt(old, start), _excerpt(new, start)


def _excerpt(text: str, start: int) -> str:
    cut = text[start : start + _LONGEST].replace("\n", " ")
    return ("…" if start else "") + cut + ("…" if len(text) > start + _LONGEST else "")
