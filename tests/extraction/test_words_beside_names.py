"""Buttons, labels, zones, papers and addresses beside names and days are no names, sections or sites."""

import pytest
from lock_page import TEXT, read

from newsarchive.extraction import extract

BYLINES = {
    "a paper and its part": ("<p class=byline>Ann Lee, CANAL TODAY Sports</p>", ("Ann Lee",)),
    "a part of a station": ("<p class=byline>By Ann Lee, World Service</p>", ("Ann Lee",)),
    "a feed": ("<ul class=byline><li>Ann Lee</li><li><a href=/authors/lee/feed>RSS</a></li></ul>", ("Ann Lee",)),
    "a page of the staff": (
        "<div class=author><p>Ann Lee</p><a href=/author/lee>View Staff Page</a></div>",
        ("Ann Lee",),
    ),
    "a network": (
        "<p>By Ann Lee, Staff Writer <a rel=author href=https://plus.example/1>Google</a></p>",
        ("Ann Lee",),
    ),
    "where it is filed": (
        "<div class=author><p>Ann Lee</p><p>Filed Under</p><p>Local Canals</p></div>",
        ("Ann Lee",),
    ),
    "a day of the week and its month": ("<p>Thu Jul 18, 2013 2:06pm EDT</p>", ()),
    "a zone": ("<p>Updated: May 15, 2013, 12:10 PM ET</p>", ()),
    "a zone and a button": ("<p>18 July 2013 Last updated at 16:22 GMT Help</p>", ()),
    "a feed beside the day": ("<p>July 18, 2013 <a href=/feed>RSS Feed</a> Print</p>", ()),
    "the size of letters": ("<p>TEXT SIZE <a>-</a> <a>+</a></p><p>May 15, 2013</p>", ()),
}


@pytest.mark.parametrize(("above", "expected"), BYLINES.values(), ids=BYLINES.keys())
def test_what_stands_beside_names_and_days_is_no_author(above: str, expected: tuple[str, ...]) -> None:
    assert read(above).authors == expected


def test_words_of_the_headline_are_no_author() -> None:
    html = f"<html lang=en><title>Orca Velante 6 shown at the lock</title><body><h1>Orca Velante 6 shown at the lock</h1>{TEXT}</body></html>"
    assert extract(html, "https://canal.example/a/34").authors == ()


def test_two_writers_of_one_line_stay() -> None:
    assert read("<p class=byline>By Ann Lee and Bo Yu</p>").authors == ("Ann Lee", "Bo Yu")


SECTIONS = {
    "a month": ("<a href=/news/comment>Comment &amp; News</a> <a href=/news/july>July</a>", "Comment & News"),
    "a week": ("<a href=/canals/>Canals</a> <a href=/canals/kw15>KW 15</a>", "Canals"),
    "a tab": ("<a href=/canals/>Canals</a> <a href=/canals/1#a>Article</a>", "Canals"),
    "a button": ("<a href=/canals/>Canals</a> <a href=/canals/share>Share</a>", "Canals"),
}


@pytest.mark.parametrize(("crumbs", "expected"), SECTIONS.values(), ids=SECTIONS.keys())
def test_months_weeks_and_buttons_are_no_sections(crumbs: str, expected: str) -> None:
    assert read(f"<div class=breadcrumb><a href=/>Home</a> {crumbs}</div>").section == expected


def test_data_of_scripts_is_no_section() -> None:
    head = """<meta name=section content='{"name":"canals","id":4}'>"""
    assert read(head=head).section is None


def test_who_holds_the_rights_of_a_picture_is_not_the_source() -> None:
    photo = (
        "<div itemscope itemtype=http://schema.org/ImageObject><img src=/lock.jpg alt=''>"
        "<meta itemprop=copyrightHolder content='Max Stone, Example Wire'></div>"
    )
    assert read(f"{photo}<p>By Ann Lee</p>").source == "Ann Lee"


def test_a_byline_of_a_class_is_credited_without_its_by() -> None:
    assert read("<cite class=source>By Ann Lee</cite>").source == "Ann Lee"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("@canalpost", "canalpost"), ("https://www.canal.example/", "canal.example"), ("Canal Post", "Canal Post")],
)
def test_the_name_of_a_site_is_no_address(declared: str, expected: str) -> None:
    assert read(head=f'<meta property="og:site_name" content="{declared}">').source == expected


def test_initials_do_not_end_the_name_of_an_editor() -> None:
    below = "<p>(Reporting by Ann Lee; editing by Gerald E. Stone and Bo Yu)</p>"
    assert read(below=below).editor == "Gerald E. Stone, Bo Yu"
