"""What scripts hold for a page that they draw: the longest text in their data, as HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import islice
from typing import Any, Final

# window.__STATE__ = {…}, Fusion.globalContent=[…]
ASSIGNED: Final = re.compile(r"=\s*(?=[{\[])")
# what JSON.parse("…") is given
PARSED: Final = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\\n]|\\.)*\")")
# content:"<p>…" in a function, document.write('<p>…')
LITERAL: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
# What JSON does not know of a string in JavaScript: \x3C, \', and a double quote between single ones.
FOREIGN: Final = re.compile(r"\\(?:x(?P<code>[0-9A-Fa-f]{2})|(?P<char>.))|\"")
TAG: Final = re.compile(r"</?(?:p|br|div|span|strong|h[1-6]|li)\b", re.IGNORECASE)
BRACED: Final = re.compile(r"\{(/?[a-z][a-z\d-]*(?:\s[^{}<>]*)?)\}")
TEXT_KEY: Final = re.compile(r"(?:body|content|text|html|paragraph|value|story)", re.IGNORECASE)
OTHERS: Final = re.compile(
    r"related|recommend|comment|latest|popular|trending|teaser|menu|navigation|footer|config|translation|i18n|messages",
    re.IGNORECASE,
)
# What a teaser has beside its text.
TEASER: Final = frozenset(("url", "link", "href", "headline", "title", "slug", "permalink"))
# Paragraph:7, where each value has a key of its own
NUMBER: Final = re.compile(r"\d+")
MOST_DATA: Final = 20
MOST_VALUES: Final = 200_000
TITLE: Final = 8
PROSE: Final = 60
LONGEST_WORD: Final = 20  # letters on average
LONG_LITERAL: Final = 200
LONG: Final = 600
WHOLE: Final = 0.8


@dataclass(slots=True)
class Series:
    """The strings of one place in some data, such as ``article.blocks[].text``, and how much of them is prose."""

    texts: list[str] = field(default_factory=list)
    prose: float = 0.0


def text_in(scripts: Iterable[str]) -> str | None:
    """Return the likeliest text of an article in scripts, as HTML, if there is any."""
    series: dict[str, Series] = {}
    for script in scripts:
        for data in islice(data_in(script), MOST_DATA):
            collect(data, series)
        for text in literals_in(script):
            series.setdefault(text[:PROSE], Series([text], len(text)))
    best = max(series.values(), key=lambda one: one.prose, default=None)
    if best is None or best.prose <= PROSE:
        return None
    longest = max(best.texts, key=len)
    return as_html(longest) if len(longest) > WHOLE * best.prose else "".join(map(as_html, best.texts))


def tells(scripts: Iterable[str], title: str) -> bool:
    """Say whether a script holds a text together with the page's title, as the data of an article do."""
    begin = title[:TITLE]
    return len(begin) == TITLE and any(begin in script and text_in([script]) for script in scripts)


def as_html(text: str) -> str:
    """Return text as HTML: its tags, which some write as {p} and {/p}, or a paragraph for each of its lines."""
    if "{/p}" in text:
        text = BRACED.sub(r"<\1>", text)
    if TAG.search(text):
        return text
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def data_in(script: str) -> Iterator[Any]:
    """Yield the JSON values in a script: all of it, what it assigns, what it parses."""
    if script.lstrip()[:1] in {"{", "["}:
        yield decoded(script)
        return
    reader, end = json.JSONDecoder(strict=False), 0
    for assigned in islice(ASSIGNED.finditer(script), MOST_DATA):
        if assigned.end() >= end:
            try:
                value, end = reader.raw_decode(script, assigned.end())
            except (ValueError, RecursionError):
                continue
            yield value
    for parsed in islice(PARSED.finditer(script), MOST_DATA):
        inner = decoded(parsed[1])
        yield decoded(inner) if isinstance(inner, str) else None


def literals_in(script: str) -> Iterator[str]:
    """Yield the long strings of HTML in a script."""
    long = (found[0] for found in LITERAL.finditer(script) if found.end() - found.start() >= LONG_LITERAL)
    for text in map(string_of, islice(long, MOST_DATA)):
        marked_up = unescape(text) if text and "&lt;" in text and not TAG.search(text) else text
        if marked_up and TAG.search(marked_up) and marked_up[0] not in "{[":
            yield marked_up


def string_of(literal: str) -> str | None:
    """Return the text of a string in JavaScript, ``None`` if it is none.

    >>> string_of("'\\\\x3Cp>5\\\\' of it'")
    "<p>5' of it"
    """
    text = decoded(f'"{FOREIGN.sub(as_json, literal[1:-1])}"')
    return text if isinstance(text, str) else None


def as_json(found: re.Match[str]) -> str:
    """Return a part of a string in JavaScript as JSON writes it."""
    if found["code"]:
        return f"\\u00{found['code']}"
    char = found["char"] or '"'
    return f"\\{char}" if char in '"\\/bfnrtu' else char


def decoded(text: str) -> Any:
    """Return a JSON value, ``None`` if it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def collect(data: Any, series: dict[str, Series]) -> None:
    """File the strings of some data by their places, but for the texts of teasers."""
    waiting: list[tuple[str, Any]] = [("", data)]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        place, value = waiting.pop()
        if isinstance(value, str):
            found = series.setdefault(place, Series())
            found.texts.append(value)
            found.prose += prose(place, value)
        elif isinstance(value, list):
            waiting.extend((f"{place}[]", each) for each in reversed(value))
        elif isinstance(value, dict):
            teaser = place.endswith("[]") and not TEASER.isdisjoint(value)
            items = [
                (f"{place}.{NUMBER.sub('#', key)}", each)
                for key, each in value.items()
                if not (teaser and is_short(each))
            ]
            waiting.extend(reversed(items))


def prose(place: str, text: str) -> float:
    """Return how much a string is worth as part of an article's text."""
    if text.isascii() and (len(text) < PROSE or text.count(" ") * LONGEST_WORD < len(text)):
        return 0
    key = place.rpartition(".")[2]
    return len(text) * (1 if TEXT_KEY.search(key) or TAG.search(text) else 0.3) * (0.1 if OTHERS.search(place) else 1)


def is_short(value: Any) -> bool:
    """Say whether a value is a text too short to be an article."""
    return isinstance(value, str) and len(value) < LONG
