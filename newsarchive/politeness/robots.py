"""What a robots.txt allows, after RFC 9309, and the delay it asks for."""

from __future__ import annotations

import re

from protego import Protego

TOKEN = "newsarchive"  # noqa: S105 - the product token of RFC 9309, section 2.2.1
# RFC 9309 asks for at least 500 KiB; what comes after is not read.
MAX_BYTES = 512_000
# Patterns with more wildcards than this would cost more to match than they say: "/*a*a*a*a*a*a*a*a*a*a*a*b".
MAX_STARS = 10
# "User-agent: NewsArchive/2.0": the version is no part of the token.
VERSION = re.compile(r"^(\s*user-agent\s*:\s*[^\s#/]+)/[^\s#]*", re.IGNORECASE)
MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml)", re.IGNORECASE)


class Robots:
    """The rules of a robots.txt for us; ``None`` as text is one that could not be had, which forbids everything."""

    def __init__(self, text: str | None) -> None:
        self.text = text
        lines = (VERSION.sub(r"\1", line) for line in (text or "").splitlines() if line.count("*") <= MAX_STARS)
        self._rules = Protego.parse("\n".join(lines))

    def allows(self, url: str) -> bool:
        """Say whether the address may be asked."""
        return self.text is not None and self._rules.can_fetch(url, TOKEN)

    @property
    def crawl_delay(self) -> float | None:
        """The seconds between requests that Crawl-delay or Request-rate ask for, neither of them in the RFC."""
        delays = [self._rules.crawl_delay(TOKEN)]
        rate = self._rules.request_rate(TOKEN)
        if rate and rate.requests:
            delays.append(rate.seconds / rate.requests)
        return max((float(delay) for delay in delays if delay is not None and delay >= 0), default=None)


def robots_text(status: int, body: bytes) -> str | None:
    """Return the text that holds for this answer: none (``""``) is one that is not there (4xx) or is a web page.

    ``None``: the host could not say (429, 5xx, no answer), and until it can nothing may be asked (RFC 9309, 2.3.1.4).
    """
    if status == 429 or status >= 500 or status < 200:
        return None
    if status >= 300:
        return ""
    text = body[:MAX_BYTES].decode("utf-8-sig", "ignore")
    if len(body) > MAX_BYTES:
        text = text.rpartition("\n")[0]
    return "" if MARKUP.match(text) else text.replace("\x00", "")
