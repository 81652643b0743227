"""Read dates out of addresses, and find what a site has of a range of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from newsarchive.items import Link

# "/2019/03/14/", "/2019-03/14/", "20190314", "sitemap-2019-03.xml", "/archive/2019/": year, month, day
DATE = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20[0-4]\d)(?:[-_/.]?(?P<month>0[1-9]|1[0-2]|(?<=[-_/.])[1-9](?!\d))"
    r"(?:[-_/.]?(?P<day>0[1-9]|[12]\d|3[01]|(?<=[-_/.])[1-9](?!\d)))?)?(?!\d)"
)
ARCHIVE_TAIL = re.compile(r"/?(?:index)?(?:\.\w{3,5})?/?$")  # nothing but a file's name may follow the date


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends included."""

    first: date
    last: date

    def overlaps(self, other: Days) -> bool:
        """Say whether the ranges share a day."""
        return self.first <= other.last and other.first <= self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def days_in(url: str) -> Days | None:
    """Return the day, month or year that an address names.

    >>> days_in("https://news.example.test/2019/03/14/bridge.html")
    Days(first=datetime.date(2019, 3, 14), last=datetime.date(2019, 3, 14))
    >>> days_in("https://news.example.test/sitemap-2019-02.xml").last
    datetime.date(2019, 2, 28)
    """
    found = max(
        DATE.finditer(url), key=lambda match: (match["day"] is not None, match["month"] is not None), default=None
    )
    return _days(found) if found else None


def days_of(link: Link) -> Days | None:
    """Return when the linked page was published, as far as the link tells."""
    if link.published:
        return Days(link.published.date(), link.published.date())
    return days_in(link.url)


def may_hold(link: Link, wanted: Days) -> bool:
    """Say whether a page or sitemap may hold something of the days: its address and its last change do not deny it."""
    told = days_of(link)
    if told is not None:
        return told.overlaps(wanted)
    return link.modified is None or link.modified.date() >= wanted.first


def is_before(link: Link, day: date) -> bool:
    """Say whether the linked page tells that it was published before a day."""
    told = days_of(link)
    return told is not None and told.last < day


def all_before(links: Iterable[Link], day: date) -> bool:
    """Say whether links tell dates, and none of that day or later."""
    dated = [link for link in links if days_of(link)]
    return bool(dated) and all(is_before(link, day) for link in dated)


def archive_pages(links: Iterable[Link], wanted: Days) -> Iterator[str]:
    """Yield the addresses of a site's pages for the wanted days or months, after the pattern of those that it links."""
    found = (DATE.search(link.url) for link in links)
    dated = [each for each in found if each and each["month"] and ARCHIVE_TAIL.match(each.string, each.end())]
    patterns = {_like(each, date(2000, 10, 10)): each for each in dated}
    for pattern in patterns.values():
        yield from (_like(pattern, day) for day in (_each if pattern["day"] else months)(wanted))


@dataclass(slots=True)
class PageSearch:
    """Look for the pages of a list, newest first, that hold the wanted days: by doubling, halving, then in a row."""

    wanted: Days
    seen: dict[int, Days | None] = field(default_factory=dict)

    def saw(self, page: int, links: Iterable[Link]) -> None:
        """Note which days a page tells; a page without dates, or none at all, is taken for the end of the list."""
        days = [told for link in links if (told := days_of(link))]
        spans = Days(min(day.first for day in days), max(day.last for day in days)) if days else None
        self.seen[page] = spans

    def next_page(self) -> int | None:
        """Return the page to read next, or ``None`` when all that hold the wanted days were read."""
        newer = max((page for page, days in self.seen.items() if days and days.first > self.wanted.last), default=0)
        reached = min((page for page in self.seen if page > newer), default=None)
        if reached is None:
            return newer * 2 or 1
        if reached - newer > 1:
            return (reached + newer) // 2
        return self._following(reached)

    def _following(self, page: int) -> int | None:
        while page in self.seen:
            days = self.seen[page]
            if days is None or days.last < self.wanted.first:
                return None
            page += 1
        return page


def _days(found: re.Match[str]) -> Days | None:
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first, last)


def months(wanted: Days) -> Iterator[date]:
    """Yield the first day of each month that has some of the days."""
    day = wanted.first.replace(day=1)
    while day <= wanted.last:
        yield day
        day += timedelta(days=monthrange(day.year, day.month)[1])


def _each(wanted: Days) -> Iterator[date]:
    return (wanted.first + timedelta(days=after) for after in range((wanted.last - wanted.first).days + 1))


def _like(found: re.Match[str], day: date) -> str:
    """Return the address in which a date was found with another day in its place, written in the same way."""
    text = found.string
    for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
        if found[part]:
            start, end = found.span(part)
            text = f"{text[:start]}{number:0{len(found[part])}}{text[end:]}"
    return text
