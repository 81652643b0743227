"""Read list pages and front pages: links with title and date, and the next page of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from newsarchive.charsets import decode
from newsarchive.discovery.found import Found
from newsarchive.discovery.links import is_page, resolve, unique
from newsarchive.discovery.moments import read_moment
from newsarchive.discovery.paging import next_page
from newsarchive.discovery.trees import html_root, text_of
from newsarchive.items import Link
from newsarchive.text import clean

MAX_LISTING = 5_000_000
ROWS = {"li", "tr", "dd", "dt", "article", "p"}
# "2026-03-01 08:30", "2026/3/1", "2026年3月1日": a list's date column.
DATE = re.compile(r"(?<!\d)(20\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:日|(?!\d))(?:\s*(\d{1,2}):(\d\d))?")
# "[2026-03-01] Bridge reopens", "Bridge reopens 2026-03-01": the date inside the link's own text.
DATE_AT_EDGE = re.compile(rf"^[\[(【]?\s*{DATE.pattern}\s*[\])】]?|[\[(【]?\s*{DATE.pattern}\s*[\])】]?$")
MORE = re.compile(r"(?:\.{3}|…)$")


def read(
    body: bytes,
    url: str,
    *,
    content_type: str | None = None,
    kind: str = "list",
    items: str | None = None,
    next_selector: str | None = None,
    timezone: str | None = None,
    now: datetime | None = None,
) -> Found:
    """Return the links of a list page (or front page, by ``kind``) and its next page.

    ``items`` and ``next_selector`` are CSS selectors of a site file: the elements that hold the list's links, and the
    link to the next page. Without them all links of the page are returned, and the next page is found by rel, label,
    address and script. Whether a link leads to an article is not decided here (see ``shapes``).
    """
    root = html_root(decode(body[:MAX_LISTING], content_type=content_type).text)
    if root is None:
        return Found()
    base = resolve(url, next((element.get("href") for element in root.iter("base")), None)) or url
    anchors = root.iter("a", "area") if items is None else _inside(root, items)
    links = (_link(anchor, base, url, kind, timezone, now) for anchor in anchors)
    return Found(
        unique(link for link in links if link and link.url != url),
        next_page(root, base, url, selector=next_selector),
    )


def _inside(root: etree._Element, items: str) -> Iterator[etree._Element]:
    for element in root.cssselect(items):
        yield from element.iter("a", "area")


def _link(
    anchor: etree._Element, base: str, url: str, kind: str, timezone: str | None, now: datetime | None
) -> Link | None:
    address = resolve(base, anchor.get("href"))
    if address is None or not is_page(address):
        return None
    return Link(
        url=address,
        found_on=url,
        kind=kind,
        title=_title(anchor),
        published=_date(anchor, timezone, now),
    )


def _title(anchor: etree._Element) -> str | None:
    """Return the link's text; its title attribute where the text was cut off; a picture's alt where there is none."""
    text = clean(text_of(anchor))
    full = clean(anchor.get("title", ""))
    if not text:
        return full or next((alt for image in anchor.iter("img") if (alt := image.get("alt", "").strip())), None)
    if full and MORE.search(text) and full.startswith(MORE.sub("", text)[:10]):
        return full
    return DATE_AT_EDGE.sub("", text).strip() or None


def _date(anchor: etree._Element, timezone: str | None, now: datetime | None) -> datetime | None:
    """Return the date that stands in the same row as the link, if the row has one link's worth of text."""
    row = _row(anchor)
    moment = next((time.get("datetime") for time in row.iter("time") if time.get("datetime")), None)
    if moment:
        return read_moment(moment, timezone=timezone, now=now)
    text = text_of(row)
    found = DATE.search(text) if len(text) < 1_000 else None
    if found is None:
        return None
    year, month, day, hour, minute = found.groups()
    return read_moment(
        f"{year}-{int(month):02}-{int(day):02}T{int(hour or 0):02}:{minute or '00'}", timezone=timezone, now=now
    )


def _row(anchor: etree._Element) -> etree._Element:
    """Return the list row around the link: the nearest row element, else the parent."""
    for element in anchor.iterancestors():
        if element.tag in ROWS:
            return element
        if element.tag in {"ul", "ol", "table", "body"}:
            break
    parent = anchor.getparent()
    return anchor if parent is None or parent.tag == "body" else parent
