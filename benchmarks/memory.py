"""Measures this process's resident memory from Linux's own counters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")


@dataclass
class Memory:
    """Resident memory in MB: at the start, and the highest since; ``peak`` is known when the block ends."""

    start: float
    peak: float = 0.0


@contextmanager
def peak_memory() -> Iterator[Memory]:
    """Measure the highest resident memory inside the block."""
    CLEAR.write_text("5", encoding="ascii")  # resets the high-water mark, see proc(5)
    memory = Memory(resident("VmRSS"))
    yield memory
    memory.peak = resident("VmHWM")


def resident(counter: str, status: Path = STATUS) -> float:
    """Return a counter of a process's memory in MB."""
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith(counter))
    return int(line.split()[1]) / 1000
