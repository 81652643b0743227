"""What ``run`` does of a site from one time to the next."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive
from tests.spiders.small_site import newsarchive, small_site
from tests.spiders.test_article_pages import page

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ARTICLES = [f"/2026/03/01/story-{number}.html" for number in range(6)]
PAGES = {path: page(number) for number, path in enumerate(ARTICLES)}
LIST = "<ul>" + "".join(f'<li><a href="{path}">What the council said of {path}</a></li>' for path in ARTICLES) + "</ul>"
SITE = """start = "http://town.test/"
timezone = "UTC"
private = true
delay = {delay}
[[discover]]
kind = "list"
url = "http://town.test/"
"""


def test_a_list_that_tells_of_nothing_any_more_is_told_in_the_first_run_after_it(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE.format(delay=0))
    pages = {"/": f"<html>{LIST}</html>", **PAGES}
    with small_site(pages) as (port, _):
        newsarchive(tmp_path, port, "run", now=NOON)
        recheck = newsarchive(tmp_path, port, "run", now=NOON + timedelta(hours=2))
        pages["/"] = '<html><div onclick="show(1)">Behind a script now</div><a href="/imprint/">Imprint</a></html>'
        broken = newsarchive(tmp_path, port, "run", now=NOON + timedelta(hours=5))
        again = newsarchive(tmp_path, port, "run", now=NOON + timedelta(hours=9))
        pages["/"] = f"<html>{LIST}</html>"
        mended = newsarchive(tmp_path, port, "run", now=NOON + timedelta(hours=20))
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        runs = archive.runs.of_site("town")
    assert [(run.state, run.found) for run in reversed(runs)] == [
        ("ok", 6),
        ("ok", 6),
        ("broken", 1),
        ("broken", 1),
        ("ok", 6),
    ]
    assert runs[2].reason == "a place of discovery tells of no articles any more"
    assert [done.returncode for done in (recheck, broken, again, mended)] == [0, 1, 1, 0]
    assert "http://town.test/ tells of no articles any more" in broken.stderr


def test_a_slow_site_is_let_go_of_and_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SITE.format(delay=0.5))
    fetched: Counter[str] = Counter()
    numbers = []
    with small_site({"/": f"<html>{LIST}</html>", **PAGES}) as (port, asked):
        for minutes in ("0.02", "5"):
            newsarchive(tmp_path, port, "run", "--minutes", minutes, now=NOON)
            fetched.update(path for path in asked if path in PAGES)
            numbers.append(len(fetched))
            asked.clear()
    assert numbers[0] < numbers[1] == len(ARTICLES)
    assert set(fetched.values()) == {1}
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        assert len(list(archive.articles())) == len(ARTICLES)
        states = archive.connection.execute("select state from runs order by id").fetchall()
        assert [row[0] for row in states] == ["stopped", "finished"]
