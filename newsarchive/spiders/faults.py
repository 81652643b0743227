"""What goes wrong in a spider's methods, its own and those of a site's Python file: noted, and counted for the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scrapy import Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsarchive.health import PYTHON
from newsarchive.items import ArchiveError
from newsarchive.sites import Site, fault
from newsarchive.spiders.links.agenda import Agenda
from newsarchive.spiders.records.recorder import Recorder


class Faults(Spider):
    """A spider whose faults are no secret: Scrapy logs them, as ``Wording`` has it, and goes on."""

    site: Site
    recorder: Recorder
    agenda: Agenda

    def count(self, what: str, number: int = 1) -> None:
        """Count something of this site in Scrapy's stats."""
        self.crawler.stats.inc_value(f"newsarchive/{self.site.key}/{what}", number)

    def failed(self, failure: Failure, response: Response | Failure | None) -> None:
        """Note what went wrong in ``start``, a callback or an errback, or what is of no use in what they return."""
        with self.noting():
            request = getattr(response, "request", None)  # a Failure has it, too
            if request and "place" in request.cb_kwargs:
                self.agenda.missed(request.cb_kwargs["place"].url)
        self._note(failure.value)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note and log what goes wrong inside, where Scrapy would not send the signal."""
        try:
            yield
        except Exception as error:  # whatever people write
            self.logger.error("The spider fails.", exc_info=True)
            self._note(error)

    def _note(self, error: BaseException | None) -> None:
        if isinstance(error, ArchiveError):
            self.recorder.failure = self.recorder.failure or error
        elif self.site.python and isinstance(error, Exception):
            self.count(f"failed/{PYTHON} {fault(error, self.site.python)}")
        else:
            self.count("failed/an error of newsarchive itself; the log has it")
