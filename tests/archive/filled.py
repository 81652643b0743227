"""Archives with a few articles, each at an address that ends with its name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.items import Article, Capture


@contextmanager
def filled(folder: Path, day: datetime, texts: Mapping[str, tuple[str | None, str]]) -> Iterator[Archive]:
    """Open an archive in a folder, with titles and bodies by the names of the articles, all fetched on one day."""
    with Archive(folder / "news.db") as opened:
        for name, (title, body) in texts.items():
            url = f"http://news.example.test/{name}"
            opened.add_article(Article(url, title, body), Capture(url, day))
        yield opened
