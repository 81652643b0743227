from datetime import UTC, datetime
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.archive.warc import WarcWriter
from newsarchive.spiders.logs import Log
from newsarchive.spiders.records.handover import Separate
from tests.spiders.test_article_pages import page

NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)
SITE = 'start = "http://town.test/"\n'
# A loader that tells which process reads.
LOADER = """
import os
from newsarchive import ArticleLoader

class Town(ArticleLoader):
    def add_own(self, page):
        with open({pids!r}, "a") as file:
            file.write(f"{{os.getpid()}}\\n")
"""


def test_a_reader_that_is_behind_has_processes_read_for_it(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    (tmp_path / "town.toml").write_text(SITE)
    (tmp_path / "town.py").write_text(LOADER.format(pids=str(pids)))
    path = tmp_path / "news.db"
    with Archive(path) as archive:
        run = archive.runs.start("crawl", NOON, pid=1)
        with WarcWriter(archive.warc_folder, prefix="crawl", started=NOON, software="test") as writer:
            for number in range(160):
                url = f"http://town.test/2026/03/13/story-{number}.html"
                body, headers = page(number).encode(), [("Content-Type", "text/html; charset=utf-8")]
                writer.write(url, fetched_at=NOON, body_wire=body, headers=headers, site="town")
    counts = Separate(path, [tmp_path], run, Log("WARNING"), jobs=2).finish()
    with Archive(path) as archive:
        assert sum(counts.values()) == archive.connection.execute("select count(*) from captures").fetchone()[0] == 160
    readers = pids.read_text().split()
    assert len(readers) == 160
    assert len(set(readers)) > 1
