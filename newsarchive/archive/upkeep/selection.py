"""Finds what a takedown concerns: articles, and every capture that shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain

from newsarchive.archive import Archive, tombstones
from newsarchive.archive.articles import asides
from newsarchive.archive.articles.identity import article_id
from newsarchive.archive.database.connection import Connection
from newsarchive.archive.database.rows import stored_capture
from newsarchive.archive.upkeep.lines import Lines
from newsarchive.archive.warc import LostRecordError
from newsarchive.charsets import decode
from newsarchive.items import Capture, PageClass
from newsarchive.urls import canonical_url, registered_domain

_OF_ARTICLES = (PageClass.ARTICLE, PageClass.PAGE)  # what other articles were read from stays
_SHORTEST_LINE = 16  # bytes of UTF-8; a shorter line of an article may stand on any list page


@dataclass(frozen=True, slots=True)
class Doomed:
    """An article with what is shown of it before it is removed."""

    id: int
    url: str
    site: str | None
    title: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Takedown:
    """What is to be removed; ``urls`` are all addresses, canonical, that must not come back."""

    articles: tuple[Doomed, ...]
    captures: tuple[Capture, ...]
    urls: frozenset[str]
    site: str | None = None


def of_url(archive: Archive, url: str) -> Takedown:
    """Select the article at an address, or just what was captured there."""
    found = article_id(archive.connection, canonical_url(url))
    return _takedown(archive, [found] if found else [], also={url, canonical_url(url)})


def of_site(archive: Archive, site: str) -> Takedown:
    """Select everything of a site."""
    rows = archive.connection.execute("select id from articles where site = ?", (site,))
    return _takedown(archive, [row["id"] for row in rows], site=site)


def of_match(archive: Archive, text: str) -> Takedown:
    """Select the articles that contain a text in title, body, an earlier version of either, or that of a copy."""
    db = archive.connection
    rows = db.execute("select id from articles where instr(title, ?1) or instr(body, ?1) order by id", (text,))
    articles = [row["id"] for row in rows]
    changed = db.execute(
        "select article_id from revisions group by article_id having count(*) > 1"
        " union select article_id from readings join asides on asides.capture_id = readings.capture_id"
    ).fetchall()
    articles += [row["article_id"] for row in changed if _ever_said(archive, row["article_id"], text)]
    return _takedown(archive, list(dict.fromkeys(articles)))


def names(archive: Archive, kind: str, pattern: str) -> set[str]:
    """Return the other addresses or domains by which an archive knows what a tombstone of another stands for."""
    db = archive.connection
    if kind == "site":
        urls = db.execute(
            "select url from articles where site = ?1 union select url from captures where site = ?1", (pattern,)
        )
        return own_domains(db, pattern, (row["url"] for row in urls))
    found = article_id(db, pattern)
    return _addresses(db, _doomed(db, found)) if found else set()


def own_domains(connection: Connection, site: str, urls: Iterable[str]) -> set[str]:
    """Return the domains of a site's URLs that no other site has: pages may come back without the site's name."""
    others = connection.execute("select min(url) from articles where site is not ? group by site", (site,))
    return set(map(registered_domain, urls)) - {registered_domain(row[0]) for row in others}


def copies(archive: Archive, chosen: Takedown) -> list[str]:
    """Return the addresses of copies of the chosen articles that are not chosen themselves."""
    going = {article.url for article in chosen.articles}
    clusters = {
        archive.connection.execute("select cluster_id from articles where id = ?", (article.id,)).fetchone()[0]
        for article in chosen.articles
    }
    members = "select url from articles where cluster_id = ? order by url"
    found = (row["url"] for cluster in clusters for row in archive.connection.execute(members, (cluster,)))
    return [url for url in found if url not in going]


def _ever_said(archive: Archive, article: int, text: str) -> bool:
    said = (reading.content for reading in asides.readings(archive.connection, article))
    return any(text in f"{content.title}\n{content.body}" for content in said)


def _takedown(
    archive: Archive, numbers: list[int], also: Collection[str] = frozenset(), site: str | None = None
) -> Takedown:
    db = archive.connection
    articles = tuple(_doomed(db, number) for number in numbers)
    urls = {url for each in articles for url in _addresses(db, each)} | {canonical_url(url) for url in also}
    others = _of_site(archive, site) if site else _showing(archive, articles)
    found = chain(_captures(archive, articles, urls | set(also)), others, _brought_back(archive))
    captures = {capture.id: capture for capture in found}
    return Takedown(articles, tuple(captures.values()), frozenset() if site else frozenset(urls), site)


def _doomed(connection: Connection, number: int) -> Doomed:
    row = connection.execute("select id, url, site, title, body from articles where id = ?", (number,)).fetchone()
    return Doomed(row["id"], row["url"], row["site"], row["title"], row["body"])


def _addresses(connection: Connection, article: Doomed) -> set[str]:
    rows = connection.execute("select url from url_aliases where article_id = ?", (article.id,))
    return {article.url, *(row["url"] for row in rows)}


def _captures(archive: Archive, articles: tuple[Doomed, ...], urls: set[str]) -> Iterator[Capture]:
    """Yield the captures that the articles were read from, and the others of their addresses."""
    asked = "select captures.* from captures join readings on capture_id = captures.id where article_id = ?"
    for article in articles:
        yield from map(stored_capture, archive.connection.execute(asked, (article.id,)))
    for url in urls:
        yield from archive.captures(url=url)


def _of_site(archive: Archive, site: str) -> Iterator[Capture]:
    """Yield the captures of a site, also those that were brought in without a site's name."""
    yield from archive.captures(site=site)
    nameless = archive.connection.execute("select * from captures where site is null").fetchall()
    yield from (stored_capture(row) for row in nameless if registered_domain(row["url"]) == site)


def _showing(archive: Archive, articles: tuple[Doomed, ...]) -> Iterator[Capture]:
    """Yield the captures of lists and feeds of the same sites that show a title or a line of the articles."""
    for site in {article.site for article in articles if article.site}:
        lines = Lines(line for article in articles if article.site == site for line in _lines(archive, article))
        for capture in _of_site(archive, site):
            if capture.page_class not in _OF_ARTICLES and _shows(archive, capture, lines):
                yield capture


def _lines(archive: Archive, article: Doomed) -> set[str]:
    versions = archive.revisions(article.url)
    texts = [f"{article.title}\n{article.body}", *(f"{version.title}\n{version.body}" for version in versions)]
    lines = {line for text in texts for line in text.split("\n")}
    return {line for line in lines if len(line.encode()) >= _SHORTEST_LINE}


def _brought_back(archive: Archive) -> Iterator[Capture]:
    """Yield what was captured of things that had been taken down, under addresses that nobody knew then."""
    rows = archive.connection.execute("select * from captures where reason = ?", (tombstones.REASON,))
    return map(stored_capture, rows)


def _shows(archive: Archive, capture: Capture, lines: Lines) -> bool:
    try:
        payload = archive.payload(capture)
    except LostRecordError:
        return False
    return lines.any_in(unescape(decode(payload, content_type=capture.header("content-type")).text))
