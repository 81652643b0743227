"""Hands captures from the crawl to the reader: in this process, or to one other over a pipe."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from newsarchive.archive import Archive
from newsarchive.archive.database.lock import hold
from newsarchive.items import ArchiveError, Location, NewsarchiveError
from newsarchive.reader import Counts
from newsarchive.sites import all_sites
from newsarchive.spiders.logs import Log

MAX_RESTARTS = 3
MAX_LINE = 4096  # bytes that a pipe takes whole or not at all (POSIX: PIPE_BUF)
logger = logging.getLogger(__name__)


class HandOver(Protocol):
    """Where a crawl sends the places of what it captured."""

    def read(self, locations: Sequence[Location]) -> None:
        """Have captures read, sooner or later; never wait for it."""

    def finish(self) -> Counts:
        """Have everything read, and return what became of it."""


class Inline:
    """Reads in this process."""

    def __init__(self, path: Path, folders: Sequence[Path], run: int) -> None:
        from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

        self._archive = Archive(path)
        self._reader = Reader(self._archive, all_sites(folders, forgiving=True), run=run)
        self._counts = self._reader.catch_up()

    def read(self, locations: Sequence[Location]) -> None:
        """Read at once."""
        self._counts += self._reader.read_at(locations)

    def finish(self) -> Counts:
        """Close the archive."""
        self._archive.close()
        return self._counts


class Separate:
    """Sends places over a pipe to a process of its own, which is the only one that writes the archive.

    The pipe is the queue, and its size the bound: what does not fit is left in the WARC files, where the reader
    looks at its start and at its end. With ``jobs`` above one, as many processes read for it while it is behind. A
    reader that dies is started again.
    """

    def __init__(self, path: Path, folders: Sequence[Path], run: int, log: Log, jobs: int) -> None:
        known = [str(path), str(run), str(jobs), json.dumps(asdict(log)), *map(str, folders)]
        self._command = [sys.executable, "-m", __name__, *known]
        self._restarts = 0
        self._process = self._start()

    def read(self, locations: Sequence[Location]) -> None:
        """Write the places to the pipe if it has room."""
        for line in _lines(locations):
            self._send(line)

    def finish(self) -> Counts:
        """Let the reader come to its end, and start another if it was killed; raise ArchiveError if it gave up."""
        output, _ = self._process.communicate()
        while self._process.returncode < 0 and self._may_restart():
            output, _ = self._process.communicate()
        if self._process.returncode:
            why = output.decode().strip() or "The reader stopped early."
            raise ArchiveError(f"{why} What was captured is kept, and the next crawl reads it.")
        return Counts({(site, what): number for site, what, number in json.loads(output)})

    def _start(self) -> subprocess.Popen[bytes]:
        # a session of its own: Ctrl-C stops the crawl, and the reader ends when the crawl has
        process = subprocess.Popen(  # noqa: S603 - this Python with a module of ours
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        os.set_blocking(process.stdin.fileno(), False)  # type: ignore[union-attr]  # it is a pipe
        return process

    def _send(self, line: bytes) -> None:
        try:
            os.write(self._process.stdin.fileno(), line)  # type: ignore[union-attr]  # it is a pipe
        except BlockingIOError:
            logger.debug("The reader is behind; it will read %d bytes of places from the WARC files.", len(line))
        except BrokenPipeError:
            self._may_restart()

    def _may_restart(self) -> bool:
        status = self._process.wait()
        if status >= 0 or self._restarts >= MAX_RESTARTS:  # one that ended by itself had a reason
            return False
        self._restarts += 1
        logger.warning("The reader ended with status %s; starting another.", status)
        self._process = self._start()
        return True


def _lines(locations: Sequence[Location]) -> list[bytes]:
    """Pack places into lines that a pipe takes whole."""
    lines = [b""]
    for place in locations:
        entry = json.dumps([place.file, place.offset, place.length]).encode() + b"\n"
        if len(lines[-1]) + len(entry) > MAX_LINE:
            lines.append(b"")
        lines[-1] += entry
    return [line for line in lines if line]


def main(path: str, run: str, jobs: str, log: str, *folders: str) -> None:
    """Read the captures whose places come on stdin, then those that did not come; print what became of all."""
    from newsarchive.reader.captures import Reader  # loads all rules of reading: a second

    Log(**json.loads(log)).begin()
    with (
        hold(Path(path), "reading of captures", now=datetime.now(UTC)),
        Archive(path) as archive,
        closing(Reader(archive, all_sites(map(Path, folders), forgiving=True), run=int(run), jobs=int(jobs))) as reader,
    ):
        counts = reader.catch_up()
        for locations in _arriving(sys.stdin.fileno()):
            counts += reader.read_at(locations)
        counts += reader.catch_up()
    _answer(json.dumps([[site, what, number] for (site, what), number in counts.items()]))


def _answer(text: str) -> None:
    with suppress(BrokenPipeError):  # the crawl is gone
        os.write(sys.stdout.fileno(), text.encode())


def _arriving(pipe: int) -> Iterator[list[Location]]:
    rest = b""
    while data := os.read(pipe, 1 << 16):
        *lines, rest = (rest + data).split(b"\n")
        yield [Location(*json.loads(line)) for line in lines]


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except NewsarchiveError as error:
        _answer(str(error))
        sys.exit(1)
