"""The words of a page, by which what only looks like a name is told."""

from __future__ import annotations

from functools import cached_property

from newsarchive.extraction.fields.names.givennames import has_given_name
from newsarchive.extraction.page import Page


class PageWords:
    """The words of a page as they are written, but for those beside a sign."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def make_up(self, name: str) -> bool:
        """Say whether the page writes half of what looks like a name in small letters: Last Modified, Grain Market."""
        words = name.split()
        known = sum(word != (small := word.casefold()) and small in self._all for word in words)
        return 2 * known >= len(words) and not has_given_name(name)

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(" ".join(block.text for block in self.page.blocks).split())
