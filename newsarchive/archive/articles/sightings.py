"""Tells from the captures of an article's address whether it is still there: gone after two misses a day apart.

A miss is a 404 or 410, a page that says so with status 200, or a redirect to a front page or list. It counts only if
the site answered otherwise (304, too) within the hour, so an outage marks nothing; and not if the text has been seen
at another address since. What is stored follows from the captures, in whatever order they came.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsarchive.archive.articles.checks import next_check
from newsarchive.archive.articles.identity import article_id
from newsarchive.archive.database.rows import update
from newsarchive.archive.database.times import from_text, to_text
from newsarchive.archive.revisions import changed_at
from newsarchive.items import Capture, PageClass
from newsarchive.urls import canonical_url

APART = timedelta(hours=24)
NEARBY = timedelta(hours=1)


def observe(connection: sqlite3.Connection, capture: Capture) -> None:
    """Take note of a capture: of the article it misses, or of the articles whose misses it makes count."""
    if capture.page_class is None and capture.status == 200:
        return
    urls = {capture.url, capture.requested_url}
    if capture.status == 304 or capture.status == 200 and capture.page_class in _THERE:
        moment = capture.fetched_at
        near = connection.execute(_MISSES_NEARBY, (capture.site, to_text(moment - NEARBY), to_text(moment + NEARBY)))
        misses = {url for row in near for url in row}
        urls = misses | urls if capture.status == 304 else misses
    articles = {article_id(connection, url) for url in {canonical_url(url) for url in urls if url}}
    for article in articles - {None}:
        derive(connection, int(article or 0))


_THERE = (PageClass.ARTICLE, PageClass.LIST, PageClass.FRONT)
_MISSES = """(status in (404, 410) or page_class = 'soft-404'
    or requested_url <> url and page_class in ('front', 'list'))"""
_MISSES_NEARBY = f"""
    select url, requested_url from captures
    where site is ? and fetched_at between ? and ? and {_MISSES}"""  # noqa: S608 - from the line above


def derive(connection: sqlite3.Connection, article: int) -> None:
    """Write when an article was last seen and, if it is gone, between which two times it went."""
    row = connection.execute("select * from articles where id = ?", (article,)).fetchone()
    if row is None:
        return
    found = connection.execute(_LATER_CAPTURES, {"article": article, "seen": row["last_seen"]}).fetchall()
    seen = max([row["last_seen"], *(each["fetched_at"] for each in found if each["status"] == 304)])
    looked = max([seen, *(each["fetched_at"] for each in found)])
    missed = [each for each in found if each["missed"] and each["fetched_at"] > seen]
    if missed and _seen_elsewhere(connection, article) == seen:
        missed = []  # the site has given its pages other addresses
    misses = [from_text(each["fetched_at"]) for each in missed if _site_answered(connection, each)]
    gone = bool(misses) and misses[-1] - misses[0] >= APART
    values = {
        "last_seen": seen,
        "gone_after": seen if gone else None,
        "gone_before": to_text(misses[0]) if gone else None,
        "next_check": to_text(_next_look(connection, row, from_text(looked), misses, gone=gone)),
    }
    update(connection, "articles", article, values)


_LATER_CAPTURES = """
    with addresses (url) as (
        select url from articles where id = :article
        union select captures.url from captures join (
            select capture_id from readings join articles on articles.id = article_id and articles.url = readings.url
            where article_id = :article order by readings.fetched_at desc limit 20) on capture_id = captures.id
        union select url from url_aliases where article_id = :article and kind = 'moved'
    )
    select url, site, fetched_at, status, status in (404, 410) or page_class = 'soft-404' as missed
        from captures where url in addresses and fetched_at > :seen
    union all
    select url, site, fetched_at, status,
        status in (404, 410) or page_class in ('front', 'list', 'soft-404') as missed
        from captures where requested_url in addresses and url not in addresses and fetched_at > :seen
    order by fetched_at"""


def _seen_elsewhere(connection: sqlite3.Connection, article: int) -> str:
    """Return when the site last showed the same text at another address."""
    (last,) = connection.execute(
        "select max(fetched_at) from readings where article_id = ?1 and url in"
        " (select url from url_aliases where article_id = ?1 and kind = 'duplicate')",
        (article,),
    ).fetchone()
    return str(last or "")


def looked(connection: sqlite3.Connection, url: str, now: datetime) -> None:
    """Write when to look next at an article, given by its canonical URL, of which there was nothing to capture."""
    article = article_id(connection, url)
    if article:
        row = connection.execute("select * from articles where id = ?", (article,)).fetchone()
        following = next_check(from_text(changed_at(connection, row)), now)
        update(connection, "articles", article, {"next_check": to_text(following)})


def _site_answered(connection: sqlite3.Connection, miss: sqlite3.Row) -> bool:
    """Say whether a page of the site was there, where it was asked for, within the hour."""
    moment = from_text(miss["fetched_at"])
    row = connection.execute(
        "select 1 from captures where site is ?1 and fetched_at between ?2 and ?3"
        " and (?1 is not null or instr(url, ?4))"  # what was brought in without a site's name: by the host
        " and (status = 304 or status = 200 and page_class in ('article', 'list', 'front'))"
        " and coalesce(requested_url, url) = url limit 1",
        (miss["site"], to_text(moment - NEARBY), to_text(moment + NEARBY), f"://{urlsplit(miss['url']).netloc}/"),
    ).fetchone()
    return row is not None


def _next_look(
    connection: sqlite3.Connection, row: sqlite3.Row, looked: datetime, misses: list[datetime], *, gone: bool
) -> datetime | None:
    """Return when to look again: what was answered instead of the article (a block, an error) was a look, too."""
    if gone:
        return next_check(misses[0], looked)
    if misses:
        return looked + APART
    return next_check(from_text(changed_at(connection, row)), looked)
