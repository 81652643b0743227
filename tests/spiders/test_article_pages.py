"""An article in several pages is taken whole from one page or for paper, else page by page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from tests.spiders.small_site import crawl, small_site

FIRST = "/2026/03/01/bridge.html"
SITE_FILE = """\
start = "http://town.test/"
timezone = "UTC"
private = true
delay = 0

[[discover]]
kind = "list"
url = "http://town.test/"
"""


def text(page: int) -> str:
    return "".join(
        f"<p>Page {page}, part {part}: {'the council spoke of the bridge and the river. ' * 6}</p>" for part in "abc"
    )


def page(*pages: int, links: tuple[str, ...] = ()) -> str:
    menu = "".join(f'<a href="{link}">{"Print" if "DoPrint" in link else link}</a> ' for link in links)
    body = "".join(map(text, pages))
    return (
        f"<html><title>The bridge</title><body><h1>The bridge</h1><article>{body}</article><p>{menu}</p></body></html>"
    )


@contextmanager
def town(pages: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
    """Serve the town's newspaper, whose start page links the first page; yield its port and the paths asked so far."""
    home = f'<html><title>Town</title><ul><li><a href="{FIRST}">The council spoke of the bridge</a></ul></html>'
    pages.setdefault("/", home)
    with small_site(pages) as served:
        yield served


def read(folder: Path, pages: dict[str, str]) -> tuple[list[str], set[str], tuple[str, ...]]:
    """Crawl the town; return which pages' text the article has, which paths were asked, and what the article warns of."""
    (folder / "town.toml").write_text(SITE_FILE, encoding="utf-8")
    with town(pages) as (port, asked):
        crawl(folder, port)
    with Archive(folder / "a.db", read_only=True) as archive:
        article = archive.article(f"http://town.test{FIRST}")
    assert article
    return sorted({line[:6] for line in article.body.splitlines()}), set(asked), article.warnings


@pytest.mark.parametrize("view", ["/2026/03/01/bridge_all.html", f"{FIRST}?print=1", "/e/DoPrint/?id=7"])
def test_the_whole_on_one_page_or_for_paper_spares_the_pages(tmp_path: Path, view: str) -> None:
    links = ("bridge_2.html", "bridge_3.html", view)
    found, asked, warnings = read(tmp_path, {FIRST: page(1, links=links), view: page(1, 2, 3)})
    assert found == ["Page 1", "Page 2", "Page 3"]
    assert warnings == ()
    assert view in asked
    assert not any("bridge_2" in path for path in asked)


def test_pages_are_asked_where_the_whole_cannot_be_had(tmp_path: Path) -> None:
    links = ("bridge_2.html", "bridge_3.html", "bridge_all.html")
    pages = {f"/2026/03/01/bridge_{number}.html": page(number, links=links) for number in (2, 3)}
    found, asked, warnings = read(tmp_path, {FIRST: page(1, links=links), **pages})
    assert found == ["Page 1", "Page 2", "Page 3"]
    assert warnings == ()
    assert "/2026/03/01/bridge_all.html" in asked


NOT_FOUND = "<html><title>Page not found</title><h1>404: Page not found</h1><p>The page could not be found.</p></html>"


def test_a_page_that_says_it_is_not_there_is_missing_and_the_rest_is_kept(tmp_path: Path) -> None:
    links = ("bridge_2.html", "bridge_3.html")
    pages = {"/2026/03/01/bridge_2.html": NOT_FOUND, "/2026/03/01/bridge_3.html": page(3)}
    found, _, warnings = read(tmp_path, {FIRST: page(1, links=links), **pages})
    assert found == ["Page 1", "Page 3"]
    assert warnings == ("the page http://town.test/2026/03/01/bridge_2.html is missing",)


@pytest.mark.parametrize("whole", [page(1)[:900], NOT_FOUND, page(7, 8, 9)])
def test_pages_are_asked_where_the_single_page_is_not_the_whole(tmp_path: Path, whole: str) -> None:
    links = ("bridge_2.html", "bridge_3.html", "bridge_all.html")
    pages = {f"/2026/03/01/bridge_{number}.html": page(number, links=links) for number in (2, 3)}
    found, _, warnings = read(tmp_path, {FIRST: page(1, links=links), "/2026/03/01/bridge_all.html": whole, **pages})
    assert found == ["Page 1", "Page 2", "Page 3"]
    assert warnings == ()
