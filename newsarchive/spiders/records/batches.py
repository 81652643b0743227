"""Captures on their way to the reader, a batch at a time, and the hosts that are let go when it has read them."""

from __future__ import annotations

from time import monotonic

from newsarchive.archive import Archive
from newsarchive.items import Location
from newsarchive.spiders.lease import Lease
from newsarchive.spiders.records.handover import HandOver

BATCH = 50  # captures handed over at once: one write to the pipe, one transaction in the reader
LONGEST_WAIT = 2.0  # seconds until a smaller batch goes with the next capture


class Batches:
    """What the reader of a run is told, and who waits for it."""

    def __init__(self, reader: HandOver, archive: Archive) -> None:
        self._reader = reader
        self._archive = archive
        self._waiting: list[Location] = []
        self._last: Location | None = None
        self._leases: list[tuple[Lease, Location | None]] = []  # with what is to be read before they end
        self._passed_on = monotonic()

    def kept(self, place: Location) -> None:
        """Remember that a capture is on disk; whoever is to read it hears of it later."""
        self._last = place

    def hand_over(self, place: Location) -> None:
        """Tell the reader of a capture, with others."""
        self._waiting.append(place)
        if len(self._waiting) >= BATCH or monotonic() - self._passed_on > LONGEST_WAIT:
            self.pass_on()

    def give_back(self, lease: Lease) -> None:
        """Let others ask a host once all is read that was captured, or else they ask for it again."""
        self._leases.append((lease, self._last))
        self.pass_on()

    def pass_on(self) -> None:
        """Tell the reader of all that waits."""
        self._reader.read(self._waiting)
        self._waiting = []
        self._passed_on = monotonic()
        for lease, last in self._leases:
            if last is None or self._archive.is_read(last):
                lease.give_back()

    def let_go(self) -> None:
        """Let others ask all hosts, whatever is read."""
        for lease, _ in self._leases:
            lease.give_back()
