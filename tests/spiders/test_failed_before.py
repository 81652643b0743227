"""What a server failed to give is asked for again by the next crawl, even where nothing tells of it any more."""

from pathlib import Path
from typing import ClassVar

from newsarchive.archive import Archive
from tests.spiders.small_site import Answering, crawl, serving

TEXT = "The council of the town met again on the bridge and spoke of the water, the road and the price of bread. "
PAGES = {
    "/": '<html><title>Town</title><ul><li><a href="/2026/03/01/report-one.html">Report one of the town</a></ul></html>',
    "/2026/03/01/report-one.html": f"<html><title>Report one</title><h1>Report one</h1>{f'<p>{TEXT * 3}</p>' * 3}</html>",
}


class Town(Answering):
    broken: ClassVar[bool] = True

    def respond(self) -> None:
        path = self.path.removeprefix("http://town.test")
        self.answer(*self.found(path), ETag='"one"')

    def found(self, path: str) -> tuple[int, str]:
        if path not in PAGES:
            return 404, ""
        if path != "/":
            return (500, "broken") if self.broken else (200, PAGES[path])
        return (304, "") if self.headers["If-None-Match"] else (200, PAGES[path])


def test_an_article_that_was_a_server_error_comes_with_the_next_crawl(tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(
        'start = "http://town.test/"\ntimezone = "UTC"\nprivate = true\ndelay = 0\n'
        '[[discover]]\nkind = "list"\nurl = "http://town.test/"\n',
        encoding="utf-8",
    )
    counts, failures = [], []
    with serving(Town) as port:
        for broken in (True, False):
            Town.broken = broken
            crawl(tmp_path, port)
            with Archive(tmp_path / "a.db", read_only=True) as archive:
                counts.append(archive.article("http://town.test/2026/03/01/report-one.html") is not None)
                failures.append(archive.runs.of_every_site()[0].failed)
    assert (counts, failures) == ([False, True], [1, 0])
