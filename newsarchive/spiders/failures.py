"""Why a request got no answer, in words."""

from __future__ import annotations

import re

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

from newsarchive.health import LEFT_ALONE
from newsarchive.urls import host

_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class HostAsleep(Exception):  # noqa: N818 - reads as what it says
    """The host asks to be left alone for longer than this crawl waits; the page is worth asking for in the next."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{LEFT_ALONE}: {reason}")


class LedAway(IgnoreRequest):
    """The address, or the robots.txt of its host, redirects to a host that is none of the site's."""

    def __init__(self, to: str) -> None:
        super().__init__("redirected away from the site")
        self.to = to


class HostRests(Exception):  # noqa: N818 - reads as what it says
    """The host has just asked to be left alone; the request waits with the others."""


class RobotsUnavailable(Exception):  # noqa: N818 - reads as what it says
    """The host cannot say what it allows, so nothing is asked now; the page is worth asking for in the next crawl."""

    def __init__(self, trouble: str) -> None:
        super().__init__(f"robots.txt, without which nothing is asked, could not be had: {trouble}")


def led_to(failure: Failure) -> str:
    """Return the host to which another one's redirect led, as the end of a sentence, or nothing."""
    request = request_of(failure)
    asked = host(request.meta.get("redirect_urls", [request.url])[0])
    there = failure.value.to if isinstance(failure.value, LedAway) else host(request.url)
    return f", to {there}" if there != asked else ""


def request_of(failure: Failure) -> Request:
    """Return the request that got no answer."""
    request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
    return request


def reason_of(failure: Failure) -> str:
    """Return why, in a few words that are the same for every address."""
    text = str(failure.value)
    if not isinstance(failure.value, IgnoreRequest | HostAsleep):
        return in_words(failure.value)
    return "larger than DOWNLOAD_MAXSIZE" if "DOWNLOAD_MAXSIZE" in text else text or "refused"


def in_words(error: object) -> str:
    """Return what the class of an error is about, such as "connection refused" for a DownloadConnectionRefusedError."""
    if isinstance(error, RobotsUnavailable | HostAsleep):
        return str(error)
    if type(error) is ValueError:  # of an address in Location, say
        return f"the answer makes no sense: {error}"
    name = type(error).__name__.removeprefix("Download").removesuffix("Error")
    if name == "Failed":
        return "the connection broke off"
    return _NEXT_WORD.sub(" ", name).lower()
