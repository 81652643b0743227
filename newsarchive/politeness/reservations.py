"""What a page or host reserves: noarchive (meta robots, X-Robots-Tag) and text and data mining (TDMRep)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsarchive.politeness.robots import TOKEN

HEAD = 65_536
META = re.compile(rb"<meta\b[^<>]{1,1000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(rb"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
MENTIONED = re.compile(rb"robots|tdm-|newsarchive", re.IGNORECASE)
NO_ARCHIVE = {"noarchive", "nocache", "none"}


@dataclass(frozen=True, slots=True)
class Reservation:
    """One right that is reserved: which (``noarchive`` or ``tdm``), by what, and where its terms are, if it says."""

    right: str
    where: str
    terms: str | None = None


def reservations(
    headers: Iterable[tuple[str, str]], body: bytes = b"", url: str = "", tdmrep: str | None = None
) -> tuple[Reservation, ...]:
    """Return what is reserved for this response: by its headers, by meta elements, by the host's tdmrep.json.

    Of the three places for TDM the nearest to the text decides: meta before header before file.
    """
    head = list(_metas(body[:HEAD]))
    pairs = [(name.lower(), value) for name, value in headers]
    noarchive = [
        *("X-Robots-Tag" for name, value in pairs if name == "x-robots-tag" and _says_no_archive(value)),
        *(
            f'<meta name="{name}">'
            for name, value in head
            if name in {"robots", TOKEN} and _directives(value) & NO_ARCHIVE
        ),
    ]
    found = [Reservation("noarchive", where) for where in noarchive[:1]]
    return (*found, *_tdm(head, pairs, url, tdmrep))


def _tdm(
    head: list[tuple[str, str]], pairs: list[tuple[str, str]], url: str, tdmrep: str | None
) -> Iterator[Reservation]:
    for where, named in (('<meta name="tdm-reservation">', dict(head)), ("TDM-Reservation", dict(pairs))):
        if "tdm-reservation" in named:
            if named["tdm-reservation"].strip() == "1":
                yield Reservation("tdm", where, named.get("tdm-policy"))
            return
    rule = next(
        (rule for rule in _rules(tdmrep) if _covers(str(rule.get("location", "")), urlsplit(url).path or "/")), {}
    )
    if str(rule.get("tdm-reservation")) == "1":
        terms = rule.get("tdm-policy")
        yield Reservation("tdm", "/.well-known/tdmrep.json", terms if isinstance(terms, str) else None)


def _rules(tdmrep: str | None) -> list[dict[str, object]]:
    try:
        rules = json.loads(tdmrep or "[]")
    except (ValueError, RecursionError):
        return []
    return [rule for rule in rules if isinstance(rule, dict)] if isinstance(rules, list) else []


def _covers(location: str, path: str) -> bool:
    """Say whether a location of tdmrep.json (``*`` and a final ``$``, as in robots.txt) covers the path."""
    if location.count("*") > 10:
        return False
    pattern = ".*".join(re.escape(part) for part in location.removesuffix("$").split("*"))
    return bool(re.match(pattern + ("$" if location.endswith("$") else ""), path))


def _says_no_archive(value: str) -> bool:
    """Read ``noarchive``, ``newsarchive: noarchive``; not ``otherbot: noarchive``."""
    agent, colon, rest = value.partition(":")
    if colon and agent.strip().lower() not in {TOKEN, "unavailable_after"}:
        return False
    return bool(_directives(rest if colon and agent.strip().lower() == TOKEN else value) & NO_ARCHIVE)


def _directives(value: str) -> set[str]:
    return {directive.strip().lower() for directive in value.split(",")}


def _metas(head: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and content of the meta elements that can hold a reservation, without parsing the page."""
    for element in filter(MENTIONED.search, META.findall(head)):  # searching the whole head for them costs 2 ms
        values = {name.lower(): a or b or c for name, a, b, c in ATTRIBUTE.findall(element)}
        name = values.get(b"name", b"").decode("latin-1").strip().lower()
        if name in {"robots", TOKEN, "tdm-reservation", "tdm-policy"}:
            yield name, values.get(b"content", b"").decode("utf-8", "replace")
