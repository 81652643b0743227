"""Crawls of sites that misbehave, with the server's own log as the witness."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hostile_server import SITES, Hostile

from newsarchive.archive import Archive, SiteRun
from newsarchive.items import PageClass

ROOT = Path(__file__).parent.parent.parent
CRAWL = r"""
import json, re, resource, sys
from pathlib import Path
from newsarchive.sites import load
from newsarchive.spiders.crawls.running import crawl, project_settings
from newsarchive.spiders.crawls.orders import Order
paths, settings = json.loads(sys.argv[1])
crawl([Order(load(Path(path))) for path in paths], project_settings(**settings))
# the kernel's ru_maxrss of a process begins with that of the one it was started from; VmHWM is its own
own = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
SETTINGS = {
    "DOWNLOAD_TIMEOUT": 2,
    "DOWNLOAD_MAXSIZE": 2_000_000,
    "RETRY_TIMES": 1,
    "NEWSARCHIVE_BACKOFF": 0.5,
    "NEWSARCHIVE_LONGEST_WAIT": 4,
    "LOG_LEVEL": "INFO",
}
CONTACT = "desk@archive.test"
FIRST, SECOND = "/2026/1001.html", "/2026/1002.html"


@dataclass
class Aftermath:
    """What a crawl of hostile sites left: the server's log, the archive, and what the crawl printed."""

    server: Hostile
    db: Path
    seconds: float = 0.0
    kilobytes: int = 0
    log: str = ""
    runs: dict[str, SiteRun] = field(default_factory=dict)

    def crawl(self, sites: dict[str, str], **environment: str) -> None:
        """Crawl the sites, given as key and TOML."""
        paths = []
        for key, text in sites.items():
            paths.append(self.db.parent / f"{key}.toml")
            paths[-1].write_text(text, encoding="utf-8")
        settings = SETTINGS | {"NEWSARCHIVE_DB": str(self.db), "NEWSARCHIVE_SITES": [str(self.db.parent)]}
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", CRAWL, json.dumps([[str(path) for path in paths], settings])],
            env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSARCHIVE_CONTACT": CONTACT, **environment},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        self.seconds, self.log = time.monotonic() - began, done.stderr
        assert done.returncode == 0, done.stderr[-3_000:]
        self.kilobytes = int(done.stdout)
        with Archive(self.db, read_only=True) as archive:
            self.runs = {run.site: run for run in archive.runs.sites(archive.runs.latest(1)[0].id)}

    def articles(self, site: str) -> set[str]:
        with Archive(self.db, read_only=True) as archive:
            return {capture.url for capture in archive.captures(site=site) if capture.page_class is PageClass.ARTICLE}


