"""Search a list, newest first, for the pages that hold a range of days, without reading all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsarchive.discovery.dated import Days, days_of
from newsarchive.discovery.paging import extrapolated
from newsarchive.items import Link

LAST_PAGE = 1_000_000

Told = dict[str, Days | None]  # the links of a page, with the days that they tell


@dataclass(slots=True)
class PageSearch:
    """Which page to read next: by doubling, halving, then in a row.

    A list moves on while it is read, and what stood on one page stands on the next a little later: so a page of the
    row that was read before the one above it is read once more.
    """

    wanted: Days
    seen: dict[int, Days | None] = field(default_factory=dict)
    _reads: list[int] = field(default_factory=list)

    def saw(self, page: int, days: Days | None) -> None:
        """Note which days a page tells; one without is taken for the end of the list."""
        self.seen[page] = days
        self._reads.append(page)

    def next_page(self) -> int | None:
        """Return the page to read next, or ``None`` when all that hold the wanted days were read."""
        newer = max((page for page, days in self.seen.items() if days and days.first > self.wanted.last), default=0)
        reached = min((page for page in self.seen if page > newer), default=None)
        if reached is None:
            return newer * 2 or 1 if newer < LAST_PAGE else None
        return (reached + newer) // 2 if reached - newer > 1 else self._in_a_row(reached)

    def _in_a_row(self, page: int) -> int | None:
        last_read = {number: at for at, number in enumerate(self._reads)}
        while page in self.seen and (last_read[page] > last_read.get(page - 1, -1) or self._reads.count(page) > 1):
            days = self.seen[page]
            if days is None or days.last < self.wanted.first:
                return None
            page += 1
        return page


class ListSearch:
    """The search in one list: two addresses that follow one another tell where the others lie.

    Where they do not, since each page names the next in its own way, the list is read in a row.
    """

    def __init__(self, first: str, wanted: Days) -> None:
        self._pages = PageSearch(wanted)
        self._addresses = {1: first}
        self._first: Told = {}
        self._beside: set[str] = set()  # on the first page and on the second, too: pinned, or beside the list
        self._before: tuple[int, Told] = (0, {})
        self.asked = 1

    def saw(self, links: Iterable[Link], next_page: str | None) -> None:
        """Note what the page that was asked last tells, and where it says that the list goes on."""
        page, told = self.asked, {link.url: days_of(link) for link in links}
        if next_page:
            self._addresses[page + 1] = next_page
        if page == 1:
            self._first = told
        if page == 2:
            self._beside = self._first.keys() & told.keys()
            self._pages.seen[1] = _span(self._items(self._first) or self._first)
        items = self._items(told) if page > 1 else told
        self._pages.saw(page, None if self._is_another(items) else _span(items))
        self._before = (page, items)

    def lost(self) -> None:
        """Note that the page asked last gave no answer: it is taken to be as the one above it."""
        self._pages.saw(self.asked, self._pages.seen.get(self.asked - 1))

    def following(self) -> str | None:
        """Return the address of the page to read next, ``None`` at the end of the search."""
        while page := self._pages.next_page():
            known = self._addresses
            if 3 in known and not extrapolated(known[2], known[3], 1):
                page = self.asked + 1
            self.asked = page
            if url := known.get(page) or self._extrapolated(page):
                return url
            self._pages.saw(page, None)  # a list that counts down has no page below its first
        return None

    def _extrapolated(self, page: int) -> str | None:
        known = self._addresses
        last = 3 if 3 in known else 2
        return extrapolated(known[last - 1], known[last], page - last) if last in known else None

    def _items(self, told: Told) -> Told:
        return {url: days for url, days in told.items() if days and url not in self._beside}

    def _is_another(self, items: Told) -> bool:
        """Say whether a page is the first again, or the one before: so a list may answer beyond its end."""
        page, before = self._before
        if self.asked > 2 and len(items.keys() & self._first.keys()) * 2 > len(items):
            return True
        return page != self.asked and items.keys() == before.keys()


def _span(told: Told) -> Days | None:
    days = [each for each in told.values() if each]
    return Days(min(each.first for each in days), max(each.last for each in days)) if days else None
