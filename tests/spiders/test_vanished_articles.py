"""A site that no longer has what it published before, and goes on publishing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive
from tests.spiders.small_site import newsarchive, small_site

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
OLD = [f"/2026/0301/{number}.html" for number in (1001, 1002, 1003, 1004)]
FRESH = [f"/2026/0302/{number}.html" for number in (2001, 2002, 2003)]


def home(paths: list[str]) -> str:
    return "".join(f'<h2><a href="{path}">What the council said of bridge {path[11:15]}</a></h2>' for path in paths)


def page(path: str) -> str:
    number = path[11:15]
    said = f"<p>The council of the town met again on bridge {number} and spoke of it at length.</p>" * 6
    return f"<h1>What the council said of bridge {number}</h1><time>{path[1:5]}-{path[6:8]}-{path[8:10]}</time>{said}"


def test_articles_that_have_vanished_make_no_site_broken_that_has_others(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text('start = "http://town.test/"\nprivate = true\ndelay = 0\ntimezone = "UTC"\n')
    pages = {"/": home(OLD), **{path: page(path) for path in OLD}}
    with small_site(pages) as (port, _):
        newsarchive(tmp_path, port, "run", now=MONDAY - timedelta(days=1))
        for path in OLD:
            del pages[path]
        pages.update({"/": home(FRESH), **{path: page(path) for path in FRESH}})
        first = newsarchive(tmp_path, port, "run", now=MONDAY)
        pages["/"] = home([*FRESH, "/2026/0303/3001.html", "/2026/0303/3002.html", "/2026/0303/3003.html"])
        second = newsarchive(tmp_path, port, "run", now=MONDAY + timedelta(days=1, hours=1))
    assert (first.returncode, first.stderr) == (0, "")
    assert "town: 4 archived article: the server answers 404: the page is gone" in first.stdout
    # links to pages that are not there are another matter
    assert "town is degraded" in second.stderr or "town is broken" in second.stderr
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        gone = archive.connection.execute("select url from gone order by url").fetchall()
        articles = archive.connection.execute("select count(*) from articles").fetchone()[0]
    assert [row[0].removeprefix("http://town.test") for row in gone] == OLD
    assert articles == len(OLD + FRESH)
