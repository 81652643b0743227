"""How what Scrapy logs is worded: a sentence in the place of a traceback, and each warning once."""

from __future__ import annotations

import logging

from newsarchive.items import ArchiveError
from newsarchive.sites import blamed, fault

NO_ANSWER = "Error downloading"  # how Scrapy begins to tell of a request that nobody gave an errback
CERTIFICATES = "scrapy.core.downloader.tls"  # warns twice for each connection
TWICE = "Twisted was told twice how a request ended; what it was to bring is asked for again by the next crawl."


class Wording(logging.Filter):
    """Say once for each line what fails in a site's Python file, and once for each host that its certificate is wrong.

    With the level DEBUG, tracebacks are shown, too. That the archive cannot be written is told when the crawl ends.
    """

    def __init__(self, level: str) -> None:
        super().__init__()
        self._traced = level == "DEBUG"
        self._told: set[object] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether the record is to be logged, and word it."""
        if record.name == CERTIFICATES:
            return self._is_new(str(record.args))
        error = record.exc_info[1] if record.exc_info else None
        if type(error).__name__ == "AlreadyCalledError":  # of Twisted, twice in forty crawls of a loaded machine
            record.msg, record.args = TWICE, ()
            record.exc_info = record.exc_info if self._traced else None
            return True
        spider = getattr(record, "spider", None) or _starting(error)
        if spider is None or not isinstance(error, Exception):
            return True
        python = getattr(getattr(spider, "site", None), "python", None)
        if str(record.msg).startswith(NO_ANSWER):
            record.exc_info = None
        elif python and not isinstance(error, ArchiveError):
            record.msg, record.args = str(blamed(error, python)), ()
            record.exc_info = record.exc_info if self._traced else None
            return self._is_new((python, fault(error, python)))
        return not isinstance(error, ArchiveError)

    def _is_new(self, told: object) -> bool:
        before = len(self._told)
        self._told.add(told)
        return len(self._told) > before


def _starting(error: BaseException | None) -> object:
    """Return the spider whose ``start`` failed: Scrapy's engine logs that without it."""
    engine = error.__traceback__.tb_frame.f_locals.get("self") if error and error.__traceback__ else None
    return getattr(engine, "spider", None)
