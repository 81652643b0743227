"""Marks of pages that want a browser to prove that it is one, in the place of an article or a list."""

from __future__ import annotations

import re
from typing import Final

BEGINNING: Final = 100_000  # bytes of a response that are looked at
# Challenge scripts of Cloudflare, Imperva, DataDome, PerimeterX, AWS WAF, GeeTest, hCaptcha, reCAPTCHA as a gate, and
# the small page that only sets a cookie and loads itself again.
CHALLENGES: Final = re.compile(
    r"/cdn-cgi/challenge-platform/|_cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com|px-captcha"
    r"|awsWafCookieDomainList|challenge\.js\?"
    r"|geetest\.com|class=[\"'](?:h|g-re)captcha|document\.cookie\s*=.{0,400}?location\.(?:reload|href|replace)"
    r"|__jsl_clearance|acw_sc__v2",
    re.DOTALL,
)


def is_challenge(body: bytes) -> bool:
    """Say whether the beginning of a response holds such a mark, whatever its charset.

    >>> is_challenge(b'<script src="/cdn-cgi/challenge-platform/h/b"></script>'), is_challenge(b"<h1>News</h1>")
    (True, False)
    """
    return CHALLENGES.search(body[:BEGINNING].decode("latin-1")) is not None
