"""Reads captures again, in as many processes as are wanted: each opens the archive and its WARC files itself."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive
from newsarchive.archive.articles.shown import Shown
from newsarchive.archive.warc import LostRecordError
from newsarchive.items import Article, Capture, NotAnArticle, PageClass
from newsarchive.reader.articles import Articles
from newsarchive.reader.captures import add
from newsarchive.reader.processes import Processes, chunks
from newsarchive.sites import all_sites

CHUNK = 50  # captures that a process reads at a time


@dataclass(frozen=True, slots=True)
class Again:
    """A capture with what was read from it before and what is read today: an article, or why there is none."""

    capture: Capture
    before: Shown | None
    article: Article | None
    page_class: PageClass | None
    reason: str | None


def read_again(
    path: Path, numbers: Iterable[int], folders: Iterable[Path], *, jobs: int = 1, whole: bool = True
) -> Generator[list[Again], None, None]:
    """Read captures, given by their numbers, with today's extractor and sites; yield chunks in the given order.

    Unless ``whole``, the articles come without blocks and reasons, which saves carrying them between processes.
    """
    pieces = chunks(numbers, CHUNK)
    arguments = (path, list(folders), whole)
    if jobs == 1:
        with closing(Worker(*arguments)) as worker:
            yield from map(worker.read, pieces)
        return
    with closing(Processes(jobs, _start, arguments)) as processes:
        for chunk, found in processes.each(_read, pieces):
            yield from [found] if found is not None else read_again(path, chunk, folders, whole=whole)


class Worker:
    """Reads chunks of captures; it never writes."""

    def __init__(self, path: Path, folders: list[Path], whole: bool) -> None:
        self._archive = Archive(path, read_only=True)
        self._articles = Articles(self._archive, all_sites(folders))
        self._whole = whole

    def read(self, numbers: list[int]) -> list[Again]:
        """Read captures by their numbers; those that are gone, or are no page of their own, are left out."""
        captures = [self._archive.capture(number) for number in numbers]
        found = [self._read(capture) for capture in captures if capture]
        return [again for again in found if again]

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def _read(self, capture: Capture) -> Again | None:
        if capture.page_class is PageClass.PAGE or capture.status == 304:
            return None
        before = self._archive.shown(capture)
        try:
            article = self._articles.whole(capture, self._archive.payload(capture))
        except NotAnArticle as error:
            return Again(capture, before, None, error.page_class, error.reason)
        except LostRecordError as error:
            return Again(capture, before, None, None, str(error))
        if self._archive.is_stand_in(capture, article):
            return Again(capture, None, None, PageClass.UNREADABLE, capture.reason)
        if not self._whole:
            article = replace(article, blocks=(), origins={}, removed=(), observed=())
        return Again(capture, before, article, PageClass.ARTICLE, None)


def take_over(archive: Archive, again: Again) -> None:
    """Let today's reading of a capture stand in the place of the earlier one.

    Where an article was read before and none is found today, the article stays.
    """
    if again.article is not None:
        archive.set_page_class(again.capture.id or 0, PageClass.ARTICLE, again.capture.reason)
        add(archive, again.article, again.capture)
    elif again.before is None and again.page_class:
        archive.set_page_class(again.capture.id or 0, again.page_class, again.reason)


_worker: Any = None  # one in each process of many


def _start(path: Path, folders: list[Path], whole: bool) -> None:
    global _worker  # that is how a pool's processes are set up
    _worker = Worker(path, folders, whole)


def _read(numbers: list[int]) -> list[Again]:
    found: list[Again] = _worker.read(numbers)
    return found
