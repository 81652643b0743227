"""Two sites of one host are crawled one after the other."""

import re
from pathlib import Path
from threading import Lock
from time import sleep
from urllib.parse import urlsplit

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, newsarchive, serving
from tests.spiders.test_article_pages import page


def test_a_host_of_two_sites_is_asked_by_one_at_a_time(tmp_path: Path) -> None:
    asking: list[str] = []
    most: list[int] = []
    lock = Lock()

    class Papers(Answering):
        def respond(self) -> None:
            path = urlsplit(self.path).path
            with lock:
                asking.append(path)
                most.append(len(asking))
            sleep(0.1)
            with lock:
                asking.remove(path)
            number = re.search(r"(\d+)\.html", path)
            links = "".join(f"<p><a href={path}2026/03/01/{one}.html>Report {one}</a>" for one in range(4))
            body = page(int(number[1]) + 10 * path.startswith("/north")) if number else links
            self.answer(200 if number or path in {"/north/", "/south/"} else 404, body)

    for key in ("north", "south"):
        start = f"http://papers.test/{key}/"
        (tmp_path / f"{key}.toml").write_text(
            f'start = "{start}"\ndomains = ["papers.test/{key}"]\nprivate = true\ndelay = 0\n'
            f'[[discover]]\nkind = "list"\nurl = "{start}"\n'
        )
    with serving(Papers) as port:
        newsarchive(tmp_path, port, "crawl", "north", "south")
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert sorted((run.site, run.new) for run in archive.runs.of_every_site()) == [("north", 4), ("south", 4)]
    assert max(most) == 1
