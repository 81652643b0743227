"""Why a request got no answer, as people read it."""

import pytest
from twisted.internet.error import ConnectionRefusedError as Refused

from newsarchive.spiders.failures import HostAsleep, RobotsUnavailable, in_words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Refused(), "connection refused"),
        (HostAsleep("cannot resolve host"), "the host is left alone: cannot resolve host"),
        (
            RobotsUnavailable(in_words(HostAsleep("it answered 503"))),
            "robots.txt, without which nothing is asked, could not be had: the host is left alone: it answered 503",
        ),
        (ValueError("Invalid IPv6 URL"), "the answer makes no sense: Invalid IPv6 URL"),
    ],
)
def test_a_failure_is_told_in_words(error: Exception, words: str) -> None:
    assert in_words(error) == words
