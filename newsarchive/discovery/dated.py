"""Read dates out of addresses, and find what a site has of a range of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from newsarchive.items import Link

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMES = "|".join((*MONTHS, *(name[:3] for name in MONTHS)))
# "/2019/03/14/", "/2019-03/14/", "20190314", "/2019/mar/14/", "?year=2019&month=3", "/archive/2019/": year, month, day
DATE = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20[0-4]\d)(?:(?:[-_/.]|&m(?:m|on|onth|ois|onat|es)?=)?"
    rf"(?P<month>0[1-9]|1[0-2]|(?<=[-_/.=])(?:[1-9](?!\d)|(?:{_NAMES})(?![a-z])))"
    r"(?:(?:[-_/.]|&(?:d|dd|day|jour|tag|dia)=)?(?P<day>0[1-9]|[12]\d|3[01]|(?<=[-_/.=])[1-9](?!\d)))?)?(?!\d)",
    re.IGNORECASE,
)
ARCHIVE_TAIL = re.compile(r"/?(?:index)?(?:\.\w{3,5})?/?$")  # nothing but a file's name may follow the date
# "/archive/", "/news/archives.html": where a site lists its years, months or all of its articles
ARCHIVE = re.compile(
    r"/(?:archi(?:ve|ves|v|vo|vio|ef)|arquivo|arkiv|hemeroteca)(?:/(?:index)?)?(?:\.\w{3,5})?$", re.IGNORECASE
)


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


def newness(link: Link, day: date | None = None) -> int:
    """Return a number, at most 0, that is the larger the later a page was published or a sitemap changed.

    ``day`` is when a page without a date was probably published; one that tells nothing is older than all others.
    """
    told = days_of(link)
    day = day or (link.modified.date() if link.modified else None)
    if told:
        day = min(max(day, told.first), told.last) if day else told.first
    return (day.toordinal() if day else 0) - date.max.toordinal()


def may_hold(link: Link, wanted: Days) -> bool:
    """Say whether a page or sitemap may hold something of the days: its address and its last change do not deny it."""
    told = days_of(link)
    if told is not None:
        return told.overlaps(wanted)
    return link.modified is None or link.modified.date() >= wanted.first


def names_none_but(wanted: Days, url: str) -> bool:
    """Say whether an address names no days, or some of those."""
    told = days_in(url)
    return told is None or told.overlaps(wanted)


def is_archive(url: str) -> bool:
    """Say whether an address is called the archive of its site."""
    return ARCHIVE.search(urlsplit(url).path) is not None


def is_before(link: Link, day: date) -> bool:
    """Say whether the linked page tells that it was published before a day."""
    told = days_of(link)
    return told is not None and told.last < day


def all_before(links: Iterable[Link], day: date) -> bool:
    """Say whether links tell dates, and none of that day or later."""
    dated = [link for link in links if days_of(link)]
    return bool(dated) and all(is_before(link, day) for link in dated)


def archive_pages(links: Iterable[Link], wanted: Days) -> Iterator[str]:
    """Yield the addresses of a site's pages for the wanted days, months or years, as it links others."""
    found = (DATE.search(link.url) for link in links)
    dated = [each for each in found if each and ARCHIVE_TAIL.match(each.string, each.end())]
    patterns = {_like(each, date(2000, 10, 10)): each for each in dated if each["month"] or _is_part(each)}
    for pattern in patterns.values():
        days = _each(wanted) if pattern["day"] else months(wanted) if pattern["month"] else _years(wanted)
        yield from (_like(pattern, day) for day in days)


def trusted(links: Iterable[Link]) -> Iterator[Link]:
    """Return sitemaps without the time of change that all of them state: it is that of their index."""
    links = tuple(links)
    same = len({link.modified for link in links}) == 1
    return (replace(link, modified=None) if same else link for link in links)


def _days(found: re.Match[str]) -> Days | None:
    year, month, day = int(found["year"]), _month(found["month"] or "0"), int(found["day"] or 0)
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


def _years(wanted: Days) -> Iterator[date]:
    return (date(year, 1, 1) for year in range(wanted.first.year, wanted.last.year + 1))


def _each(wanted: Days) -> Iterator[date]:
    return (wanted.first + timedelta(days=after) for after in range((wanted.last - wanted.first).days + 1))


def _like(found: re.Match[str], day: date) -> str:
    """Return the address in which a date was found with another day in its place, written in the same way."""
    text = found.string
    for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
        if found[part]:
            start, end = found.span(part)
            text = f"{text[:start]}{_written(number, found[part])}{text[end:]}"
    return text


def _written(number: int, sample: str) -> str:
    """Write a number, or the name of a month, as the sample is written."""
    if sample.isdigit():
        return f"{number:0{len(sample)}}"
    name = MONTHS[number - 1][: 3 if len(sample) == 3 else None]
    return name.title() if sample.istitle() else name


def _month(text: str) -> int:
    return int(text) if text.isdigit() else next(n for n, m in enumerate(MONTHS, 1) if m.startswith(text.lower()))


def _is_part(found: re.Match[str]) -> bool:
    """Say whether the date is a part of the path or a value of its own: not "best-films-of-2019/"."""
    return found.string[: found.start()].endswith(("/", "="))
