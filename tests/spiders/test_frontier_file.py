"""A frontier that a loss of power tore is made anew, and one whose site's file was changed asks for everything again."""

import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from newsarchive.archive import Archive
from newsarchive.items import Link
from newsarchive.spiders.links.frontier import Frontier
from tests.spiders.small_site import Answering, newsarchive, serving, small_site
from tests.spiders.test_article_pages import FIRST, SITE_FILE, page

LINK = Link("http://town.test/1.html", "http://town.test/", "list")
HOME = (
    f'<ul><li><a href="{FIRST}">The council spoke of the bridge</a><li><a href="/sport">The races of the week</a></ul>'
)


class Town(Answering):
    """A site whose pages never change, and which says so."""

    def respond(self) -> None:
        path = urlsplit(self.path).path
        body = {"/": HOME, FIRST: page(1), "/sport": page(2)}.get(path, "")
        unchanged = self.headers["If-None-Match"] == '"one"'
        self.send_response(304 if unchanged else 200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("ETag", '"one"')
        self.end_headers()
        self.wfile.write(b"" if unchanged else body.encode())


def archived(folder: Path) -> list[str]:
    with Archive(folder / "a.db", read_only=True) as archive:
        return sorted(article.url for article in archive.articles())


def test_links_that_the_file_wants_by_now_are_found_although_the_list_has_not_changed(tmp_path: Path) -> None:
    file = tmp_path / "town.toml"
    file.write_text(SITE_FILE, encoding="utf-8")
    with serving(Town) as port:
        newsarchive(tmp_path, port, "run")
        assert archived(tmp_path) == [f"http://town.test{FIRST}"]
        assert newsarchive(tmp_path, port, "run").stdout == "Nothing is due.\n"
        file.write_text(f'articles = "/2026/|/sport"\n{SITE_FILE}', encoding="utf-8")
        newsarchive(tmp_path, port, "run")
        assert archived(tmp_path) == [f"http://town.test{FIRST}", "http://town.test/sport"]
        assert newsarchive(tmp_path, port, "run").stdout == "Nothing is due.\n"


def test_a_damaged_frontier_costs_nothing_but_a_warning(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE_FILE, encoding="utf-8")
    (tmp_path / "frontier").mkdir()
    (tmp_path / "frontier" / "town.db").write_bytes(b"\x00torn" * 2000)
    with small_site({"/": HOME, FIRST: page(1)}) as (port, _):
        done = newsarchive(tmp_path, port, "crawl", "town")
    assert (done.returncode, done.stderr.count("is damaged; another is begun")) == (0, 1)
    assert archived(tmp_path) == [f"http://town.test{FIRST}"]


def test_pages_that_a_loss_of_power_tore_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "town.db"
    with Frontier(path) as frontier:
        frontier.add((f"http://town.test/{number}.html", LINK) for number in range(2000))
    torn = bytearray(path.read_bytes())
    torn[8192:40960] = bytes(32768)
    path.write_bytes(torn)
    Path(f"{path}-wal").touch()
    with Frontier(path) as frontier:
        assert frontier.waiting == 0
        frontier.add([("http://town.test/1.html", LINK)])
    with sqlite3.connect(path) as found:
        assert found.execute("pragma integrity_check").fetchone() == ("ok",)
