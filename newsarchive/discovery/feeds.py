"""Read feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed, broken ones too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from newsarchive.charsets import decode
from newsarchive.discovery.found import Found, Unreadable
from newsarchive.discovery.links import resolve, unique
from newsarchive.discovery.moments import read_moment
from newsarchive.discovery.trees import name, words, xml_root
from newsarchive.items import Link
from newsarchive.text import clean

MAX_FEED = 20_000_000
ENTRIES = {"item", "entry"}
PUBLISHED = ("pubdate", "published", "issued", "date", "created")
MODIFIED = ("updated", "modified", "lastbuilddate")


def read(
    body: bytes, url: str, *, content_type: str | None = None, timezone: str | None = None, now: datetime | None = None
) -> Found:
    """Return the links of a feed with title, times and tags, and its next page (RFC 5005, JSON Feed ``next_url``).

    ``timezone`` (an IANA name) is used for times without one; times after ``now`` are dropped.
    Raise ``Unreadable`` when the bytes are no feed, such as an HTML page in its place.
    """
    if len(body) > MAX_FEED:
        raise Unreadable(f"{url} is longer than {MAX_FEED:,} bytes, which no feed is.")
    text = decode(body, content_type=content_type).text
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        return _read_json(text, url, timezone, now)
    root = xml_root(text, url=url)
    if name(root) not in {"rss", "rdf", "feed", "channel"}:
        raise Unreadable(f"{url} is no feed: it opens with <{name(root)}>.")
    found = (_entry(element, url, timezone, now) for element in root.iter() if name(element) in ENTRIES)
    return Found(unique(link for link in found if link), _next_page(root, url))


def _entry(entry: etree._Element, url: str, timezone: str | None, now: datetime | None) -> Link | None:
    base = urljoin(url, entry.base or "")  # xml:base of the entry or of what is around it
    address = resolve(base, next(_addresses(entry), None))
    if address is None:
        return None
    texts = _texts(entry)
    return Link(
        url=address,
        found_on=url,
        kind="feed",
        title=texts.get("title") or None,
        published=_first_moment(texts, PUBLISHED, timezone, now),
        modified=_first_moment(texts, MODIFIED, timezone, now),
        tags=tuple(dict.fromkeys(_tags(entry))),
    )


def _addresses(entry: etree._Element) -> Iterator[str]:
    """Yield where the entry may lead, the surest first."""
    children = [(name(child), child) for child in entry]
    yield from (_address(child) for tag, child in children if tag == "origlink")
    for tag, child in children:
        if tag == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            yield child.get("href", "")
    yield from (text for tag, child in children if tag == "link" and (text := _address(child)))
    for tag, child in children:
        # A guid is an address unless the feed denies it, and then only when it looks like one.
        if tag in {"guid", "id"} and child.get("isPermaLink") != "false" and _address(child).startswith("http"):
            yield _address(child)
    yield from (str(value) for key, value in entry.attrib.items() if str(key).endswith("}about"))


def _address(child: etree._Element) -> str:
    return (child.text or "").strip().replace("&amp;", "&")


def _texts(entry: etree._Element) -> dict[str, str]:
    """Return the text of each child by name; the first of a name wins, media:title does not come before title."""
    texts: dict[str, str] = {}
    for child in sorted(entry, key=lambda child: "search.yahoo.com" in str(child.tag)):
        texts.setdefault(name(child), words(child))
    return texts


def _tags(entry: etree._Element) -> Iterator[str]:
    for child in entry:
        if name(child) in {"category", "subject"}:
            yield from filter(None, [child.get("label") or words(child) or child.get("term")])
        elif name(child) == "keywords":
            yield from filter(None, (part.strip() for part in words(child).split(",")))


def _next_page(root: etree._Element, url: str) -> str | None:
    """Return the older page of a paged feed; links of entries don't count."""
    heads = [root, *(child for child in root if name(child) == "channel")]
    found = (
        child.get("href") for head in heads for child in head if name(child) == "link" and child.get("rel") == "next"
    )
    page = resolve(url, next(found, None))
    return page if page != url else None


def _first_moment(
    texts: dict[str, str], names: tuple[str, ...], timezone: str | None, now: datetime | None
) -> datetime | None:
    moments = (read_moment(texts.get(key), timezone=timezone, now=now) for key in names)
    return next((moment for moment in moments if moment), None)


def _read_json(text: str, url: str, timezone: str | None, now: datetime | None) -> Found:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{url} is no JSON Feed: {error}.") from error
    if not isinstance(feed.get("items"), list):
        raise Unreadable(f"{url} is JSON but no feed: it has no list of items.")
    links = (_json_entry(item, url, timezone, now) for item in feed["items"] if isinstance(item, dict))
    return Found(unique(link for link in links if link), resolve(url, _text(feed, "next_url")))


def _json_entry(item: dict[str, Any], url: str, timezone: str | None, now: datetime | None) -> Link | None:
    address = resolve(url, _text(item, "url") or _text(item, "external_url"))
    if address is None:
        return None
    tags = item.get("tags")
    return Link(
        url=address,
        found_on=url,
        kind="feed",
        title=_text(item, "title"),
        published=read_moment(_text(item, "date_published"), timezone=timezone, now=now),
        modified=read_moment(_text(item, "date_modified"), timezone=timezone, now=now),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _text(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return clean(value) or None if isinstance(value, str) else None
