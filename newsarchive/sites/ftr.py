"""Turns a site config of Full-Text RSS (fivefilters.org) into the rules of a site file, as far as CSS can say them.

The format: one ``directive: value`` a line, values in XPath, ``#`` for comments
(https://help.fivefilters.org/full-text-rss/site-patterns.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_LINE = re.compile(r"(?P<name>[a-z_]+)(?:\([^)]*\))?\s*:\s*(?P<value>.*\S)")  # body: //div[@id='story']
_STEP = re.compile(r"(?P<axis>//?)(?P<tag>[\w*]+)(?P<tests>(?:\[[^][]*\])*)")  # //div[@id='story']
_EQUAL = re.compile(r"@([\w:-]+)\s*=\s*(['\"])(.*?)\2\Z")  # @id='story'
_CONTAINS = re.compile(r"contains\(\s*@([\w:-]+)\s*,\s*(['\"])(.*?)\2\s*\)\Z")  # contains(@class, 'text')
_PADDED = re.compile(  # contains(concat(' ', normalize-space(@class), ' '), ' text ')
    r"contains\(\s*concat\(\s*(['\"]) \1\s*,\s*(?:normalize-space\()?@class\)?\s*,\s*(['\"]) \2\s*\)\s*,"
    r"\s*(['\"]) ([\w-]+) \3\s*\)\Z"
)
_ATTRIBUTE = re.compile(r"/@([\w:-]+)\Z")  # //meta[@name='author']/@content
_FIELDS = {"title": "title", "body": "body", "date": "published", "author": "authors"}
_SILENT = {"prune", "tidy", "autodetect_on_failure", "test_contains", "parser", "wrap_in", "insert_detected_image"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What could be said as rules, the pages to try them on, and the lines that have no equivalent."""

    rule: dict[str, list[str]] = field(default_factory=dict)
    test_urls: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_ftr(text: str) -> Imported:
    """Return the rules of a site config."""
    found = Imported()
    for line in text.splitlines():
        match = _LINE.match(line.strip())
        if match and match["name"] not in _SILENT:
            _take(found, match["name"], match["value"], line.strip())
    return found


def _take(found: Imported, name: str, value: str, line: str) -> None:
    if name == "test_url":
        found.test_urls.append(value)
        return
    if name == "strip_id_or_class":
        word = value.strip("'\"")
        selectors: Iterable[str] = [f"[id*='{word}']", f"[class*='{word}']"]
    else:
        selectors = filter(None, map(css_of, value.split(" | ")))
    key = "remove" if name.startswith("strip") and name != "strip_image_src" else _FIELDS.get(name)
    wanted = list(selectors) if key else []
    if key and wanted:
        found.rule.setdefault(key, []).extend(wanted)
    else:
        found.left_out.append(line)


def css_of(xpath: str) -> str | None:
    """Return a CSS selector that finds the same elements, or ``None`` when CSS has no words for it.

    >>> css_of("//div[@id='story']//p[contains(@class, 'lead')]")
    "div[id='story'] p[class*='lead']"
    >>> css_of("//meta[@property='og:title']/@content")
    "meta[property='og:title']::attr(content)"
    >>> css_of("//div[count(p) > 3]") is None
    True
    """
    attribute = _ATTRIBUTE.search(xpath)
    path = xpath[: attribute.start()] if attribute else xpath
    steps = list(_STEP.finditer(path.strip()))
    if "".join(step[0] for step in steps) != path.strip() or not steps:
        return None
    css = ""
    for step in steps:
        tests = [_test(test) for test in re.findall(r"\[([^][]*)\]", step["tests"])]
        if None in tests:
            return None
        css += (" " if step["axis"] == "//" else " > ") + step["tag"] + "".join(filter(None, tests))
    return css.removeprefix(" > ").strip() + (f"::attr({attribute[1]})" if attribute else "")


def _test(test: str) -> str | None:
    if match := _EQUAL.match(test.strip()):
        return f"[{match[1]}='{match[3]}']"
    if match := _PADDED.match(test.strip()):
        return f".{match[4]}"
    if match := _CONTAINS.match(test.strip()):
        return f"[{match[1]}*='{match[3]}']"
    return None
