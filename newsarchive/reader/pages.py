"""Finds the captures of an article's other pages, and which capture is the first page of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from newsarchive.archive import Archive
from newsarchive.discovery.continuation import other_pages
from newsarchive.items import Capture, PageClass
from newsarchive.urls import canonical_url

RECHECK = "recheck"  # the kind of a link to an archived article that is looked at again
PAGE, WHOLE = "page", "whole"  # kinds of links in the hints of a later page, or of all on one; found on the first


@dataclass(slots=True)
class Pages:
    """What the archive has of an article's other pages: in order, the whole on one page, and those it lacks."""

    later: list[tuple[Capture, bytes]] = field(default_factory=list)
    whole: tuple[Capture, bytes] | None = None
    missing: list[str] = field(default_factory=list)


def is_later_page(capture: Capture) -> bool:
    """Say whether a capture was asked for as a page of an article rather than as an article."""
    return capture.hints.get("kind") in {PAGE, WHOLE}


def first_page(archive: Archive, page: Capture) -> Capture | None:
    """Return the capture of the article to which a later page belongs."""
    return _nearest(archive, page.hints.get("found_on", ""), page.fetched_at)


def pages_of(archive: Archive, first: Capture, payload: bytes) -> Pages:
    """Collect the captures of an article's other pages, each the nearest in time to that of the first page."""
    found = Pages()
    linked = other_pages(payload, first.url)
    if linked.whole:
        found.whole = _read(archive, linked.whole, first)
    waiting, seen = dict(linked.numbered), {canonical_url(first.url)}
    while waiting:
        address = waiting.pop(min(waiting))
        if canonical_url(address) in seen:
            continue
        seen.add(canonical_url(address))
        read = _read(archive, address, first)
        if read is None:
            found.missing.append(address)
        else:
            found.later.append(read)
            waiting |= other_pages(read[1], first.url).numbered
    return found


def _read(archive: Archive, address: str, first: Capture) -> tuple[Capture, bytes] | None:
    capture = _nearest(archive, canonical_url(address), first.fetched_at)
    return (capture, archive.payload(capture)) if capture else None


def _nearest(archive: Archive, url: str, when: datetime) -> Capture | None:
    found = [
        capture
        for capture in archive.captures(url=url)
        if capture.status == 200 and capture.page_class in {PageClass.ARTICLE, PageClass.PAGE}
    ]
    return min(found, key=lambda capture: abs(capture.fetched_at - when), default=None)
