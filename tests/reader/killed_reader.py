"""Starts processes, and is killed while they work."""

import os
import signal
import time

from newsarchive.reader.processes import Processes


def start() -> None:
    """Say that a process is there."""
    os.write(1, b"started\n")


def work(number: int) -> int:
    """Take far too long, but for the first piece."""
    time.sleep(300 if number else 3)
    return number


if __name__ == "__main__":
    for _ in Processes(2, start, ()).each(work, range(9)):
        os.kill(os.getpid(), signal.SIGKILL)
