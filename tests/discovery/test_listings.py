from datetime import UTC, datetime

import pytest

from newsarchive.discovery import listings
from newsarchive.items import Link

URL = "https://news.example.test/city/"
PAGE = """<html><head><base href="https://news.example.test/city/"><title>City</title></head><body>
<nav><a href="/">Home</a><a href="javascript:void(0)">Menu</a></nav>
<ul class="list"><li><a href="101.html" title="Bridge over the river reopens after long repair">Bridge over the river...</a> <span>2026-03-01 08:30</span></li>
<li><a href="102.html"><img src="2.jpg" alt="Photo"></a><h3><a href="102.html#top">School fair</a></h3><time datetime="2026-03-01T09:00:00+08:00">today</time></li>
<li>[2026/2/28] <a href="103.html">[2026-02-28] Harbour</a></li>
<li><a href="104.html">2026年2月27日 市民走上街头</a></li>
<li><a href="report.pdf">Report</a></li><li><a href="https://elsewhere.test/1">Away</a></li></ul>
<a href="index_2.html">下一页</a></body></html>"""


def test_a_list_page_gives_links_with_title_and_date() -> None:
    found = listings.read(PAGE.encode(), URL, items="ul.list", timezone="Asia/Shanghai")
    day = datetime(2026, 2, 28, 16, tzinfo=UTC)
    assert list(found.links) == [
        Link(URL + "101.html", URL, "list", "Bridge over the river reopens after long repair", day.replace(month=3, day=1, hour=0, minute=30)),
        Link(URL + "102.html", URL, "list", "School fair", day.replace(month=3, day=1, hour=1)),
        Link(URL + "103.html", URL, "list", "Harbour", day.replace(day=27)),
        Link(URL + "104.html", URL, "list", "市民走上街头", day.replace(day=26)),
        Link("https://elsewhere.test/1", URL, "list", "Away"),
    ]  # fmt: skip
    assert found.next_page == URL + "index_2.html"


@pytest.mark.parametrize(
    "row",
    [
        '<li><span>2026-02-27</span><a href="104.html">市民走上街头</a></li>',
        '<li><a href="104.html">市民走上街头</a><span>2026-02-27</span></li>',
        '<li><a href="104.html">市民走上街头2026年2月27日</a></li>',
    ],
)
def test_a_date_is_read_right_beside_a_chinese_headline(row: str) -> None:
    (link,) = listings.read(row.encode(), "https://news.example.test/list/", timezone="Asia/Shanghai").links
    assert (link.published and f"{link.published:%Y-%m-%d}", link.title) == ("2026-02-27", "市民走上街头")


def test_without_a_selector_all_links_of_the_page_come() -> None:
    assert len(listings.read(PAGE.encode(), URL, kind="home").links) == 7


def test_an_empty_page_gives_nothing() -> None:
    assert listings.read(b"", URL) == listings.Found()
    assert listings.read(b"\x00\xff\xfe<<<", URL).links == ()


def test_a_date_in_a_row_of_running_text_is_not_the_links() -> None:
    page = f'<p><a href="1.html">Bridge reopens</a> 2026-03-01 {"The bridge is open. " * 60}</p>'
    assert [link.published for link in listings.read(page.encode(), URL, timezone="UTC").links] == [None]
