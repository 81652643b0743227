"""A running newsroom with the command line that crawls it, each command in a process of its own."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsarchive.newsroom import NewsroomServer, site_folder
from tests.forked import ROOT, Forked, start


@dataclass
class Newsroom:
    """The server and the archive into which commands crawl it; ``now`` is the commands' clock, ``sites`` their files."""

    server: NewsroomServer
    db: Path
    now: str = "2026-03-13T12:00:00+00:00"
    sites: Path = site_folder()

    def start(self, *command: str) -> Forked:
        self.server.request_log.clear()
        known = {
            "http_proxy": self.server.base_url,
            "no_proxy": "",
            "NEWSARCHIVE_DB": str(self.db),
            "NEWSARCHIVE_NOW": self.now,
            "NEWSARCHIVE_SITES": str(self.sites),
        }
        return start(command, known, self.db.parent)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*command)
        out, err = process.communicate(timeout=100)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def asked(self) -> Counter[str]:
        """Count the pages that were asked for, without robots.txt."""
        addresses = (f"{entry.host}{entry.path}" for entry in self.server.request_log)
        return Counter(address for address in addresses if not address.endswith("/robots.txt"))


@contextmanager
def open_newsroom(folder: Path) -> Iterator[Newsroom]:
    (folder / "scrapy.cfg").write_bytes((ROOT / "scrapy.cfg").read_bytes())
    with NewsroomServer() as server:
        yield Newsroom(server, folder / "newsarchive.db")
