"""Takes in what people bring: folders of saved pages, single pages, WARC files of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.archive.intake.foreign import is_warc, read_warc
from newsarchive.archive.intake.page import Again, Page, Passed
from newsarchive.archive.intake.saved import is_saved_page, read_file, read_folder
from newsarchive.items import ArchiveError

KINDS = "saved page (.html, .html.gz, .mhtml, .webarchive) or WARC file (.warc, .warc.gz, .warc.zst, .arc, .wacz)"
__all__ = ["KINDS", "Again", "Page", "Passed", "pages", "read_file", "total_size"]


def pages(paths: Iterable[Path], charset: str | None = None) -> Iterator[Page | Again | Passed]:
    """Read all pages in folders, saved pages and WARC files, in order.

    ``charset`` is what saved pages are written in, whatever they declare. Raises an ArchiveError for a path that is
    none of these.
    """
    for path in paths:
        if not path.exists():
            raise ArchiveError(f"There is nothing at {path}.")
        if path.is_dir():
            yield from read_folder(path, charset)
            for file in sorted(file for file in path.rglob("*") if is_warc(file)):
                yield from read_warc(file)
        elif is_warc(path):
            yield from read_warc(path)
        elif is_saved_page(path):
            yield read_file(path, charset, {})
        else:
            raise ArchiveError(_refusal(path))


def total_size(paths: Iterable[Path]) -> int:
    """Return the bytes that ``pages`` will read."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file() and (is_warc(file) or is_saved_page(file)))


def _refusal(path: Path) -> str:
    if path.suffix == ".txt":
        return f"{path} looks like a list of addresses; fetch them with: newsarchive crawl --pages {path}"
    return f"{path} is no {KINDS}, and no folder of such files."
