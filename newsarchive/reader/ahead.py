"""Reads pages in processes of their own, ahead of the one that adds their articles to the archive.

What a page reads as depends on its site's memory, and so on the pages that were added before it. A process therefore
notes what it asked the memory; a page of which the memory says something else when its turn comes is read once more.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive
from newsarchive.items import Capture, NotAnArticle
from newsarchive.reader.articles import Articles, site_key
from newsarchive.reader.processes import chunks, in_processes
from newsarchive.reader.reading import Consulted, Reading
from newsarchive.sites import Sites

FEW = 100  # pages that are read sooner than processes have started
CHUNK = 20  # pages that a process reads at a time

Page = tuple[Capture, bytes]


def read_ahead(
    path: Path, sites: Sites, pages: Iterable[Page], jobs: int
) -> Generator[tuple[Capture, bytes, Reading | None], None, None]:
    """Yield the pages as they come, each with what a process read it as; None leaves that to the caller.

    So do the first pages, and all if ``jobs`` is one.
    """
    pages = iter(pages)
    for capture, payload in islice(pages, FEW) if jobs > 1 else pages:
        yield capture, payload, None
    pieces = chunks(pages, CHUNK)
    first = next(pieces, None)
    if first is None:
        return
    with closing(in_processes(chain([first], pieces), _read, jobs, _start, (path, sites))) as done:
        for chunk, readings in done:
            for (capture, payload), reading in zip(chunk, readings or [None] * len(chunk), strict=True):
                yield capture, payload, reading


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
