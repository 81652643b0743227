"""The newsroom over two days, with the server's request log as the witness."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from newsarchive.newsroom import NewsroomServer, site_folder
from newsarchive.newsroom.drafts import read_drafts
from tests.spiders.newsroom_runs import Newsroom, open_newsroom

DELAY = 0.2
EARLY = DELAY / 2  # Scrapy asks after half to one and a half of the delay, so that nobody sees a rhythm


def shortest_pauses(newsroom: Newsroom) -> dict[str, float]:
    times = defaultdict(list)
    for entry in newsroom.server.request_log:
        if entry.path not in {"/robots.txt", "/.well-known/tdmrep.json"}:
            times[entry.host].append(entry.at)
    return {host: min(later - earlier for earlier, later in pairwise(at)) for host, at in times.items() if at[1:]}


def test_day_after_day_each_host_gets_its_pauses_and_only_questions_that_are_due(tmp_path: Path) -> None:
    (tmp_path / "sites").mkdir()
    for file in site_folder().glob("*.toml"):
        text = file.read_text(encoding="utf-8").replace("delay = 0\n", f"delay = {DELAY}\n")
        (tmp_path / "sites" / file.name).write_text(text, encoding="utf-8")
    with open_newsroom(tmp_path) as newsroom:
        newsroom.sites = tmp_path / "sites"
        newsroom.run("newsarchive", "crawl", *NewsroomServer.sites)
        first, pauses = newsroom.asked(), [shortest_pauses(newsroom)]
        newsroom.now, newsroom.server.day = "2026-03-14T13:00:00+00:00", 2
        newsroom.run("newsarchive", "run")
        second, pauses = newsroom.asked(), [*pauses, shortest_pauses(newsroom)]
        again = {f"{entry.host}{entry.path}" for entry in newsroom.server.request_log if entry.status == 304}
    assert [sorted(each) for each in pauses] == [[f"www.{site}.test" for site in sorted(NewsroomServer.sites)]] * 2
    assert min(pause for each in pauses for pause in each.values()) >= EARLY - 0.03
    assert set(second.values()) == {1}
    days = [
        {f"www.{site}.test{draft.path}" for site in NewsroomServer.sites for draft in read_drafts(site, day)}
        for day in (1, 2)
    ]
    assert days[1] - days[0] <= set(second)
    assert not (set(second) - set(first)) - days[1]
    assert again & days[0]
