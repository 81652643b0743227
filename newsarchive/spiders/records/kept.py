"""What an earlier crawl was answered, from the archive."""

from __future__ import annotations

from contextlib import suppress

from scrapy import Request
from scrapy.http import Response

from newsarchive.archive import Archive
from newsarchive.archive.warc import LostRecordError
from newsarchive.items import Link
from newsarchive.spiders.links.selection import hints


def kept_answer(archive: Archive, url: str, link: Link) -> Response | None:
    """Return the last answer of an address as if it had just come, ``None`` if its record is lost."""
    last = max(archive.captures(url=url), key=lambda capture: capture.fetched_at, default=None)
    with suppress(LostRecordError):
        if last:
            asked = Request(url, meta={"hints": hints(link)})
            return Response(last.url, last.status, dict(last.headers), archive.payload(last), request=asked)
    return None
