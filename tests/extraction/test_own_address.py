"""A page names its own address, which is believed within its site."""

import pytest

from newsarchive.extraction import extract

TEXT = "<p>The council of the town met again on the bridge and spoke of the water, the road and the price of bread.</p>"
ASKED = "https://m.town.test/amp/3474.html?t=7"


@pytest.mark.parametrize(
    ("declared", "url"),
    [
        ("https://www.town.test/3474.html", "https://www.town.test/3474.html"),
        ("/3474.html?utm_source=amp", "https://m.town.test/3474.html"),
        ("https://www.town.test/", ASKED),
        ("https://www.town.test/news", ASKED),
        ("https://other.test/3474.html", ASKED),
        ("", ASKED),
    ],
)
def test_it_is_taken_if_it_is_a_page_of_the_site(declared: str, url: str) -> None:
    page = f'<html><head><title>The bridge</title><link rel="canonical" href="{declared}"></head>{TEXT * 6}</html>'
    assert extract(page, ASKED).url == url
