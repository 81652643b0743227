"""What Scrapy says again and again is told once, and a request that got no answer is no traceback."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from twisted.internet.defer import AlreadyCalledError, Deferred

from newsarchive.spiders.wording import Wording


@pytest.fixture
def told() -> Iterator[StringIO]:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(Wording("INFO"))
    logging.getLogger("scrapy").addHandler(handler)
    yield stream
    logging.getLogger("scrapy").removeHandler(handler)


def test_a_wrong_certificate_is_told_once_for_each_host(told: StringIO) -> None:
    logger = logging.getLogger("scrapy.core.downloader.tls")
    for host in ("a.test", "a.test", "b.test", "a.test"):
        logger.warning('Remote certificate is not valid for hostname "%s"; %s', host, ValueError("DNSMismatch"))
    assert told.getvalue().splitlines() == [
        'Remote certificate is not valid for hostname "a.test"; DNSMismatch',
        'Remote certificate is not valid for hostname "b.test"; DNSMismatch',
    ]


def test_a_request_without_an_answer_is_one_line(told: StringIO) -> None:
    logger = logging.getLogger("scrapy.core.scraper")
    try:
        raise TimeoutError("took longer than 60 seconds")
    except TimeoutError:
        logger.error("Error downloading %s", "http://a.test/", exc_info=True, extra={"spider": object()})
    assert told.getvalue() == "Error downloading http://a.test/\n"


def test_an_answer_that_ends_twice_is_one_line(told: StringIO) -> None:
    ended: Deferred[None] = Deferred()
    ended.callback(None)
    try:
        ended.callback(None)
    except AlreadyCalledError:
        logging.getLogger("scrapy.core.engine").error("Unhandled error in Deferred", exc_info=True)
    assert told.getvalue() == (
        "Twisted was told twice how a request ended; what it was to bring is asked for again by the next crawl.\n"
    )


def test_what_is_the_fault_of_no_site_keeps_its_traceback(told: StringIO) -> None:
    try:
        raise KeyError("page")
    except KeyError:
        logging.getLogger("scrapy.core.scraper").error("It fails", exc_info=True, extra={"spider": object()})
    assert told.getvalue().startswith("It fails\nTraceback")
