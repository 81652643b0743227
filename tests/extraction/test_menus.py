"""Lines of several links, and links with their dates, are no text; a sentence with links is."""

import pytest

from newsarchive.extraction.body.rules.lines import is_menu
from newsarchive.extraction.page import Page

LINKS = [f"<a href=/{name}>{name}</a>" for name in ("Home", "Harbour", "Weather", "Ferries", "Letters")]


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        (" - ".join(LINKS), True),
        (" | ".join(LINKS), True),
        (" | ".join(LINKS[:2]), False),
        (f"Read more about {', '.join(LINKS)}.", False),
        ("·<a href=/1>Bridge closed after storm</a> (19 April 2022)", True),
        ("·<a href=/1>长江流域重点水域禁捕</a>　(2002年1月12日)", True),
        ("<a href=/1>Bridge closed after storm</a>", False),
        ("<a href=/1>Bridge closed</a>, said the council (19 April 2022)", False),
        ("Bridge closed after storm (19 April 2022)", False),
        ("<a href=/1>The council said that it had reached</a> 2% in 2025.", False),
    ],
)
def test_a_menu_is_told_by_its_links(line: str, menu: bool) -> None:
    assert is_menu(Page(f"<p>{line}</p>").blocks[0]) is menu
