"""What Scrapy tells of a request that got no answer."""

from __future__ import annotations

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure


def request_of(failure: Failure) -> Request:
    """Return the request that got no answer."""
    request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy puts it there
    return request


def reason_of(failure: Failure) -> str:
    """Return why, in a word or as the request was refused."""
    return refusal_of(failure) if isinstance(failure.value, IgnoreRequest) else type(failure.value).__name__


def refusal_of(failure: Failure) -> str:
    """Return why a request was ignored, in words that are the same for every address."""
    text = str(failure.value)
    return "larger than DOWNLOAD_MAXSIZE" if "DOWNLOAD_MAXSIZE" in text else text or "refused"
