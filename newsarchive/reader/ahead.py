"""Reads pages in processes of their own, ahead of the one that adds their articles to the archive.

What a page reads as depends on its site's memory, and so on the pages that were added before it. A process therefore
notes what it asked the memory; a page of which the memory says something else when its turn comes is read once more.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive
from newsarchive.items import Capture, NotAnArticle
from newsarchive.reader.articles import Articles, site_key
from newsarchive.reader.processes import Processes, chunks
from newsarchive.reader.reading import Consulted, Reading
from newsarchive.sites import Sites

FEW = 100  # pages that are read sooner than processes have started
CHUNK = 20  # pages that a process reads at a time

Page = tuple[Capture, bytes]


class Ahead:
    """Processes that read pages for the archive at ``path``; none if ``jobs`` is one, or until many pages wait."""

    def __init__(self, path: Path, sites: Sites, jobs: int) -> None:
        self._processes = Processes(jobs, _start, (path, sites)) if jobs > 1 else None

    def read(self, pages: Iterable[Page]) -> Generator[tuple[Capture, bytes, Reading | None], None, None]:
        """Yield the pages as they come, each with what a process read it as; None leaves that to the caller."""
        pages, processes = iter(pages), self._processes
        for capture, payload in islice(pages, CHUNK if processes.began else FEW) if processes else pages:
            yield capture, payload, None
        if processes:
            for chunk, readings in processes.each(_read, chunks(pages, CHUNK)):
                for (capture, payload), reading in zip(chunk, readings or [None] * len(chunk), strict=True):
                    yield capture, payload, reading

    def close(self) -> None:
        """End the processes."""
        if self._processes:
            self._processes.close()


_worker: Any = None  # the archive and the reader of pages, once in each process


def _start(path: Path, sites: Sites) -> None:
    global _worker  # that is how a pool's processes are set up
    archive = Archive(path, read_only=True)
    _worker = archive, Articles(archive, sites)


def _read(pages: list[Page]) -> list[Reading | None]:
    archive, articles = _worker
    return [_read_page(archive, articles, *page) for page in pages]


def _read_page(archive: Archive, articles: Articles, capture: Capture, payload: bytes) -> Reading | None:
    memory = Consulted(archive.memory(site_key(capture)))
    try:
        article = articles.read(capture, payload, memory)
        return Reading(replace(article, blocks=()), memory.answers)  # no block is archived, and they are slow to send
    except NotAnArticle as error:
        return Reading((error.page_class, error.reason), memory.answers)
    except Exception:  # the caller meets it too, and says so
        return None
