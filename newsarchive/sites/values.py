"""What the values in a site's file must be: a reader takes one, and raises ValueError with the reason it is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from newsarchive.urls import host, is_http

_DOMAIN = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?(?:/(?!/)\S*)?\Z")  # example.test, 127.0.0.1:8000/daily
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")  # Accept-Language
_OURS = {"user-agent", "from", "host", "accept-encoding", "connection", "content-length", "transfer-encoding", "range"}


def text(value: Any) -> str:
    """Return a text without the white space around it."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"it must be a text, not {value!r}")
    return value.strip()


def matching(pattern: re.Pattern[str], example: str) -> Callable[[Any], str]:
    """Return a reader of texts that match a pattern, such as the ``example``."""

    def matching(value: Any) -> str:
        if not pattern.match(text(value)):
            raise ValueError(f"{value!r} does not look like {example}")
        return text(value)

    return matching


def one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    """Return a reader of one of the choices."""

    def one_of(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"{value!r} is not one of {', '.join(choices)}")
        return text(value)

    return one_of


def address(value: Any) -> str:
    """Return an http or https address."""
    if not is_http(text(value)):
        raise ValueError(f"{value!r} is not an http or https address")
    return text(value)


def domain(value: Any) -> str:
    """Return a host, with port and path if it has them; one of other letters than ASCII's as it is asked."""
    place, slash, path = text(value).partition("/")
    if not place.isascii() and place == place.lower():
        place = host(f"http://{place}/")
    if not _DOMAIN.match(f"{place}{slash}{path}"):
        raise ValueError(f"{value!r} does not look like a host such as example.com, in lower case")
    return f"{place}{slash}{path}"


def timezone(value: Any) -> str:
    """Return the name of a time zone."""
    try:
        return ZoneInfo(text(value)).key
    except (OSError, KeyError, ValueError) as error:  # an unknown name, a folder of the database, a path
        raise ValueError(f"{value!r} is no time zone of the IANA database such as Asia/Shanghai") from error


def selector(value: Any) -> str:
    """Return a CSS selector."""
    from cssselect import SelectorError
    from parsel.csstranslator import HTMLTranslator  # loads lxml, which reading the archive needs for nothing else

    try:
        HTMLTranslator().css_to_xpath(text(value))
    except SelectorError as error:
        raise ValueError(f"{value!r} is no CSS selector: {error}") from error
    return text(value)


def expression(value: Any) -> str:
    """Return a regular expression."""
    try:
        return re.compile(text(value)).pattern
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression: {error}") from error


def headers(value: Any) -> tuple[tuple[str, str], ...]:
    """Return the headers of a table, as pairs."""
    if not isinstance(value, dict):
        raise ValueError('it must be a table such as { Cookie = "consent=1" }')
    for name, content in value.items():
        if not _HEADER_NAME.match(name) or name.lower() in _OURS:
            raise ValueError(f"{name!r} is no header that a site's file may set")
        if not isinstance(content, str) or not content.isprintable():
            raise ValueError(f"the header {name} must be a text in one line, not {content!r}")
    return tuple(value.items())


def list_of(reader: Callable[[Any], str]) -> Callable[[Any], tuple[str, ...]]:
    """Return a reader of a list, or of one thing as a list of one."""

    def list_of(value: Any) -> tuple[str, ...]:
        return tuple(reader(item) for item in (value if isinstance(value, list) else [value]))

    return list_of


def day(value: Any) -> date:
    """Return a day."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError(f"it must be a day such as 2022-01-01, without quotes, not {value!r}")
    return value


def count(value: Any) -> int:
    """Return a whole number from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"it must be a whole number, not {value!r}")
    return value


def seconds(value: Any) -> float:
    """Return a number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 3600:
        raise ValueError(f"it must be a number of seconds from 0 to 3600, not {value!r}")
    return float(value)


def flag(value: Any) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"it must be true or false, not {value!r}")
    return value
