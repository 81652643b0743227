"""Tells from captures when a page was there and when it was missing: twice a day apart, while its site answered.

A miss is a 404 or 410, a page that says so with status 200, or a redirect to a front page or list. It counts only if
the site answered otherwise (304, too) within the hour, so an outage marks nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from newsarchive.archive.database.rows import as_json
from newsarchive.archive.database.times import from_text, to_text

APART = timedelta(hours=24)
NEARBY = timedelta(hours=1)
_FOR_EVER = "9999"


@dataclass(frozen=True, slots=True)
class Look:
    """The time from when a page was ``seen`` until it was seen again; ``looked`` is when it was last asked for."""

    seen: str
    until: str
    looked: str
    misses: tuple[datetime, ...]

    @property
    def is_missing(self) -> bool:
        """Say whether it was missing long enough to be gone."""
        return bool(self.misses) and self.misses[-1] - self.misses[0] >= APART

    def holds(self, moment: str) -> bool:
        """Say whether a moment is in it."""
        return self.seen < moment < self.until


def absences(connection: sqlite3.Connection, article: int, without: int = 0) -> list[Look]:
    """Return the times in which an article was missing at its own address.

    What is shown of it elsewhere in the meantime is the article, which has gone there without a redirect. The capture
    ``without`` is left out.
    """
    seen = seen_at_home(connection, article)
    found = looks(connection, article, home(connection, article), seen, without) if seen else []
    return [look for look in found if look.is_missing]


def home(connection: sqlite3.Connection, article: int) -> list[str]:
    """Return the own addresses of an article: its first and those to which it has moved."""
    return [row["url"] for row in connection.execute(_HOME, (article,))]


_HOME = """
    select url from articles where id = ?1
    union select url from url_aliases where article_id = ?1 and kind = 'moved'"""


def seen_at_home(connection: sqlite3.Connection, article: int) -> list[str]:
    """Return when an article was read, but for the same text at other addresses."""
    return [row["fetched_at"] for row in connection.execute(_SEEN_AT_HOME, (article,))]


_SEEN_AT_HOME = """
    select fetched_at from readings where article_id = ?1 and not is_stand_in
    and url not in (select url from url_aliases where article_id = ?1 and kind = 'duplicate')"""


def looks(
    connection: sqlite3.Connection, article: int, urls: Iterable[str], seen: Iterable[str], without: int = 0
) -> list[Look]:
    """Return the looks at the page of an article at canonical addresses that was ``seen`` at these times, in order.

    The capture ``without`` is left out.
    """
    known = set(seen)
    asked = {"article": article, "urls": as_json(list(urls)), "since": min(known), "without": without}
    found = connection.execute(_CAPTURES, asked).fetchall()
    times = sorted(known | {each["fetched_at"] for each in found if each["status"] == 304})
    return [_look(connection, found, *span, without) for span in pairwise([*times, _FOR_EVER])]


def _look(connection: sqlite3.Connection, found: list[sqlite3.Row], seen: str, until: str, without: int) -> Look:
    within = [each for each in found if seen < each["fetched_at"] < until]
    missed = [each for each in within if each["missed"] and _site_answered(connection, each, without)]
    looked = within[-1]["fetched_at"] if within else seen
    return Look(seen, until, looked, tuple(from_text(each["fetched_at"]) for each in missed))


MISSED = """(status in (404, 410) or page_class = 'soft-404'
    or requested_url <> url and page_class in ('front', 'list'))"""
_CAPTURES = """
    with named (url) as (select value from json_each(:urls)),
    addresses (url) as (
        select url from named
        union select captures.url from captures join (
            select capture_id from readings where article_id = :article and url in named
            order by fetched_at desc limit 20) on capture_id = captures.id
    )
    select url, site, fetched_at, status, status in (404, 410) or page_class = 'soft-404' as missed
        from captures where url in addresses and fetched_at > :since and id <> :without
    union all
    select url, site, fetched_at, status,
        status in (404, 410) or page_class in ('front', 'list', 'soft-404') as missed
        from captures where requested_url in addresses and url not in addresses
        and fetched_at > :since and id <> :without
    order by fetched_at"""


def _site_answered(connection: sqlite3.Connection, miss: sqlite3.Row, without: int) -> bool:
    """Say whether a page of the site was there, where it was asked for, within the hour."""
    moment = from_text(miss["fetched_at"])
    row = connection.execute(
        "select 1 from captures where site is ?1 and fetched_at between ?2 and ?3"
        " and (?1 is not null or instr(url, ?4))"  # what was brought in without a site's name: by the host
        " and (status = 304 or status = 200 and page_class in ('article', 'list', 'front'))"
        " and coalesce(requested_url, url) = url and id <> ?5 limit 1",
        (
            miss["site"],
            to_text(moment - NEARBY),
            to_text(moment + NEARBY),
            f"://{urlsplit(miss['url']).netloc}/",
            without,
        ),
    ).fetchone()
    return row is not None
