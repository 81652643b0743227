import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive, HostState, SiteRun
from newsarchive.items import Article, Capture

NOW = datetime(2022, 4, 19, 2, tzinfo=UTC)
URL = "http://city.example.test/1.html"


def test_a_run_is_written_with_its_sites(tmp_path: Path) -> None:
    result = SiteRun(
        "Example City News", found=9, fetched=5, new=3, coverage={"title": 1.0}, reasons={"known": 4}, state="ok"
    )
    with Archive(tmp_path / "news.db") as archive:
        run = archive.runs.start("crawl", NOW, arguments=["city"], pid=7)
        archive.runs.add_site(run, result)
        archive.runs.finish(run, NOW + timedelta(minutes=5), counts={"new": 3}, stats={"finish_reason": "finished"})
        latest = archive.runs.latest()
        written = replace(result, run_id=run, started_at=NOW)
        assert [(each.state, each.arguments, each.counts) for each in latest] == [("finished", ("city",), {"new": 3})]
        assert archive.runs.of_site("Example City News") == archive.runs.sites(run) == [written]


def test_a_run_whose_process_is_gone_is_written_off_by_the_next_one(tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    with Archive(tmp_path / "news.db") as archive:
        killed = archive.runs.start("crawl", NOW, pid=gone.pid)
        archive.add_capture(Capture(URL, NOW + timedelta(minutes=2)), run=killed)
        for pid in (None, os.getpid(), os.getppid()):
            archive.runs.start("crawl", NOW + timedelta(hours=1), pid=pid)
        states = [(each.state, each.reason, each.finished_at) for each in reversed(archive.runs.latest())]
        assert states == [("failed", "killed", NOW + timedelta(minutes=2)), *[("running", None, None)] * 3]
        archive.runs.start("crawl", NOW + timedelta(hours=2), pid=os.getpid())  # a container's next run has this number
        states = [(each.state, each.reason) for each in reversed(archive.runs.latest())][1:]
    assert states == [("running", None), ("failed", "killed"), ("running", None), ("running", None)]


def test_stats_of_earlier_runs_are_forgotten_and_what_they_did_stays(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for days in (3, 2, 1):
            run = archive.runs.start("crawl", NOW - timedelta(days=days))
            archive.runs.add_site(run, SiteRun("city", found=days, state="ok"))
            archive.runs.finish(run, NOW, counts={"new": days}, stats={"city": {"pages": days}})
        archive.runs.forget_stats(NOW - timedelta(days=2))
        assert [(each.counts, each.stats) for each in archive.runs.latest()] == [
            ({"new": 1}, {"city": {"pages": 1}}),
            ({"new": 2}, {"city": {"pages": 2}}),
            ({"new": 3}, {}),
        ]
        assert [each.found for each in archive.runs.of_site("city")] == [1, 2, 3]


def test_what_is_known_about_a_host_outlives_the_process(tmp_path: Path) -> None:
    state = HostState("city.example.test", NOW, 2.5, "429 with Retry-After", 1, "User-agent: *", NOW, 5.0, {"tdm": "1"})
    with Archive(tmp_path / "news.db") as archive:
        assert archive.hosts.get("city.example.test") == HostState("city.example.test")
        archive.hosts.put(state)
    with Archive(tmp_path / "news.db") as archive:
        assert archive.hosts.get("city.example.test") == state


def test_only_one_process_has_a_host_at_a_time(tmp_path: Path) -> None:
    later = NOW + timedelta(minutes=1)
    with Archive(tmp_path / "news.db") as archive:
        assert archive.hosts.lease("city.example.test", "one", NOW, later)
        assert not archive.hosts.lease("city.example.test", "two", NOW, later)
        archive.hosts.put(HostState("city.example.test", failures=1))
        assert not archive.hosts.lease("city.example.test", "two", NOW, later)
        assert archive.hosts.lease("city.example.test", "two", later, later + timedelta(minutes=1))
        archive.hosts.release("two")
        assert archive.hosts.lease("city.example.test", "one", later, later + timedelta(minutes=1))


def test_a_known_address_tells_its_validators_and_when_to_look_again(tmp_path: Path) -> None:
    capture = Capture(URL, NOW, headers=(("ETag", '"a1"'),), requested_url=URL + "?from=timeline")
    with Archive(tmp_path / "news.db") as archive:
        archive.add_article(Article(URL, "Title", "Body", published=NOW - timedelta(minutes=30)), capture)
        known = archive.known(URL)
        assert known is not None
        assert (known.etag, known.status, known.next_check) == ('"a1"', 200, NOW + timedelta(minutes=30))
        assert archive.known("http://city.example.test/2.html") is None
        assert archive.due(NOW) == []
        assert archive.due(NOW + timedelta(hours=1)) == [URL]


def test_a_page_is_asked_for_with_what_the_server_said_of_it_whatever_it_answered_since(tmp_path: Path) -> None:
    answers = [
        (200, (("ETag", '"1"'), ("Last-Modified", "Mon, 18 Apr 2022 02:00:00 GMT"))),
        (304, ()),
        (304, (("etag", '"1b"'),)),
        (404, (("ETag", '"missing"'),)),
        (503, ()),
    ]
    with Archive(tmp_path / "news.db") as archive:
        said = []
        for minute, (status, headers) in enumerate(answers):
            archive.add_capture(Capture(URL, NOW + timedelta(minutes=minute), status=status, headers=headers))
            known = archive.known(URL)
            assert known
            said.append((known.status, known.etag, known.last_modified))
    modified = "Mon, 18 Apr 2022 02:00:00 GMT"
    tags = ['"1"', '"1"', '"1b"', '"1b"', '"1b"']
    assert said == [(status, tag, modified) for (status, _), tag in zip(answers, tags, strict=True)]


def test_the_last_runs_of_all_sites_are_found_through_an_index(tmp_path: Path) -> None:
    def steps(runs: int) -> int:
        """Count what SQLite does, by the hundred."""
        with Archive(tmp_path / f"{runs}.db") as archive:
            for number in range(runs):
                run = archive.runs.start("crawl", NOW + timedelta(minutes=number))
                archive.runs.add_site(run, SiteRun("harbour", found=number, state="ok"))
            done: list[None] = []
            archive.connection.set_progress_handler(lambda: done.append(None), 100)
            (last,) = archive.runs.of_every_site()
            assert last.found == runs - 1
            return len(done)

    assert steps(400) < 3 * steps(200)  # it was the square