def site_file(host: str, kind: str = "list", path: str = "/") -> str:
    return (
        f'name = "{host}"\nstart = "http://{host}/"\ntimezone = "UTC"\ndelay = 0\nprivate = true\n'
        f'[[discover]]\nkind = "{kind}"\nurl = "http://{host}{path}"\n'
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    with Hostile() as server:
        aftermath = Aftermath(server, tmp_path_factory.mktemp("hostile") / "newsarchive.db")
        files = {host.partition(".")[0]: site_file(host) for host in SITES}
        files["sitemaps"] = site_file("sitemaps.hostile.test", "sitemap", "/sitemap.xml")
        files["million"] = site_file("million.hostile.test", "sitemap", "/sitemap.xml")
        files["future"] = site_file("future.hostile.test", "feed", "/feed.xml")
        aftermath.crawl(files, http_proxy=f"http://127.0.0.1:{server.port}", no_proxy="")
        yield aftermath


GOOD_BESIDE_BAD = ["drip", "reset", "redirects", "bomb", "brotli", "endless", "huge", "chunks", "tofront", "away"]


@pytest.mark.parametrize("site", GOOD_BESIDE_BAD)
def test_a_bad_page_does_not_keep_a_good_one_from_the_archive(hostile: Aftermath, site: str) -> None:
    host = f"http://{site}.hostile.test"
    assert hostile.articles(site) == {host + SECOND}
    assert hostile.runs[site].failed + hostile.runs[site].skipped >= 1


def test_the_whole_crawl_is_bounded_in_time_and_memory(hostile: Aftermath) -> None:
    assert hostile.seconds < 60
    assert 0 < hostile.kilobytes < 500_000


@pytest.mark.parametrize("site", ["endless", "huge"])
def test_a_page_without_end_is_cut_off(hostile: Aftermath, site: str) -> None:
    assert hostile.server.sent[f"{site}.hostile.test"] < 30_000_000


def test_redirects_end(hostile: Aftermath) -> None:
    asked = [entry for entry in hostile.server.asked("redirects.hostile.test") if entry.path.startswith(FIRST)]
    assert len(asked) <= 12


def test_a_page_shorter_than_announced_is_kept(hostile: Aftermath) -> None:
    assert hostile.articles("toolong") == {f"http://toolong.hostile.test{path}" for path in (FIRST, SECOND)}


@pytest.mark.parametrize(("site", "rest"), [("after", 2.0), ("often", 0.5)])
def test_after_429_the_host_is_left_alone(hostile: Aftermath, site: str, rest: float) -> None:
    asked = [entry for entry in hostile.server.asked(f"{site}.hostile.test") if entry.path.startswith("/2026/")]
    assert asked[1].at - asked[0].at >= rest - 0.1
    assert all(later.at - earlier.at >= 0.4 for earlier, later in zip(asked[1:], asked[2:], strict=False))
    assert len(hostile.articles(site)) == 2


def test_a_host_that_wants_a_long_rest_gets_it_in_this_run_and_the_next(hostile: Aftermath) -> None:
    asked = [entry for entry in hostile.server.asked("dated.hostile.test") if entry.path.startswith("/2026/")]
    assert len(asked) == 1
    with Archive(hostile.db, read_only=True) as archive:
        state = archive.hosts.get("dated.hostile.test")
    assert state.next_at is not None
    assert state.reason == "it answered 429"


def test_a_storm_of_503_is_not_answered_with_a_storm_of_requests(hostile: Aftermath) -> None:
    assert len(hostile.server.asked("storm.hostile.test")) <= 5


def test_a_huge_robots_txt_is_obeyed_as_far_as_it_must_be_read(hostile: Aftermath) -> None:
    assert hostile.articles("hugerobots") == {f"http://hugerobots.hostile.test{FIRST}"}
    assert hostile.runs["hugerobots"].reasons == {"forbidden by robots.txt": 1}
    assert hostile.server.sent["hugerobots.hostile.test"] < 20_000_000


def test_a_robots_txt_that_is_a_web_page_forbids_nothing(hostile: Aftermath) -> None:
    assert len(hostile.articles("htmlrobots")) == 2


def test_while_robots_txt_fails_nothing_is_asked(hostile: Aftermath) -> None:
    assert {entry.path for entry in hostile.server.asked("brokenrobots.hostile.test")} == {"/robots.txt"}
    (reason,) = hostile.runs["brokenrobots"].reasons
    assert reason.endswith("robots.txt, without which nothing is asked, could not be had: the server answers 500")


def test_the_crawl_delay_is_kept(hostile: Aftermath) -> None:
    asked = [
        entry.at for entry in hostile.server.asked("delayrobots.hostile.test") if not entry.path.startswith("/robots")
    ]
    assert len(asked) == 4
    # sent a second apart; a busy machine may note the first arrival late
    assert asked[-1] - asked[0] >= 2.5


def test_what_hosts_said_is_there_for_the_next_run(hostile: Aftermath) -> None:
    with Archive(hostile.db, read_only=True) as archive:
        state = archive.hosts.get("delayrobots.hostile.test")
        huge = archive.hosts.get("hugerobots.hostile.test")
        broken = archive.hosts.get("brokenrobots.hostile.test")
    assert (state.robots, state.crawl_delay) == ("User-agent: *\nCrawl-delay: 1\n", 1.0)
    assert huge.robots is not None and len(huge.robots) <= 512_000
    assert (broken.robots, broken.robots_at) == (None, None)


def test_a_sitemap_that_includes_itself_is_read_once(hostile: Aftermath) -> None:
    assert len(hostile.server.asked("sitemaps.hostile.test", "/sitemap.xml")) == 1
    assert hostile.articles("sitemaps") == {f"http://sitemaps.hostile.test{FIRST}"}


def test_a_calendar_without_end_is_left_when_it_tells_nothing_new(hostile: Aftermath) -> None:
    assert len([entry for entry in hostile.server.asked("calendar.hostile.test") if "page=" in entry.path]) <= 2


def test_session_ids_do_not_multiply_pages(hostile: Aftermath) -> None:
    assert hostile.articles("sessions") == {f"http://sessions.hostile.test{path}" for path in (FIRST, SECOND)}


def test_only_links_of_http_and_of_the_site_are_followed(hostile: Aftermath) -> None:
    assert {entry.path for entry in hostile.server.asked("schemes.hostile.test")} <= {
        "/", "/robots.txt", "/.well-known/tdmrep.json", FIRST,
    }  # fmt: skip
    assert not hostile.server.asked("elsewhere.test")
    assert not hostile.server.asked("inner.hostile.test")


def test_no_header_can_be_injected_and_no_escape_reaches_the_log(hostile: Aftermath) -> None:
    asked = hostile.server.asked("injection.hostile.test")
    assert len(asked) >= 3
    assert not [entry for entry in asked if "x-injected" in entry.headers]
    assert "\x1b" not in hostile.log
    assert "\x07" not in hostile.log


def test_the_same_page_under_every_address_is_one_article(hostile: Aftermath) -> None:
    run = hostile.runs["same"]
    assert (run.fetched, run.new) == (2, 1)


@pytest.mark.parametrize(("path", "name"), [(FIRST, "运城"), (SECOND, "太原")])
def test_a_wrong_charset_is_seen_through(hostile: Aftermath, path: str, name: str) -> None:
    with Archive(hostile.db, read_only=True) as archive:
        found = archive.article(f"http://charsets.hostile.test{path}")
    assert found is not None
    assert found.title == f"Old bridge of {name} closes for repairs"
    assert f"市政府 of {name}-0 decided on Monday to close the 古桥" in found.body


def test_a_sitemap_larger_than_allowed_is_cut_off_and_told(hostile: Aftermath) -> None:
    assert hostile.server.sent["million.hostile.test"] < 15_000_000
    assert not [entry for entry in hostile.server.asked("million.hostile.test") if entry.path.startswith("/2026/")]
    assert hostile.runs["million"].failed == 1


def test_a_date_in_the_future_is_no_hint(hostile: Aftermath) -> None:
    with Archive(hostile.db, read_only=True) as archive:
        hints = {capture.url: capture.hints for capture in archive.captures(site="future")}
    assert {url[-9:-5]: told.get("published") for url, told in hints.items()} == {
        "1001": None,
        "1002": "2020-03-01T08:00:00+00:00",
    }


def test_every_capture_reads_back(hostile: Aftermath) -> None:
    with Archive(hostile.db, read_only=True) as archive:
        assert all(archive.payload(capture) is not None for capture in archive.captures())


def test_the_agent_says_who_asks(hostile: Aftermath) -> None:
    assert {entry.headers["user-agent"].partition("/")[0] for entry in hostile.server.log} == {"newsarchive"}
    assert {entry.headers["user-agent"].partition(" ")[2] for entry in hostile.server.log} == {f"(+{CONTACT})"}
    assert {entry.headers["from"] for entry in hostile.server.log} == {CONTACT}


@pytest.fixture(scope="module")
def inward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    with Hostile() as server:
        aftermath = Aftermath(server, tmp_path_factory.mktemp("inward") / "newsarchive.db")
        hosts = {"name": "localhost", "literal": "127.0.0.1", "short": "127.1", "number": "2130706433"}
        files = {key: site_file(f"{host}:{server.port}").replace("private = true\n", "") for key, host in hosts.items()}
        aftermath.crawl(files, http_proxy="", no_proxy="*")
        yield aftermath


def test_nobody_is_sent_to_this_machine_by_name_or_number(inward: Aftermath) -> None:
    assert inward.server.log == []
    assert "localhost resolves to 127.0.0.1, which is not on the public internet" in inward.log


def test_nobody_is_asked_by_somebody_who_gives_no_contact(inward: Aftermath) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsarchive", "discover", f"http://localhost:{inward.server.port}/"],
        env={key: value for key, value in os.environ.items() if key != "NEWSARCHIVE_CONTACT"}
        | {"PYTHONPATH": str(ROOT)},
        cwd=inward.db.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, inward.server.log) == (1, [])
    assert "set NEWSARCHIVE_CONTACT to an e-mail address or to a web page about your archive" in " ".join(
        done.stderr.split()
    )
