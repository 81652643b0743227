"""Has work done by several processes, in order, and goes on without them if one is killed."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

LEAD = 4  # pieces of work for each process that may be under way or wait to be taken up
logger = logging.getLogger(__name__)
Work = TypeVar("Work")
Result = TypeVar("Result")


class Processes:
    """So many processes, each of which begins with ``start(*arguments)`` once there is work for it, until ``close``."""

    def __init__(self, jobs: int, start: Callable[..., None], arguments: Any) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take open SQLite files along
        self._pool = ProcessPoolExecutor(jobs, context, _begin, (start, arguments))
        self._lead = jobs * LEAD
        self.began = False

    def each(
        self, do: Callable[[Work], Result], pieces: Iterable[Work]
    ) -> Generator[tuple[Work, Result | None], None, None]:
        """Yield each piece of work with what a process made of it, in the given order; None if none did.

        Pieces are taken in the caller's thread, a few ahead of those that are yielded. After a process was killed, by
        want of memory perhaps, what is left comes back undone.
        """
        waiting: deque[tuple[Work, Future[Result] | None]] = deque()
        for piece in pieces:
            waiting.append((piece, self._submitted(do, piece)))
            yield from _done(waiting, self._lead)
        yield from _done(waiting, 0)

    def close(self) -> None:
        """End the processes; what they have not begun is left."""
        self._pool.shutdown(cancel_futures=True)

    def _submitted(self, do: Callable[[Work], Result], piece: Work) -> Future[Result] | None:
        self.began = True
        try:
            return self._pool.submit(do, piece)
        except BrokenProcessPool:
            return None


def chunks(pieces: Iterable[Work], size: int) -> Iterator[list[Work]]:
    """Yield so many pieces at a time, in the given order."""
    waiting = iter(pieces)
    while chunk := list(islice(waiting, size)):
        yield chunk


def _done(waiting: deque[tuple[Work, Future[Result] | None]], under_way: int) -> Iterator[tuple[Work, Result | None]]:
    """Yield what is done, until no more than so many pieces are under way."""
    while len(waiting) > under_way:
        piece, future = waiting.popleft()
        try:
            result = future.result() if future else None
        except BrokenProcessPool:
            logger.warning("A process that read pages was killed; going on with one.")
            result = None
            left = [(one, None) for one, _ in waiting]
            waiting.clear()
            waiting.extend(left)
        yield piece, result


def _begin(start: Callable[..., None], arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and stops its processes
    at_end_of_parent(partial(os._exit, 1))  # nothing of it is needed any more, whatever it is at
    start(*arguments)
    gc.freeze()  # the rules never go: looking through them again and again took 3 % of the reading


def at_end_of_parent(end: Callable[[], object]) -> None:
    """Call a function, in a thread of its own, once the process that started this one is no more."""
    if parent := multiprocessing.parent_process():
        Thread(target=_wait_for, args=(parent.sentinel, end), daemon=True).start()


def _wait_for(sentinel: int, end: Callable[[], object]) -> None:
    wait([sentinel])
    end()
