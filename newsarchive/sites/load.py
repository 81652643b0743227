"""Read a site's TOML file, and say which key is wrong and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from newsarchive.items import SiteError
from newsarchive.sites import values
from newsarchive.sites.site import Discover, Expect, Rule, Site

KINDS = ("feed", "news-sitemap", "sitemap", "list", "home")
POLICIES = ("keep", "metadata", "skip")
_RULE_FIELDS = tuple(field.name for field in fields(Rule) if field.name not in {"valid_from", "remove"})
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")  # shanxidayuan, bbc-news
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*\Z")  # zh, zh-Hant, pt-BR
_COUNTRY = re.compile(r"[A-Z]{2}\Z")  # CN
_HEADER = re.compile(r"\s*\[+\s*([\w-]+)")  # [[rules]]
_PLACE = re.compile(r"(?:(\w+)\[(\d+)\]\.?)?([\w-]*)")  # rules[2].body, expect.fields

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]


def load(path: Path | str) -> Site:
    """Return the site that a TOML file describes.

    Raises SiteError, naming the file, the key and the reason, for whatever the file says wrongly.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin with a mark
        table = tomllib.loads(text)
    except OSError as error:
        raise SiteError(f"The site file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "; a regular expression is best written in 'single quotes'" if "'\\'" in str(error) else ""
        raise SiteError(f"The site file {path} is not valid TOML: {error}{hint}.") from error
    if not _KEY.match(path.stem):
        raise SiteError(f"The site file {path} needs a name of lower-case letters, digits, '-' and '_'.")
    beside = path.absolute().with_suffix(".py")
    try:
        return replace(read(path.stem, table), python=str(beside) if beside.exists() else None)
    except _WrongKeyError as error:
        line = _line_of(text, error.key)
        place = f"{path}, line {line}," if line else str(path)
        stop = "" if error.reason.endswith("?") else "."
        raise SiteError(f"The site file {place} is wrong at '{error.key}': {error.reason}{stop}") from error


def _line_of(text: str, key: str) -> int | None:
    """Return the line that says a key such as ``rules[2].body``; of a key that is missing, where its table begins."""
    table, number, name = _PLACE.match(key).groups()  # type: ignore[union-attr]  # it matches anything
    inside, begin, count = table is None, None, 0
    for line, words in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(words):
            count += header[1] == table
            inside = header[1] == table and count == int(number)
            begin = line if inside or header[1] == name and not table else begin
        elif inside and name and re.match(rf"\s*{name}\s*[.=]", words):
            return line
    return begin


def read(key: str, table: Mapping[str, Any]) -> Site:
    """Return the site of a parsed table; see ``load``."""
    table = {"name": key, **table}
    if isinstance(places := table.get("discover"), list):
        table["discover"] = [_with_url(place, table.get("start")) for place in places]
    return _filled(Site, table, _SITE, key=key)


class _WrongKeyError(ValueError):
    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason


def _filled(kind: type[_T], table: Mapping[str, Any], readers: Mapping[str, _Reader], **given: Any) -> _T:
    for name in table:
        if name not in readers:
            near = get_close_matches(name, readers, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else f", where {', '.join(readers)} are known"
            raise _WrongKeyError(name, f"it is unknown here{hint}")
    for field in fields(kind):  # type: ignore[arg-type]  # every kind is a dataclass
        if field.name not in table and field.name not in given and field.default is MISSING:
            raise _WrongKeyError(field.name, "it is missing")
    return kind(**given, **{name: _one(name, readers[name], value) for name, value in table.items()})


def _one(key: str, reader: _Reader, value: Any) -> Any:
    try:
        return reader(value)
    except _WrongKeyError as error:
        raise _WrongKeyError(f"{key}{'' if error.key.startswith('[') else '.'}{error.key}", error.reason) from error
    except ValueError as error:
        raise _WrongKeyError(key, str(error)) from error


def _with_url(place: Any, start: Any) -> Any:
    return {"url": start, **place} if isinstance(place, dict) else place


def _many(kind: type[_T], readers: Mapping[str, _Reader]) -> Callable[[Any], tuple[_T, ...]]:
    def many(value: Any) -> tuple[_T, ...]:
        if not isinstance(value, list):
            raise ValueError("it must be a list of tables, written with [[ ]]")
        return tuple(
            _one(f"[{number}]", lambda table: _filled(kind, _table(table), readers), item)
            for number, item in enumerate(value, 1)
        )

    return many


def _rules(value: Any) -> tuple[Rule, ...]:
    rules = _many(Rule, _RULE)(value)
    oldest = date.max
    for number, rule in enumerate(rules, 1):
        if rule.valid_from and rule.valid_from > oldest:
            raise _WrongKeyError(f"[{number}].valid_from", "a rule above it is older, and the newest must stand first")
        oldest = rule.valid_from or oldest
    return rules


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("it must be a table")
    return value


_DISCOVER: dict[str, _Reader] = {
    "kind": values.one_of(KINDS),
    "url": values.address,
    "links": values.selector,
    "next": values.selector,
    "pages": values.count,
    "since": values.day,
}
_RULE: dict[str, _Reader] = {
    "valid_from": values.day,
    **dict.fromkeys(_RULE_FIELDS, values.list_of(values.selector)),
    "remove": values.list_of(values.selector),
}
_EXPECT: dict[str, _Reader] = {"articles_per_run": values.count, "fields": values.list_of(values.one_of(_RULE_FIELDS))}
_SITE: dict[str, _Reader] = {
    "name": values.text,
    "start": values.address,
    "domains": values.list_of(values.domain),
    "timezone": values.timezone,
    "language": values.matching(_LANGUAGE, "a language such as zh or pt-BR"),
    "country": values.matching(_COUNTRY, "a country such as CN"),
    "discover": _many(Discover, _DISCOVER),
    "rules": _rules,
    "expect": lambda value: _filled(Expect, _table(value), _EXPECT),
    "policy": values.one_of(POLICIES),
    "articles": values.expression,
    "skip": values.expression,
    "delay": values.seconds,
    "headers": values.headers,
    "cdx": values.address,
    "replay": values.address,
    "browser": values.flag,
    "private": values.flag,
}
