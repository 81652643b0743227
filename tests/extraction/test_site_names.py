"""The site's name is told without slogans and titles."""

import pytest

from newsarchive.extraction.fields.sitenames import site_name
from newsarchive.extraction.fields.structured import Facts
from newsarchive.extraction.known import Known
from newsarchive.extraction.page import Page

NAMES = {
    "a slogan behind it": ("Harbour Post - Latest News & Headlines", "Ferry free", "Harbour Post"),
    "a slogan before it": ("Nachrichten von der Küste | Harbourpost.test", "Ferry free", "Harbourpost.test"),
    "the page's title": ("Ferry free | MLK", "Ferry free | MLK", "MLK"),
    "nothing but the title": ("Ferry free", "Ferry free", None),
    "its short form": ("Institute of Tides - HARB", "Ferry free", "Institute of Tides - HARB"),
    "another name than the host's": ("The Tide - News", "Ferry free", "The Tide - News"),
}


@pytest.mark.parametrize("declared, title, expected", NAMES.values(), ids=NAMES.keys())
def test_names_of_sites(declared: str, title: str, expected: str | None) -> None:
    page = Page(f'<title>{title}</title><meta property="og:site_name" content="{declared}"><p>Text')
    url = "https://www.harb.test/1" if expected and expected.endswith("HARB") else "https://www.harbourpost.test/1"
    assert site_name(Facts(page), Known(url)) == expected
