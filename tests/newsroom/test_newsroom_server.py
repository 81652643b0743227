import re
import socket
import struct
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from newsarchive.newsroom import NewsroomServer, site_folder


@pytest.fixture(scope="module")
def newsroom() -> Iterator[NewsroomServer]:
    with NewsroomServer() as server:
        yield server


def fetch(newsroom: NewsroomServer, url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": newsroom.base_url}))
    with opener.open(url, timeout=5) as response:
        return response.read()


def fetch_text(newsroom: NewsroomServer, url: str) -> str:
    return fetch(newsroom, url).decode()


def test_the_seed_page_stands_in_the_shape_of_its_cms(newsroom: NewsroomServer) -> None:
    html = fetch_text(newsroom, "http://www.dayuan.test/gsyl/yuncheng/3474.html")
    assert '<h2 class="entry-title">市委第九十一次疫情防控专题会暨市疫情防控指挥部会议召开</h2>' in html
    assert html.count("储祥好") == 5
    assert ">防控</a>&nbsp;<a" in html


def test_a_long_article_has_three_pages_and_its_lists_have_several(newsroom: NewsroomServer) -> None:
    html = fetch_text(newsroom, "http://www.dayuan.test/gsyl/yunxi/4103.html")
    assert re.findall(r'href="(/gsyl/yunxi/4103_\d\.html)"', html)[:2] == [
        "/gsyl/yunxi/4103_2.html",
        "/gsyl/yunxi/4103_3.html",
    ]
    assert "母泉" in fetch_text(newsroom, "http://www.dayuan.test/gsyl/yunxi/4103_2.html")
    assert "index_2.html" in fetch_text(newsroom, "http://www.dayuan.test/gsyl/minsheng/")


def test_the_newspaper_calls_gbk_gb2312(newsroom: NewsroomServer) -> None:
    page = fetch(newsroom, "http://www.chengzhou.test/2026/0310/c1004.html")
    assert b"charset=gb2312" in page
    assert "岳明镕" in page.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        page.decode("gb2312")


def test_the_wire_article_is_on_all_four_sites(newsroom: NewsroomServer) -> None:
    sentences = {
        "http://www.dayuan.test/gsyl/yunxi/4101.html": "火山灰像书签一样标出了年代".encode(),
        "http://www.chengzhou.test/2026/0312/c1001.html": "火山灰像书签一样标出了年代".encode("gbk"),
        "http://www.harbour.test/2026/03/12/survey-ship-returns-with-longest-core/": b"mark the years like bookmarks",
        "http://www.talbote.test/english/forschungsschiff-wangshu-7001.html": b"mark the years like bookmarks",
    }
    assert [url for url, sentence in sentences.items() if sentence not in fetch(newsroom, url)] == []


def test_on_the_second_day_an_article_is_corrected_and_others_appear() -> None:
    url = "http://www.harbour.test/2026/03/13/night-ferry-runs-aground/"
    with NewsroomServer() as newsroom:
        assert "Twelve people" in fetch_text(newsroom, url)
        assert "4111" not in fetch_text(newsroom, "http://www.dayuan.test/")
        newsroom.day = 2
        assert "Fourteen people" in fetch_text(newsroom, url)
        assert "4111" in fetch_text(newsroom, "http://www.dayuan.test/")


def test_every_internal_article_link_leads_somewhere(newsroom: NewsroomServer) -> None:
    for site in newsroom.sites:
        front = fetch(newsroom, f"http://www.{site}.test/").decode("gbk" if site == "chengzhou" else "utf-8")
        links = re.findall(r'<h[23]><a href="([^"?]+)|<li><a href="(/20[^"]+)"', front)
        assert len(links) >= 6
        for link in links:
            assert fetch(newsroom, f"http://www.{site}.test{''.join(link)}")


def test_an_unchanged_page_is_not_sent_again(newsroom: NewsroomServer) -> None:
    connection = HTTPConnection(newsroom.base_url.removeprefix("http://"), timeout=5)
    connection.request("GET", "/", headers={"Host": "www.talbote.test"})
    first = connection.getresponse()
    first.read()
    connection.request("GET", "/", headers={"Host": "www.talbote.test", "If-None-Match": first.headers["ETag"]})
    second = connection.getresponse()
    assert (first.status, second.status, second.read()) == (200, 304, b"")
    connection.close()


def test_what_is_missing_is_a_404_in_the_log(newsroom: NewsroomServer) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        fetch(newsroom, "http://www.harbour.test/nothing")
    missing.value.close()
    last = newsroom.request_log[-1]
    assert (last.host, last.path, last.status) == ("www.harbour.test", "/nothing", 404)


def test_each_site_has_its_site_file(newsroom: NewsroomServer) -> None:
    assert sorted(path.stem for path in site_folder().glob("*.toml")) == sorted(newsroom.sites)


def test_a_reader_who_hangs_up_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    with NewsroomServer() as server:
        with socket.create_connection(server.base_url.removeprefix("http://").rsplit(":", 1)) as asked:  # type: ignore[arg-type]
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close by a reset
            asked.sendall(b"GET /")
        time.sleep(0.2)
    assert capsys.readouterr().err == ""
