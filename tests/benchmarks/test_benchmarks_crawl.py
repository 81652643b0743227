"""The benchmarks' site answers like a server, and a contestant's crawl of it measures itself."""

import gzip
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from benchmarks.sample_pages import sample_page
from benchmarks.site_server import site_server
from benchmarks.stored import mixed


@pytest.fixture(scope="module")
def address():
    with site_server(6) as found:
        yield found


def test_the_list_names_every_article_and_each_has_its_page(address):
    with urlopen(address) as response:
        listed = gzip.decompress(response.read()).decode()
    assert [mixed(number).path in listed for number in range(7)] == [True] * 6 + [False]
    with urlopen(address.rstrip("/") + mixed(3).path) as page:
        assert gzip.decompress(page.read()).decode() == sample_page(3)
        assert page.headers["Content-Encoding"] == "gzip"


def test_what_is_not_there_is_missing(address):
    with pytest.raises(HTTPError, match="404") as missing:
        urlopen(address + "nothing.html")
    missing.value.close()


@pytest.mark.parametrize("name", ["bare", "ours", "inline"])
def test_a_contestant_fetches_every_page_and_says_what_it_cost(name, address, tmp_path):
    command = [sys.executable, "-m", "benchmarks.crawl_one", name, address, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["pages"] == 6
    assert result["rate"] > 0
    assert 0 < result["cpu"] < 10_000


def test_a_second_crawl_asks_for_the_list_only_and_a_frontier_is_only_queued(address, tmp_path):
    def crawl(name, site):
        command = [sys.executable, "-m", "benchmarks.crawl_one", name, site, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return json.loads(done.stdout.splitlines()[-1])

    assert [crawl("ours", address)["requests"] for _ in range(2)] == [7, 1]
    with site_server(1, urls=60_000) as long:
        assert crawl("frontier", long)["requests"] == 3
    with closing(sqlite3.connect(next((tmp_path / "frontier").glob("127*.db")))) as frontier:
        assert frontier.execute("select count(*) from links").fetchone() == (60_000,)
